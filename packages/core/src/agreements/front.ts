// Additive value makes the frontier of issues 1…k the non-dominated part of (frontier of 1…k−1) + (options of k):
// merge issue by issue and prune; the space is never enumerated. Two parties: the sum of a staircase and a few
// shifts is a merge of sorted lists. More: all sums, then a skyline.
import { at, skyline, TOLERANCE } from "../math/index.js";
import { along, type Block, type Space } from "./space.js";

/** Values of efficient packages, size × parties. With two parties rows run by the first value descending. */
export interface FrontValues {
  readonly size: number;
  readonly parties: number;
  readonly values: Float64Array;
}

/** The efficient partial packages on some issues. */
export interface Front extends FrontValues {
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
}

/** The exact front of a space for these parties, or thinned where it outgrows the limit. The space must not be empty. */
export function frontOf(space: Space, worths: readonly Worth[], offsets: Int32Array, limit: FrontLimit): Front {
  const blocks = space.blocks.map((block) => blockFront(block, worths, offsets, limit));
  // Small fronts first keep the intermediate ones small.
  blocks.sort((a, b) => a.size - b.size);
  return blocks.slice(1).reduce((front, block) => merge(front, block, limit), at(blocks, 0));
}

function blockFront(block: Block, worths: readonly Worth[], offsets: Int32Array, limit: FrontLimit): Front {
  const front = along(block, {
    leaf: (issue, options) => leaf(issue, options, worths, at(offsets, issue)),
    join: (before, next) => merge(before, next, limit),
    union: (fronts) => thin(union(fronts, limit), limit),
  });
  if (!front) throw new RangeError("the front of an empty space");
  return front;
}

/** One issue's efficient options. */
function leaf(issue: number, options: readonly number[], worths: readonly Worth[], offset: number): Front {
  const parties = worths.length;
  const values = new Float64Array(options.length * parties);
  options.forEach((option, row) => {
    for (let p = 0; p < parties; p++) values[row * parties + p] = worths[p]![offset + option]!;
  });
  const fill = (row: number, out: Int32Array) => {
    out[issue] = options[row]!;
  };
  return prune(
    {
      size: options.length,
      parties,
      values,
      ties: new Float64Array(options.length).fill(1),
      error: 0,
      issues: [issue],
      fill,
    },
    NO_LIMIT,
  );
}

/** Keeps the efficient rows of a front; one that would keep many more than the limit is thinned before. */
function prune(front: Front, limit: FrontLimit): Front {
  const most = Math.ceil(1.25 * limit.rows);
  const found = skyline(front.values, front.parties, front.size, front.ties, earlierIn(front), most);
  return found ? pick(front, found.rows, found.ties) : prune(thin(front, limit), NO_LIMIT);
}

/** Which of two rows comes first in the case's order of options. */
function earlierIn({ issues, fill }: Pick<Front, "issues" | "fill">): (a: number, b: number) => boolean {
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

function pick(front: Front, rows: ArrayLike<number>, ties: ArrayLike<number>): Front {
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

/** All rows of several fronts over the same issues, pruned. */
function union(fronts: readonly Front[], limit: FrontLimit): Front {
  const first = at(fronts, 0);
  const size = fronts.reduce((sum, front) => sum + front.size, 0);
  const values = new Float64Array(size * first.parties);
  const ties = new Float64Array(size);
  const starts: number[] = [];
  let row = 0;
  for (const front of fronts) {
    starts.push(row);
    values.set(front.values, row * first.parties);
    ties.set(front.ties, row);
    row += front.size;
  }
  const fill = (place: number, out: Int32Array) => {
    let source = starts.length - 1;
    while (starts[source]! > place) source--;
    fronts[source]!.fill(place - starts[source]!, out);
  };
  const error = Math.max(...fronts.map((front) => front.error));
  return prune({ size, parties: first.parties, values, ties, error, issues: first.issues, fill }, limit);
}

/** Sums weighed in one merge, for every row of the limit; with three parties or more each costs a scan. */
const WORK = 64;
const WORK_OF_MANY = 16;
const ROWS_ONCE_INEXACT = 2000;
const NO_LIMIT: FrontLimit = { rows: Number.POSITIVE_INFINITY };
/** With more shifts than this, finding the next of the merged lists costs more than sorting the sums. */
const MOST_SHIFTS = 32;

/** Every sum of a row of one and a row of the other, pruned and kept within the limit. The issues must be disjoint. */
function merge(a: Front, b: Front, asked: FrontLimit): Front {
  const two = a.parties === 2;
  // Once exactness is lost there is nothing to gain from rows that cost a comparison with every other.
  const inexact = a.error + b.error > 0 && !two;
  const limit = inexact ? { rows: Math.min(asked.rows, ROWS_ONCE_INEXACT) } : asked;
  const [long, wide] = a.size >= b.size ? [a, b] : [b, a];
  const work = (two ? WORK : WORK_OF_MANY) * limit.rows;
  const short = thin(wide, { rows: Math.max(MOST_SHIFTS, Math.floor(work / long.size)) });
  const merged = two && short.size <= MOST_SHIFTS ? mergeStairs(long, short) : mergeAll(long, short, limit);
  return thin(merged, limit);
}

function summed(long: Front, short: Front, fromLong: Int32Array, fromShort: Int32Array) {
  return {
    parties: long.parties,
    error: long.error + short.error,
    issues: [...long.issues, ...short.issues],
    fill: (row: number, out: Int32Array) => {
      long.fill(fromLong[row]!, out);
      short.fill(fromShort[row]!, out);
    },
  };
}

function mergeAll(long: Front, short: Front, limit: FrontLimit): Front {
  const { parties } = long;
  const size = long.size * short.size;
  const values = new Float64Array(size * parties);
  const ties = new Float64Array(size);
  const [fromLong, fromShort] = [new Int32Array(size), new Int32Array(size)];
  let row = 0;
  for (let i = 0; i < long.size; i++) {
    for (let j = 0; j < short.size; j++, row++) {
      for (let p = 0; p < parties; p++)
        values[row * parties + p] = long.values[i * parties + p]! + short.values[j * parties + p]!;
      ties[row] = long.ties[i]! * short.ties[j]!;
      fromLong[row] = i;
      fromShort[row] = j;
    }
  }
  return prune({ size, values, ties, ...summed(long, short, fromLong, fromShort) }, limit);
}

/** Room for one merge of staircases, kept from one to the next: thousands of models merge the same sizes. */
const scratch = {
  room: 0,
  xs: new Float64Array(0),
  ys: new Float64Array(0),
  ties: new Float64Array(0),
  fromLong: new Int32Array(0),
  fromShort: new Int32Array(0),
};

function makeRoom(most: number): void {
  if (scratch.room >= most) return;
  scratch.room = 2 * most;
  for (const name of ["xs", "ys", "ties"] as const) scratch[name] = new Float64Array(scratch.room);
  for (const name of ["fromLong", "fromShort"] as const) scratch[name] = new Int32Array(scratch.room);
}

/** Two parties: one staircase shifted by every row of the other, merged from the right; what does not rise is dropped. */
function mergeStairs(long: Front, short: Front): Front {
  const most = long.size * short.size;
  makeRoom(most);
  const { xs, ys, ties, fromLong, fromShort } = scratch;
  let rows = 0;
  const heads = new Int32Array(short.size);
  const next = new Float64Array(short.size);
  for (let j = 0; j < next.length; j++) next[j] = long.values[0]! + short.values[2 * j]!;
  for (let taken = 0; taken < most; taken++) {
    // Step 1: the head with the largest first value.
    let j = 0;
    for (let k = 1; k < next.length; k++) if (next[k]! > next[j]!) j = k;
    const i = heads[j]!;
    const x = next[j]!;
    const y = long.values[2 * i + 1]! + short.values[2 * j + 1]!;
    heads[j] = i + 1;
    next[j] = i + 1 < long.size ? long.values[2 * i + 2]! + short.values[2 * j]! : Number.NEGATIVE_INFINITY;
    // Step 2: dominated: it does not rise.
    if (rows > 0 && y < ys[rows - 1]! - TOLERANCE) continue;
    // Step 3: rows that only rounding placed before this one, and that it dominates, leave again.
    while (rows > 0 && ys[rows - 1]! < y - TOLERANCE && xs[rows - 1]! <= x + TOLERANCE) rows--;
    // Step 4: new, or the same as the last. The row after the last serves to compare the two.
    const last = rows - 1;
    const rises = last < 0 || y > ys[last]! + TOLERANCE;
    if (!rises && xs[last]! - x > TOLERANCE) continue;
    fromLong[rows] = i;
    fromShort[rows] = j;
    if (rises) {
      xs[rows] = x;
      ys[rows] = y;
      ties[rows] = long.ties[i]! * short.ties[j]!;
      rows++;
    } else {
      ties[last] = ties[last]! + long.ties[i]! * short.ties[j]!;
      if (earlierIn(summed(long, short, fromLong, fromShort))(rows, last)) {
        fromLong[last] = i;
        fromShort[last] = j;
      }
    }
  }
  const values = new Float64Array(2 * rows);
  for (let row = 0; row < rows; row++) {
    values[2 * row] = xs[row]!;
    values[2 * row + 1] = ys[row]!;
  }
  return {
    size: rows,
    values,
    ties: ties.slice(0, rows),
    ...summed(long, short, fromLong.slice(0, rows), fromShort.slice(0, rows)),
  };
}

/**
 * Where a front outgrows the limit: one row a cell, the cells as small as the limit allows. A row left out shares
 * its cell with one that is kept, so no party loses more than the cell's side, which is added to the error.
 */
function thin(front: Front, { rows }: FrontLimit): Front {
  if (front.size <= rows) return front;
  const span = spanOf(front);
  // Each party's best row is always kept: sums of these are the best of the sums, so ideals stay exact.
  const best = bestRows(front);
  // A staircase from end to end crosses at most (width + height) / side + 1 cells; a surface is tried.
  let side =
    front.parties === 2
      ? (span[0]! + span[1]!) / Math.max(1, rows - 4)
      : Math.max(...span) / (2 * rows ** (1 / (front.parties - 1)));
  for (;;) {
    const cells = front.parties === 2 ? onePerCellInOrder(front, side) : onePerCell(front, side);
    const kept = [...new Set([...cells, ...best])].sort((a, b) => a - b);
    if (kept.length <= Math.max(rows, 2 * front.parties)) {
      const ties = kept.map((row) => front.ties[row]!);
      return { ...pick(front, kept, ties), error: front.error + side };
    }
    side *= 1.4;
  }
}

/** For each party, the row that is best for it. */
function bestRows({ size, parties, values }: Front): number[] {
  return Array.from({ length: parties }, (_, p) => {
    let best = 0;
    for (let row = 1; row < size; row++) if (values[row * parties + p]! > values[best * parties + p]!) best = row;
    return best;
  });
}

/** For each party, the most minus the least of its values. */
function spanOf({ size, parties, values }: Front): Float64Array {
  const [least, most] = [new Float64Array(parties).fill(Number.POSITIVE_INFINITY), new Float64Array(parties)];
  for (let row = 0; row < size; row++) {
    for (let p = 0; p < parties; p++) {
      least[p] = Math.min(least[p]!, values[row * parties + p]!);
      most[p] = Math.max(most[p]!, values[row * parties + p]!);
    }
  }
  return most.map((value, p) => value - least[p]!);
}

/** Two parties: along a staircase the rows of a cell stand together. */
function onePerCellInOrder({ size, values }: Front, side: number): number[] {
  const kept: number[] = [];
  let [column, line] = [Number.NaN, Number.NaN];
  for (let row = 0; row < size; row++) {
    const [x, y] = [Math.floor(values[2 * row]! / side), Math.floor(values[2 * row + 1]! / side)];
    if (x !== column || y !== line) kept.push(row);
    [column, line] = [x, y];
  }
  return kept;
}

function onePerCell({ size, parties, values }: Front, side: number): number[] {
  const best = new Map<string, { row: number; sum: number }>();
  for (let row = 0; row < size; row++) {
    let [cell, sum] = ["", 0];
    for (let p = 0; p < parties; p++) {
      const value = values[row * parties + p]!;
      cell += `${Math.floor(value / side)},`;
      sum += value;
    }
    const other = best.get(cell);
    if (!other || sum > other.sum) best.set(cell, { row, sum });
  }
  return [...best.values()].map(({ row }) => row).sort((a, b) => a - b);
}
