import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { bestOf, rankIds, viewOf } from "./needs-shown.js";

const DAY = "2020-06-30";

describe("what is best on an issue", () => {
  it("is the most, the least, all the same, an order of its own, or not said", () => {
    const made = buildCase({
      case: { issues: ["a1", "a2", "a3", "a4", "a5", "a6"].map((id) => issue(id, 3)) },
      interests: [
        {
          party: "a",
          scores: {
            a1: { prefer: "more" },
            a2: { prefer: "less" },
            a3: { indifferent: true },
            a4: { rank: ["o1", "o0", "o2"] },
            a5: { rank: [["o1", "o0"], "o2"] },
          },
          swings: { rank: ["a2", "a1"] },
        },
      ],
    });
    const [own] = made.interests;
    expect(made.issues.map(({ options }, place) => bestOf(own, place, options.length))).toEqual([
      "more",
      "less",
      "same",
      "own",
      "own",
      null,
    ]);
    expect(bestOf(undefined, 0, 3)).toBeNull();
    expect(rankIds(made.issues, own)).toEqual([["a2"], ["a1"]]);
    expect(rankIds(made.issues, undefined)).toEqual([]);
  });
});

describe("the view that is changed", () => {
  const scores = { x: { prefer: "more" } };

  it("is the party's own, else the only one, else none where there are several", () => {
    const own = buildCase({
      interests: [
        { party: "a", scores },
        { party: "a", holder: "analyst", scores },
      ],
    });
    expect(viewOf(own, "a", DAY)?.view.holder).toBe("a");
    const only = buildCase({ interests: [{ party: "a", holder: "analyst", basis: "estimated", scores }] });
    expect(viewOf(only, "a", DAY)?.view).toMatchObject({ holder: "analyst", basis: "estimated" });
    const several = buildCase({
      interests: [
        { party: "a", holder: "one", scores },
        { party: "a", holder: "two", scores },
      ],
    });
    expect(viewOf(several, "a", DAY)).toBeNull();
  });

  it("of the other side is the team's own estimate; of one's own it is stated", () => {
    const ours = buildCase({ case: { team: "a" } });
    expect(viewOf(ours, "b", DAY)?.view).toEqual({ party: "b", holder: "a", basis: "estimated", date: DAY });
    expect(viewOf(ours, "a", DAY)?.view).toEqual({ party: "a", holder: "a", basis: "stated", date: DAY });
    expect(viewOf(buildCase({}), "b", DAY)?.view.holder).toBe("b");
  });
});
