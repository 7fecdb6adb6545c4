// Numbers published by others; the sources stand beside each.
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { type Contract, contracts } from "../../test/evidence/contracts.js";
import { adjustedWinner } from "./adjusted-winner.js";
import { frontier } from "./frontier.js";
import { solutionConcepts } from "./solutions.js";

describe("adjusted winner", () => {
  // pages.nyu.edu/adjustedwinner/panama.htm, after Raiffa (1982).
  const us = [22, 22, 15, 14, 11, 6, 4, 2, 2, 2];
  const panama = [9, 15, 15, 3, 15, 5, 11, 7, 7, 13];

  it.each(["first", "second"] as const)(
    "gives 66 to each in the Panama Canal talks; the United States keeps 2/15 of land and water (tie to the %s)",
    (ties) => {
      const found = adjustedWinner(us, panama, ties);
      expect(found.initial).toEqual(ties === "first" ? [79, 53] : [64, 68]);
      expect(found.values[0]).toBeCloseTo(66, 9);
      expect(found.values[1]).toBeCloseTo(66, 9);
      expect(found.shares[2]).toBeCloseTo(2 / 15, 9);
      expect(found.moved).toEqual([2]);
    },
  );

  it("moves 2/15 of Palm Beach in the Trump divorce: 72 2/3 each", () => {
    const found = adjustedWinner([10, 40, 10, 38, 2], [38, 20, 30, 10, 2], "second");
    expect(found.initial).toEqual([78, 70]);
    expect(found.shares[1]).toBeCloseTo(1 - 2 / 15, 9);
    expect(found.values[0]).toBeCloseTo(72 + 2 / 3, 9);
    expect(found.values[1]).toBeCloseTo(72 + 2 / 3, 9);
    expect(found.moved).toEqual([1]);
  });

  it("moves a whole item and then part of one for Calvin and Hobbes: 61.42857 each", () => {
    const found = adjustedWinner([10, 10, 15, 11, 20, 15, 5, 2, 10, 2], [5, 20, 20, 14, 30, 6, 1, 1, 2, 1]);
    expect(found.initial).toEqual([44, 84]);
    expect(found.values[0]).toBeCloseTo(430 / 7, 9);
    expect(found.values[1]).toBeCloseTo(430 / 7, 9);
    expect(found.shares[3]).toBe(1);
    expect(found.shares[2]).toBeCloseTo(3 / 7, 9);
  });

  it("gives both the same, is efficient, and splits one issue at most", () => {
    const found = adjustedWinner([35, 10, 20, 10, 5, 20], [55, 5, 10, 5, 20, 5]);
    // Camp David (Brams & Togman 1996): 60/75, then 1/6 of Sinai moves: 65.8333 each.
    expect(found.initial).toEqual([60, 75]);
    expect(found.values[0]).toBeCloseTo(65.8333, 4);
    expect(found.shares.filter((share) => share > 0 && share < 1).length).toBe(1);
  });
});

describe("Nash 1950: Bill and Jack", () => {
  // Nash, "The Bargaining Problem", Econometrica 18 (1950), 155–162: utilities Bill/Jack.
  const goods = {
    book: [2, 4],
    whip: [2, 2],
    ball: [2, 1],
    bat: [2, 2],
    box: [4, 1],
    pen: [10, 1],
    toy: [4, 1],
    knife: [6, 2],
    hat: [2, 2],
  } as const;
  const bills = ["book", "whip", "ball", "bat", "box"];
  const issues = Object.keys(goods).map((id) => ({
    id,
    name: id,
    today: bills.includes(id) ? "bill" : "jack",
    options: [{ id: "bill" }, { id: "jack" }],
  }));
  const swings = (who: 0 | 1) => Object.fromEntries(Object.entries(goods).map(([id, utility]) => [id, utility[who]]));
  const own = (mine: string, other: string) =>
    Object.fromEntries(Object.keys(goods).map((id) => [id, { rank: [mine, other] }]));
  const interests = (party: string, who: 0 | 1, mine: string, other: string) => ({
    party,
    swings: { points: swings(who) },
    scores: own(mine, other),
    reservation: { asGoodAs: "today" },
  });
  const found = frontier(
    buildCase({ case: { issues }, interests: [interests("a", 0, "bill", "jack"), interests("b", 1, "jack", "bill")] }),
  );
  if (!found.ok || found.value.kind !== "exact") throw new Error("exact frontier expected");
  const { packages, solutions, reservation } = found.value;
  // Back to utilities: Bill's goods are worth 34 to him in all, Jack's 16 to Jack.
  const gains = (values: Readonly<Record<string, number>>) => [
    Math.round((34 * ((values.a ?? 0) - (reservation.a ?? 0))) / 100),
    Math.round((16 * ((values.b ?? 0) - (reservation.b ?? 0))) / 100),
  ];

  it("gains 12 and 5 by the Nash and the Kalai–Smorodinsky solution", () => {
    for (const key of ["nash", "kalaiSmorodinsky"] as const)
      expect(solutions[key].packages.map(({ values }) => gains(values))).toEqual([[12, 5]]);
  });

  it("has the individually rational frontier (2,8) (6,7) (8,6) (12,5) (14,4) (16,2) (18,0)", () => {
    const rational = packages
      .map(({ values }) => gains(values))
      .filter(([bill = 0, jack = 0]) => bill >= 0 && jack >= 0);
    expect(rational.sort(([a = 0], [b = 0]) => a - b)).toEqual([
      [2, 8],
      [6, 7],
      [8, 6],
      [12, 5],
      [14, 4],
      [16, 2],
      [18, 0],
    ]);
  });
});

describe("three mixable options (60,80) (50,110) (30,150)", () => {
  // Wikipedia, "Cooperative bargaining": over the options alone.
  const table = { rows: 3, parties: 2, surplus: Float64Array.of(60, 80, 50, 110, 30, 150) };
  it.each([
    ["nash", [1]],
    ["egalitarian", [0]],
    ["utilitarian", [2]],
  ] as const)("%s picks %j", (key, rows) => {
    expect(solutionConcepts[key].solve(table)).toEqual(rows);
  });
});

describe("contracts whose packages were listed, one by one", () => {
  it.each(contracts.map((one) => [one.title, one.frontier, one] as const))(
    "%s: %i frontier points, its ends, and the package of Nash and of Kalai and Smorodinsky",
    (_, count, contract) => {
      const result = frontier(
        buildCase({
          case: { issues: contract.issues.map((one, k) => issue(`i${k}`, one.options.length)) },
          interests: [party(contract, 0), party(contract, 1)],
        }),
      );
      if (!result.ok || result.value.kind !== "exact") throw new Error("exact frontier expected");
      const { packages, solutions } = result.value;
      expect(result.value.count).toBe(count);
      expect(contract.issues.reduce((product, { options }) => product * options.length, 1)).toBe(contract.packages);
      const published = (values: Readonly<Record<string, number>>) =>
        (["a", "b"] as const).map((id, p) => {
          const { base, scale } = affine(contract, p);
          return base + (scale * (values[id] ?? Number.NaN)) / 100;
        });
      const each = packages.map(({ values }) => published(values)).sort(([a = 0], [b = 0]) => b - a);
      for (const [found, expected] of [
        [each[0], contract.ends[0]],
        [each.at(-1), contract.ends[1]],
      ])
        expect(found).toEqual(expected?.map((value) => expect.closeTo(value, 5)));
      for (const key of ["nash", "kalaiSmorodinsky"] as const) {
        const [found, ...tied] = solutions[key].packages;
        expect(tied, key).toEqual([]);
        expect(
          contract.issues.map((one, k) => one.options[Number(found?.options[`i${k}`]?.slice(1))]),
          key,
        ).toEqual(contract.solution.options);
        expect(published(found?.values ?? {}), key).toEqual(
          contract.solution.values.map((value) => expect.closeTo(value, 5)),
        );
      }
    },
  );
});

const partsOf = ({ issues }: Contract, p: number) =>
  issues.map(({ weights, evaluations }) => ({ weight: weights[p] ?? 0, evaluations: evaluations[p] ?? [] }));
const low = (evaluations: readonly number[]) => Math.min(...evaluations) / Math.max(...evaluations);

/** A contract's Σ weight × evaluation ÷ highest is base + scale × the value with scores from 0 to 1. */
function affine(contract: Contract, p: number) {
  const parts = partsOf(contract, p);
  return {
    base: parts.reduce((sum, { weight, evaluations }) => sum + weight * low(evaluations), 0),
    scale: parts.reduce((sum, { weight, evaluations }) => sum + weight * (1 - low(evaluations)), 0),
  };
}

function party(contract: Contract, p: number) {
  const { base, scale } = affine(contract, p);
  const parts = partsOf(contract, p);
  return numbers(
    p === 0 ? "a" : "b",
    Object.fromEntries(parts.map(({ weight, evaluations }, k) => [`i${k}`, weight * (1 - low(evaluations))])),
    Object.fromEntries(parts.map(({ evaluations }, k) => [`i${k}`, [...evaluations]])),
    // Published: the reservation value is 0.
    (100 * (0 - base)) / scale,
  );
}
