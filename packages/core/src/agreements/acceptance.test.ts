// Who must sign: counts of what passes against an enumeration of a public game, laws of the rule, and what is said of rules that
// nobody can meet.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers, problemsIn } from "../../test/build-case.js";
import { at } from "../math/index.js";
import { chanceOfEnough, enoughOf } from "./acceptance.js";
import { assess } from "./assessment/assess.js";
import { frontier } from "./frontier.js";

/**
 * The seven-party game of Abdelnabi et al., LLM-Deliberation (2024): points of every option by issue, and what each party needs at
 * least. Figures from github.com/S-Abdelnabi/LLM-Deliberation, games_descriptions/base_7players/scores_files.
 */
const GAME: Readonly<Record<string, readonly [scores: readonly (readonly number[])[], least: number]>> = {
  sportco: [
    [
      [11, 7, 0],
      [9, 5, 0],
      [0, 5, 8, 14],
      [30, 22, 18, 0],
      [0, 5, 10, 15, 20],
      [0, 2, 8, 16],
    ],
    45,
  ],
  tourism: [
    [
      [0, 9, 5],
      [0, 10, 18],
      [0, 2, 4, 7],
      [10, 17, 28, 0],
      [4, 8, 12, 10, 0],
      [26, 15, 8, 0],
    ],
    56,
  ],
  environment: [
    [
      [0, 17, 30],
      [0, 20, 45],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0, 0],
      [25, 14, 8, 0],
    ],
    45,
  ],
  heritage: [
    [
      [0, 15, 25],
      [0, 12, 18],
      [0, 0, 0, 0],
      [17, 12, 8, 0],
      [0, 0, 0, 0, 0],
      [40, 30, 15, 0],
    ],
    50,
  ],
  mayor: [
    [
      [12, 7, 0],
      [10, 6, 0],
      [22, 18, 12, 0],
      [36, 28, 23, 0],
      [0, 2, 4, 7, 10],
      [10, 17, 20, 0],
    ],
    30,
  ],
  cities: [
    [
      [0, 4, 10],
      [0, 0, 0],
      [12, 8, 6, 0],
      [0, 8, 13, 18],
      [50, 40, 30, 15, 0],
      [5, 10, 8, 0],
    ],
    34,
  ],
  union: [
    [
      [12, 18, 0],
      [0, 0, 0],
      [40, 35, 25, 0],
      [28, 17, 8, 0],
      [2, 4, 6, 8, 0],
      [2, 3, 6, 0],
    ],
    40,
  ],
};

const PARTIES = Object.keys(GAME);
const SIZES = [3, 3, 4, 4, 5, 4];

/** The game as a case; points are told as they are, and the least on the scale from all issues at worst to all at best. */
function game(acceptance: Readonly<Record<string, unknown>> | undefined) {
  return buildCase({
    case: {
      parties: PARTIES.map((id) => ({ id, name: id, role: "negotiating" })),
      issues: SIZES.map((options, k) => issue(`i${k}`, options, { ordered: false })),
      ...(acceptance && { acceptance }),
    },
    interests: PARTIES.map((party) => {
      const [scores, least] = GAME[party] ?? [[], 0];
      const spans = scores.map((list) => Math.max(...list) - Math.min(...list));
      const worst = scores.reduce((sum, list) => sum + Math.min(...list), 0);
      const span = spans.reduce((sum, one) => sum + one, 0);
      return {
        party,
        swings: { points: Object.fromEntries(spans.map((one, k) => [`i${k}`, one])) },
        scores: Object.fromEntries(
          scores.map((list, k) => [
            `i${k}`,
            at(spans, k) === 0
              ? { indifferent: true }
              : { points: Object.fromEntries(list.map((value, option) => [`o${option}`, value])) },
          ]),
        ),
        reservation: { points: (100 * (least - worst)) / span },
      };
    }),
  });
}

/** Deals that pass, by going through all of them in whole numbers. */
function passing(passes: (signing: ReadonlySet<string>) => boolean): number {
  let count = 0;
  const options = SIZES.map(() => 0);
  const visit = (k: number): void => {
    if (k < SIZES.length) {
      for (let option = 0; option < at(SIZES, k); option++) {
        options[k] = option;
        visit(k + 1);
      }
      return;
    }
    const signing = PARTIES.filter((party) => {
      const [scores, least] = GAME[party] ?? [[], 0];
      return scores.reduce((sum, list, issueAt) => sum + at(list, at(options, issueAt)), 0) >= least;
    });
    if (passes(new Set(signing))) count++;
  };
  visit(0);
  return count;
}

describe("who must sign", () => {
  it.each<[string, Readonly<Record<string, unknown>> | undefined, (signing: ReadonlySet<string>) => boolean]>([
    ["all seven", undefined, (signing) => signing.size === 7],
    ["six of seven", { atLeast: 6 }, (signing) => signing.size >= 6],
    [
      "six of seven, and two vetoes",
      { atLeast: 6, all: ["sportco", "tourism"] },
      (signing) => signing.size >= 6 && signing.has("sportco") && signing.has("tourism"),
    ],
    [
      "sufficient consensus of two groups",
      {
        groups: [
          { of: ["sportco", "tourism", "mayor"], atLeast: 2 },
          { of: ["environment", "heritage", "cities", "union"], atLeast: 3 },
        ],
      },
      (signing) =>
        ["sportco", "tourism", "mayor"].filter((one) => signing.has(one)).length >= 2 &&
        ["environment", "heritage", "cities", "union"].filter((one) => signing.has(one)).length >= 3,
    ],
  ])("leaves as many of the 2,880 deals of a public game as going through them all does: %s", (_, rule, passes) => {
    const found = frontier(game(rule), {});
    if (!found.ok || found.value.kind !== "exact") throw new Error("no exact frontier");
    expect(found.value.passing).toEqual({ count: passing(passes), of: 2880 });
  });

  it("never leaves fewer where fewer must sign, and is the product of chances where all must", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        (signs, least) => {
          const ids = signs.map((__, k) => ({ party: `p${k}` }));
          const chance = (atLeast: number) =>
            chanceOfEnough(enoughOf({ acceptance: { atLeast, all: [], groups: [] } }, ids), signs);
          expect(chanceOfEnough(enoughOf({}, ids), signs)).toBeCloseTo(
            signs.reduce((all, one) => all * one, 1),
            12,
          );
          expect(chance(least)).toBeGreaterThanOrEqual(chance(least + 1) - 1e-12);
          expect(chance(0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it("is said of an offer: enough sign though one refuses, and too few where a veto is lacking", () => {
    const three = (acceptance: Readonly<Record<string, unknown>>) =>
      buildCase({
        case: {
          parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
          issues: [issue("x", 2)],
          acceptance,
        },
        interests: [
          numbers("a", { x: 1 }, { x: [0, 1] }, 50),
          numbers("b", { x: 1 }, { x: [0, 1] }, 50),
          numbers("c", { x: 1 }, { x: [1, 0] }, 50),
        ],
      });
    const said = (acceptance: Readonly<Record<string, unknown>>) => {
      const found = assess(three(acceptance), { package: { x: "o1" } });
      return found.ok ? found.value.offers[0]?.sentence : found.reasons.join();
    };
    expect(said({ atLeast: 2 })).toBe("Enough of them would sign for it to stand.");
    expect(said({ atLeast: 2, all: ["c"] })).toMatch(/^C would walk away/);
  });

  it("says who it names and is not at the table yet", () => {
    const parties = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" }));
    const built = buildCase({
      case: {
        parties: parties.map((one) => (one.id === "c" ? { ...one, atTable: "2021-01-01" } : one)),
        issues: [issue("x", 2)],
        acceptance: { all: ["a", "c"] },
      },
      interests: [numbers("a", { x: 1 }, { x: [0, 1] }), numbers("b", { x: 1 }, { x: [0, 1] })],
    });
    const found = assess(built, { package: { x: "o1" } });
    expect(found.ok && found.value.assumptions).toContain(
      "C is not at the table on 2020-06-30, so nobody waits for its signature.",
    );
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["more than there are", { atLeast: 3 }, "3 must sign, but only 2 negotiate"],
    ["of a group that is too small", { groups: [{ of: ["a"], atLeast: 2 }] }, "2 of a group of 1 must sign"],
    ["nobody", { all: ["ghost"] }, 'unknown party "ghost"'],
    ["somebody twice", { groups: [{ of: ["a", "a"], atLeast: 2 }] }, "a stands twice in this list"],
    ["nothing", {}, "says nothing of who must sign"],
    ["nobody in a list", { all: [] }, "says nothing of who must sign"],
  ])("is refused with its place where nobody can meet it: %s", (_, acceptance, message) => {
    const found = problemsIn({ case: { acceptance } }).join("\n");
    expect(found).toContain(message);
    expect(found).toMatch(/case\.yaml:\d+:\d+/);
  });
});
