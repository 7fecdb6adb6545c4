// Every style against every style, over many truths of a case and many games in each: which does best against what they may be.
import { type Provenance, provenanceOf } from "../agreements/index.js";
import { type Case, done, misused, type Outcome, refuse } from "../case/index.js";
import { at, stream } from "../math/index.js";
import { type EmpiricalGame, empiricalGame } from "./empirical-game.js";
import { type Ground, groundOf, worldIn } from "./ground.js";
import { type Interval, intervalsOf } from "./interval.js";
import { measured, type Reachable, reachableIn } from "./measures.js";
import { playerOf } from "./players.js";
import { offersOf, recordedPace } from "./recorded.js";
import { play } from "./session.js";
import { drawnFor, type Mixture, readStyle, STYLE_NAMES } from "./styles.js";
import { OPENINGS, PACES, type TournamentOptions, wrongIn } from "./tournament-options.js";
import type { World } from "./world.js";

/** How a pair of styles does. Shares of the most that a party could have had over no deal, in points 0–100. */
export interface PairResult {
  /** Of the party in question, and of all others. */
  readonly mine: string;
  readonly theirs: string;
  readonly own: Interval;
  readonly others: Interval;
  readonly joint: Interval;
  /** Share of the games that ended in a deal, 0–1, and the mean round in which games ended. */
  readonly deals: number;
  readonly rounds: number;
  /** Distance to the Nash solution, in points; null where nothing ever suits all. */
  readonly fromNash: number | null;
}

export interface StyleResult {
  readonly style: string;
  /** Over all styles of the others, each as likely. */
  readonly own: Interval;
  readonly joint: Interval;
  readonly deals: number;
  /** What it gets where the others play what is best against it, in points. */
  readonly exploited: number;
}

/** An opening and a pace, against all styles of the others. */
export interface OpeningResult {
  /** Share of what can be won that is asked for first, 0–1, and the exponent of the pace: below 1 late, above 1 early. */
  readonly opening: number;
  readonly pace: number;
  readonly own: Interval;
  readonly deals: number;
  /** Whether it is the best, or not told apart from it by the truths that were drawn. */
  readonly best: boolean;
}

export interface Tournament extends Provenance {
  /** The party in question, by id and name; the others play one style together. */
  readonly party: string;
  readonly name: string;
  readonly styles: readonly string[];
  readonly rounds: number;
  readonly truths: number;
  readonly games: number;
  /** Share of the truths in which something suits all. */
  readonly zone: number;
  readonly pairs: readonly PairResult[];
  readonly byStyle: readonly StyleResult[];
  readonly openings: readonly OpeningResult[];
  readonly game: EmpiricalGame;
  /** Styles that were left out, and why: a sentence each. */
  readonly leftOut: readonly string[];
}

/** Columns of a result: share of the party, mean share of the others, joint, deal, round, distance to Nash. */
const COLUMNS = 6;

/** What plays against what, and for how long. */
interface Plan {
  readonly ground: Ground;
  readonly seat: number;
  readonly mine: readonly Mixture[];
  readonly theirs: readonly Mixture[];
  readonly rounds: number;
  readonly truths: number;
  readonly games: number;
  readonly seed: number;
  readonly leftOut: readonly string[];
}

/** The results of some truths, one after another: each mine × theirs × games × columns. */
export interface TournamentPart {
  readonly from: number;
  readonly results: Float64Array;
  /** Of each truth, whether something suits all. */
  readonly zone: readonly boolean[];
}

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

function planOf(written: Case, options: TournamentOptions): Outcome<Plan> {
  const wrong = wrongIn(options);
  if (wrong !== null) return misused(wrong);
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
    truths: Math.min(options.truths ?? 30, ground.panel.count),
    games: options.games ?? 2,
    seed: ground.setting.seed,
    leftOut,
  });
}

/** Whether a style plays as on record, and the record of a party does not say how. */
const lacksRecord = (ground: Ground, { of }: Mixture, party: string): boolean =>
  of.some(({ style }) => style.bidding.kind === "on-record") && offersOf(ground, party).length < 2;

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
  { ground, seat, mine, theirs, rounds, seed }: Plan,
  world: World,
  reachable: Reachable,
  paces: readonly ReturnType<typeof recordedPace>[],
  { truth, x, y, game }: One,
): Float64Array {
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
      labels,
      recorded: at(paces, place),
    });
  });
  const trace = play(world, players, rounds, (seat + game) % players.length);
  const { shares, joint, fromNash } = measured(world, reachable, trace.deal);
  const others = shares.reduce((sum, share, place) => (place === seat ? sum : sum + share), 0) / (shares.length - 1);
  return Float64Array.of(shares[seat]!, others, joint, trace.deal >= 0 ? 1 : 0, trace.round, fromNash ?? Number.NaN);
}

function summed(plan: Plan, parts: readonly TournamentPart[]): Tournament {
  const { ground, seat, mine, theirs, truths, games, rounds, seed } = plan;
  const ordered = [...parts].sort((a, b) => a.from - b.from);
  const each = mine.length * theirs.length * games * COLUMNS;
  const results = new Float64Array(truths * each);
  for (const { from, results: own } of ordered) results.set(own, from * each);
  /** Mean over the games of one truth, for a column of a pair. */
  const meanIn = (x: number, y: number, column: number) => (truth: number) => {
    let sum = 0;
    for (let game = 0; game < games; game++)
      sum += results[truth * each + ((x * theirs.length + y) * games + game) * COLUMNS + column]!;
    return sum / games;
  };
  const overTruths = (of: (truth: number) => number) => Float64Array.from({ length: truths }, (_, truth) => of(truth));
  const ofPair = (x: number, y: number, column: number) => overTruths(meanIn(x, y, column));
  const ofStyle = (x: number, column: number) =>
    overTruths((truth) => theirs.reduce((sum, _, y) => sum + meanIn(x, y, column)(truth), 0) / theirs.length);
  const intervals = intervalsOf(truths, stream(seed, "bootstrap"));
  const own = theirs.map((_, x) => theirs.map((_, y) => average(ofPair(x, y, 0))));
  const other = theirs.map((_, y) => theirs.map((_, x) => average(ofPair(x, y, 1))));
  const game = empiricalGame(own, other);
  const openings = mine.slice(theirs.length).map((mixture, k) => {
    const bidding = at(mixture.of, 0).style.bidding;
    const values = ofStyle(theirs.length + k, 0);
    return {
      opening: bidding.kind === "time" ? bidding.opening : 1,
      pace: bidding.kind === "time" ? bidding.pace : 1,
      own: intervals.of(values),
      deals: average(ofStyle(theirs.length + k, 3)),
      values,
    };
  });
  const top = openings.reduce((best, one) => (one.own.mean > (best?.own.mean ?? -1) ? one : best), openings[0]);
  const zones = ordered.flatMap(({ zone }) => zone);
  return {
    ...provenanceOf(ground.setting, [ground.panel], "alternating offers between named styles, over sampled truths"),
    party: at(ground.players, seat).party,
    name: at(ground.players, seat).name,
    styles: theirs.map(({ name }) => name),
    rounds,
    truths,
    games: truths * mine.length * theirs.length * games,
    zone: zones.filter((there) => there).length / Math.max(1, zones.length),
    pairs: theirs.flatMap((one, x) =>
      theirs.map((another, y) => ({
        mine: one.name,
        theirs: another.name,
        own: intervals.of(ofPair(x, y, 0)),
        others: intervals.of(ofPair(x, y, 1)),
        joint: intervals.of(ofPair(x, y, 2)),
        deals: average(ofPair(x, y, 3)),
        rounds: average(ofPair(x, y, 4)),
        fromNash: meanOfThere(ofPair(x, y, 5)),
      })),
    ),
    byStyle: theirs.map(({ name }, x) => ({
      style: name,
      own: intervals.of(ofStyle(x, 0)),
      joint: intervals.of(ofStyle(x, 2)),
      deals: average(ofStyle(x, 3)),
      exploited: 100 * at(game.exploited[0], x),
    })),
    openings: openings.map(({ values, ...one }) => ({
      ...one,
      best: top !== undefined && !intervals.above(top.values, values),
    })),
    game,
    leftOut: plan.leftOut,
  };
}

const average = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** In points, over the truths where there is one. */
function meanOfThere(values: Float64Array): number | null {
  const there = values.filter((value) => !Number.isNaN(value));
  return there.length === 0 ? null : 100 * average(there);
}
