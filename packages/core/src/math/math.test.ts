import { describe, expect, it } from "vitest";
import { band, quantile, share } from "./band.js";
import { at } from "./checked.js";
import { deepestPoint } from "./linear-program.js";
import { shuffle, stream } from "./rng.js";

describe("stream", () => {
  it("gives the same numbers for the same labels and others for others", () => {
    const draw = (...labels: (string | number)[]) => Array.from({ length: 4 }, stream(...labels));
    expect(draw(1, "us", 0)).toEqual(draw(1, "us", 0));
    expect(draw(1, "us", 0)).not.toEqual(draw(1, "us", 1));
    // Labels are told apart where they join: ("ab", "c") is not ("a", "bc").
    expect(draw("ab", "c")).not.toEqual(draw("a", "bc"));
  });

  it("shuffles every order equally often", () => {
    const rng = stream("shuffle");
    const counts = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const order = shuffle([0, 1, 2], rng).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(180);
  });
});

describe("band", () => {
  it("is the median with the 5 and 95 % quantiles, interpolated", () => {
    expect(band([3, 1, 2])).toEqual({ median: 2, low: 1.1, high: 2.9 });
    expect(() => quantile(new Float64Array(0), 0.5)).toThrow(RangeError);
    expect(share([1, 2, 3, 4], (value) => value > 1)).toBe(0.75);
  });
});

describe("deepestPoint", () => {
  it("finds the centre of the largest slack, and null where constraints contradict each other", () => {
    const constraint = (value: number, bound: number) => ({ coefficients: new Map([[0, value]]), bound });
    const found = deepestPoint(1, [constraint(1, 0.2), constraint(-1, -0.6)]);
    expect(found?.point[0]).toBeCloseTo(0.4, 9);
    expect(found?.depth).toBeCloseTo(0.2, 9);
    expect(deepestPoint(1, [constraint(1, 0.6), constraint(-1, -0.2)])).toBeNull();
  });

  it("lets what holds without variables be, and refuses what cannot hold", () => {
    expect(deepestPoint(0, [{ coefficients: new Map(), bound: 0 }])?.depth).toBe(1);
    expect(deepestPoint(0, [{ coefficients: new Map(), bound: 1 }])).toBeNull();
  });
});

describe("checked access", () => {
  it("names the value that our own mistake asked for", () => {
    expect(() => at([1, 2], 2)).toThrow("index 2 is outside 0…1");
  });
});
