// Where figures are heading: the pace of the latest proofs, and the day on which it would cross a limit.
import type { Limit } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import type { Scale } from "./compare.js";

export interface Pace {
  /** In the unit of the metric, a day. */
  readonly perDay: number;
  readonly from: { readonly day: number; readonly value: number };
  readonly figures: number;
  /** Days from the first of these figures to the last. */
  readonly span: number;
}

/**
 * Whether a pace still says something on a day: it is drawn on no longer past its last figure than its figures reach back.
 * @param asOf a day as a number
 */
export const isDrawn = ({ from, span }: Pace, asOf: number): boolean => asOf - from.day <= span;

/** Theil & Sen: the median of the slopes between every two, which one slip does not turn. Null where two days are wanting. */
export function paceOf(points: readonly { readonly day: number; readonly value: number }[]): Pace | null {
  const slopes = points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b) => (b.day === a.day ? [] : [(b.value - a.value) / (b.day - a.day)])),
  );
  const [first, last] = [points[0], points.at(-1)];
  if (slopes.length === 0 || !first || !last) return null;
  slopes.sort((a, b) => a - b);
  const middle = slopes.length >> 1;
  const perDay =
    slopes.length % 2 === 1 ? (slopes[middle] ?? 0) : ((slopes[middle - 1] ?? 0) + (slopes[middle] ?? 0)) / 2;
  return { perDay, from: last, figures: points.length, span: last.day - first.day };
}

const FAR = 366 * 200;

/**
 * The first day after the last figure on which the pace is beyond the limit that holds then; null where it never is.
 * @param starts the first day of each limit, ascending
 */
export function crossing({ perDay, from }: Pace, scale: Scale, limits: readonly Limit[]): string | null {
  const starts = limits.map((limit) => (limit.from === null ? Number.NEGATIVE_INFINITY : dayNumber(limit.from)));
  for (const [i, { atMost, atLeast }] of limits.entries()) {
    const until = (starts[i + 1] ?? from.day + FAR) - 1;
    const begin = Math.max(from.day + 1, starts[i] ?? from.day);
    if (until < begin) continue;
    const at = (day: number) => from.value + perDay * (day - from.day);
    const beyond = (day: number) =>
      (atMost !== null && at(day) > scale.edge(atMost).high) || (atLeast !== null && at(day) < scale.edge(atLeast).low);
    if (beyond(begin)) return dayText(begin);
    if (!beyond(until)) continue;
    let [low, high] = [begin, until];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (beyond(middle)) high = middle;
      else low = middle;
    }
    return dayText(high);
  }
  return null;
}
