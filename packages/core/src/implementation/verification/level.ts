// Effort over ways to violate that the violator chooses among, knowing how likely each is to be seen.
//
// Kiekintveld et al., Computing optimal randomized resource allocations for massive security games, AAMAS 2009. Their
// Algorithm 1 has two signs wrong as printed; this is the level form of the same solution: the lowest level x of the
// violator's value that the effort can hold all ways down to.

/** A way to violate. */
export interface Way {
  /** What it brings the violator if it is not seen, and if it is. */
  readonly unseen: number;
  readonly seen: number;
  /**
   * Effort for a probability 0–most that it is seen; grows with it. A site that is visited with that probability: the
   * effort of a visit times the probability over what a visit recognises.
   */
  readonly effort: (probability: number) => number;
  /** The most that any effort can bring, 0–1. */
  readonly most: number;
}

export interface Levelled {
  /** What the violator gets from the best of the ways. */
  readonly level: number;
  /** How likely each is to be seen. */
  readonly detection: readonly number[];
  readonly effort: readonly number[];
}

/** A site that is inspected whole with some probability, at `effort` an inspection. */
export const siteWay = (unseen: number, seen: number, effort = 1, identification = 1): Way => ({
  unseen,
  seen,
  effort: (probability) => (effort * probability) / identification,
  most: identification,
});

/** How likely a way must be seen for the violator to get no more than x from it. */
const needed = ({ unseen, seen }: Way, x: number): number => (unseen <= x ? 0 : (unseen - x) / (unseen - seen));

/** The lowest level that any effort can hold the ways to: there some way is at its most. */
const floorOf = (ways: readonly Way[]): number =>
  ways.reduce(
    (floor, { unseen, seen, most }) => Math.max(floor, unseen - most * (unseen - seen)),
    Number.NEGATIVE_INFINITY,
  );

const effortFor = (ways: readonly Way[], x: number): number =>
  ways.reduce((sum, way) => sum + way.effort(Math.min(way.most, needed(way, x))), 0);

/** Halvings until a level is known to the last digits of a double. */
const HALVINGS = 200;

/**
 * The best use of an effort: the lowest level within it, found by halving; n steps each. Where some way is at its most and
 * effort is left, it goes to the others, again to the lowest level of theirs: the value is the same, and more is seen.
 */
export function level(ways: readonly Way[], effort: number): Levelled {
  const detection = ways.map(() => 0);
  let [left, value] = [effort, Number.NEGATIVE_INFINITY];
  let open = ways.map((_, i) => i);
  while (open.length > 0) {
    const some = open.map((i) => ways[i] as Way);
    const { level: x, atFloor } = lowest(some, left);
    value = Math.max(value, x);
    for (const [k, i] of open.entries()) detection[i] = Math.min(some[k]?.most ?? 0, needed(some[k] as Way, x));
    if (!atFloor) break;
    const done = open.filter((i) => (detection[i] ?? 0) >= (ways[i]?.most ?? 0) - 1e-12);
    left -= done.reduce((sum, i) => sum + (ways[i]?.effort(detection[i] ?? 0) ?? 0), 0);
    open = open.filter((i) => !done.includes(i));
  }
  return { level: value, detection, effort: ways.map((way, i) => way.effort(detection[i] ?? 0)) };
}

/** The lowest level within an effort; `atFloor`: no effort could bring it lower. */
function lowest(ways: readonly Way[], effort: number): { readonly level: number; readonly atFloor: boolean } {
  const top = ways.reduce((most, { unseen }) => Math.max(most, unseen), Number.NEGATIVE_INFINITY);
  const floor = floorOf(ways);
  if (effortFor(ways, floor) <= effort) return { level: floor, atFloor: true };
  let [low, high] = [floor, top];
  for (let k = 0; k < HALVINGS && high - low > 1e-13 * Math.max(1, Math.abs(low), Math.abs(high)); k++) {
    const middle = (low + high) / 2;
    if (effortFor(ways, middle) <= effort) high = middle;
    else low = middle;
  }
  return { level: high, atFloor: false };
}

/** The least effort with which no way pays, compliance bringing 0; null where no effort is enough. */
export function deterrenceEffort(ways: readonly Way[]): number | null {
  return ways.length === 0 || floorOf(ways) > 0 ? null : effortFor(ways, 0);
}
