// Every method against all orders on thousands of small exchanges, and the checked numbers of ../shared/reference/methods.md A.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOrders, exchangeOf, randomExchange } from "../../../test/random-exchange.js";
import type { Aim } from "./aim.js";
import { byBeam } from "./by-beam.js";
import { byChains } from "./by-chains.js";
import { bySubsets } from "./by-subsets.js";
import { deliveryOrder, paymentCorridor, pieces, slackNeeded } from "./deliveries.js";
import { type Exchange, unbounded, walk } from "./exchange.js";
import { lowerBound } from "./lower-bound.js";
import { safestOrder, worstOf } from "./safest-order.js";

const bound = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 12 }));
const aimOf = (parties: number): fc.Arbitrary<Aim> =>
  fc.record({
    least: fc.constantFrom("exposure" as const, "temptation" as const),
    weight: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: parties, maxLength: parties }),
    exposure: fc.array(bound, { minLength: parties, maxLength: parties }),
    temptation: fc.array(bound, { minLength: parties, maxLength: parties }),
  });

/** The least worst case over all orders. */
function bruteForce(exchange: Exchange, aim: Aim): number {
  let best = Number.POSITIVE_INFINITY;
  for (const order of allOrders(exchange)) best = Math.min(best, worstOf(exchange, aim, order));
  return best;
}

describe("an order over all sets", () => {
  it("is the best of all orders, two and three parties, with precedence and bounds", () => {
    for (const parties of [2, 3])
      fc.assert(
        fc.property(randomExchange(6, parties), aimOf(parties), (exchange, aim) => {
          const best = bruteForce(exchange, aim);
          const found = bySubsets(exchange, aim);
          expect(found === null).toBe(best === Number.POSITIVE_INFINITY);
          if (!found) return;
          expect(found.worst).toBeCloseTo(best, 9);
          // What it says of itself is what its order comes to.
          expect(worstOf(exchange, aim, found.order)).toBeCloseTo(best, 9);
        }),
        { numRuns: 1500 },
      );
  });

  it("never lies under the bound that no order betters", () => {
    fc.assert(
      fc.property(randomExchange(6, 2), aimOf(2), (exchange, aim) => {
        expect(lowerBound(exchange, aim)).toBeLessThanOrEqual(bruteForce(exchange, aim) + 1e-9);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("beam search", () => {
  it("is exact where the beam holds every set, and otherwise no better than the best and no worse than it says", () => {
    fc.assert(
      fc.property(randomExchange(8), aimOf(2), fc.constantFrom(1, 100_000), (exchange, aim, steps) => {
        const [exact, found] = [bySubsets(exchange, aim), byBeam(exchange, aim, steps)];
        if (steps > 1) expect(found?.worst).toBe(exact?.worst);
        if (!found) return;
        expect(found.worst).toBeGreaterThanOrEqual((exact?.worst ?? Number.NaN) - 1e-9);
        expect(found.atLeast).toBeLessThanOrEqual((exact?.worst ?? Number.NaN) + 1e-9);
        expect(worstOf(exchange, aim, found.order)).toBeCloseTo(found.worst, 9);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("humps of chains", () => {
  const cost = fc.integer({ min: -6, max: 6 });
  const chains = fc.array(fc.array(cost, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

  it("keep every chain's order and have the least peak of all orders", () => {
    fc.assert(
      fc.property(chains, (given) => {
        const flat = given.flatMap((steps, chain) => steps.map((value, step) => ({ value, chain, step })));
        const exchange = exchangeOf(
          flat.map(({ value }) => [-value]),
          flat.map(({ step }, place) => (step > 0 ? [place - 1] : [])),
        );
        const { order, peak } = byChains(given);
        const places = order.map(([chain, step]) => flat.findIndex((one) => one.chain === chain && one.step === step));
        const aim: Aim = { ...unbounded(1), least: "exposure", weight: [1] };
        expect(worstOf(exchange, aim, places)).toBeCloseTo(peak, 9);
        expect(peak).toBeCloseTo(bySubsets(exchange, aim)?.worst ?? Number.NaN, 9);
      }),
      { numRuns: 3000 },
    );
  });

  it("come to 4 for [3,−5,4], [2,2,−6,3], [−1,5,−3] (methods A5)", () => {
    expect(
      byChains([
        [3, -5, 4],
        [2, 2, -6, 3],
        [-1, 5, -3],
      ]).peak,
    ).toBe(4);
  });

  it("are what one party's road is ordered by where there are too many actions for a table", () => {
    const links = Array.from({ length: 30 }, (_, k) => [k % 3 === 0 ? -4 : 2.5, 0]);
    const exchange = exchangeOf(
      links,
      links.map((_, k) => (k % 10 === 0 ? [] : [k - 1])),
    );
    const found = safestOrder(exchange, { ...unbounded(2), least: "exposure", weight: [1, 0] });
    expect(found?.method).toBe("chains");
    expect(walk(exchange, found?.order ?? []).worstExposure[0]).toBeCloseTo(found?.worst ?? 0, 9);
  });
});

describe("deliveries against a payment in parts", () => {
  const items = fc.array(fc.record({ cost: fc.integer({ min: 0, max: 9 }), value: fc.integer({ min: 0, max: 9 }) }), {
    minLength: 1,
    maxLength: 6,
  });

  it("have the least slack of all orders", () => {
    fc.assert(
      fc.property(items, (given) => {
        const all = allOrders(exchangeOf(given.map(() => [0])));
        const best = Math.min(...[...all].map((order) => slackNeeded(given, order)));
        expect(slackNeeded(given, deliveryOrder(given))).toBe(best);
      }),
      { numRuns: 2000 },
    );
  });

  it("leave room for the payment exactly when the two sides' slack is that much", () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), (given, supplier, payer) => {
        const order = deliveryOrder(given);
        const open = paymentCorridor(given, order, { supplier, payer }).every(({ low, high }) => low <= high);
        expect(open).toBe(slackNeeded(given, order) <= supplier + payer);
      }),
      { numRuns: 1000 },
    );
  });

  it("need 2 for the five of methods A2, in the order 4, 2, 1, 5, 3 counted from 1 or one as good", () => {
    const given = [
      [4, 7],
      [6, 6.5],
      [2, 5],
      [5, 3],
      [3, 4],
    ].map(([cost = 0, value = 0]) => ({ cost, value }));
    expect(deliveryOrder(given)).toEqual([3, 1, 0, 4, 2]);
    expect(slackNeeded(given, [3, 1, 0, 4, 2])).toBe(2);
    expect(slackNeeded(given, [0, 1, 2, 3, 4])).toBe(4);
    const every = [...allOrders(exchangeOf(given.map(() => [0])))].map((order) => slackNeeded(given, order));
    expect(Math.max(...every)).toBe(8);
  });
});

describe("pieces of one good", () => {
  it("are as published (methods A3), and each is safe", () => {
    expect(pieces(60, { cost: 1, value: 2 }, 1)).toEqual([29, 16, 8, 4, 2, 1]);
    expect(pieces(60, { cost: 1, value: 1.5 }, 2)).toHaveLength(7);
    expect(pieces(60, { cost: 1, value: 1.1 }, 1)).toHaveLength(21);
  });

  it("are as few as can be, and no piece asks for more than the slack", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 190 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (quantity, cost, more, slack) => {
          const value = cost + more;
          const sizes = pieces(quantity, { cost, value }, slack) ?? [];
          // The last can be worth the slack, each before it by value over cost more: one piece fewer would not hold it all.
          let [most, held] = [slack / cost, 0];
          for (let k = 1; k < sizes.length; k++, most *= value / cost) held += most;
          expect(held).toBeLessThan(quantity * (1 + 1e-9));
          expect(Math.min(...sizes)).toBeGreaterThan(-1e-9);
          expect(sizes.reduce((sum, one) => sum + one, 0)).toBeCloseTo(quantity, 9);
          const parts = sizes.map((size) => ({ cost: size * cost, value: size * value }));
          expect(slackNeeded(parts, [...parts.keys()])).toBeLessThanOrEqual(slack + 1e-6);
        },
      ),
      { numRuns: 500 },
    );
  });
});
