import type { BargainingMap } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { interestsShown, widthOf } from "./interests-known.js";

const ALL = [
  { party: "a", holder: "a" },
  { party: "a", holder: "b" },
  { party: "b", holder: "b" },
];

describe("the interests that are shown", () => {
  it("are those that the address asks for, by holder too; the first where it asks for none", () => {
    expect(interestsShown(ALL, null, null)).toBe(ALL[0]);
    expect(interestsShown(ALL, "b", null)).toBe(ALL[2]);
    expect(interestsShown(ALL, "a", "b")).toBe(ALL[1]);
    expect(interestsShown(ALL, "a", null)).toBe(ALL[0]);
  });

  it("are none where the party has no file", () => {
    expect(interestsShown(ALL, "c", null)).toBeNull();
    expect(interestsShown([], null, null)).toBeNull();
  });
});

describe("how well interests are known", () => {
  const point = (kind: string, low: number, high: number) => ({ kind, values: { a: { median: low, low, high } } });

  it("is the mean width of the bands of what is on record, and not of solutions or of what is tried", () => {
    const points = [
      point("offer", 10, 20),
      point("today", 0, 0),
      point("no deal", 5, 10),
      point("nash", 0, 100),
      point("package", 0, 90),
    ];
    const map = { points } as unknown as BargainingMap;
    expect(widthOf(map, "a")).toBe(5);
    expect(widthOf(map, "b")).toBeNull();
  });
});
