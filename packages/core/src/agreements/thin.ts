// The thinning of a list of efficient packages that has grown too long, with a measured bound on the error that this
// causes.
import { type Front, type FrontLimit, pick } from "./front-table.js";

/**
 * Where a front outgrows the limit: one row a cell, the cells as small as the limit allows. What is added to the error
 * is measured: the most that a row left out is better for any party than the row kept in its cell. That is under the
 * cell's side; and a sum of two rows left out is left behind by no more than the sum of the two errors, so the error of
 * a front bounds what is missing from it however many merges made it (ε-dominance: Laumanns et al., Evolutionary
 * Computation 10(3), 2002).
 */
export function thin(front: Front, { rows }: FrontLimit): Front {
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
    const kept = [...new Set([...cells.kept, ...best])].sort((a, b) => a - b);
    if (kept.length <= Math.max(rows, 2 * front.parties)) {
      const ties = kept.map((row) => front.ties[row]!);
      return { ...pick(front, kept, ties), error: front.error + cells.error };
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

interface Cells {
  readonly kept: readonly number[];
  /** The most that a row is better for any party than the one kept in its cell. */
  readonly error: number;
}

/** Two parties: along a staircase the rows of a cell stand together. */
function onePerCellInOrder({ size, values }: Front, side: number): Cells {
  const kept: number[] = [];
  let [column, line, error] = [Number.NaN, Number.NaN, 0];
  for (let row = 0; row < size; row++) {
    const [x, y] = [Math.floor(values[2 * row]! / side), Math.floor(values[2 * row + 1]! / side)];
    if (x !== column || y !== line) kept.push(row);
    // The first of a cell is the best for the first party, so only the second can lose.
    else error = Math.max(error, values[2 * row + 1]! - values[2 * kept[kept.length - 1]! + 1]!);
    [column, line] = [x, y];
  }
  return { kept, error };
}

function onePerCell({ size, parties, values }: Front, side: number): Cells {
  const best = new Map<string, { row: number; sum: number }>();
  const cells = Array.from({ length: size }, (_, row) => {
    let [cell, sum] = ["", 0];
    for (let p = 0; p < parties; p++) {
      const value = values[row * parties + p]!;
      cell += `${Math.floor(value / side)},`;
      sum += value;
    }
    const other = best.get(cell);
    if (!other || sum > other.sum) best.set(cell, { row, sum });
    return cell;
  });
  let error = 0;
  cells.forEach((cell, row) => {
    const kept = best.get(cell)!.row;
    for (let p = 0; p < parties; p++) error = Math.max(error, values[row * parties + p]! - values[kept * parties + p]!);
  });
  return { kept: [...best.values()].map(({ row }) => row).sort((a, b) => a - b), error };
}
