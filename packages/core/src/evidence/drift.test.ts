import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Interval, longestPath, pathLength, reversalsIn, steadiestPath } from "./drift.js";

const intervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).map(
    ([a, b]): Interval => ({
      low: 25 * Math.min(a, b),
      high: 25 * Math.max(a, b),
    }),
  ),
  { minLength: 1, maxLength: 5 },
);

/** Every path through the grid places of the intervals. Least and longest paths have their places among the ends. */
function lengths(through: readonly Interval[]): number[] {
  let paths: number[][] = [[]];
  for (const { low, high } of through) {
    const places = [0, 25, 50, 75, 100].filter((place) => place >= low && place <= high);
    paths = paths.flatMap((path) => places.map((place) => [...path, place]));
  }
  return paths.map(pathLength);
}

describe("the path that moves least", () => {
  it("stays in every interval, and no path through them is shorter (brute force)", () => {
    fc.assert(
      fc.property(intervals, (through) => {
        const path = steadiestPath(through);
        expect(path.length).toBe(through.length);
        path.forEach((place, k) => {
          expect(place).toBeGreaterThanOrEqual(through[k]?.low ?? Number.NaN);
          expect(place).toBeLessThanOrEqual(through[k]?.high ?? Number.NaN);
        });
        expect(pathLength(path)).toBe(Math.min(...lengths(through)));
      }),
    );
  });

  it("the longest is as long as the longest of all (brute force)", () => {
    fc.assert(
      fc.property(intervals, (through) => {
        expect(longestPath(through)).toBe(Math.max(...lengths(through)));
      }),
    );
  });

  it("of points is the points: net shift and flux are what anyone would add up", () => {
    const points = [100, 33, 67, 100].map((place) => ({ low: place, high: place }));
    expect(steadiestPath(points)).toEqual([100, 33, 67, 100]);
    expect([pathLength([100, 33, 67, 100]), longestPath(points)]).toEqual([134, 134]);
  });

  it("a widened interval never proves more movement", () => {
    fc.assert(
      fc.property(intervals, fc.nat(4), (through, at) => {
        const wider = through.map((interval, k) => (k === at % through.length ? { low: 0, high: 100 } : interval));
        expect(pathLength(steadiestPath(wider))).toBeLessThanOrEqual(pathLength(steadiestPath(through)));
      }),
    );
  });
});

describe("reversals", () => {
  it("are counted where a move goes against the last move, whatever rests lie between", () => {
    expect(reversalsIn([0, 50, 50, 25, 25, 75])).toEqual([3, 5]);
    expect(reversalsIn([0, 25, 50, 100])).toEqual([]);
    expect(reversalsIn([50])).toEqual([]);
  });
});
