import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { bargainingMap } from "./bargaining-map.js";

describe("the map of a negotiation", () => {
  it("shows every package that ties for a solution, and none that nobody could sign", () => {
    const found = bargainingMap(
      buildCase({
        case: { issues: [issue("x", 3, { ordered: false })] },
        interests: [numbers("a", { x: 1 }, { x: [0, 16, 100] }), numbers("b", { x: 1 }, { x: [0, 100, 16] })],
      }),
    );
    if (!found.ok) throw new Error(found.reasons.join());
    for (const kind of ["nash", "kalaiSmorodinsky"])
      expect(
        found.value.points
          .filter((point) => point.kind === kind)
          .map(({ values }) => [values.a?.median, values.b?.median]),
      ).toEqual([
        [100, 16],
        [16, 100],
      ]);
  });

  it("draws the frontier by what it leaves the one when the other has so much, and nothing where there is none", () => {
    const found = bargainingMap(
      buildCase({
        case: { issues: [issue("x", 5)] },
        interests: [
          numbers("a", { x: 1 }, { x: [0, 1, 2, 3, 4] }, 90),
          numbers("b", { x: 1 }, { x: [4, 3, 2, 1, 0] }, 90),
        ],
      }),
    );
    if (!found.ok) throw new Error(found.reasons.join());
    const curve = found.value.plots[0]?.frontier ?? [];
    const at = (value: number) => curve.find((point) => point.at === value)?.band?.median;
    expect([at(0), at(24), at(26), at(100)]).toEqual([100, 75, 50, 0]);
    expect(found.value.zone).toBe(0);
    expect(found.value.points.map(({ kind }) => kind)).toEqual(["today"]);
  });
});
