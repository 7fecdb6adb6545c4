import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { possible, undominated, valueTo } from "../../test/brute-force.js";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { randomCase } from "../../test/random-case.js";
import type { Case } from "../case/index.js";
import { stream, uniformSimplex } from "../math/index.js";
import type { ExactFrontier } from "./exact-frontier.js";
import { frontOf } from "./front.js";
import { frontier } from "./frontier.js";
import { buildSpace, countPackages, redLinesOn, ruledOut } from "./space.js";

function exact(negotiation: Case): ExactFrontier {
  const result = frontier(negotiation);
  if (!result.ok || result.value.kind !== "exact")
    throw new Error(result.ok ? result.value.kind : result.reasons.join());
  return result.value;
}

const parties = (negotiation: Case) => negotiation.parties.map(({ id }) => id);
const vector = (negotiation: Case, options: readonly number[]) =>
  parties(negotiation).map((party) => valueTo(negotiation, party, options));
const ids = (negotiation: Case, options: readonly number[]) =>
  Object.fromEntries(negotiation.issues.map((one, k) => [one.id, one.options[options[k] ?? 0]?.id]));
const close = (a: readonly number[], b: readonly number[]) =>
  a.every((value, k) => Math.abs(value - (b[k] ?? 0)) <= 1e-9);
const points = (values: readonly number[]) => values.map((value) => 100 * value);

describe("the frontier", () => {
  it.each([1, 2, 3, 4])(
    "is what brute force finds, with its ties and the first package of each in the case's order (%i parties)",
    (count) => {
      fc.assert(
        fc.property(randomCase(count), (negotiation) => {
          const packages = possible(negotiation, ruledOut(negotiation));
          const vectors = packages.map((options) => vector(negotiation, options));
          const distinct: { options: readonly number[]; values: readonly number[]; ties: number }[] = [];
          for (const k of undominated(vectors)) {
            const same = distinct.find(({ values }) => close(values, vectors[k] ?? []));
            if (same) same.ties++;
            else distinct.push({ options: packages[k] ?? [], values: vectors[k] ?? [], ties: 1 });
          }
          const found = exact(negotiation);
          expect(found.count).toBe(distinct.length);
          for (const { options, values, ties } of distinct) {
            const match = found.packages.find((one) => close(Object.values(one.values), points(values)));
            expect(match?.ties).toBe(ties);
            expect(match?.options).toEqual(ids(negotiation, options));
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  it("counts the packages that rules and red lines leave, without enumerating them", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const forbidden = [
          ...ruledOut(negotiation),
          ...redLinesOn(negotiation, negotiation.interests, "2020-06-30").map((line) => line.crossed),
        ];
        const space = buildSpace(negotiation, forbidden);
        expect(space.ok && countPackages(space.value)).toBe(possible(negotiation, forbidden).length);
      }),
    );
  });

  it("answers for 40 issues of 10 options with one rule over them all", () => {
    const issues = Array.from({ length: 40 }, (_, k) => issue(`i${k}`, 10));
    const rule = { id: "all", never: Object.fromEntries(issues.map(({ id }) => [id, "o9"])) };
    const up = Object.fromEntries(issues.map(({ id }) => [id, Array.from({ length: 10 }, (_, o) => o)]));
    const down = Object.fromEntries(issues.map(({ id }) => [id, Array.from({ length: 10 }, (_, o) => 9 - o)]));
    const weights = Object.fromEntries(issues.map(({ id }, k) => [id, 1 + (k % 3)]));
    const found = exact(
      buildCase({
        case: { issues, rules: [rule] },
        interests: [numbers("a", weights, up), numbers("b", weights, down)],
      }),
    );
    // Opposed interests with the same weights: every reachable sum of 9·79 = 711 steps is efficient, but the best for a is ruled out.
    expect(found.count).toBe(711);
    expect(found.packages.every(({ values }) => Math.abs((values.a ?? 0) + (values.b ?? 0) - 100) < 1e-9)).toBe(true);
  });

  it("is thinned where it outgrows its limit, and no package is missed by more than the error stated", () => {
    const rng = stream("thin");
    for (const count of [2, 3]) {
      const sizes = Array.from({ length: 6 }, () => 5);
      const offsets = Int32Array.from({ length: 7 }, (_, k) => 5 * k);
      const worths = Array.from({ length: count }, (__, p) => {
        const weights = uniformSimplex(new Float64Array(6), rng);
        // What one likes the other dislikes, step by step: nearly every package is efficient.
        return Float64Array.from(
          { length: 30 },
          (_, flat) => ((weights[Math.floor(flat / 5)] ?? 0) * (p % 2 === 0 ? flat % 5 : 4 - (flat % 5))) / 4,
        );
      });
      const built = buildSpace(buildCase({ case: { issues: sizes.map((size, k) => issue(`i${k}`, size)) } }), []);
      if (!built.ok) throw new Error("a space");
      const space = built.value;
      const [whole, thinned] = [
        frontOf(space, worths, offsets, { rows: 1e6 }),
        frontOf(space, worths, offsets, { rows: 24 }),
      ];
      expect(whole.error).toBe(0);
      expect(thinned.size).toBeLessThanOrEqual(24);
      expect(thinned.size).toBeLessThan(whole.size);
      expect(thinned.error).toBeGreaterThan(0);
      for (let row = 0; row < whole.size; row++) {
        const missed = Array.from({ length: thinned.size }, (_, other) =>
          Math.max(
            ...worths.map((___, p) => (whole.values[row * count + p] ?? 0) - (thinned.values[other * count + p] ?? 0)),
          ),
        );
        expect(Math.min(...missed)).toBeLessThanOrEqual(thinned.error);
      }
    }
  });
});

describe("where no package suits all", () => {
  it("says by how much each falls short at the nearest package, as brute force does", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const forbidden = [
          ...ruledOut(negotiation),
          ...redLinesOn(negotiation, negotiation.interests, "2020-06-30").map((line) => line.crossed),
        ];
        const reservation = negotiation.interests.map(({ reservation: r }) =>
          r.form === "points" ? r.points.low / 100 : 0,
        );
        const rows = possible(negotiation, forbidden).map((options) => vector(negotiation, options));
        const worst = rows.map((row) => Math.max(...row.map((value, p) => Math.max(0, (reservation[p] ?? 0) - value))));
        const none = rows.every((row) => row.some((value, p) => value < (reservation[p] ?? 0) - 1e-9));
        const found = exact(negotiation);
        expect(found.noZone !== null).toBe(none && rows.length > 0);
        if (found.noZone)
          expect(Math.max(...Object.values(found.noZone.shortfall))).toBeCloseTo(100 * Math.min(...worst), 9);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the frontier of what can be signed", () => {
  it("is what brute force finds among the packages that cross no red line", () => {
    fc.assert(
      fc.property(randomCase(2), (negotiation) => {
        const forbidden = [
          ...ruledOut(negotiation),
          ...redLinesOn(negotiation, negotiation.interests, "2020-06-30").map((line) => line.crossed),
        ];
        const vectors = possible(negotiation, forbidden).map((options) => vector(negotiation, options));
        const result = frontier(negotiation, { signable: true });
        if (vectors.length === 0) {
          expect(result.ok).toBe(false);
          return;
        }
        if (!result.ok || result.value.kind !== "exact") throw new Error("exact frontier expected");
        const best = undominated(vectors).map((k) => points(vectors[k] ?? []));
        for (const { values, options } of result.value.packages) {
          expect(best.some((one) => close(Object.values(values), one))).toBe(true);
          const chosen = negotiation.issues.map((one) => one.options.findIndex(({ id }) => id === options[one.id]));
          expect(possible(negotiation, forbidden)).toContainEqual(chosen);
        }
        for (const one of best)
          expect(result.value.packages.some(({ values }) => close(Object.values(values), one))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("adjusted winner in a case", () => {
  const shared = (id: string) => issue(id, 2, { divisible: true });
  const pair = [
    numbers("a", { x: 1, y: 2 }, { x: [0, 1], y: [0, 1] }),
    numbers("b", { x: 2, y: 1 }, { x: [1, 0], y: [1, 0] }),
  ];

  it("is given where everything can be shared out, and not where rules or red lines forbid a package", () => {
    const issues = [shared("x"), shared("y")];
    expect(exact(buildCase({ case: { issues }, interests: pair })).adjustedWinner).not.toBeNull();
    const rules = [{ id: "r", never: { x: "o0", y: "o1" } }];
    expect(exact(buildCase({ case: { issues, rules }, interests: pair })).adjustedWinner).toBeNull();
  });

  it("has nothing to say of a party to whom nothing matters", () => {
    const nothing = { party: "a", scores: { x: { indifferent: true }, y: { indifferent: true } } };
    expect(
      exact(buildCase({ case: { issues: [shared("x"), shared("y")] }, interests: [nothing, pair[1] ?? {}] }))
        .adjustedWinner,
    ).toBeNull();
  });
});

describe("imprecise preferences", () => {
  it("say by how much each falls short at the nearest package where no package suits all", () => {
    const scores = { x: { prefer: "more" }, y: { prefer: "less" } };
    const other = { x: { prefer: "less" }, y: { prefer: "more" } };
    const high = { reservation: { points: 95 } };
    const negotiation = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: [
        { party: "a", scores, ...high },
        { party: "b", scores: other, ...high },
      ],
    });
    const found = frontier(negotiation, { models: 100 });
    if (!found.ok || found.value.kind !== "shares") throw new Error("shares expected");
    expect(found.value.noZone).toBeGreaterThan(0.5);
    expect(found.value.nearest?.shortfall.a?.median).toBeGreaterThan(0);
  });

  it("stay imprecise where only one model is drawn", () => {
    const scores = { x: { prefer: "more" }, y: { prefer: "more" } };
    const negotiation = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: ["a", "b"].map((party) => ({ party, scores })),
    });
    const found = frontier(negotiation, { models: 1 });
    expect(found.ok && found.value.kind).toBe("shares");
  });

  it("list packages by the share of models in which they are efficient; the solutions' shares sum to at least the share of models with a zone", () => {
    const scores = { x: { prefer: "more" }, y: { prefer: "less" } };
    const other = { x: { prefer: "less" }, y: { prefer: "more" } };
    const negotiation = buildCase({
      case: { issues: [issue("x", 3), issue("y", 3)] },
      interests: [
        { party: "a", swings: { rank: ["x", "y"] }, scores },
        { party: "b", swings: { rank: ["y", "x"] }, scores: other },
      ],
    });
    const found = frontier(negotiation, { models: 300 });
    if (!found.ok || found.value.kind !== "shares") throw new Error("shares expected");
    const { packages, noZone } = found.value;
    expect(packages[0]?.efficient).toBe(1);
    expect(packages.every(({ efficient }, k) => efficient <= (packages[k - 1]?.efficient ?? 1))).toBe(true);
    for (const key of ["nash", "kalaiSmorodinsky"] as const)
      expect(packages.reduce((sum, one) => sum + one[key], 0)).toBeGreaterThanOrEqual(1 - noZone - 1e-9);
    expect(frontier(negotiation, { models: 300 })).toEqual(found);
  });
});
