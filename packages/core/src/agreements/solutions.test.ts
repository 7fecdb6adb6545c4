import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { undominated } from "../../test/brute-force.js";
import { type Axiom, type SolutionConcept, type SurplusTable, solutionConcepts } from "./solutions.js";

const concepts = Object.values(solutionConcepts) as readonly SolutionConcept[];

/** Tables of distinct efficient rows, as the solutions get them. */
const rowsOf = (parties: number) =>
  fc
    .uniqueArray(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: parties, maxLength: parties }), {
      minLength: 1,
      maxLength: 12,
      selector: (row) => row.join(),
    })
    .map((rows) => undominated(rows).map((k) => rows[k] ?? []));

const tableOf = (rows: readonly (readonly number[])[]): SurplusTable => ({
  rows: rows.length,
  parties: rows[0]?.length ?? 0,
  surplus: Float64Array.from(rows.flat()),
});
const solved = (concept: SolutionConcept, rows: readonly (readonly number[])[]) =>
  concept.solve(tableOf(rows)).map((row) => (rows[row] ?? []).join());

/** What each axiom demands of one concept on one table. */
const demands: Record<Axiom, (concept: SolutionConcept, rows: number[][]) => void> = {
  efficiency: (concept, rows) => {
    // Any dominated row that is put in is not picked.
    const worse = rows.map((row) => row.map((value) => Math.max(0, value - 1)));
    const extra = worse.filter((row) => !rows.some((other) => other.join() === row.join()));
    expect(solved(concept, [...rows, ...extra]).sort()).toEqual(solved(concept, rows).sort());
  },
  "individual rationality": (concept, rows) => {
    for (const row of concept.solve(tableOf(rows))) expect(Math.min(...(rows[row] ?? []))).toBeGreaterThanOrEqual(0);
  },
  anonymity: (concept, rows) => {
    const mirrored = rows.map((row) => [...row].reverse());
    const back = solved(concept, mirrored).map((row) => row.split(",").reverse().join());
    expect(back.sort()).toEqual(solved(concept, rows).sort());
  },
  "scale invariance": (concept, rows) => {
    const scaled = rows.map((row) => row.map((value, p) => value * (p === 0 ? 0.25 : 8)));
    const back = concept.solve(tableOf(scaled)).map((row) => (rows[row] ?? []).join());
    expect(back.sort()).toEqual(solved(concept, rows).sort());
  },
  "independence of irrelevant alternatives": (concept, rows) => {
    const picked = solved(concept, rows);
    const fewer = rows.filter((row, k) => picked.includes(row.join()) || k % 2 === 0);
    expect(solved(concept, fewer).sort()).toEqual(picked.sort());
  },
};

describe.each(concepts.map((concept) => [concept.name, concept] as const))("the %s solution", (_, concept) => {
  it.each(concept.satisfies)("satisfies %s", (axiom) => {
    for (const parties of [2, 3])
      fc.assert(
        fc.property(rowsOf(parties), (rows) => demands[axiom](concept, rows)),
        { numRuns: 300 },
      );
  });

  it("always picks at least one package", () => {
    fc.assert(
      fc.property(rowsOf(3), (rows) => {
        expect(concept.solve(tableOf(rows)).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("what a concept does not claim, it does not have", () => {
  it("Kalai–Smorodinsky depends on a package that it does not pick", () => {
    const rows = [
      [4, 8],
      [6, 6],
      [0, 16],
    ];
    expect(solved(solutionConcepts.kalaiSmorodinsky, rows)).toEqual(["4,8"]);
    expect(solved(solutionConcepts.kalaiSmorodinsky, rows.slice(0, 2))).toEqual(["6,6"]);
  });

  it.each(["egalitarian", "utilitarian"] as const)(
    "the %s solution changes with the scale of one party, and says so",
    (key) => {
      const rows = [
        [2, 9],
        [5, 5],
      ];
      const scaled = rows.map(([x = 0, y = 0]) => [x, y / 10]);
      expect(solutionConcepts[key].comparesScales).toBe(true);
      expect(solutionConcepts[key].solve(tableOf(rows))).not.toEqual(solutionConcepts[key].solve(tableOf(scaled)));
    },
  );
});
