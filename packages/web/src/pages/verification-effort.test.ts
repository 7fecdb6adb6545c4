import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFrom, EFFORT_STEPS, effortAt, effortFrom, stepOfEffort } from "./verification-effort.js";

describe("effort", () => {
  it("is read from an address where it is a number, and is the plan's where it is none", () => {
    expect([null, "", " ", "much", "Infinity", "12.5", "0"].map(effortFrom)).toEqual([
      null,
      null,
      null,
      null,
      null,
      12.5,
      0,
    ]);
  });

  it("lies on its slider where it is put", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: EFFORT_STEPS }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        (step, most) => {
          expect(Math.abs(stepOfEffort(effortAt(step, most), most) - step)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("clean looks", () => {
  it("are one where the address says none that can be followed", () => {
    expect([null, "0", "12", "13", "-1", "2.5", "many"].map(cleanFrom)).toEqual([1, 0, 12, 1, 1, 1, 1]);
  });
});
