import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOLERANCE } from "./kept.js";
import { stream } from "./rng.js";
import { skyline } from "./skyline.js";

const rowsOf = (size: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }), {
    minLength: 1,
    maxLength: 60,
  });

describe("skyline", () => {
  it.each([1, 2, 3, 4, 5])("keeps exactly the rows that no other dominates, counting equals (%i columns)", (size) => {
    fc.assert(
      fc.property(rowsOf(size), (rows) => {
        const table = Float64Array.from(rows.flat());
        const found = skyline(table, size, rows.length, new Float64Array(rows.length).fill(1), (a, b) => a < b);
        const dominated = (row: readonly number[]) =>
          rows.some((other) => other.every((v, c) => v >= (row[c] ?? 0)) && other.some((v, c) => v > (row[c] ?? 0)));
        const efficient = rows.filter((row) => !dominated(row)).map((row) => row.join());
        expect(found.rows.map((row) => (rows[row] ?? []).join()).sort()).toEqual([...new Set(efficient)].sort());
        found.rows.forEach((row, k) => {
          const same = rows.flatMap((other, index) => (other.join() === (rows[row] ?? []).join() ? [index] : []));
          expect(found.ties[k]).toBe(same.length);
          expect(row).toBe(same[0]);
        });
      }),
    );
  });

  it.each([2, 3, 4, 5])("keeps of many rows just those that a scan keeps, in %i columns", (size) => {
    const rng = stream("skyline", size);
    const count = 3000;
    // Near a plane, so that hundreds are efficient; a tenth of the values on a coarse grid, so that many tie.
    const table = Float64Array.from({ length: count * size }, () => 0);
    for (let row = 0; row < count; row++) {
      let left = 1 + 0.1 * rng();
      for (let c = 0; c < size; c++) {
        const part = c === size - 1 ? left : left * rng() * 0.8;
        table[row * size + c] = row % 10 === 0 ? Math.round(part * 8) / 8 : part;
        left -= table[row * size + c]!;
      }
    }
    const rows = Array.from({ length: count }, (_, row) => Array.from(table.subarray(row * size, (row + 1) * size)));
    const beats = (a: readonly number[], b: readonly number[]) =>
      a.every((v, c) => v >= (b[c] ?? 0) - TOLERANCE) && a.some((v, c) => v > (b[c] ?? 0) + TOLERANCE);
    const efficient = rows.filter((row) => !rows.some((other) => beats(other, row)));
    const found = skyline(table, size, count, new Float64Array(count).fill(1), (a, b) => a < b);
    expect(found.ties.reduce((sum, ties) => sum + ties, 0)).toBe(efficient.length);
    const key = (row: readonly number[]) => row.map((v) => v.toFixed(8)).join();
    expect(found.rows.map((row) => key(rows[row] ?? [])).sort()).toEqual([...new Set(efficient.map(key))].sort());
    expect(found.rows.length).toBeGreaterThan(20);
  });

  it("does not keep what only rounding separates", () => {
    const noise = TOLERANCE / 1000;
    for (const size of [2, 3, 4]) {
      const rows = Array.from({ length: 3 }, (_, row) =>
        Array.from({ length: size }, (_, c) => 0.5 + noise * ((row + c) % 3 === 0 ? 1 : -1)),
      );
      const found = skyline(Float64Array.from(rows.flat()), size, 3, new Float64Array(3).fill(1), (a, b) => a < b);
      expect(found).toEqual({ rows: [0], ties: [3] });
    }
  });

  it.each([2, 3, 4])("lets a row go that only rounding placed before one that dominates it (%i columns)", (size) => {
    const noise = TOLERANCE / 1000;
    const row = (first: number, second: number) => [first, second, ...Array.from({ length: size - 2 }, () => 0.5)];
    const table = Float64Array.from([row(0.5 + noise, 0.4), row(0.5, 0.6), row(0.2, 0.7)].flat());
    const found = skyline(table, size, 3, new Float64Array(3).fill(1), (a, b) => a < b);
    expect(found).toEqual({ rows: [1, 2], ties: [1, 1] });
  });
});
