import type { Roadmap } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../core/test/build-case.js";
import { caseAfter, caseFrom } from "../test/after.js";
import { placesOf, planChanges, withPin } from "./roadmap-moves.js";

const found = {
  road: { start: "2020-01-01" },
  steps: [
    { id: "give", pinned: false },
    { id: "pay", pinned: true },
  ],
  starts: [0, 31],
} as unknown as Pick<Roadmap, "road" | "steps" | "starts">;

describe("what the hand moves on a road", () => {
  it("stands as it was found where nothing is moved", () => {
    expect(placesOf(found, new Map(), null)).toEqual({ starts: [0, 31], pinned: [false, true] });
  });

  it("is pinned on its day, and let go where the day is taken back", () => {
    expect(placesOf(found, new Map([["give", "2020-01-11"]]), null)).toEqual({
      starts: [10, 31],
      pinned: [true, true],
    });
    expect(placesOf(found, new Map([["pay", null]]), null)).toEqual({ starts: [0, 31], pinned: [false, false] });
  });

  it("stands where the hand holds it, whatever was moved before", () => {
    expect(placesOf(found, new Map([["give", "2020-01-11"]]), { step: 0, day: 3 })).toEqual({
      starts: [3, 31],
      pinned: [true, true],
    });
  });

  it("is never before the road begins", () => {
    expect(withPin(new Map(), found, 1, "2019-12-01")).toEqual(new Map([["pay", "2020-01-01"]]));
    expect(withPin(new Map([["give", "2020-02-01"]]), found, 1, null)).toEqual(
      new Map([
        ["give", "2020-02-01"],
        ["pay", null],
      ]),
    );
  });
});

describe("a plan that is kept", () => {
  const files = filesOf({
    case: { issues: [issue("x", 2), issue("y", 2)] },
    agreement: {
      commitments: [
        { id: "give", by: "a", issue: "x", to: "o1", takes: "1 month" },
        { id: "pay", by: "b", issue: "y", to: "o1", takes: "1 month", start: "2020-02-01" },
      ],
    },
  });

  it("is written to the commitments that were moved, and takes the day of those that were let go", () => {
    const changes = planChanges(
      caseFrom(files),
      new Map([
        ["pay", null],
        ["give", "2020-03-01"],
      ]),
    );
    const { commitments } = caseAfter(files, { file: "agreement.yaml", changes });
    expect(commitments.map(({ id, start }) => [id, start])).toEqual([
      ["give", "2020-03-01"],
      ["pay", null],
    ]);
  });
});
