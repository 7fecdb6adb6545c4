import type { BargainingMap, OptionWorths } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { isOf, limitsOf, type Pinned, pressedOn, withOwn } from "./bargaining-map.js";

const band = (median: number) => ({ median, low: median, high: median });
const worths = { values: { a: band(40) } } as unknown as OptionWorths;
const offer = { kind: "offer", id: "first", name: "First", by: "a", values: {} } as const;
const map = { points: [offer] } as unknown as BargainingMap;
const pin = (more: Partial<Pinned> = {}): Pinned => ({
  name: "Pin 1",
  text: "x:o1",
  options: { x: "o1" },
  worths,
  ...more,
});
const own = { name: "your package", offer: null, options: { x: "o2" } };
const idsOf = (found: BargainingMap) => found.points.map(({ id }) => id);

describe("what stands on the map", () => {
  it("is what is on record, then the pins, then the package in the making", () => {
    expect(idsOf(withOwn(map, own, worths, [pin()]))).toEqual(["first", "x:o1", "package"]);
    expect(withOwn(map, own, worths, []).points[1]).toMatchObject({ kind: "package", name: "your package", by: [] });
  });

  it("is each package once: not one that is an offer or pinned, and none that is not weighed yet", () => {
    expect(idsOf(withOwn(map, { ...own, offer: "first" }, worths, []))).toEqual(["first"]);
    expect(idsOf(withOwn(map, { ...own, options: { x: "o1" } }, worths, [pin()]))).toEqual(["first", "x:o1"]);
    expect(idsOf(withOwn(map, own, null, [pin({ worths: null })]))).toEqual(["first"]);
  });
});

describe("a mark that is pressed", () => {
  it.each([
    ["offer a first draft", { kind: "offer", id: "a first draft" }],
    ["package x:o1,y:o0", { kind: "package", text: "x:o1,y:o0" }],
    ["today today", { kind: "package", text: null }],
    ["package package", null],
    ["nash nash", null],
    ["no deal", null],
  ])("%s", (mark, stands) => {
    expect(pressedOn(mark)).toEqual(stands);
  });
});

describe("an answer", () => {
  it("is of the package on the page where it has every option of it", () => {
    const options = { x: "o1", y: "o0" };
    expect(isOf({ options }, { x: "o1", y: "o0" })).toBe(true);
    expect(isOf({ options }, { x: "o1", y: "o1" })).toBe(false);
    expect(isOf(undefined, {})).toBe(false);
  });

  it("says once where it was cut short, though it be said three times", () => {
    const dance = { ok: true, value: { limits: ["Cut.", "Short."] } } as const;
    expect(limitsOf({ limits: ["Cut."] }, dance, { limits: ["Cut."] })).toEqual(["Cut.", "Short."]);
    expect(limitsOf({}, { ok: false, reasons: [], misuse: false }, null)).toEqual([]);
  });
});
