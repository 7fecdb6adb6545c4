import { describe, expect, it } from "vitest";
import { chiSquared, chiSquaredCritical } from "../../test/statistics.js";
import { stream } from "./rng.js";
import { uniformRankedSimplex, uniformSimplex } from "./simplex.js";

describe("uniformSimplex", () => {
  it("gives points that are not negative and sum to 1", () => {
    const rng = stream("sum");
    for (let size = 1; size < 20; size++) {
      const point = uniformSimplex(new Float64Array(size), rng);
      expect(Math.min(...point)).toBeGreaterThanOrEqual(0);
      expect(point.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    }
  });

  it("is uniform on the 2-simplex (χ² over 64 triangles of equal area, 5 % level raised to 0.1 %)", () => {
    const rng = stream("chi");
    const side = 8;
    const counts = new Array<number>(side * side).fill(0);
    const draws = 64_000;
    for (let i = 0; i < draws; i++) {
      const [x = 0, y = 0] = uniformSimplex(new Float64Array(3), rng);
      const [column, row] = [Math.floor(x * side), Math.floor(y * side)];
      const upper = x * side - column + (y * side - row) > 1 ? 1 : 0;
      // Rows of 2(side − column) − 1 triangles, one after the other.
      const before = column * (2 * side - column);
      const place = before + 2 * row + upper;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(chiSquared(counts, draws / counts.length)).toBeLessThan(chiSquaredCritical(63));
  });
});

describe("uniformRankedSimplex", () => {
  // Barron & Barrett, Management Science 42(11), 1996: rank-order-centroid weights w_i = (1/n) Σ_{k≥i} 1/k.
  it.each([
    [3, [0.6111, 0.2778, 0.1111]],
    [4, [0.5208, 0.2708, 0.1458, 0.0625]],
    [5, [0.4567, 0.2567, 0.1567, 0.09, 0.04]],
  ])("has the rank-order-centroid weights as its mean (n = %i)", (size, published) => {
    const rng = stream("roc", size);
    const sums = new Float64Array(size);
    const draws = 40_000;
    for (let i = 0; i < draws; i++) {
      const point = uniformRankedSimplex(new Float64Array(size), rng);
      for (let k = 0; k < size; k++) sums[k] = (sums[k] ?? 0) + (point[k] ?? 0);
    }
    // Standard error of the first mean is under 0.0009 at these sizes; four of them.
    published.forEach((weight, k) => expect(Math.abs((sums[k] ?? 0) / draws - weight)).toBeLessThan(0.0036));
  });
});
