import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skyline, TOLERANCE } from "./skyline.js";

const rowsOf = (size: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: size, maxLength: size }), {
    minLength: 1,
    maxLength: 60,
  });

describe("skyline", () => {
  it.each([1, 2, 3, 4])("keeps exactly the rows that no other dominates, counting equals (%i columns)", (size) => {
    fc.assert(
      fc.property(rowsOf(size), (rows) => {
        const table = Float64Array.from(rows.flat());
        const found = skyline(table, size, rows.length, new Float64Array(rows.length).fill(1), (a, b) => a < b);
        const dominated = (row: readonly number[]) =>
          rows.some((other) => other.every((v, c) => v >= (row[c] ?? 0)) && other.some((v, c) => v > (row[c] ?? 0)));
        const efficient = rows.filter((row) => !dominated(row)).map((row) => row.join());
        if (!found) throw new Error("gave up");
        expect(found.rows.map((row) => (rows[row] ?? []).join()).sort()).toEqual([...new Set(efficient)].sort());
        found.rows.forEach((row, k) => {
          const same = rows.flatMap((other, index) => (other.join() === (rows[row] ?? []).join() ? [index] : []));
          expect(found.ties[k]).toBe(same.length);
          expect(row).toBe(same[0]);
        });
      }),
    );
  });

  it("gives up once more rows are efficient than was allowed", () => {
    const table = Float64Array.of(0, 1, 2, 1, 2, 0, 2, 0, 1);
    const ones = new Float64Array(3).fill(1);
    expect(skyline(table, 3, 3, ones, (a, b) => a < b, 2)).toBeNull();
    expect(skyline(table, 3, 3, ones, (a, b) => a < b, 3)?.rows.length).toBe(3);
  });

  it("does not keep what only rounding separates", () => {
    const noise = TOLERANCE / 1000;
    const table = Float64Array.of(0.5, 0.5, 0.5 + noise, 0.5 - noise, 0.5 - noise, 0.5 + noise);
    for (const size of [2])
      expect(skyline(table, size, 3, new Float64Array(3).fill(1), (a, b) => a < b)).toEqual({ rows: [0], ties: [3] });
  });
});
