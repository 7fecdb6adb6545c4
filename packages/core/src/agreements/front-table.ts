// The table that holds the efficient packages found so far and their values, with the limits on its size and the
// removal of dominated rows.
import { skyline } from "../math/index.js";

/** Values of efficient packages, size × parties. With two parties rows run by the first value descending. */
export interface FrontValues {
  readonly size: number;
  readonly parties: number;
  readonly values: Float64Array;
}

/** The efficient partial packages on some issues. */
export interface Front extends FrontValues {
  /** Whether it knows the packages behind its values; without them `ties` means nothing and `fill` throws. */
  readonly tracked: boolean;
  /** How many packages share each row's values. */
  readonly ties: Float64Array;
  /** No package left out is better than the best row for it by more than this, for any party; 0: exact. */
  readonly error: number;
  readonly issues: readonly number[];
  /** Writes a row's options into `out`, one entry an issue. */
  readonly fill: (row: number, out: Int32Array) => void;
}

/** Worth of every option (flat) to one party: weight times score. */
export type Worth = Float64Array;

/** Rows kept before the front is thinned to cells, with the error stated. */
export interface FrontLimit {
  readonly rows: number;
  /** Only the values are wanted, not the packages: half the work. */
  readonly valuesOnly?: boolean;
  /** Counts the work as it is done: for checks that it has not grown. */
  readonly counts?: FrontCounts;
  /** Once so many sums are counted the rest is not worked out, and the front means nothing: for estimates of the work. */
  readonly most?: number;
}

/** Whether an estimate has counted as much as it wanted to know. */
export const spent = ({ counts, most }: FrontLimit): boolean =>
  counts !== undefined && most !== undefined && counts.sums > most;

/** Work that does not depend on the machine. */
export interface FrontCounts {
  /** Sums of two rows that were looked at. */
  sums: number;
  /** Rows that merges kept, last and intermediate ones. */
  kept: number;
}

/** Keeps the efficient rows of a front. @param order its rows by the first value descending; null where they are not sorted */
export function prune(front: Front, order: Uint32Array | null = null): Front {
  const found = skyline(
    front.values,
    front.parties,
    front.size,
    front.ties,
    front.tracked ? earlierIn(front) : NEVER,
    order,
  );
  return pick(front, found.rows, found.ties);
}

export const NEVER = (): boolean => false;

/** Which of two rows comes first in the case's order of options. */
export function earlierIn({ issues, fill }: Pick<Front, "issues" | "fill">): (a: number, b: number) => boolean {
  const order = [...issues].sort((a, b) => a - b);
  const length = (order.at(-1) ?? 0) + 1;
  return (a, b) => {
    const [one, other] = [new Int32Array(length), new Int32Array(length)];
    fill(a, one);
    fill(b, other);
    const differing = order.find((issue) => one[issue] !== other[issue]);
    return differing !== undefined && one[differing]! < other[differing]!;
  };
}

export function pick(front: Front, rows: ArrayLike<number>, ties: ArrayLike<number>): Front {
  const { parties } = front;
  const values = new Float64Array(rows.length * parties);
  const source = Int32Array.from(rows);
  for (let row = 0; row < source.length; row++) {
    for (let p = 0; p < parties; p++) values[row * parties + p] = front.values[source[row]! * parties + p]!;
  }
  return {
    ...front,
    size: source.length,
    values,
    ties: Float64Array.from(ties),
    fill: (row, out) => front.fill(source[row]!, out),
  };
}
