import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomCase } from "../../../test/random-case.js";
import { inputOf, type SolvingInput } from "../../../test/solving-input.js";
import { at, stream, TOLERANCE } from "../../math/index.js";
import { frontOf } from "../front.js";
import type { FrontValues } from "../front-table.js";
import { valueIn } from "../panel.js";
import { buildSpace, type Space } from "../space.js";
import { factsIn, type ZoneFacts } from "../zone.js";
import { decidingFrontOf, mostAbove, zoneExists } from "./deciding.js";
import { pathsOf } from "./paths.js";

/** Worths drawn at random: no ties, and the tighter the reservation values the fewer packages suit all. */
function drawnInput(parties: number, issues: number, options: number, tight: number, seed: number): SolvingInput {
  const rng = stream("deciding", parties, seed);
  const offsets = Int32Array.from({ length: issues + 1 }, (_, k) => k * options);
  const named = Array.from({ length: issues }, (_, k) => ({
    id: `i${k}`,
    options: new Array<null>(options).fill(null),
  }));
  const together = new Map([
    [0, new Set([0])],
    [1, new Set([options - 1])],
  ]);
  const space = buildSpace({ issues: named }, seed % 2 === 0 ? [] : [together]);
  if (!space.ok) throw new Error("a space");
  const worths = Array.from({ length: parties }, () =>
    Float64Array.from({ length: issues * options }, () => rng() / issues),
  );
  return { space: space.value, worths, offsets, reservation: worths.map(() => tight * (0.9 + 0.2 * rng())) };
}

/** Every package of a space, its options in the order of the issues. */
function packagesIn({ sizes, forbidden }: Space): Int32Array[] {
  const all = sizes.reduce<number[][]>(
    (before, size) => before.flatMap((one) => Array.from({ length: size }, (_, option) => [...one, option])),
    [[]],
  );
  return all
    .filter((one) => !forbidden.some((met) => [...met].every(([issue, options]) => options.has(at(one, issue)))))
    .map((one) => Int32Array.from(one));
}

const UNLIMITED = { most: 1e9 };
const worst = (shortfall: Float64Array): number => Math.max(...shortfall);

/** That the facts are those of all packages that are not dominated. */
function expectSame(direct: ZoneFacts, whole: ZoneFacts): void {
  expect(direct.exists).toBe(whole.exists);
  for (const list of ["ideal", "leastPart", "mostPart"] as const)
    direct[list].forEach((value, p) => {
      expect(Math.abs(value - whole[list][p]!)).toBeLessThan(1e-9);
    });
  expect(Math.abs(direct.ambition - whole.ambition)).toBeLessThan(1e-9);
  expect(Math.abs(worst(direct.shortfall) - worst(whole.shortfall))).toBeLessThan(1e-9);
}

function factsOfAll({ space, worths, offsets, reservation }: SolvingInput): ZoneFacts {
  const packages = packagesIn(space);
  const values = Float64Array.from(packages.flatMap((one) => worths.map((worth) => valueIn(worth, one, offsets))));
  const listed: FrontValues = { size: packages.length, parties: worths.length, values };
  return factsIn(efficient(listed), reservation);
}

/** The rows that no other dominates, one of those that are the same: two loops over the definition. */
function efficient({ size, parties, values }: FrontValues): FrontValues {
  const row = (k: number) => values.subarray(k * parties, (k + 1) * parties);
  const rows = Array.from({ length: size }, (_, k) => row(k));
  const kept = rows.filter((one, k) =>
    rows.every((other, j) => {
      const noWorse = other.every((value, p) => value >= one[p]! - TOLERANCE);
      const better = other.some((value, p) => value > one[p]! + TOLERANCE);
      return !noWorse || (!better && j >= k);
    }),
  );
  return { size: kept.length, parties, values: Float64Array.from(kept.flatMap((one) => [...one])) };
}

function directFacts({ space, worths, offsets, reservation }: SolvingInput): ZoneFacts {
  const front = decidingFrontOf(pathsOf(space, offsets), worths, offsets, reservation, { ...UNLIMITED, done: 0 });
  expect(front.error).toBe(0);
  // Every row is a package that is possible, with its values.
  front.packages.forEach((options, row) => {
    worths.forEach((worth, p) => {
      expect(front.values[row * worths.length + p]).toBe(valueIn(worth, options, offsets));
    });
    expect(space.forbidden.some((met) => [...met].every(([issue, set]) => set.has(options[issue] ?? -1)))).toBe(false);
  });
  return factsIn(front, reservation);
}

describe("the packages that decide in a model", () => {
  it.each([2, 3, 4, 5])("give the facts of all packages (%i parties, rules, ties)", (parties) => {
    fc.assert(
      fc.property(randomCase(parties), (negotiation) => {
        const input = inputOf(negotiation);
        if (input.space.empty) return;
        const [direct, whole] = [directFacts(input), factsOfAll(input)];
        expectSame(direct, whole);
        const found = zoneExists(pathsOf(input.space, input.offsets), input.worths, input.reservation, {
          ...UNLIMITED,
          done: 0,
        });
        expect(found).toEqual({ exists: whole.exists, sure: true });
      }),
      { numRuns: 250 },
    );
  });

  it.each([3, 4, 5])("give the facts of all packages (%i parties, drawn, from a wide zone to none)", (parties) => {
    const seen = new Set<boolean>();
    for (const tight of [0.2, 0.45, 0.55, 0.6, 0.65, 0.7, 0.8])
      for (let seed = 0; seed < 6; seed++) {
        const input = drawnInput(parties, 5, 3, tight, seed);
        const direct = directFacts(input);
        expectSame(direct, factsOfAll(input));
        seen.add(direct.exists);
      }
    expect(seen.size).toBe(2);
  });

  it("say what each could still gain by a package with nobody worse off", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { space, worths, offsets } = drawnInput(4, 5, 3, 0.5, seed);
      const paths = pathsOf(space, offsets);
      const packages = packagesIn(space);
      const rng = stream("offer", seed);
      const offer = at(packages, Math.floor(rng() * packages.length));
      const values = worths.map((worth) => valueIn(worth, offer, offsets));
      const better = packages.filter((one) =>
        worths.every((worth, p) => valueIn(worth, one, offsets) >= at(values, p) - TOLERANCE),
      );
      const found = mostAbove(paths, worths, values, { ...UNLIMITED, done: 0 });
      expect(found.sure).toBe(true);
      worths.forEach((worth, p) => {
        const most = Math.max(...better.map((one) => valueIn(worth, one, offsets))) - at(values, p);
        expect(found.most[p]).toBeCloseTo(most, 9);
      });
    }
  });

  it("are the same as those of the frontier where it can be kept whole (5 parties, 8 issues)", () => {
    for (let seed = 0; seed < 4; seed++) {
      const input = drawnInput(5, 7, 3, 0.55, seed);
      const { space, worths, offsets, reservation } = input;
      const whole = frontOf(space, worths, offsets, { rows: 1e6, valuesOnly: true });
      expectSame(directFacts(input), factsIn(whole, reservation));
    }
  });
});

describe("the work of a model", () => {
  it("is a small part of the packages, and has not grown", () => {
    // 13 issues of 3 options are 1.6 million packages.
    const { space, worths, offsets, reservation } = drawnInput(5, 13, 3, 0.5, 2);
    const work = { most: 1e9, done: 0 };
    decidingFrontOf(pathsOf(space, offsets), worths, offsets, reservation, work);
    expect(work.done).toBeLessThan(20_000);
  });

  it("ends at its limit, and the error then says that nothing is sure", () => {
    const { space, worths, offsets, reservation } = drawnInput(5, 13, 3, 0.5, 2);
    const facts = directFacts({ space, worths, offsets, reservation });
    for (const most of [50, 500, 1000]) {
      const work = { most, done: 0 };
      const front = decidingFrontOf(pathsOf(space, offsets), worths, offsets, reservation, work);
      const found = factsIn(front, reservation);
      expect(front.error).toBeGreaterThan(0);
      // A true bound: no ideal, and with it no surplus of any solution, is further off.
      found.ideal.forEach((ideal, p) => {
        expect(Math.abs(ideal - facts.ideal[p]!)).toBeLessThanOrEqual(front.error);
      });
    }
  });
});
