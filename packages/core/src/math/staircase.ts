// Three columns: a sweep by the first; of the rows so far, those that no other beats in the second and third form a
// staircase, which answers by one binary search whether a row is dominated. Kung, Luccio & Preparata, "On finding the
// maxima of a set of vectors", Journal of the ACM 22(4), 1975. O(n log n) but for the shifting of the staircase's entries.
import { type Kept, TOLERANCE } from "./kept.js";

/** The rows of a sweep in three columns. */
export function staircase(): Kept {
  let room = 256;
  let size = 0;
  let [xs, ys, zs] = [new Float64Array(room), new Float64Array(room), new Float64Array(room)];
  let rows = new Int32Array(room);

  function grow(): void {
    room *= 2;
    const larger = (from: Float64Array) => {
      const to = new Float64Array(room);
      to.set(from);
      return to;
    };
    [xs, ys, zs] = [larger(xs), larger(ys), larger(zs)];
    const moreRows = new Int32Array(room);
    moreRows.set(rows);
    rows = moreRows;
  }

  /** How many entries have a second value of at least this; they run down in it, and up in the third. */
  function reaching(least: number): number {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ys[middle]! >= least) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    find: (table, row) => {
      const [x, y, z] = [table[3 * row]!, table[3 * row + 1]!, table[3 * row + 2]!];
      // The last entry whose second value reaches y has the largest third value of those.
      const best = reaching(y - TOLERANCE) - 1;
      if (best < 0 || zs[best]! < z - TOLERANCE) return { dominated: false, same: -1 };
      const same = xs[best]! <= x + TOLERANCE && ys[best]! <= y + TOLERANCE && zs[best]! <= z + TOLERANCE;
      return same ? { dominated: false, same: rows[best]! } : { dominated: true, same: -1 };
    },
    add: (table, row, place) => {
      const [x, y, z] = [table[3 * row]!, table[3 * row + 1]!, table[3 * row + 2]!];
      // Step 1: entries that it beats in the second and third column stand together, and no longer matter.
      let to = reaching(y + TOLERANCE);
      let from = to;
      while (from > 0 && zs[from - 1]! <= z + TOLERANCE && ys[from - 1]! <= y + TOLERANCE) from--;
      while (to < size && zs[to]! <= z + TOLERANCE) to++;
      // Step 2: those with the same first value, which only rounding placed before it, are dominated after all.
      const fallen: number[] = [];
      for (let k = from; k < to; k++) if (xs[k]! <= x + TOLERANCE) fallen.push(rows[k]!);
      // Step 3: it takes their place.
      if (size + 1 - (to - from) > room) grow();
      for (const list of [xs, ys, zs, rows]) list.copyWithin(from + 1, to, size);
      size += 1 - (to - from);
      xs[from] = x;
      ys[from] = y;
      zs[from] = z;
      rows[from] = place;
      return fallen;
    },
  };
}
