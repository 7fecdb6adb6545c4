// How far a position moved, where each day's position is an interval on the 0–100 scale of its issue.
// What the record leaves open is not movement: the least is counted over every path through the intervals.

/** Where a position may be on the 0–100 scale of an issue: from `low` to `high`, or only at these places of it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Ascending; left out or null: anywhere between. */
  readonly places?: readonly number[] | null;
}

/**
 * The path through the intervals that moves least: it stays while it may, and else goes to the nearest end. Before
 * the first move it stands where that move begins; without any, in the middle of what all intervals share.
 * @returns one place for every interval, 0–100
 */
export function steadiestPath(intervals: readonly Interval[]): number[] {
  if (intervals.some(({ places }) => places)) return shortestPath(intervals);
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

/** Where places between are left out, staying as long as one may need not be shortest: by dynamic programming over the ends. */
function shortestPath(intervals: readonly Interval[]): number[] {
  const ends = new Set(intervals.flatMap(({ low, high, places }) => [low, high, ...(places ?? [])]));
  const choices = intervals.map(
    ({ low, high, places }) => places ?? [...ends].filter((end) => end >= low && end <= high).sort((a, b) => a - b),
  );
  // Step 1: from the last interval backwards, the least that is still to go from each place.
  const toGo: number[][] = choices.map((places) => places.map(() => 0));
  for (let k = choices.length - 2; k >= 0; k--)
    toGo[k] = (choices[k] ?? []).map((from) =>
      Math.min(...(choices[k + 1] ?? []).map((to, place) => Math.abs(to - from) + (toGo[k + 1]?.[place] ?? 0))),
    );
  // Step 2: forwards along it; of equal ways the one that moves later.
  let at: number | null = null;
  return choices.map((places, k) => {
    const cost = (place: number) => (at === null ? 0 : Math.abs((places[place] ?? 0) - at)) + (toGo[k]?.[place] ?? 0);
    const moved = (place: number) => (at === null ? 0 : Math.abs((places[place] ?? 0) - at));
    const best = places.reduce((least, _, place) => {
      const difference = cost(place) - cost(least);
      return difference < 0 || (difference === 0 && moved(place) < moved(least)) ? place : least;
    }, 0);
    at = places[best] ?? 0;
    return at;
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

/**
 * Where the path turns back: the indices at which it moves against its last move.
 * @param before the direction in which it last moved before its beginning; 0: not at all
 */
export function reversalsIn(path: readonly number[], before = 0): number[] {
  let last = before;
  return path.flatMap((place, index) => {
    const move = Math.sign(place - (path[index - 1] ?? place));
    if (move === 0) return [];
    const turned = last === -move;
    last = move;
    return turned ? [index] : [];
  });
}
