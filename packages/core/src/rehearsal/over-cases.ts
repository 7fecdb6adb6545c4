// Tournaments on several cases together: how styles, openings and paces do in one case with another, each case weighing the same.
import { at, stream } from "../math/index.js";
import { type Interval, intervalsOf } from "./interval.js";
import type { Tournament } from "./tournament-types.js";

/** What something comes to over the cases, in points; the range is of what other cases of this kind would give. */
interface OverCases {
  readonly own: Interval;
  readonly joint: Interval | null;
  /** Share of the games that ended in a deal, 0–1. */
  readonly deals: number;
  /** The place of the case in which it does worst, and of the one in which it does best, with the points there. */
  readonly least: { readonly place: number; readonly points: number };
  readonly most: { readonly place: number; readonly points: number };
}

export interface TournamentsOverCases {
  /** Styles that were played in every case, the best first. */
  readonly styles: readonly (OverCases & { readonly style: string })[];
  /** Openings and paces, the best first; `best`: not told apart from the best by these cases. */
  readonly openings: readonly (OverCases & {
    readonly opening: number;
    readonly pace: number;
    readonly best: boolean;
  })[];
}

/** @param tournaments one a case, at least one, with the same styles asked for @param seed of the resamples */
export function overCases(tournaments: readonly Tournament[], seed = 1): TournamentsOverCases {
  const intervals = intervalsOf(tournaments.length, stream(seed, "cases"));
  const over = (points: readonly number[], joint: readonly number[] | null, deals: readonly number[]): OverCases => {
    const values = shares(points);
    const extreme = (better: (a: number, b: number) => boolean) => {
      const place = points.reduce((best, value, k) => (better(value, at(points, best)) ? k : best), 0);
      return { place, points: at(points, place) };
    };
    return {
      own: intervals.of(values),
      joint: joint && intervals.of(shares(joint)),
      deals: deals.reduce((sum, value) => sum + value, 0) / deals.length,
      least: extreme((a, b) => a < b),
      most: extreme((a, b) => a > b),
    };
  };
  /** What was played in every case: of the first, with what the others have of the same. */
  const everywhere = <One>(all: (of: Tournament) => readonly One[], same: (a: One, b: One) => boolean): One[][] =>
    all(at(tournaments, 0))
      .map((first) => tournaments.flatMap((of) => all(of).filter((one) => same(one, first))))
      .filter((found) => found.length === tournaments.length);
  const styles = everywhere(
    ({ byStyle }) => byStyle,
    (a, b) => a.style === b.style,
  ).map((found) => ({
    style: at(found, 0).style,
    ...over(
      found.map(({ own }) => own.mean),
      found.map(({ joint }) => joint.mean),
      found.map(({ deals }) => deals),
    ),
  }));
  const openings = everywhere(
    ({ openings: all }) => all,
    (a, b) => a.opening === b.opening && a.pace === b.pace,
  ).map((found) => {
    const { opening, pace } = at(found, 0);
    const points = found.map(({ own }) => own.mean);
    return {
      opening,
      pace,
      points,
      ...over(
        points,
        null,
        found.map(({ deals }) => deals),
      ),
    };
  });
  const top = openings.reduce((best, one) => (one.own.mean > (best?.own.mean ?? -1) ? one : best), openings[0]);
  return {
    styles: styles.sort((a, b) => b.own.mean - a.own.mean),
    openings: openings
      .map(({ points, ...one }) => ({
        ...one,
        best: top !== undefined && !intervals.above(shares(top.points), shares(points)),
      }))
      .sort((a, b) => b.own.mean - a.own.mean),
  };
}

const shares = (points: readonly number[]): Float64Array => Float64Array.from(points, (value) => value / 100);
