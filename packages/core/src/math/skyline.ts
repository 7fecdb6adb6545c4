// The search for the rows of a table that no other row beats in every column, with a fast method for each number of
// columns.
import { dominanceTree } from "./dominance-tree.js";
import { TOLERANCE } from "./kept.js";
import { staircase } from "./staircase.js";

type Earlier = (a: number, b: number) => boolean;

/** Efficient row numbers by the first column descending, and for each how many rows share its values (≥ 1, weights summed). */
export interface Skyline {
  readonly rows: number[];
  readonly ties: number[];
}

/**
 * The efficient rows of a table (maximisation), and how many rows share each one's values.
 *
 * Two columns: O(n) after sorting. Three: O(n log n) and the shifting of a staircase. More: a k-d tree over the
 * efficient rows; O(n log n) where few are, never more than each row against each efficient one.
 *
 * @param table row-major, `size` columns a row
 * @param order every row once, by the first column descending (within rounding); null: not sorted yet
 * @param weights what each row counts for among `ties`
 * @param earlier on a tie, whether the first row rather than the second stands for both
 */
export function skyline(
  table: Float64Array,
  size: number,
  rows: number,
  weights: Float64Array,
  earlier: Earlier,
  order: Uint32Array | null = null,
): Skyline {
  if (size === 1) return only(table, rows, weights, earlier);
  const sorted = order ?? sortedRows(table, size, rows);
  return size === 2 ? sweep(table, sorted, weights, earlier) : sweepOfMany(table, size, sorted, weights, earlier);
}

/** Rows by the first column descending, then the second. */
function sortedRows(table: Float64Array, size: number, rows: number): Uint32Array {
  const order = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) order[i] = i;
  return order.sort((a, b) => table[b * size]! - table[a * size]! || table[b * size + 1]! - table[a * size + 1]!);
}

/** One column: its best value. */
function only(table: Float64Array, rows: number, weights: Float64Array, earlier: Earlier): Skyline {
  let best = 0;
  for (let row = 1; row < rows; row++) if (table[row]! > table[best]!) best = row;
  let ties = 0;
  let first = best;
  for (let row = 0; row < rows; row++) {
    if (table[row]! < table[best]! - TOLERANCE) continue;
    ties += weights[row]!;
    if (row !== first && earlier(row, first)) first = row;
  }
  return { rows: [first], ties: [ties] };
}

/** Two columns: keep what rises in the second. */
function sweep(table: Float64Array, order: Uint32Array, weights: Float64Array, earlier: Earlier): Skyline {
  const rows: number[] = [];
  const ties: number[] = [];
  for (const row of order) {
    const x = table[2 * row]!;
    const y = table[2 * row + 1]!;
    // Step 1: rows that only rounding placed before this one, and that it dominates, leave again.
    while (rows.length > 0) {
      const last = rows[rows.length - 1]!;
      if (table[2 * last]! > x + TOLERANCE || table[2 * last + 1]! >= y - TOLERANCE) break;
      rows.pop();
      ties.pop();
    }
    // Step 2: dominated, the same, or new.
    const top = rows.length - 1;
    const last = rows[top];
    if (last === undefined || y > table[2 * last + 1]! + TOLERANCE) {
      rows.push(row);
      ties.push(weights[row]!);
    } else if (table[2 * last]! - x <= TOLERANCE && table[2 * last + 1]! - y <= TOLERANCE) {
      ties[top] = ties[top]! + weights[row]!;
      if (earlier(row, last)) rows[top] = row;
    }
  }
  return { rows, ties };
}

/** Three columns and more: each row against those kept, which are indexed by the columns after the first. */
function sweepOfMany(
  table: Float64Array,
  size: number,
  order: Uint32Array,
  weights: Float64Array,
  earlier: Earlier,
): Skyline {
  const kept = size === 3 ? staircase() : dominanceTree(size);
  if (size > 3) sumsDescending(table, size, order);
  const rows: number[] = [];
  const ties: number[] = [];
  const fallen = new Set<number>();
  for (const row of order) {
    const { dominated, same } = kept.find(table, row);
    if (same >= 0) {
      ties[same] = ties[same]! + weights[row]!;
      if (earlier(row, rows[same]!)) rows[same] = row;
    } else if (!dominated) {
      for (const place of kept.add(table, row, rows.length)) fallen.add(place);
      rows.push(row);
      ties.push(weights[row]!);
    }
  }
  if (fallen.size === 0) return { rows, ties };
  return { rows: rows.filter((_, place) => !fallen.has(place)), ties: ties.filter((_, place) => !fallen.has(place)) };
}

/** Reorders runs of equal first values by their sum descending, so that none dominates one before it. */
function sumsDescending(table: Float64Array, size: number, order: Uint32Array): void {
  const first = (place: number) => table[order[place]! * size]!;
  const sum = (row: number) => {
    let total = 0;
    for (let c = 0; c < size; c++) total += table[row * size + c]!;
    return total;
  };
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && first(to - 1) - first(to) <= TOLERANCE) to++;
    if (to - from > 1) order.subarray(from, to).sort((a, b) => sum(b) - sum(a));
    from = to;
  }
}
