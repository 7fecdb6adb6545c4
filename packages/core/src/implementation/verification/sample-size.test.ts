// Sample sizes against sums written out term by term: every kernel of attribute sampling on small and large numbers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactSampleSize, iaeaSampleSize, itemsToDivert, logNonDetection } from "./sample-size.js";

/** ln n!, added up factor by factor. */
const LOG_FACTORIAL = new Float64Array(20_001);
for (let n = 2; n < LOG_FACTORIAL.length; n++) LOG_FACTORIAL[n] = (LOG_FACTORIAL[n - 1] ?? 0) + Math.log(n);
const logFactorial = (n: number): number => LOG_FACTORIAL[n] ?? Number.NaN;

/** ln C(n, k). */
const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** ln Σ_k C(d, k) C(N−d, n−k) / C(N, n) · (1−p)^k, every term of it. */
function termByTerm(items: number, d: number, identification: number, n: number): number {
  const whole = logChoose(items, n);
  const terms: number[] = [];
  for (let k = Math.max(0, n - (items - d)); k <= Math.min(d, n); k++) {
    const missed = k === 0 ? 0 : k * Math.log(1 - identification);
    terms.push(logChoose(d, k) + logChoose(items - d, n - k) - whole + missed);
  }
  const top = Math.max(...terms);
  return top === Number.NEGATIVE_INFINITY
    ? top
    : top + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - top), 0));
}

const nearly = (found: number, expected: number): void => {
  if (expected === Number.NEGATIVE_INFINITY) expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
};

describe("the chance that no falsified item is recognised", () => {
  it("is what the sum over how many are drawn comes to, for every number of up to 60 items", () => {
    const drawn = fc.integer({ min: 1, max: 60 }).chain((items) =>
      fc.record({
        items: fc.constant(items),
        falsified: fc.integer({ min: 0, max: items }),
        checked: fc.integer({ min: 0, max: items }),
        identification: fc.constantFrom(0, 0.001, 0.3, 0.5, 0.97, 1),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ items, falsified, checked, identification }) => {
        nearly(
          logNonDetection({ items, falsified, identification }, checked),
          termByTerm(items, falsified, identification, checked),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    // Either side of the number up to which factors are multiplied one by one, and far beyond it.
    [20_000, 4096, 4096],
    [20_000, 4097, 4097],
    [20_000, 9_000, 6_000],
    [20_000, 6_000, 9_000],
    [9_000, 4_500, 4_500],
    [8_300, 8_281, 19],
    [20_000, 15_000, 5_001],
  ])("is so for %i items of which %i are falsified and %i are checked", (items, falsified, checked) => {
    for (const identification of [0.02, 0.5, 0.9, 1])
      nearly(
        logNonDetection({ items, falsified, identification }, checked),
        termByTerm(items, falsified, identification, checked),
      );
  });

  it("is that of all of them where more are to be checked than there are, and one where fewer than none", () => {
    expect(logNonDetection({ items: 9, falsified: 2, identification: 0.5 }, 40)).toBeCloseTo(2 * Math.log(0.5), 12);
    expect(logNonDetection({ items: 9, falsified: 2 }, -1)).toBe(0);
  });
});

describe("the number of items to check", () => {
  it("is the least that is enough, found one by one", () => {
    const asked = fc.integer({ min: 1, max: 40 }).chain((items) =>
      fc.record({
        items: fc.constant(items),
        falsified: fc.integer({ min: 0, max: items }),
        identification: fc.constantFrom(0.3, 0.9, 1),
        probability: fc.constantFrom(0.05, 0.5, 0.9, 0.95, 0.999),
      }),
    );
    fc.assert(
      fc.property(asked, ({ probability, ...sampling }) => {
        const { items, falsified, identification } = sampling;
        const enough = (n: number) =>
          1 - Math.exp(termByTerm(items, falsified, identification, n)) >= probability - 1e-12;
        const least = Array.from({ length: items + 1 }, (_, n) => n).find(enough) ?? null;
        expect(exactSampleSize(sampling, probability)).toBe(least);
      }),
      { numRuns: 500 },
    );
  });

  it("by the formula is a whole number that rounding does not move, and no less than one item diverts the goal", () => {
    // 1 − 0.5^(1/1) is a half: half of the items, not one more.
    expect(iaeaSampleSize({ items: 100, falsified: 1 }, 0.5)).toBe(50);
    expect(iaeaSampleSize({ items: 100, falsified: 0 }, 0.5)).toBe(50);
    expect([itemsToDivert(10, 0.1, 0.3), itemsToDivert(10, 8, 0.1), itemsToDivert(10, 1, 99)]).toEqual([3, 1, 10]);
  });
});
