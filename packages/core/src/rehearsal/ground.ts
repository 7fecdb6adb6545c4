// What is the same for every game on a case: who plays, what the rules allow, and the models from which truths are drawn.
import {
  type AnalysisOptions,
  along,
  bestOf,
  buildSpace,
  crossedBy,
  drawOf,
  drawPanel,
  type Enough,
  enoughOf,
  type Member,
  missingInterests,
  type Panel,
  redLinesOn,
  ruledOut,
  type Setting,
  type Space,
  type StandingRedLine,
  settingOf,
  type Worth,
  worthIn,
} from "../agreements/index.js";
import { type Case, done, meets, type Outcome, type Package, refuse } from "../case/index.js";
import { at } from "../math/index.js";
import { nameIn, verb } from "../wording/index.js";
import type { ModelSet } from "./beliefs.js";
import type { Brief } from "./mediator.js";
import { type PlayedSpaces, type Pool, poolOf } from "./pool.js";
import { type Truth, type World, worldOf, worldWith } from "./world.js";

export interface Ground {
  readonly setting: Setting;
  readonly negotiation: Case;
  readonly panel: Panel;
  readonly spaces: PlayedSpaces;
  readonly lines: readonly StandingRedLine[];
  /** Those with a veto, in the order of the case. */
  readonly players: readonly Member[];
  /** Of every player: some of its models, over which others believe. */
  readonly models: readonly ModelSet[];
  readonly enough: Enough;
}

/** What a mediator has drafted on a ground, in any of its truths. */
const drafts = new WeakMap<Ground, Brief["remembered"]>();

/** What a mediator knows of a negotiation before it begins. */
export function briefOf(ground: Ground): Brief {
  const { models, negotiation, lines, spaces, panel } = ground;
  const remembered: Brief["remembered"] = drafts.get(ground) ?? new Map();
  drafts.set(ground, remembered);
  const rules = ruledOut(negotiation);
  const allowed = (options: Package) => !rules.some((conditions) => meets(options, conditions));
  const today = negotiation.issues.map((issue) => issue.today);
  return {
    models,
    start: allowed(today) ? today : nearestTo(spaces.allowed, today, panel.offsets),
    allowed,
    crossed: (options) => crossedBy(options, lines).length,
    remembered,
  };
}

/** A package of a space that differs from another on as few issues as can be. */
function nearestTo(space: Space, options: Package, offsets: Int32Array): Package {
  const same = new Float64Array(at(offsets, offsets.length - 1));
  options.forEach((option, issue) => {
    same[at(offsets, issue) + option] = 1;
  });
  return bestOf(space, same, offsets);
}

/** Which of a player's models is the truth; the middle of all of them for a person, who knows what they need. */
export type Drawn = number | "middle";

/** Models over which a player believes: enough for a band, few enough for every move. */
const MODELS_BELIEVED = 100;

/** @returns refused where a party has no models, or the rules leave no package. */
export function groundOf(written: Case, options: AnalysisOptions): Outcome<Ground> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views, asOf } = setting.value;
  if (setting.value.unmodelled.length > 0) return refuse(missingInterests(setting.value));
  const panel = drawPanel(negotiation, views, "independent", setting.value);
  if (!panel.ok) return panel;
  const space = buildSpace(negotiation, ruledOut(negotiation));
  if (!space.ok) return space;
  if (space.value.empty) return refuse("the rules leave no package at all: there is nothing to negotiate about.");
  const players = panel.value.negotiating.map((place) => at(panel.value.members, place));
  if (players.length < 2) return refuse("it takes two parties who negotiate to play: give another one this role.");
  const { unseated } = setting.value;
  if (unseated.length > 0)
    return refuse(
      `${unseated.map(nameIn).join(" and ")} must sign and ${verb(unseated, "is")} not at the table on ${asOf}: choose another day.`,
    );
  const enough = enoughOf(negotiation, players);
  if (!enough(() => true))
    return refuse(
      `more parties must sign than negotiate on ${asOf}: look at the acceptance of the case, or choose another day.`,
    );
  const lines = redLinesOn(negotiation, views, asOf);
  const spaces = spacesOf(negotiation, space.value, players, lines);
  if (!spaces.ok) return spaces;
  return done({
    setting: setting.value,
    negotiation,
    panel: panel.value,
    spaces: spaces.value,
    lines,
    players,
    models: players.map((member) => modelSetOf(panel.value, space.value, member)),
    enough,
  });
}

/** The spaces within red lines: the same object where there are none. @returns refused where lines are too entangled to follow */
function spacesOf(
  negotiation: Case,
  allowed: Space,
  players: readonly Member[],
  lines: readonly StandingRedLine[],
): Outcome<PlayedSpaces> {
  const within = (own: readonly StandingRedLine[]): Outcome<Space> =>
    own.length === 0
      ? done(allowed)
      : buildSpace(negotiation, [...ruledOut(negotiation), ...own.map(({ crossed }) => crossed)]);
  const all = within(lines);
  if (!all.ok) return all;
  const own: Space[] = [];
  for (const { party } of players) {
    const mine = lines.filter((line) => line.party === party);
    const space = mine.length === lines.length ? all : within(mine);
    if (!space.ok) return space;
    own.push(space.value);
  }
  return done({ allowed, own, all: all.value });
}

function modelSetOf(panel: Panel, space: Space, member: Member): ModelSet {
  const count = Math.min(MODELS_BELIEVED, member.models.count);
  const size = at(panel.offsets, panel.offsets.length - 1);
  const worth = member.models.worth.slice(0, count * size);
  return {
    count,
    worth,
    least: member.models.threshold.slice(0, count),
    best: Float64Array.from({ length: count }, (_, model) =>
      mostIn(space, worth.subarray(model * size, (model + 1) * size), panel.offsets),
    ),
  };
}

/** The most that any package of a space is worth. Work grows with its steps. */
function mostIn(space: Space, worth: Worth, offsets: Int32Array): number {
  let sum = 0;
  for (const block of space.blocks)
    sum +=
      along<number>(block, {
        leaf: (issue, options) => Math.max(...options.map((option) => worth[at(offsets, issue) + option]!)),
        join: (before, next) => before + next,
        union: (several) => Math.max(...several),
      }) ?? 0;
  return sum;
}

/** What a player really needs, where one of its models is true. */
function truthOf({ panel, players, lines }: Ground, player: number, drawn: Drawn): Truth {
  const member = at(players, player);
  const { models } = member;
  const own = lines.filter(({ party }) => party === member.party);
  const crossed = (options: ArrayLike<number>) => own.length > 0 && crossedBy(Array.from(options), own).length > 0;
  const base = { party: member.party, name: member.name, crossed };
  if (drawn !== "middle") {
    const draw = drawOf(member, drawn);
    return {
      ...base,
      worth: worthIn(panel, member, drawn),
      reservation: at(models.reservation, draw),
      least: at(models.threshold, draw),
    };
  }
  const size = at(panel.offsets, panel.offsets.length - 1);
  const worth = new Float64Array(size);
  for (let flat = 0; flat < models.count * size; flat++) worth[flat % size]! += models.worth[flat]! / models.count;
  return { ...base, worth, reservation: mean(models.reservation), least: mean(models.threshold) };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The pool of a ground where it is the same in every truth, and the last worlds that were asked for. */
interface Memory {
  pool: Pool | null;
  readonly worlds: Map<string, World>;
}

const memories = new WeakMap<Ground, Memory>();
/** A person goes on in the same world; a tournament never comes back to one. */
const WORLDS_KEPT = 2;

/** The world in which these models are true. @param more packages that a person put on the table, −1 where an issue is open */
export function worldIn(ground: Ground, drawn: readonly Drawn[], more: readonly (readonly number[])[] = []): World {
  const memory = memories.get(ground) ?? { pool: null, worlds: new Map<string, World>() };
  memories.set(ground, memory);
  const key = drawn.join();
  const world = memory.worlds.get(key) ?? laidOut(ground, drawn, memory);
  memory.worlds.delete(key);
  memory.worlds.set(key, world);
  for (const old of memory.worlds.keys()) if (memory.worlds.size > WORLDS_KEPT) memory.worlds.delete(old);
  return worldWith(world, more);
}

function laidOut(ground: Ground, drawn: readonly Drawn[], memory: Memory): World {
  const { spaces, panel, enough } = ground;
  const truths = drawn.map((one, player) => truthOf(ground, player, one));
  const worths = truths.map(({ worth }) => worth);
  const pool = memory.pool ?? poolOf(spaces, worths, panel.offsets);
  // Where all packages are listed they are the same in every truth.
  if (pool.complete) memory.pool = pool;
  return worldOf(pool, panel.offsets, truths, enough);
}

const grounds = new WeakMap<Case, Map<string, Outcome<Ground>>>();
const GROUNDS_KEPT = 2;

/** As `groundOf`, and remembered for a person who goes on with the same case and options. */
export function rememberedGround(written: Case, options: AnalysisOptions): Outcome<Ground> {
  const { asOf, sharedWith, models, seed, views } = options;
  const key = JSON.stringify([asOf, sharedWith, models, seed, views]);
  const known = grounds.get(written) ?? new Map<string, Outcome<Ground>>();
  grounds.set(written, known);
  const ground = known.get(key) ?? groundOf(written, options);
  known.delete(key);
  known.set(key, ground);
  for (const old of known.keys()) if (known.size > GROUNDS_KEPT) known.delete(old);
  return ground;
}
