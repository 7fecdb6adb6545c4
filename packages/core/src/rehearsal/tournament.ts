// Every style against every style, over many truths of a case and many games in each: which does best against what they may be.
import { type Case, done, misused, type Outcome, refuse } from "../case/index.js";
import { at } from "../math/index.js";
import { keptIn } from "./delay.js";
import { briefOf, type Ground, groundOf, worldIn } from "./ground.js";
import { measured, type Reachable, reachableIn } from "./measures.js";
import { wayOf } from "./mediator.js";
import { playerOf } from "./players.js";
import { movesOnRecord, recordedPace } from "./recorded.js";
import { play } from "./session.js";
import { drawnFor, type Mixture, readStyle, STYLE_NAMES } from "./styles.js";
import { OPENINGS, PACES, type TournamentOptions, wrongIn } from "./tournament-options.js";
import { summed } from "./tournament-summary.js";
import { COLUMNS, type Plan, type Tournament, type TournamentPart } from "./tournament-types.js";
import type { World } from "./world.js";

/** @returns refused where a party has no models, or an option cannot be followed */
export function tournament(written: Case, options: TournamentOptions = {}): Outcome<Tournament> {
  const plan = planOf(written, options);
  if (!plan.ok) return plan;
  const { truths } = plan.value;
  const part = playTruths(plan.value, 0, truths, options.onProgress ?? (() => {}));
  return done(summed(plan.value, [part]));
}

/** How large a tournament is, so that it can be divided among workers. */
export interface TournamentSize {
  readonly truths: number;
  /** Rounds of all games in one truth, at most. */
  readonly rounds: number;
}

/** @returns refused as `tournament` is */
export function tournamentSize(written: Case, options: TournamentOptions): Outcome<TournamentSize> {
  const plan = planOf(written, options);
  if (!plan.ok) return plan;
  const { truths, mine, theirs, games, rounds } = plan.value;
  return done({ truths, rounds: mine.length * theirs.length * games * rounds });
}

/** Some truths of a tournament; the same wherever and in whatever order they are played. */
export function tournamentPart(
  written: Case,
  options: TournamentOptions,
  from: number,
  to: number,
): Outcome<TournamentPart> {
  const plan = planOf(written, options);
  return plan.ok ? done(playTruths(plan.value, from, to, options.onProgress ?? (() => {}))) : plan;
}

/** The whole of its parts, in whatever order they come. @throws RangeError where they are not all truths, each once */
export function tournamentOf(
  written: Case,
  options: TournamentOptions,
  parts: readonly TournamentPart[],
): Outcome<Tournament> {
  const plan = planOf(written, options);
  if (!plan.ok) return plan;
  let next = 0;
  for (const { from, zone } of [...parts].sort((a, b) => a.from - b.from)) {
    if (from !== next) throw new RangeError(`the parts of a tournament leave out truths from ${next} on`);
    next += zone.length;
  }
  if (next !== plan.value.truths) throw new RangeError(`the parts of a tournament end at truth ${next}`);
  return done(summed(plan.value, parts));
}

/** What can be said of the options without a case. @returns refused where they cannot be followed in any */
export function checkedOptions(options: TournamentOptions): Outcome<null> {
  const wrong = wrongIn(options);
  if (wrong !== null) return misused(wrong);
  for (const name of options.styles ?? []) {
    const style = readStyle(name);
    if (!style.ok) return style;
  }
  return done(null);
}

function planOf(written: Case, options: TournamentOptions): Outcome<Plan> {
  const checked = checkedOptions(options);
  if (!checked.ok) return checked;
  const found = groundOf(written, options);
  if (!found.ok) return found;
  const ground = found.value;
  const seat = options.party === undefined ? 0 : ground.players.findIndex(({ party }) => party === options.party);
  if (seat < 0)
    return misused(
      `"${options.party}" does not negotiate. Write one of ${ground.players.map(({ party }) => party).join(", ")}.`,
    );
  const leftOut: string[] = [];
  const styles: Mixture[] = [];
  for (const name of options.styles ?? STYLE_NAMES) {
    const style = readStyle(name);
    if (!style.ok) return style;
    const without = ground.players.filter(({ party }) => lacksRecord(ground, style.value, party));
    if (without.length > 0)
      leftOut.push(
        `${name} is left out: fewer than two whole offers of ${without.map((one) => one.name).join(" and ")} are on record.`,
      );
    else styles.push(style.value);
  }
  if (styles.length === 0) return refuse("no style is left to play.", ...leftOut);
  const openings = OPENINGS.flatMap((opening) =>
    PACES.map((pace): Mixture => {
      const bidding = { kind: "time", opening, pace, trades: true } as const;
      return {
        name: `${opening}/${pace}`,
        of: [
          {
            style: { name: `${opening}/${pace}`, bidding, accepting: { kind: "next" }, modelling: "bayesian" },
            weight: 1,
          },
        ],
      };
    }),
  );
  return done({
    ground,
    seat,
    mine: options.openings === false ? styles : [...styles, ...openings],
    theirs: styles,
    rounds: options.rounds ?? 20,
    delay: options.delay ?? 0,
    protocol: options.protocol ?? "alternating",
    truths: Math.min(options.truths ?? 30, ground.panel.count),
    games: options.games ?? 2,
    seed: ground.setting.seed,
    leftOut,
  });
}

/** Whether a style plays as on record, and the record of a party does not say how. */
const lacksRecord = (ground: Ground, { of }: Mixture, party: string): boolean =>
  of.some(({ style }) => style.bidding.kind === "on-record") &&
  !movesOnRecord(ground.negotiation, party, ground.setting.asOf);

function playTruths(plan: Plan, from: number, to: number, onProgress: (share: number) => void): TournamentPart {
  const { ground, mine, theirs, games } = plan;
  const each = mine.length * theirs.length * games * COLUMNS;
  const results = new Float64Array((to - from) * each);
  const zone: boolean[] = [];
  for (let truth = from; truth < to; truth++) {
    const world = worldIn(
      ground,
      ground.players.map(() => truth),
    );
    const reachable = reachableIn(world);
    zone.push(reachable.nash >= 0);
    const paces = world.seats.map((seat) => recordedPace(ground, seat));
    let place = (truth - from) * each;
    for (let x = 0; x < mine.length; x++)
      for (let y = 0; y < theirs.length; y++)
        for (let game = 0; game < games; game++, place += COLUMNS)
          results.set(playOne(plan, world, reachable, paces, { truth, x, y, game }), place);
    onProgress((truth + 1 - from) / (to - from));
  }
  return { from, results, zone };
}

interface One {
  readonly truth: number;
  readonly x: number;
  readonly y: number;
  readonly game: number;
}

function playOne(
  { ground, seat, mine, theirs, rounds, delay, protocol, seed }: Plan,
  laidOut: World,
  reachable: Reachable,
  paces: readonly ReturnType<typeof recordedPace>[],
  { truth, x, y, game }: One,
): Float64Array {
  const { world, way } = wayOf(protocol, laidOut, () => briefOf(ground), rounds);
  const players = world.seats.map((_, place) => {
    const mixture = place === seat ? at(mine, x) : at(theirs, y);
    const labels = [seed, "tournament", truth, mixture.name, at(theirs, y).name, game];
    const style = drawnFor(mixture, [...labels, place]);
    return playerOf({
      world,
      models: ground.models,
      seat: place,
      style,
      rounds,
      delay,
      labels,
      recorded: at(paces, place),
    });
  });
  const trace = play(world, players, rounds, (seat + game) % players.length, way);
  const { shares, joint, fromNash } = measured(world, reachable, trace.deal, keptIn(delay, trace.round));
  const others = shares.reduce((sum, share, place) => (place === seat ? sum : sum + share), 0) / (shares.length - 1);
  return Float64Array.of(shares[seat]!, others, joint, trace.deal >= 0 ? 1 : 0, trace.round, fromNash ?? Number.NaN);
}
