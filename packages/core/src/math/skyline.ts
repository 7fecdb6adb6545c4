/** Two values closer than this are the same value: a frontier must not grow by what only rounding separates. */
export const TOLERANCE = 1e-9;

/**
 * The efficient rows of a table (maximisation), and how many rows share each one's values.
 *
 * @param table row-major, `size` columns a row
 * @param rows how many rows the table has
 * @param weights what each row counts for among `ties`
 * @param earlier on a tie, whether the first row rather than the second stands for both
 * @param most with three columns or more, give up once so many rows are efficient so far: each costs a comparison with every row
 * @returns null where it gave up; else efficient row numbers sorted by first column descending, with `ties` ≥ 1 each (weights summed)
 */
export function skyline(
  table: Float64Array,
  size: number,
  rows: number,
  weights: Float64Array,
  earlier: (a: number, b: number) => boolean,
  most = Number.POSITIVE_INFINITY,
): { rows: number[]; ties: number[] } | null {
  return size === 2 ? sweep(table, rows, weights, earlier) : sortAndScan(table, size, rows, weights, earlier, most);
}

type Earlier = (a: number, b: number) => boolean;

/** Two columns: sort by the first descending, keep what rises in the second. O(n log n). */
function sweep(table: Float64Array, count: number, weights: Float64Array, earlier: Earlier) {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  order.sort((a, b) => table[2 * b]! - table[2 * a]! || table[2 * b + 1]! - table[2 * a + 1]!);
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

/** Any number of columns: by sum descending, each row against those kept. O(n · frontier). */
function sortAndScan(
  table: Float64Array,
  size: number,
  count: number,
  weights: Float64Array,
  earlier: Earlier,
  most: number,
) {
  const sums = new Float64Array(count);
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = i;
    for (let c = 0; c < size; c++) sums[i] = sums[i]! + table[i * size + c]!;
  }
  order.sort((a, b) => sums[b]! - sums[a]! || table[b * size]! - table[a * size]!);
  let rows: number[] = [];
  let ties: number[] = [];
  for (const row of order) {
    let verdict: Relation = "apart";
    let beaten = false;
    for (let k = 0; k < rows.length; k++) {
      const relation = relate(table, size, rows[k]!, row);
      if (relation === "same") {
        ties[k] = ties[k]! + weights[row]!;
        if (earlier(row, rows[k]!)) rows[k] = row;
      }
      if (relation === "beaten") beaten = true;
      else if (relation !== "apart") {
        verdict = relation;
        break;
      }
    }
    if (verdict !== "apart") continue;
    if (rows.length >= most) return null;
    if (beaten) {
      const kept = rows.map((other) => relate(table, size, other, row) !== "beaten");
      ties = ties.filter((_, k) => kept[k]);
      rows = rows.filter((_, k) => kept[k]);
    }
    rows.push(row);
    ties.push(weights[row]!);
  }
  const places = rows.map((_, k) => k).sort((a, b) => table[rows[b]! * size]! - table[rows[a]! * size]!);
  return { rows: places.map((k) => rows[k]!), ties: places.map((k) => ties[k]!) };
}

type Relation = "beats" | "beaten" | "same" | "apart";

/** How row `a` stands to row `b`, differences within the tolerance counting as none. */
function relate(table: Float64Array, size: number, a: number, b: number): Relation {
  let better = false;
  let worse = false;
  for (let c = 0; c < size; c++) {
    const difference = table[a * size + c]! - table[b * size + c]!;
    if (difference > TOLERANCE) better = true;
    else if (difference < -TOLERANCE) worse = true;
    if (better && worse) return "apart";
  }
  if (better) return "beats";
  return worse ? "beaten" : "same";
}
