// Every sum of a row of one front and a row of another, without what is dominated. A front shifted by one row of the
// other keeps its order, so the sums are a merge of sorted lists: they come by the first value descending.
import { skyline, TOLERANCE } from "../math/index.js";
import { earlierIn, type Front, type FrontLimit, NEVER, spent } from "./front-table.js";
import { thin } from "./thin.js";

/** Sums weighed in one merge, for every row of the limit. */
const WORK = 64;
/** With more shifts than this, finding the next of the merged lists costs more than sorting the sums. */
const MOST_SHIFTS = 32;

/** The efficient sums of two fronts, reduced where asked and within the limit. The issues must be disjoint. */
export function merge(a: Front, b: Front, limit: FrontLimit, reduce: ((front: Front) => Front) | null = null): Front {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? a : b;
  if (spent(limit)) return a;
  const [long, wide] = a.size >= b.size ? [a, b] : [b, a];
  const short = thin(wide, { rows: Math.max(MOST_SHIFTS, Math.floor((WORK * limit.rows) / long.size)) });
  const stairs = a.parties === 2 && short.size <= MOST_SHIFTS;
  const { front, sums } = stairs ? mergeStairs(long, short) : mergeSums(long, short);
  const reduced = reduce ? reduce(front) : front;
  if (limit.counts) {
    limit.counts.sums += sums;
    limit.counts.kept += reduced.size;
  }
  return thin(reduced, limit);
}

/** A merged front, and how many sums were looked at. */
interface Merged {
  readonly front: Front;
  readonly sums: number;
}

/** Room for the sums of one merge, kept from one to the next: thousands of models merge the same sizes. */
const scratch = {
  sums: 0,
  columns: 0,
  values: new Float64Array(0),
  ties: new Float64Array(0),
  fromLong: new Int32Array(0),
  fromShort: new Int32Array(0),
  order: new Uint32Array(0),
};

function makeRoom(sums: number, columns: number): void {
  if (scratch.sums >= sums && scratch.columns >= columns) return;
  scratch.sums = Math.max(scratch.sums, 2 * sums);
  scratch.columns = Math.max(scratch.columns, columns);
  scratch.values = new Float64Array(scratch.sums * scratch.columns);
  scratch.ties = new Float64Array(scratch.sums);
  scratch.fromLong = new Int32Array(scratch.sums);
  scratch.fromShort = new Int32Array(scratch.sums);
  scratch.order = new Uint32Array(scratch.sums);
}

/** Writes a sum's options from the rows that it is of. */
const filler =
  (long: Front, short: Front, fromLong: Int32Array, fromShort: Int32Array) =>
  (row: number, out: Int32Array): void => {
    long.fill(fromLong[row]!, out);
    short.fill(fromShort[row]!, out);
  };

const NOTHING = new Float64Array(0);
const forgotten = (): never => {
  throw new RangeError("a front of values only knows no packages");
};

/** The first rows of the scratch, as a front. */
function collect(long: Front, short: Front, size: number): Front {
  const { parties, tracked } = long;
  const values = scratch.values.slice(0, size * parties);
  const error = long.error + short.error;
  if (!tracked) return { size, parties, values, error, tracked, ties: NOTHING, issues: [], fill: forgotten };
  const fromLong = scratch.fromLong.slice(0, size);
  const fromShort = scratch.fromShort.slice(0, size);
  return {
    size,
    parties,
    values,
    error,
    tracked,
    ties: scratch.ties.slice(0, size),
    issues: [...long.issues, ...short.issues],
    fill: filler(long, short, fromLong, fromShort),
  };
}

/** Moves rows of the scratch to its beginning. */
function gather(rows: readonly number[], ties: readonly number[], parties: number): void {
  const { values, fromLong, fromShort } = scratch;
  const source = Int32Array.from(rows);
  const copies = [
    new Float64Array(rows.length * parties),
    new Int32Array(rows.length),
    new Int32Array(rows.length),
  ] as const;
  source.forEach((row, k) => {
    for (let p = 0; p < parties; p++) copies[0][k * parties + p] = values[row * parties + p]!;
    copies[1][k] = fromLong[row]!;
    copies[2][k] = fromShort[row]!;
  });
  values.set(copies[0]);
  fromLong.set(copies[1]);
  fromShort.set(copies[2]);
  scratch.ties.set(ties);
}

/** Which of two sums in the scratch comes first in the case's order of options. */
const earlierOf = (long: Front, short: Front): ((a: number, b: number) => boolean) =>
  earlierIn({
    issues: [...long.issues, ...short.issues],
    fill: filler(long, short, scratch.fromLong, scratch.fromShort),
  });

/** Any number of parties: all sums in order, then their skyline. */
function mergeSums(long: Front, short: Front): Merged {
  const { parties } = long;
  const sums = long.size * short.size;
  makeRoom(sums, parties);
  const { values, ties } = scratch;
  const sorted = short.size <= MOST_SHIFTS;
  if (sorted) sumsInOrder(long, short);
  else allSums(long, short);
  const order = sorted ? scratch.order.subarray(0, sums) : null;
  for (let row = 0; order && row < sums; row++) order[row] = row;
  const earlier = long.tracked ? earlierOf(long, short) : NEVER;
  const found = skyline(values, parties, sums, ties, earlier, order);
  gather(found.rows, found.ties, parties);
  return { front: collect(long, short, found.rows.length), sums };
}

/** Every sum into the scratch, by the first value descending. */
function sumsInOrder(long: Front, short: Front): void {
  const { parties } = long;
  const heads = new Int32Array(short.size);
  const next = new Float64Array(short.size);
  for (let j = 0; j < next.length; j++) next[j] = long.values[0]! + short.values[j * parties]!;
  for (let row = 0; row < long.size * short.size; row++) {
    let j = 0;
    for (let k = 1; k < next.length; k++) if (next[k]! > next[j]!) j = k;
    const i = heads[j]!;
    writeSum(long, short, i, j, row);
    heads[j] = i + 1;
    next[j] =
      i + 1 < long.size ? long.values[(i + 1) * parties]! + short.values[j * parties]! : Number.NEGATIVE_INFINITY;
  }
}

function allSums(long: Front, short: Front): void {
  for (let i = 0; i < long.size; i++)
    for (let j = 0; j < short.size; j++) writeSum(long, short, i, j, i * short.size + j);
}

function writeSum(long: Front, short: Front, i: number, j: number, row: number): void {
  const { parties } = long;
  for (let p = 0; p < parties; p++)
    scratch.values[row * parties + p] = long.values[i * parties + p]! + short.values[j * parties + p]!;
  scratch.ties[row] = long.ties[i]! * short.ties[j]!;
  scratch.fromLong[row] = i;
  scratch.fromShort[row] = j;
}

/** Two parties: one staircase shifted by every row of the other, merged from the right; what does not rise is passed over. */
function mergeStairs(long: Front, short: Front): Merged {
  makeRoom(long.size * short.size, 2);
  const { values, ties, fromLong, fromShort } = scratch;
  const { tracked } = long;
  const earlier = tracked ? earlierOf(long, short) : NEVER;
  let rows = 0;
  let sums = 0;
  const heads = new Int32Array(short.size);
  const next = new Float64Array(short.size);
  for (let j = 0; j < next.length; j++) next[j] = long.values[0]! + short.values[2 * j]!;
  for (;;) {
    // Step 1: the head with the largest first value.
    let j = 0;
    for (let k = 1; k < next.length; k++) if (next[k]! > next[j]!) j = k;
    const x = next[j]!;
    if (x === Number.NEGATIVE_INFINITY) break;
    sums++;
    const i = heads[j]!;
    const y = long.values[2 * i + 1]! + short.values[2 * j + 1]!;
    // Step 2: dominated, and with it all of its list that does not rise higher than the last row.
    const top = rows > 0 ? values[2 * rows - 1]! - TOLERANCE : Number.NEGATIVE_INFINITY;
    const after = y < top ? firstReaching(long, i + 1, top - short.values[2 * j + 1]!) : i + 1;
    heads[j] = after;
    next[j] = after < long.size ? long.values[2 * after]! + short.values[2 * j]! : Number.NEGATIVE_INFINITY;
    if (y < top) continue;
    // Step 3: rows that only rounding placed before this one, and that it dominates, leave again.
    while (rows > 0 && values[2 * rows - 1]! < y - TOLERANCE && values[2 * rows - 2]! <= x + TOLERANCE) rows--;
    // Step 4: new, or the same as the last. The row after the last serves to compare the two.
    const last = rows - 1;
    const rises = last < 0 || y > values[2 * last + 1]! + TOLERANCE;
    if (!rises && values[2 * last]! - x > TOLERANCE) continue;
    if (tracked) {
      fromLong[rows] = i;
      fromShort[rows] = j;
      if (rises) ties[rows] = long.ties[i]! * short.ties[j]!;
      else ties[last] = ties[last]! + long.ties[i]! * short.ties[j]!;
      if (!rises && earlier(rows, last)) {
        fromLong[last] = i;
        fromShort[last] = j;
      }
    }
    if (!rises) continue;
    values[2 * rows] = x;
    values[2 * rows + 1] = y;
    rows++;
  }
  return { front: collect(long, short, rows), sums };
}

/** The first row from `from` on whose second value, which rises along a staircase, is at least this: in growing strides. */
function firstReaching({ size, values }: Front, from: number, least: number): number {
  let stride = 1;
  while (from + stride <= size && values[2 * (from + stride) - 1]! < least) stride *= 2;
  let [low, high] = [from + (stride >> 1), Math.min(size, from + stride - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[2 * middle + 1]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
