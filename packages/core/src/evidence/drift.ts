// How far a position moved, where each day's position is an interval on the 0–100 scale of its issue.
// What the record leaves open is not movement: the least is counted over every path through the intervals.

/** From `low` to `high` on the 0–100 scale of an issue; both the same where the position is a point. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The path through the intervals that moves least: it stays while it may, and else goes to the nearest end. Before
 * the first move it stands where that move begins; without any, in the middle of what all intervals share.
 * @returns one place for every interval, 0–100
 */
export function steadiestPath(intervals: readonly Interval[]): number[] {
  let [low, high] = [0, 100];
  let first = 0;
  for (const interval of intervals) {
    if (interval.low > high || interval.high < low) break;
    [low, high] = [Math.max(low, interval.low), Math.min(high, interval.high)];
    first++;
  }
  const next = intervals[first];
  let place = next === undefined ? (low + high) / 2 : next.low > high ? high : low;
  return intervals.map((interval, index) => {
    if (index >= first) place = Math.min(Math.max(place, interval.low), interval.high);
    return place;
  });
}

/** Σ|Δ| along a path. */
export const pathLength = (path: readonly number[]): number =>
  path.reduce((sum, place, index) => sum + Math.abs(place - (path[index - 1] ?? place)), 0);

/** The longest that a path through the intervals can be: from end to end, since the length is convex in each place. */
export function longestPath(intervals: readonly Interval[]): number {
  let [toLow, toHigh] = [0, 0];
  intervals.forEach(({ low, high }, index) => {
    const before = intervals[index - 1];
    if (!before) return;
    [toLow, toHigh] = [
      Math.max(toLow + Math.abs(low - before.low), toHigh + Math.abs(low - before.high)),
      Math.max(toLow + Math.abs(high - before.low), toHigh + Math.abs(high - before.high)),
    ];
  });
  return Math.max(toLow, toHigh);
}

/** Where the path turns back: the indices at which it moves against its last move. */
export function reversalsIn(path: readonly number[]): number[] {
  let last = 0;
  return path.flatMap((place, index) => {
    const move = Math.sign(place - (path[index - 1] ?? place));
    if (move === 0) return [];
    const turned = last === -move;
    last = move;
    return turned ? [index] : [];
  });
}
