import type { Change } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesOf, issue, numbers } from "../../core/test/build-case.js";
import { caseAfter, caseFrom } from "../test/after.js";
import {
  boundsOf,
  intervalChange,
  joined,
  movedTo,
  parted,
  type RankEntry,
  rankChange,
  rankOf,
  standingOf,
  stepChange,
  stepsOf,
  swingOf,
  written,
} from "./interests-file.js";

const FILE = "interests/a.a.yaml";
const ISSUES = ["x", "y", "z"];
const files = filesOf({
  case: { issues: [issue("x", 3), issue("y", 2), issue("z", 2), issue("w", 2)] },
  interests: [
    {
      party: "a",
      swings: { rank: ["x", ["y", "z"]] },
      scores: {
        x: { rank: ["o2", "o1", "o0"] },
        y: { rank: ["o1", "o0"] },
        z: { rank: ["o1", "o0"] },
        w: { indifferent: true },
      },
    },
  ],
});

const negotiation = caseFrom(files);
const [interests] = negotiation.interests;
if (!interests) throw new Error("The interests of a are not read.");

/** The interests of a after a change of the file. */
function after(change: Change) {
  const changed = caseAfter(files, { file: FILE, changes: [change] });
  const [found] = changed.interests;
  if (!found) throw new Error("The interests of a are gone.");
  return { changed, found };
}

/** Some order of the issues, each by itself or several in one place. */
const anyRank: fc.Arbitrary<RankEntry[]> = fc
  .tuple(fc.shuffledSubarray(ISSUES, { minLength: 3 }), fc.constantFrom([0, 1, 2], [0, 2], [0, 1], [0]))
  .map(([order, starts]) => starts.map((start, place) => order.slice(start, starts[place + 1])));

describe("what a change of interests writes", () => {
  it("is read back: the order", () => {
    expect(rankOf(negotiation, interests)).toEqual([["x"], ["y", "z"]]);
    fc.assert(
      fc.property(anyRank, (rank) => {
        const { changed, found } = after(rankChange(rank));
        expect(rankOf(changed, found)).toEqual(rank);
      }),
      { numRuns: 30 },
    );
  });

  it("is read back: the largest step, and none", () => {
    const steps = stepsOf(negotiation, interests, 0);
    expect(steps).toEqual([
      { from: "o0", to: "o1" },
      { from: "o1", to: "o2" },
    ]);
    expect(after(stepChange("x", steps[1] ?? null)).found.scores[0]?.largestStep).toBe(1);
    expect(after(stepChange("x", null)).found.scores[0]?.largestStep).toBeNull();
  });

  it("is read back: bounds on a weight, and none", () => {
    expect(after(intervalChange("y", boundsOf([10, 45]))).found.weightIntervals).toMatchObject([
      { issue: 1, low: 0.1, high: 0.45 },
    ]);
    expect(after(intervalChange("y", null)).found.weightIntervals).toEqual([]);
  });
});

describe("the order of issues", () => {
  it("is the same set of issues whatever is moved, joined or parted", () => {
    fc.assert(
      fc.property(anyRank, fc.nat(3), fc.nat(3), (rank, from, to) => {
        for (const next of [movedTo(rank, from, to), joined(rank, from), parted(rank, from)])
          if (next) expect(next.flat().sort()).toEqual(ISSUES);
      }),
    );
  });

  it("has an entry where it was laid down, and the others in their order", () => {
    fc.assert(
      fc.property(anyRank, fc.nat(3), fc.nat(3), (rank, from, to) => {
        const next = movedTo(rank, from, to);
        if (from === to || from >= rank.length || to >= rank.length) {
          expect(next).toBeNull();
          return;
        }
        expect(next?.[to]).toEqual(rank[from]);
        expect(next?.filter((_, place) => place !== to)).toEqual(rank.filter((_, place) => place !== from));
      }),
    );
  });

  it("is as it was where what was joined is parted", () => {
    const rank = [["x"], ["y"], ["z"]];
    expect(joined(rank, 1)).toEqual([["x"], ["y", "z"]]);
    expect(parted(joined(rank, 1), 1)).toEqual(rank);
  });

  it("says where an issue came to stand, and nothing where none was moved by itself", () => {
    const rank = [["x"], ["y", "z"], ["w"]];
    expect(standingOf(rank, "x")).toEqual({ at: "first" });
    expect(standingOf(rank, "z")).toEqual({ at: "after", other: "x" });
    expect(standingOf(rank, "w")).toEqual({ at: "last" });
    expect(standingOf(rank, null)).toBeNull();
    expect(standingOf([["x"]], "x")).toEqual({ at: "first" });
  });
});

describe("the swing of an issue", () => {
  it("goes from the worst option to the best, by levels and by numbers, and is none where it does not matter", () => {
    expect(swingOf(negotiation, interests, 0)).toEqual({ worst: "o0", best: "o2" });
    expect(swingOf(negotiation, interests, 3)).toBeNull();
    const counted = caseFrom(
      filesOf({ case: { issues: [issue("x", 3)] }, interests: [numbers("a", { x: 1 }, { x: [5, 9, 1] })] }),
    );
    const [own] = counted.interests;
    expect(own && swingOf(counted, own, 0)).toEqual({ worst: "o2", best: "o1" });
  });
});

describe("an option", () => {
  it("that is a number is written as one", () => {
    expect([written("12.5"), written("-3"), written("o1"), written("1e3")]).toEqual([12.5, -3, "o1", "1e3"]);
  });
});
