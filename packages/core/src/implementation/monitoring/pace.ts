// How fast figures change: the pace of the latest of them, and how long that says something.
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
  const slopes = slopesOf(points);
  const [first, last] = [points[0], points.at(-1)];
  if (slopes.length === 0 || !first || !last) return null;
  const middle = slopes.length >> 1;
  const perDay =
    slopes.length % 2 === 1 ? (slopes[middle] ?? 0) : ((slopes[middle - 1] ?? 0) + (slopes[middle] ?? 0)) / 2;
  return { perDay, from: last, figures: points.length, span: last.day - first.day };
}

/** The slopes between every two points of different days, ascending. Flat, so that they are sorted as numbers. */
function slopesOf(points: readonly { readonly day: number; readonly value: number }[]): Float64Array {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let size = 0;
  for (const [i, a] of points.entries())
    for (const b of points.slice(i + 1)) if (b.day !== a.day) slopes[size++] = (b.value - a.value) / (b.day - a.day);
  return slopes.subarray(0, size).sort();
}
