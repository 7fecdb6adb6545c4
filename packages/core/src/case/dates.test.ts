import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDate, monthsBetween } from "./calendar.js";
import { firstDay, isBy, lastDay } from "./dates.js";

describe("dates", () => {
  it("knows the calendar", () => {
    expect(["2019", "2019-02", "2019-02-28", "2020-02-29"].every(isDate)).toBe(true);
    expect(["2019-02-29", "2019-13", "19-02-01", "2019-2-1", "soon", ""].some(isDate)).toBe(false);
  });

  it("spans what a partial date can mean", () => {
    expect([firstDay("2019"), lastDay("2019")]).toEqual(["2019-01-01", "2019-12-31"]);
    expect([firstDay("2020-02"), lastDay("2020-02")]).toEqual(["2020-02-01", "2020-02-29"]);
    expect(isBy("2019-02", "2019-02-24")).toBe(true);
    expect(isBy("2019-03", "2019-02-24")).toBe(false);
  });

  it("counts months as calendar periods: whole ones exactly, and backwards the same", () => {
    expect(monthsBetween("2019-01-31", "2019-02-28")).toBe(1);
    expect(monthsBetween("2019-02-01", "2019-02-15")).toBeCloseTo(14 / 28, 9);
    const day = fc.tuple(
      fc.integer({ min: 1990, max: 2040 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    const text = ([y, m, d]: readonly [number, number, number]) =>
      `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 240 }), ([y, m, d], months) => {
        const later = m - 1 + months;
        const to = text([y + Math.floor(later / 12), (later % 12) + 1, d]);
        expect(monthsBetween(text([y, m, d]), to)).toBeCloseTo(months, 9);
        expect(monthsBetween(to, text([y, m, d]))).toBeCloseTo(-months, 9);
      }),
    );
  });
});
