// What the games of a tournament come to: means over the truths with their intervals, and the game between styles.
import { provenanceOf } from "../agreements/index.js";
import { at, stream } from "../math/index.js";
import { empiricalGame } from "./empirical-game.js";
import { intervalsOf } from "./interval.js";
import type { Protocol } from "./protocol.js";
import { COLUMNS, type Plan, type Tournament, type TournamentPart } from "./tournament-types.js";

const METHODS: Readonly<Record<Protocol, string>> = {
  alternating: "alternating offers between named styles, over sampled truths",
  sealed: "sealed bids of named styles, over sampled truths",
  "single-text": "a mediator's single text between named styles, over sampled truths",
};

/** @param parts all truths, each once, in whatever order */
export function summed(plan: Plan, parts: readonly TournamentPart[]): Tournament {
  const { ground, seat, mine, theirs, truths, games, rounds, delay, protocol, seed } = plan;
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
    ...provenanceOf(ground.setting, [ground.panel], METHODS[protocol]),
    party: at(ground.players, seat).party,
    name: at(ground.players, seat).name,
    styles: theirs.map(({ name }) => name),
    rounds,
    delay,
    protocol,
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
    openings: openings
      .map(({ values, ...one }) => ({ ...one, best: top !== undefined && !intervals.above(top.values, values) }))
      .sort((a, b) => b.own.mean - a.own.mean),
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
