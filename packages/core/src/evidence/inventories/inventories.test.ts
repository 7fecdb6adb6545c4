import { describe, expect, it } from "vitest";
import { unitFactor, uraniumIn } from "../../case/index.js";
import { plutoniumPerYear, separativeWork } from "./production.js";
import { meanOf, sumQuantile, times, varianceOf } from "./triangular.js";

// Published and recomputed figures: ../shared/reference/methods.md, part C.
describe("what a plant adds", () => {
  it("counts plutonium as published for a 200 MW reactor: 54.75 kg a year", () => {
    expect(plutoniumPerYear(200, 0.75, 1)).toBeCloseTo(54.75, 10);
    expect(plutoniumPerYear(25, 0.75, 1)).toBeCloseTo(6.84, 2);
  });

  it("counts separative work: 192.94 SWU and 218.25 kg of feed for a kilogram at 90 %", () => {
    const { feed, work } = separativeWork({ product: 0.9, feed: 0.00711, tails: 0.003 });
    expect(feed).toBeCloseTo(218.248, 3);
    expect(work).toBeCloseTo(192.938, 3);
    expect(25 * work).toBeCloseTo(4823.44, 2);
    expect(separativeWork({ product: 0.035, feed: 0.00711, tails: 0.0025 }).work).toBeCloseTo(4.811, 3);
  });

  it("finds 0.67610 of uranium in UF6 at 3.67 %, so that 300 kg hold 202.83", () => {
    expect(uraniumIn("UF6", 3.67)).toBeCloseTo(0.6760989, 6);
    expect(300 * (unitFactor("kg UF6", "kgU", 3.67) ?? 0)).toBeCloseTo(202.83, 2);
  });
});

describe("units", () => {
  it.each([
    ["t", "kg", 1000],
    ["tonnes", "t", 1],
    ["kg", "g", 1000],
    ["t heavy water", "kg heavy water", 1000],
    ["t", "t heavy water", 1],
    ["kgU", "kg U", 1],
    ["%", "pctU235", 1],
    ["machines", "machine", 1],
    ["Tonnes", "Kg", 1000],
  ])("turns %s into %s by %d", (from, to, factor) => {
    expect(unitFactor(from, to)).toBeCloseTo(factor, 12);
  });

  it.each([
    ["kg", "kg UF6"],
    ["kg Pu", "kg U"],
    ["machines", "kg"],
    ["glasses", "g"],
    ["kg per year", "kg"],
    ["g/l", "g"],
    ["%", "kg"],
  ])("does not turn %s into %s", (from, to) => {
    expect(unitFactor(from, to)).toBeNull();
  });
});

describe("a stock that grows by what is known by least, likeliest and most", () => {
  const stock = { low: 30, likely: 45, high: 60 };
  const rate = { low: 5, likely: 6, high: 7 };

  it.each([
    [0, 45, 6.1237],
    [1, 51, 6.137],
    [2, 57, 6.178],
    [3, 63, 6.245],
    [5, 75, 6.455],
  ])("after %d years has mean %d and deviation %d", (years, mean, deviation) => {
    const added = times(rate, years);
    expect(meanOf(stock) + meanOf(added)).toBeCloseTo(mean, 10);
    expect(Math.sqrt(varianceOf(stock) + varianceOf(added))).toBeCloseTo(deviation, 3);
  });

  it("has its 5th and 95th percentile after a year where 400,000 draws have them: 40.7 and 61.3", () => {
    expect(sumQuantile(stock, rate, 0.05)).toBeCloseTo(40.7, 1);
    expect(sumQuantile(stock, rate, 0.95)).toBeCloseTo(61.3, 1);
    expect(sumQuantile(stock, rate, 0.5)).toBeCloseTo(51, 6);
  });

  it("ends for numbers of any size", () => {
    const large = { low: 1e9, likely: 1e9 + 1, high: 1e9 + 2 };
    expect(sumQuantile(large, { low: 0, likely: 0.1, high: 0.2 }, 0.5)).toBeCloseTo(1e9 + 1.1, 3);
  });

  it("is the stock itself where nothing grows", () => {
    const none = { low: 0, likely: 0, high: 0 };
    expect(sumQuantile(stock, none, 0.5)).toBeCloseTo(45, 6);
    expect(sumQuantile(stock, none, 0.125)).toBeCloseTo(37.5, 6);
  });
});
