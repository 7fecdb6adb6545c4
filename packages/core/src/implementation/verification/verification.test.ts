import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { solve } from "yalps";
import { buildCase } from "../../../test/build-case.js";
import {
  announcedDelay,
  deterrent,
  effectiveSanction,
  inspectNow,
  UNANNOUNCED_DELAY,
  violatorValue,
} from "./inspection-game.js";
import { deterrenceEffort, level, siteWay } from "./level.js";
import { detection, exactSampleSize, iaeaSampleSize, improvedSampleSize, logNonDetection } from "./sample-size.js";
import { beliefAfter, chapman, looksUntil, searchOrder } from "./search.js";
import { spenderOf } from "./spending.js";
import { allocate, improvedChecks, type Stratum, wholeChecks, worstDiversion } from "./strata.js";
import { verify } from "./verify.js";

const choose = (n: number, k: number): bigint => {
  let value = 1n;
  for (let i = 0n; i < BigInt(k); i++) value = (value * (BigInt(n) - i)) / (i + 1n);
  return k < 0 || k > n ? 0n : value;
};

/** Exact, by counting every way to draw. */
function countedNonDetection(items: number, d: number, n: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= Math.min(d, n); k++)
    sum += (Number((choose(d, k) * choose(items - d, n - k) * 10n ** 18n) / choose(items, n)) / 1e18) * (1 - p) ** k;
  return sum;
}

const sampled = fc
  .record({
    items: fc.integer({ min: 1, max: 120 }),
    d: fc.nat(),
    n: fc.nat(),
    p: fc.constantFrom(1, 0.95, 0.8, 0.5, 0.1),
  })
  .map(({ items, d, n, p }) => ({ items, d: 1 + (d % items), n: n % (items + 1), p }));

describe("attribute sampling", () => {
  it("agrees with counting every way to draw", () => {
    fc.assert(
      fc.property(sampled, ({ items, d, n, p }) => {
        const log = logNonDetection({ items, falsified: d, identification: p }, n);
        expect(Math.exp(log)).toBeCloseTo(countedNonDetection(items, d, n, p), 10);
      }),
    );
  });

  it("has its exact size within three of the IAEA's, never above it, and at most one below the improved (N ≤ 120, d ≤ 40)", () => {
    let most = 0;
    for (let items = 1; items <= 120; items++)
      for (let falsified = 1; falsified <= Math.min(40, items); falsified++)
        for (const probability of [0.2, 0.5, 0.9, 0.95]) {
          const exact = exactSampleSize({ items, falsified }, probability) ?? Number.NaN;
          const above = iaeaSampleSize({ items, falsified }, probability) - exact;
          if (!(above >= 0 && above <= 3)) throw new Error(`${items} ${falsified} ${probability}: ${above}`);
          const improved = improvedSampleSize({ items, falsified }, probability) - exact;
          if (!(improved === 0 || improved === 1)) throw new Error(`${items} ${falsified} ${probability}: ${improved}`);
          most = Math.max(most, above);
        }
    expect(most).toBe(3);
  });

  it("is enough and no more than enough", () => {
    fc.assert(
      fc.property(sampled, fc.constantFrom(0.2, 0.5, 0.9, 0.95), ({ items, d, p }, probability) => {
        const sampling = { items, falsified: d, identification: p };
        const size = exactSampleSize(sampling, probability);
        if (size === null) expect(detection(sampling, items)).toBeLessThan(probability);
        else {
          expect(detection(sampling, size)).toBeGreaterThanOrEqual(probability - 1e-12);
          expect(detection(sampling, size - 1)).toBeLessThan(probability);
        }
      }),
    );
  });

  it("stays a probability for a million items", () => {
    expect(detection({ items: 1_000_000, falsified: 500_000 }, 500_000)).toBe(1);
    expect(detection({ items: 1_000_000, falsified: 10, identification: 0.5 }, 100_000)).toBeCloseTo(1 - 0.95 ** 10, 5);
  });
});

const strata = fc.array(
  fc.record({
    items: fc.integer({ min: 1, max: 9 }),
    each: fc.integer({ min: 1, max: 5 }),
    effort: fc.constantFrom(1, 2, 3),
    identification: fc.constantFrom(1, 0.7),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Tries everything that a diverter can do. */
function bruteWorst(kinds: readonly Stratum[], checks: readonly number[], goal: number): number | null {
  const tries = (at: number, amount: number, log: number): number => {
    const kind = kinds[at];
    if (!kind) return amount >= goal ? log : Number.NaN;
    const all = Array.from({ length: kind.items + 1 }, (_, r) =>
      tries(at + 1, amount + r * kind.each, log + logNonDetection({ ...kind, falsified: r }, checks[at] ?? 0)),
    ).filter((one) => !Number.isNaN(one));
    return all.length === 0 ? Number.NaN : Math.max(...all);
  };
  const best = tries(0, 0, 0);
  return Number.isNaN(best) ? null : 1 - Math.exp(best);
}

describe("strata", () => {
  it("finds the diverter's best reply, as trying everything does", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 0, max: 30 }), (kinds, goal, effort) => {
        const checks = wholeChecks(kinds, effort, goal);
        const worst = worstDiversion(kinds, checks, goal);
        const brute = bruteWorst(kinds, checks, goal);
        if (brute === null) expect(worst.detection).toBeNull();
        else {
          expect(worst.detection).toBeCloseTo(brute, 10);
          expect(worst.bound).toBe(false);
        }
      }),
    );
  });

  it("knows its instruments: half as sure a check is made twice as often", () => {
    const kinds = [1, 0.5].map((identification) => ({ items: 20, each: 4, effort: 1, identification }));
    expect(allocate(kinds, 24, 8).checks).toEqual([8, 16]);
    const checks = wholeChecks(kinds, 24, 8);
    expect(checks).toEqual([8, 16]);
    expect(worstDiversion(kinds, checks, 8).detection).toBeCloseTo(0.64, 3);
    expect(worstDiversion(kinds, [12, 12], 8).detection).toBeCloseTo(0.513, 3);
  });

  /** All plans of whole checks within an effort. */
  function everyPlan(kinds: readonly Stratum[], effort: number): number[][] {
    return kinds.reduce<number[][]>(
      (plans, { items, effort: one }) =>
        plans.flatMap((plan) => {
          const left = effort - plan.reduce((sum, n, i) => sum + n * (kinds[i]?.effort ?? 0), 0);
          const most = Math.min(items, Math.floor(left / one + 1e-9));
          return Array.from({ length: most + 1 }, (_, n) => [...plan, n]);
        }),
      [[]],
    );
  }

  it("rounds to a plan that sees what the best of all plans sees, on small cases", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 }), (kinds, goal, effort) => {
        const seen = (plan: readonly number[]) => worstDiversion(kinds, plan, goal).detection ?? 1;
        expect(seen(wholeChecks(kinds, effort, goal))).toBeCloseTo(Math.max(...everyPlan(kinds, effort).map(seen)), 12);
      }),
    );
  });

  it("improves the rounded plan, where there are too many to try, nearly always to the best of them", () => {
    let [same, cases] = [0, 0];
    fc.assert(
      fc.property(strata, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 }), (kinds, goal, effort) => {
        const seen = (plan: readonly number[]) => worstDiversion(kinds, plan, goal).detection ?? 1;
        const found = seen(improvedChecks(kinds, effort, goal, 1000));
        const best = Math.max(...everyPlan(kinds, effort).map(seen));
        expect(found).toBeLessThanOrEqual(best + 1e-12);
        cases += 1;
        if (found > best - 1e-12) same += 1;
      }),
      { numRuns: 200, seed: 5 },
    );
    // A local search: seed and runs are fixed, and what it misses is counted.
    expect([same, cases]).toEqual([195, 200]);
  });

  describe("together with places", () => {
    const place = fc
      .record({
        effort: fc.constantFrom(1, 2, 4),
        most: fc.constantFrom(0.4, 0.8, 1),
        gain: fc.constantFrom(1, 1, 3),
        sanction: fc.constantFrom(0.5, 2),
      })
      .map(({ effort, most, gain, sanction }) => siteWay(gain, -sanction, effort, most));
    const few = fc.array(
      fc.record({
        items: fc.integer({ min: 1, max: 5 }),
        each: fc.integer({ min: 1, max: 4 }),
        effort: fc.constantFrom(1, 1.5, 3),
        identification: fc.constantFrom(1, 0.7),
      }),
      { minLength: 1, maxLength: 2 },
    );
    const situation = fc
      .record({
        kinds: few,
        places: fc.array(place, { maxLength: 2 }),
        part: fc.double({ min: 0.05, max: 1, noNaN: true }),
      })
      .map(({ kinds, places, part }) => {
        const there = kinds.reduce((sum, { items, each }) => sum + items * each, 0);
        const goal = Math.max(1, Math.round(part * there));
        const most =
          worstDiversion(
            kinds,
            kinds.map(({ items }) => items),
            goal,
          ).detection ?? 1;
        const way = { unseen: 1, seen: -2, most, effort: (chance: number) => 10 * chance };
        const declared = { strata: kinds, goal, way };
        return { kinds, places, goal, way, spender: spenderOf(declared, places) };
      });
    type Situation = typeof situation extends fc.Arbitrary<infer One> ? One : never;
    const worth = ({ way, places }: Situation, seen: readonly number[]): number =>
      Math.max(...[way, ...places].map(({ unseen, seen: caught }, i) => unseen - (seen[i] ?? 0) * (unseen - caught)));
    const cost = (kinds: readonly Stratum[], checks: readonly number[]): number =>
      checks.reduce((sum, n, i) => sum + n * (kinds[i]?.effort ?? 0), 0);

    it("leaves the violator no more than any plan of whole checks and days on places does, within the same effort", () => {
      fc.assert(
        fc.property(situation, fc.double({ min: 0, max: 14, noNaN: true }), (one, effort) => {
          const { detection: seen, checked } = one.spender.spend(effort);
          const visits = one.places.reduce((sum, way, i) => sum + way.effort(seen[i + 1] ?? 0), 0);
          expect(cost(one.kinds, checked?.checks ?? []) + visits).toBeLessThanOrEqual(effort + 1e-6);
          expect(seen[0]).toBeCloseTo(worstDiversion(one.kinds, checked?.checks ?? [], one.goal).detection ?? 1, 12);
          const values = everyPlan(one.kinds, effort).map((plan) =>
            worth(one, [
              worstDiversion(one.kinds, plan, one.goal).detection ?? 1,
              ...level(one.places, effort - cost(one.kinds, plan)).detection,
            ]),
          );
          expect(worth(one, seen)).toBeCloseTo(Math.min(...values), 6);
        }),
      );
    });

    it("leaves the violator no more for more effort, whichever efforts were asked before", () => {
      fc.assert(
        fc.property(
          situation,
          fc.array(fc.double({ min: 0, max: 14, noNaN: true }), { minLength: 2 }),
          (one, efforts) => {
            const asked = efforts.map((effort) => ({ effort, value: worth(one, one.spender.spend(effort).detection) }));
            asked.sort((a, b) => a.effort - b.effort);
            for (const [k, { value }] of asked.entries())
              if (k > 0) expect(value).toBeLessThanOrEqual((asked[k - 1]?.value ?? 0) + 1e-6);
          },
        ),
      );
    });

    it("leaves nothing over that would see more somewhere", () => {
      fc.assert(
        fc.property(situation, fc.double({ min: 0, max: 14, noNaN: true }), (one, effort) => {
          const { detection: seen, checked } = one.spender.spend(effort);
          const visits = one.places.reduce((sum, way, i) => sum + way.effort(seen[i + 1] ?? 0), 0);
          const full = one.places.every(({ most }, i) => (seen[i + 1] ?? 0) >= most - 1e-6);
          const more = worstDiversion(one.kinds, wholeChecks(one.kinds, effort - visits, one.goal), one.goal).detection;
          if (full) expect(more ?? 1).toBeLessThanOrEqual((seen[0] ?? 0) + 1e-9);
          const left = effort - cost(one.kinds, checked?.checks ?? []);
          for (const [i, part] of level(one.places, left).detection.entries())
            expect(part).toBeLessThanOrEqual((seen[i + 1] ?? 0) + 1e-6);
        }),
      );
    });

    it("names the least effort at which nothing pays", () => {
      fc.assert(
        fc.property(situation, (one) => {
          const { deterrence, spend } = one.spender;
          if (deterrence === null) expect(worth(one, spend(1000).detection)).toBeGreaterThan(0);
          else {
            expect(worth(one, spend(deterrence).detection)).toBeLessThanOrEqual(1e-6);
            if (deterrence > 0) expect(worth(one, spend(deterrence * 0.999).detection)).toBeGreaterThan(0);
          }
        }),
      );
    });
  });

  it("spends no more than there is, and checks no more than there are", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 60 }), (kinds, effort) => {
        const checks = wholeChecks(kinds, effort, 5);
        expect(checks.reduce((sum, n, i) => sum + n * (kinds[i]?.effort ?? 0), 0)).toBeLessThanOrEqual(effort + 1e-9);
        checks.forEach((n, i) => {
          expect(n).toBeLessThanOrEqual(kinds[i]?.items ?? 0);
        });
      }),
    );
  });

  it("bounds from below where amounts are too many to keep", () => {
    const kinds = Array.from({ length: 4 }, (_, i) => ({
      items: 300,
      each: 1 + Math.sqrt(i + 2),
      effort: 1,
      identification: 1,
    }));
    const checks = wholeChecks(kinds, 60, 200);
    const worst = worstDiversion(kinds, checks, 200);
    expect(worst.bound).toBe(true);
    const mix = kinds.map(({ each }) => ({ each, r: Math.ceil(200 / kinds.length / each) }));
    const tried = mix.reduce((log, { r }, i) => log + logNonDetection({ items: 300, falsified: r }, checks[i] ?? 0), 0);
    expect(worst.detection).toBeLessThanOrEqual(1 - Math.exp(tried) + 1e-9);
    expect(worst.detection).toBeGreaterThan(0);
  });

  it("is no better for either side to leave the saddle point", () => {
    // β ≈ Π exp(−n_i r_i / N_i): bilinear in n and r, so it is enough to try what spends all on one stratum.
    const kinds = [
      { items: 20, each: 4, effort: 3, identification: 1 },
      { items: 50, each: 2, effort: 2, identification: 1 },
      { items: 200, each: 1, effort: 1, identification: 1 },
    ];
    const { checks, diverted, detection: value } = allocate(kinds, 60, 8);
    const seen = (n: readonly number[], r: readonly number[]) =>
      1 - Math.exp(-kinds.reduce((sum, { items }, i) => sum + ((n[i] ?? 0) * (r[i] ?? 0)) / items, 0));
    for (let i = 0; i < kinds.length; i++) {
      const alone = (amount: number) => kinds.map((_, j) => (j === i ? amount : 0));
      expect(seen(alone(60 / (kinds[i]?.effort ?? 1)), diverted)).toBeLessThanOrEqual(value + 1e-12);
      expect(seen(checks, alone(8 / (kinds[i]?.each ?? 1)))).toBeGreaterThanOrEqual(value - 1e-12);
    }
  });
});

/** Dresher's recursion in exact fractions: v = the value of a game of two by two. */
function recursion(n: number, m: number, b: readonly [bigint, bigint]): readonly [bigint, bigint] {
  if (m >= n) return [0n, 1n];
  if (m === 0) return [1n, 1n];
  const [v, w] = [recursion(n - 1, m, b), recursion(n - 1, m - 1, b)];
  // Act against inspect −b, against none 1; wait against inspect w, against none v: (w + b v) / (w − v + b + 1).
  const [top, bottom] = [add(w, times(b, v)), add(add(w, negative(v)), add(b, [1n, 1n]))];
  return reduced([top[0] * bottom[1], top[1] * bottom[0]]);
}
type Fraction = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const reduced = ([a, b]: Fraction): Fraction => [a / gcd(a, b), b / gcd(a, b)];
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced([a * d + c * b, b * d]);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => reduced([a * c, b * d]);
const negative = ([a, b]: Fraction): Fraction => [-a, b];

describe("inspections over time", () => {
  it("has the value of the recursion, in exact fractions (b = ½, 1, 2, 5; n ≤ 12)", () => {
    for (const b of [
      [1n, 2n],
      [1n, 1n],
      [2n, 1n],
      [5n, 1n],
    ] as const)
      for (let n = 1; n <= 12; n++)
        for (let m = 0; m <= n; m++) {
          const [above, below] = recursion(n, m, b);
          expect(violatorValue(n, m, Number(b[0]) / Number(b[1]))).toBeCloseTo(Number(above) / Number(below), 13);
        }
  });

  it("makes the violator indifferent on every occasion", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 39 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (n, m, b) => {
          if (m >= n) return;
          const p = inspectNow(n, m, b);
          const act = p * -b + (1 - p);
          const wait = p * (violatorValue(n - 1, m - 1, b) ?? 0) + (1 - p) * (violatorValue(n - 1, m, b) ?? 0);
          expect(act).toBeCloseTo(wait, 9);
          expect(act).toBeCloseTo(violatorValue(n, m, b) ?? 0, 9);
        },
      ),
    );
  });

  it("leaves a violation unseen for 1/e whenever it begins, where one look is drawn with density 1/(1−t) on [0, 1−1/e]", () => {
    const last = 1 - UNANNOUNCED_DELAY;
    // A look at t after a violation at s sees it t − s later; one before it leaves it to the sure look at 1.
    for (const s of [0, 0.1, 0.25, 0.4, 0.6]) {
      const steps = 20_000;
      let delay = 0;
      for (let i = 0; i < steps; i++) {
        const t = (last * (i + 0.5)) / steps;
        delay += ((t >= s ? t - s : 1 - s) * last) / steps / (1 - t);
      }
      expect(delay).toBeCloseTo(UNANNOUNCED_DELAY, 3);
    }
    expect(announcedDelay(1)).toBe(0.5);
  });

  it("is no game where inspections miss more than they deter", () => {
    expect(effectiveSanction(1, 0.4)).toBeCloseTo(-0.2, 12);
    expect(violatorValue(3, 1, effectiveSanction(1, 0.4))).toBeNull();
    expect(deterrent(1, 3)).toBe(0.25);
  });
});

describe("the level method", () => {
  const game = fc.array(
    fc.record({
      gain: fc.double({ min: 0.1, max: 30, noNaN: true }),
      loss: fc.double({ min: 0.1, max: 30, noNaN: true }),
      cost: fc.constantFrom(1, 1, 0.5, 2),
      seen: fc.constantFrom(1, 0.9, 0.6),
    }),
    { minLength: 1, maxLength: 8 },
  );

  it("has the value of the linear programme that minimises what the violator gets (200 random games)", () => {
    fc.assert(
      fc.property(game, fc.double({ min: 0, max: 6, noNaN: true }), (sites, effort) => {
        const found = level(
          sites.map(({ gain, loss, cost, seen }) => siteWay(gain, -loss, cost, seen)),
          effort,
        );
        // x = up − down, least; x ≥ gain − c p (gain + loss); Σ cost c ≤ effort; c ≤ 1.
        const solution = solve(
          {
            direction: "minimize",
            objective: "x",
            constraints: new Map([
              ["effort", { max: effort }],
              ...sites.flatMap(({ gain }, i): [string, { min?: number; max?: number }][] => [
                [`w${i}`, { min: gain }],
                [`c${i}`, { max: 1 }],
              ]),
            ]),
            variables: new Map([
              ["up", new Map([["x", 1], ...sites.map((_, i): [string, number] => [`w${i}`, 1])])],
              ["down", new Map([["x", -1], ...sites.map((_, i): [string, number] => [`w${i}`, -1])])],
              ...sites.map(({ gain, loss, cost, seen }, i): [string, Map<string, number>] => [
                `v${i}`,
                new Map([
                  ["effort", cost],
                  [`c${i}`, 1],
                  [`w${i}`, seen * (gain + loss)],
                ]),
              ]),
            ]),
          },
          { precision: 1e-10 },
        );
        expect(solution.status).toBe("optimal");
        expect(found.level).toBeCloseTo(solution.result, 7);
        expect(found.effort.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(effort + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it("deters at the threshold and not below it", () => {
    fc.assert(
      fc.property(game, (sites) => {
        const ways = sites.map(({ gain, loss, cost, seen }) => siteWay(gain, -loss, cost, seen));
        const needed = deterrenceEffort(ways);
        if (needed === null) expect(level(ways, 1e9).level).toBeGreaterThan(0);
        else {
          expect(level(ways, needed).level).toBeLessThanOrEqual(1e-9);
          expect(level(ways, 0.99 * needed).level).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("looking for what nobody declared", () => {
  const places = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      overlook: fc.constantFrom(0.1, 0.4, 0.7),
      cost: fc.constantFrom(1, 2, 3),
    }),
    { minLength: 1, maxLength: 3 },
  );

  it("finds at the least expected cost among all orders of five looks at equal costs", () => {
    fc.assert(
      fc.property(places, (written) => {
        const sum = written.reduce((total, { weight }) => total + weight, 0);
        const all = written.map(({ weight, overlook }) => ({ prior: weight / sum, overlook, cost: 1 }));
        const found = (order: readonly number[]) => {
          const looked = all.map(() => 0);
          return order.map((place) => {
            const { prior, overlook } = all[place] ?? { prior: 0, overlook: 0 };
            const gain = prior * (1 - overlook) * overlook ** (looked[place] ?? 0);
            looked[place] = (looked[place] ?? 0) + 1;
            return gain;
          });
        };
        const totals = (gains: readonly number[]) =>
          gains.map((_, k) => gains.slice(0, k + 1).reduce((a, b) => a + b, 0));
        const best = searchOrder(all, { looks: 5, effort: 1e9 }).map((look) => look.found);
        for (let code = 0; code < all.length ** 5; code++) {
          const order = Array.from({ length: 5 }, (_, k) => Math.floor(code / all.length ** k) % all.length);
          totals(found(order)).forEach((total, k) => {
            expect(total).toBeLessThanOrEqual((best[k] ?? 0) + 1e-12);
          });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("spends no more than there is", () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 9 }), (written, effort) => {
        const looks = searchOrder(
          written.map(({ overlook, cost }) => ({ prior: 0.2, overlook, cost })),
          { looks: 50, effort },
        );
        expect(looks.at(-1)?.spent ?? 0).toBeLessThanOrEqual(effort + 1e-9);
      }),
    );
  });

  it("needs as many clean looks as bring the belief down, and no fewer", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        (belief, q) => {
          const looks = looksUntil(belief, q, 0.05) ?? Number.NaN;
          expect(beliefAfter(belief, q, looks)).toBeLessThanOrEqual(0.05 + 1e-9);
          if (looks > 0) expect(beliefAfter(belief, q, looks - 1)).toBeGreaterThan(0.05 - 1e-9);
        },
      ),
    );
    expect(looksUntil(0.4, 0, 0.05)).toBeNull();
    expect(looksUntil(1, 0.5, 0.05)).toBeNull();
  });

  it("counts from two lists as published: 39.79, variance 7.73", () => {
    const { count, variance } = chapman(30, 24, 18);
    expect(count).toBeCloseTo(39.79, 2);
    expect(variance).toBeCloseTo(7.73, 2);
  });
});

describe("a plan of inspection", () => {
  const plan = {
    holder: "a",
    goal: { material: "high-enriched-uranium" },
    effort: { total: 60, unit: "inspector-days" },
    sites: [
      { id: "store", party: "b", items: 20, each: 4, effort: 3 },
      { id: "hall", party: "b", items: 200, each: 1 },
      { id: "hill", party: "b", effort: 10, belief: [0.1, 0.5], overlook: [0.1, 0.2], identification: 0.9 },
    ],
  };
  const read = (more: object = {}, options = {}) => {
    const found = verify(buildCase({ verification: [{ ...plan, ...more }] }), options);
    if (!found.ok) throw new Error(found.reasons.join());
    return found.value;
  };

  it("takes the goal from the glossary and says so; the plan's own goes before it", () => {
    expect(read().goal).toMatchObject({
      quantity: 25,
      unit: "kg U-235",
      detection: 0.9,
      timeliness: "1 month",
      defaults: ["quantity", "detection", "timeliness"],
    });
    expect(read({ goal: { material: "plutonium", quantity: 5, detection: 0.5 } }).goal).toMatchObject({
      quantity: 5,
      detection: 0.5,
      defaults: ["timeliness"],
    });
  });

  it("sees more everywhere with more effort, until nothing pays", () => {
    let before = read({}, { effort: 0 });
    expect(before.overall).toMatchObject({ detection: 0, value: 1 });
    for (const effort of [20, 40, 80, 160]) {
      const now = read({}, { effort });
      expect(now.overall?.value).toBeLessThanOrEqual((before.overall?.value ?? 0) + 1e-9);
      now.places.forEach(({ detection: seen }, i) => {
        expect(seen).toBeGreaterThanOrEqual((before.places[i]?.detection ?? 0) - 1e-9);
      });
      before = now;
    }
    expect(read({}, { effort: 1e6 }).overall?.value).toBeLessThanOrEqual(0);
  });

  it("has its headline on the curve, and every point of the curve as a headline of its own", () => {
    const found = read({}, { effort: 37 });
    const at = (one: typeof found, effort: number) => one.curve.find((point) => point.effort === effort)?.detection;
    expect(at(found, 37)).toEqual([found.declared?.detection, found.places[0]?.detection]);
    for (const { effort, detection: seen } of found.curve) {
      const again = read({}, { effort });
      expect([again.declared?.detection, again.places[0]?.detection]).toEqual(seen);
    }
  });

  it("gives undeclared activity as a range, before and after clean looks", () => {
    const [hill] = read().places;
    expect(hill?.belief?.[0]).toEqual({ low: 0.1, high: 0.5 });
    for (const { low, high } of hill?.belief ?? []) expect(low).toBeLessThan(high);
    expect(read().search?.after.high).toBeLessThan(0.5);
  });

  it("is never sure of what looks overlook, however much is spent: all that is uncertain is in the headline", () => {
    const found = read({ sites: [{ id: "hill", overlook: [0.1, 0.4], belief: [0.2, 0.3] }] }, { effort: 1e6 });
    expect(found.places[0]).toMatchObject({ detection: 0.6, detectionHigh: 0.9, most: 0.6 });
    expect(found.sentence).toContain(
      "(hill, where the chance of anything being there is 20–30 %) is seen with at least 60 %",
    );
    const both = read({ sites: [{ id: "hill", overlook: 0.5, identification: 0.8 }] }, { effort: 1e6 });
    expect(both.sentence).toContain("is seen with 50 %");
    const nearly = read({ sites: [{ id: "hill", overlook: 0.001 }] }, { effort: 1e6 });
    expect(nearly.sentence).toContain("is seen with over 99 %");
  });

  it("says from which effort on breaking does not pay by whole checks, never by parts of one", () => {
    const few = {
      goal: { material: "high-enriched-uranium" },
      stakes: { gain: 1, sanction: 2 },
      sites: [{ id: "store", items: 2, each: 25, effort: 8 }],
    };
    const found = read(few, { effort: 7 });
    const least = found.overall?.deterrence ?? 0;
    expect(found.overall?.value).toBeGreaterThan(0);
    expect(least).toBeGreaterThan(7);
    expect(read(few, { effort: least }).overall?.value).toBeLessThanOrEqual(1e-9);
    const nothing = read({ sites: [{ id: "store", items: 3, each: 5 }] });
    expect(nothing.sentence).toContain("The plan watches less than the goal quantity (25 kg U-235) and no place");
  });

  it("names an effort at which breaking the deal does not pay, and a little below which it does, however far apart checks lie", () => {
    const stakes = { gain: 1, sanction: 2 };
    const worthAt = (sites: readonly object[], effort: number): number =>
      read({ stakes, sites }, { effort }).overall?.value ?? 0;
    const holds = (sites: readonly object[]): number | null => {
      const named = read({ stakes, sites }, { effort: 0 }).overall?.deterrence ?? null;
      if (named === null) return null;
      expect(worthAt(sites, named)).toBeLessThanOrEqual(1e-9);
      if (named > 0) expect(worthAt(sites, named * (1 - 1e-4))).toBeGreaterThan(1e-9);
      return named;
    };
    const far = [
      { id: "shelf", items: 1, each: 1, effort: 1 },
      { id: "vault", items: 2, each: 25, effort: 500 },
    ];
    expect(holds(far)).toBe(500);
    expect(read({ stakes, sites: far }, { effort: 405.5 }).sentence).toContain("from 500 inspector-days on");
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            items: fc.integer({ min: 1, max: 4 }),
            each: fc.constantFrom(1, 9, 25),
            effort: fc.constantFrom(1, 3, 20, 500),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        (kinds) => {
          const sites = kinds.map((kind, k) => ({ id: `s${k}`, ...kind }));
          const named = holds(sites);
          // Nothing changes but where one more check can be paid for: the least of these efforts, tried one after the other.
          const sums = kinds.reduce<readonly number[]>(
            (all, { items, effort }) => [
              ...new Set(all.flatMap((sum) => Array.from({ length: items + 1 }, (_, n) => sum + n * effort))),
            ],
            [0],
          );
          const least = [...sums].sort((a, b) => a - b).find((sum) => worthAt(sites, sum) <= 1e-9) ?? null;
          if (named !== null) expect(named).toBeCloseTo(least ?? Number.NaN, 2);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("says that no effort is enough where a visit sees too little", () => {
    const seen = read({ sites: [{ id: "hill", identification: 0.4 }] });
    expect(seen.overall?.deterrence).toBeNull();
    expect(seen.sentence).toContain("no effort makes it not pay");
  });

  it("does not call best what cannot be done: declared items that hold less than the goal", () => {
    const found = read(
      {
        sites: [
          { id: "store", items: 1, each: 1 },
          { id: "hill", belief: 0.5 },
        ],
      },
      { effort: 0 },
    );
    expect(found.overall?.by).toEqual(["hill"]);
    expect(found.remarks.join()).toContain("hold less than the goal quantity");
  });

  it("answers for a million items of a mite each, and for half a thousand sites", () => {
    const large = read({
      sites: [
        { id: "a", items: 1_000_000, each: 3e-5, identification: 0.5 },
        { id: "b", items: 1_000_000, each: 4e-5 },
      ],
      effort: { total: 1e6 },
    });
    expect(large.declared?.detection).toBeGreaterThan(0.99);
    const many = read({
      sites: Array.from({ length: 500 }, (_, i) => ({ id: `s${i}`, items: 100, each: 0.1 + Math.sqrt(i) / 37 })),
      effort: { total: 5000 },
    });
    expect(many.declared?.bound).toBe(true);
    expect(many.declared?.detection).toBeGreaterThan(0);
  });

  it("is refused with what is missing where there is nothing to verify", () => {
    const found = verify(buildCase({}));
    expect(found.ok ? "" : found.reasons.join()).toContain("verification/HOLDER.yaml");
  });
});
