// Four columns and more: the efficient rows so far in k-d trees, each node with the best of every column below it. Trees
// are static; a new row goes into a short list, and full lists are built into trees of twice the size (Bentley & Saxe,
// "Decomposable searching problems", Journal of Algorithms 1(4), 1980).
import { type Kept, TOLERANCE } from "./kept.js";

const LEAF = 12;
const LIST = 48;

interface Tree {
  readonly rows: Int32Array;
  /** Node k covers rows starts[k] … ends[k] and has its children at lefts[k] and lefts[k] + 1; leaves have none (0). */
  readonly starts: number[];
  readonly ends: number[];
  readonly lefts: number[];
  /** Node k's best in each column. */
  readonly best: number[];
}

/** The rows of a sweep in `size` columns. Rows with the same first value must come by their sum descending. */
export function dominanceTree(size: number): Kept {
  /** Values of the kept rows, by place. */
  let values = new Float64Array(256 * size);
  let list: number[] = [];
  const trees: (Tree | null)[] = [];
  const query = new Float64Array(size);
  const stack: number[] = [];

  const reaches = (place: number): boolean => {
    for (let c = 1; c < size; c++) if (values[place * size + c]! < query[c]! - TOLERANCE) return false;
    return true;
  };

  function build(rows: Int32Array): Tree {
    const tree: Tree = { rows, starts: [0], ends: [rows.length], lefts: [0], best: [] };
    for (let node = 0; node < tree.starts.length; node++) {
      const [start, end] = [tree.starts[node]!, tree.ends[node]!];
      let [widest, span] = [1, -1];
      for (let c = 0; c < size; c++) {
        let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
        for (let k = start; k < end; k++) {
          const value = values[rows[k]! * size + c]!;
          if (value < low) low = value;
          if (value > high) high = value;
        }
        tree.best.push(high);
        if (c > 0 && high - low > span) [widest, span] = [c, high - low];
      }
      if (end - start <= LEAF) continue;
      rows.subarray(start, end).sort((a, b) => values[a * size + widest]! - values[b * size + widest]!);
      const middle = (start + end) >> 1;
      tree.lefts[node] = tree.starts.length;
      tree.starts.push(middle, start);
      tree.ends.push(end, middle);
      tree.lefts.push(0, 0);
    }
    return tree;
  }

  function findIn({ rows, starts, ends, lefts, best }: Tree): number {
    stack.length = 0;
    stack.push(0);
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      let within = true;
      for (let c = 1; c < size && within; c++) within = best[node * size + c]! >= query[c]! - TOLERANCE;
      if (!within) continue;
      if (lefts[node]! > 0) stack.push(lefts[node]! + 1, lefts[node]!);
      else for (let k = starts[node]!; k < ends[node]!; k++) if (reaches(rows[k]!)) return rows[k]!;
    }
    return -1;
  }

  return {
    find: (table, row) => {
      for (let c = 0; c < size; c++) query[c] = table[row * size + c]!;
      let place = -1;
      for (let k = trees.length - 1; k >= 0 && place < 0; k--) if (trees[k]) place = findIn(trees[k]!);
      for (let k = 0; k < list.length && place < 0; k++) if (reaches(list[k]!)) place = list[k]!;
      if (place < 0) return { dominated: false, same: -1 };
      for (let c = 0; c < size; c++)
        if (values[place * size + c]! > query[c]! + TOLERANCE) return { dominated: true, same: -1 };
      return { dominated: false, same: place };
    },
    add: (table, row, place) => {
      if ((place + 1) * size > values.length) {
        const larger = new Float64Array(2 * values.length);
        larger.set(values);
        values = larger;
      }
      for (let c = 0; c < size; c++) values[place * size + c] = table[row * size + c]!;
      list.push(place);
      if (list.length === LIST) {
        let rows = list;
        let level = 0;
        for (; trees[level]; level++) {
          rows = [...rows, ...trees[level]!.rows];
          trees[level] = null;
        }
        trees[level] = build(Int32Array.from(rows));
        list = [];
      }
      return [];
    },
  };
}
