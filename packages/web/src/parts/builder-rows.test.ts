import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { againstToday, onBar, reachOf, standingAt } from "./builder-rows.js";

const negotiation = buildCase({
  case: { issues: [issue("x", 3), issue("y", 2), issue("z", 30, { today: "o7" })] },
  record: {
    offers: [
      { id: "first", name: "First", date: "2020-01-01", by: "a", package: { x: "o1" } },
      { id: "second", name: "Second", date: "2020-03-01", by: "b", package: { x: "o1", y: "o1" } },
    ],
  },
});
const [x, y] = negotiation.issues;
if (!x || !y) throw new Error("The case has three issues.");

describe("what an option does against today", () => {
  it("is what going back to today would do, turned round", () => {
    const back = { low: -9, median: -4, high: 1 };
    const worths = [
      { option: "o0", change: { a: back } },
      { option: "o1", change: { a: { low: 0, median: 0, high: 0 } } },
    ];
    expect(againstToday(x, worths)).toEqual({ a: { low: -1, median: 4, high: 9 } });
    expect(againstToday(x, [])).toEqual({});
  });
});

describe("what stands at an option", () => {
  it("is today, and offers that name the issue and are known by the day", () => {
    expect(standingAt(negotiation, x, "o1", "2020-06-30")).toEqual({ today: false, offers: ["First", "Second"] });
    expect(standingAt(negotiation, x, "o1", "2020-02-01")).toEqual({ today: false, offers: ["First"] });
    expect(standingAt(negotiation, y, "o0", "2020-06-30")).toEqual({ today: true, offers: [] });
  });
});

describe("bars", () => {
  const band = (median: number) => ({ median, low: median, high: median });

  it("reach as far as the largest change, and one point at least", () => {
    const options = [{ change: { a: band(-12), b: band(3) } }, { change: { a: band(7) } }];
    expect(reachOf({ issues: [{ issue: "x", options }] } as unknown as Parameters<typeof reachOf>[0])).toBe(12);
    expect(reachOf(null)).toBe(1);
  });

  it("have nothing in the middle, gains to the right, losses to the left, and stay within their width", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 100, noNaN: true }),
        fc.double({ min: -300, max: 300, noNaN: true }),
        (reach, value) => {
          const at = onBar(reach, 64)(value);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(64);
          expect(at + onBar(reach, 64)(-value)).toBeCloseTo(64, 9);
          if (value > 1e-6) expect(at).toBeGreaterThan(32);
        },
      ),
    );
  });
});
