import type { FrontierResult } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFrom, areaText, between, changesTo, efficientIn, within } from "./frontier-packages.js";

describe("packages of the frontier", () => {
  it("have their values in points, and of an exact answer are efficient in every model", () => {
    const exact = {
      kind: "exact",
      packages: [{ options: { x: "o1" }, values: { a: 40 } }],
    } as unknown as FrontierResult;
    expect(efficientIn(exact)).toEqual([
      { options: { x: "o1" }, values: { a: { median: 40, low: 40, high: 40 } }, share: 1 },
    ]);
    const band = { median: 50, low: 25, high: 75 };
    const sampled = {
      kind: "sampled",
      packages: [{ options: {}, values: { a: band }, efficient: 0.7 }],
    } as unknown as FrontierResult;
    expect(efficientIn(sampled)).toEqual([{ options: {}, values: { a: band }, share: 0.7 }]);
  });

  it("are told by what they change", () => {
    expect(changesTo({ options: { x: "o1", y: "o0" } }, { x: "o0", y: "o0" })).toEqual([["x", "o1"]]);
  });
});

describe("a rectangle", () => {
  const tenth = fc.integer({ min: -1000, max: 1000 }).map((k) => k / 10);

  it("is read from the address as it was written", () => {
    fc.assert(
      fc.property(tenth, tenth, tenth, tenth, (x0, x1, y0, y1) => {
        // A zero with a sign is a zero.
        expect(areaFrom(areaText({ x0, x1, y0, y1 }))).toEqual({ x0: x0 + 0, x1: x1 + 0, y0: y0 + 0, y1: y1 + 0 });
      }),
    );
  });

  it("is none where the address says no four numbers", () => {
    expect([null, "", "1,2,3", "1,2,3,x"].map(areaFrom)).toEqual([null, null, null, null]);
  });

  it("is drawn in any direction, and holds both of its corners", () => {
    const at = fc.record({ x: fc.integer({ min: 0, max: 900 }), y: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(at, at, (from, to) => {
        const area = between(from, to);
        if (area === null) {
          expect(Math.abs(to.x - from.x) + Math.abs(to.y - from.y)).toBeLessThan(8);
          return;
        }
        expect(between(to, from)).toEqual(area);
        for (const { x, y } of [from, to]) expect(within(area, x, y)).toBe(true);
        expect(within(area, area.x1 + 1, area.y0)).toBe(false);
      }),
    );
  });
});
