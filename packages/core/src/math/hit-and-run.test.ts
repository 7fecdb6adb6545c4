import { describe, expect, it } from "vitest";
import { chiSquared, chiSquaredCritical } from "../../test/statistics.js";
import { type HalfSpace, hitAndRunStep, halfSpace as sparse } from "./hit-and-run.js";
import { stream } from "./rng.js";

const halfSpace = (row: readonly number[], offset: number): HalfSpace => sparse(row.entries(), offset);

describe("hitAndRunStep", () => {
  it("is uniform on a cut polytope (χ² over cells of equal area)", () => {
    // The unit square without the corner x + y > 1.5; cells of side 1/4 that lie wholly inside.
    const body = [
      halfSpace([1, 0], 0),
      halfSpace([0, 1], 0),
      halfSpace([-1, 0], 1),
      halfSpace([0, -1], 1),
      halfSpace([-1, -1], 1.5),
    ];
    const rng = stream("cut");
    const point = Float64Array.of(0.2, 0.2);
    const counts = new Map<number, number>();
    const wanted = 60_000;
    for (let kept = 0; kept < wanted; kept++) {
      for (let between = 0; between < 8; between++) {
        const angle = [rng() - 0.5, rng() - 0.5];
        hitAndRunStep(point, Float64Array.from(angle), body, rng);
      }
      const [column, row] = Array.from(point, (value) => Math.floor(4 * value)) as [number, number];
      if (column + row <= 4) counts.set(4 * column + row, (counts.get(4 * column + row) ?? 0) + 1);
    }
    const cells = [...counts.values()];
    const total = cells.reduce((sum, count) => sum + count, 0);
    expect(cells.length).toBe(13);
    expect(chiSquared(cells, total / cells.length)).toBeLessThan(chiSquaredCritical(12));
    // 13 cells of area 1/16 in a body of area 7/8.
    expect(Math.abs(total / wanted - 13 / 14)).toBeLessThan(0.006);
  });

  it("never leaves the body, and stays where the chord has no length", () => {
    const body = [halfSpace([1], 0), halfSpace([-1], 0)];
    const point = Float64Array.of(0);
    expect(hitAndRunStep(point, Float64Array.of(1), body, stream("point"))).toBe(false);
    expect(point[0]).toBe(0);
  });
});
