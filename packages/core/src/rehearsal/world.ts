// One truth to play in: what every party really needs, each package's value to each, and each party's packages by its own
// value, so that a bid is found by binary search.
import type { Enough, Worth } from "../agreements/index.js";
import { at, TOLERANCE } from "../math/index.js";
import { joined, type Pool, packageIn, poolOfRows } from "./pool.js";

/** What a party really needs. */
export interface Truth {
  readonly party: string;
  readonly name: string;
  /** Worth of every option (flat), so that a package's value is a sum of one entry an issue. */
  readonly worth: Worth;
  /** What it has without a deal, and the least for which it signs, 0–1. */
  readonly reservation: number;
  readonly least: number;
  /** Packages that cross its red lines. */
  readonly crossed: (options: ArrayLike<number>) => boolean;
}

/** A party at the table. */
export interface Seat extends Truth {
  /** Of every row of the pool, 0–1; with issues open: the most that they can bring. */
  readonly values: Float64Array;
  /** Rows that it would sign, by its own value ascending, and these values. */
  readonly rows: Uint32Array;
  readonly sorted: Float64Array;
  /** The most that it can have, 0–1; `least` where it would sign nothing. */
  readonly best: number;
}

export interface World {
  readonly pool: Pool;
  /** Rows beyond these were added by a person: nobody else bids them. */
  readonly listed: number;
  readonly offsets: Int32Array;
  readonly seats: readonly Seat[];
  readonly enough: Enough;
}

/** Work grows with packages × (issues + log packages) × parties; memory with packages × parties. */
export const worldOf = (pool: Pool, offsets: Int32Array, truths: readonly Truth[], enough: Enough): World => ({
  pool,
  listed: pool.size,
  offsets,
  enough,
  seats: truths.map((truth) => seatOf(pool, offsets, truth)),
});

/** The same world with more packages at the end, of which issues may be open (−1). */
export function worldWith(world: World, more: readonly (readonly number[])[]): World {
  if (more.length === 0) return world;
  const added = poolOfRows(world.pool.issues, more);
  return {
    ...world,
    pool: joined(world.pool, added),
    seats: world.seats.map((seat) => {
      const values = new Float64Array(world.pool.size + added.size);
      values.set(seat.values);
      values.set(valuesIn(added, seat.worth, world.offsets), world.pool.size);
      return { ...seat, values };
    }),
  };
}

function seatOf(pool: Pool, offsets: Int32Array, truth: Truth): Seat {
  const listed = pool.size;
  const values = valuesIn(pool, truth.worth, offsets);
  let count = 0;
  const signed = new Uint32Array(listed);
  for (let row = 0; row < listed; row++) {
    if (values[row]! < truth.least - TOLERANCE || truth.crossed(packageIn(pool, row))) continue;
    signed[count++] = row;
  }
  const rows = signed.slice(0, count).sort((a, b) => values[a]! - values[b]! || a - b);
  const sorted = Float64Array.from(rows, (row) => values[row]!);
  return { ...truth, values, rows, sorted, best: sorted.at(-1) ?? truth.least };
}

/** The same world with empty rows at the end, for packages that come up in the game. */
export const worldWithRoom = (world: World, rows: number): World =>
  worldWith(
    world,
    Array.from({ length: rows }, () => Array.from({ length: world.pool.issues }, () => -1)),
  );

/**
 * The row of a package: one that is there already, so that what is offered again is the same row, or the first empty one, which it
 * fills. @param from the first row that is looked at. @throws RangeError where there is no room
 */
export function rowFor({ pool, seats, offsets }: World, package_: readonly number[], from = 0): number {
  const { issues, options, size } = pool;
  for (let row = from; row < size; row++) {
    let issue = 0;
    while (issue < issues && options[row * issues + issue] === package_[issue]) issue++;
    if (issue === issues) return row;
    issue = 0;
    while (issue < issues && options[row * issues + issue] === -1) issue++;
    if (issue < issues) continue;
    options.set(package_, row * issues);
    const one = poolOfRows(issues, [package_]);
    for (const { values, worth } of seats) values[row] = at(valuesIn(one, worth, offsets), 0);
    return row;
  }
  throw new RangeError("there is no room for another package");
}

/** The value of every row for these worths. */
export function valuesIn({ size, issues, options }: Pool, worth: Worth, offsets: Int32Array): Float64Array {
  const values = new Float64Array(size);
  const most = new Float64Array(issues);
  for (let issue = 0; issue < issues; issue++) most[issue] = mostOf(worth, offsets[issue]!, offsets[issue + 1]!);
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let issue = 0; issue < issues; issue++) {
      const option = options[row * issues + issue]!;
      sum += option < 0 ? most[issue]! : worth[offsets[issue]! + option]!;
    }
    values[row] = sum;
  }
  return values;
}

function mostOf(worth: Worth, from: number, to: number): number {
  let most = worth[from]!;
  for (let flat = from + 1; flat < to; flat++) most = Math.max(most, worth[flat]!);
  return most;
}

/** The first place in ascending values that is at least `wanted`; their count where none is. O(log n). */
export function firstAtLeast(sorted: Float64Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a row can be signed as it stands: no issue is open. */
export function isWhole(pool: Pool, row: number): boolean {
  for (let k = row * pool.issues; k < (row + 1) * pool.issues; k++) if (pool.options[k]! < 0) return false;
  return true;
}

/** Whether a party would sign a row at all. */
export const signs = ({ pool }: World, seat: Seat, row: number): boolean =>
  seat.values[row]! >= seat.least - TOLERANCE && isWhole(pool, row) && !seat.crossed(packageIn(pool, row));
