import { describe, expect, it } from "vitest";
import { readCase } from "../../../../../test/read-case.js";
import { buildCase, issue } from "../../../test/build-case.js";
import { assess } from "./assess.js";
import { layingPlan, layPart } from "./lay.js";

describe("models laid in parts", () => {
  // A case in which some models have no zone of agreement, so that nearest packages are counted across parts too.
  const uncertain = buildCase({
    case: {
      issues: [issue("x", 4), issue("y", 3)],
      parties: ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })),
    },
    interests: ["a", "b", "c"].map((party, p) => ({
      party,
      swings: { rank: p === 0 ? ["x", "y"] : ["y", "x"] },
      scores: { x: { prefer: p === 1 ? "less" : "more" }, y: { prefer: p === 2 ? "less" : "more" } },
      reservation: { points: [30, 60] },
    })),
    record: { offers: [{ id: "o", date: "2020-01-01", outsider: "M", package: { x: "o2", y: "o1" } }] },
  });

  it.each([
    ["hanoi-2019", readCase("hanoi-2019"), 64, [3]],
    ["three parties, not all models with a zone", uncertain, 90, [1, 3, 7]],
  ])("give the same answer however many parts there are: %s", (_, negotiation, models, numbers) => {
    const whole = assess(negotiation, { models });
    const plan = layingPlan(negotiation, { models });
    expect(plan).toEqual(["independent", "diminishing", "equal"]);
    for (const of of numbers) {
      const parts = plan.map((prior) =>
        Array.from({ length: of }, (__, part) =>
          structuredClone(layPart(negotiation, { models }, prior, { part, of })),
        ),
      );
      expect(JSON.stringify(assess(negotiation, { models }, parts))).toBe(JSON.stringify(whole));
    }
  });

  it("are none where a party's interests are not on file", () => {
    const { interests, ...rest } = uncertain;
    expect(layingPlan({ ...rest, interests: interests.slice(1) }, {})).toEqual([]);
  });
});
