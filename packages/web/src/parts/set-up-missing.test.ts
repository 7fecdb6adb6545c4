import { wordingIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { missingFields } from "./set-up-missing.js";

const words = wordingIn("en").pages.setUp.side;
const two = [issue("x", 3), issue("y", 2)];
const scores = { x: { prefer: "more" }, y: { prefer: "less" } };
const record = { offers: [{ id: "one", date: "2020-01-01", by: "a", package: { x: "o1" } }] };
const fields = (negotiation: Parameters<typeof missingFields>[0]) =>
  missingFields(negotiation, words).map(({ field }) => field);

describe("what is missing for a verdict", () => {
  it("begins with the first issue", () => {
    expect(fields(buildCase({ case: { issues: [] } }))).toEqual(["new-issue"]);
  });

  it("asks for a second option, an offer, and what is best for each side, each by its field", () => {
    expect(fields(buildCase({ case: { issues: [issue("x", 1), issue("y", 2)] } }))).toEqual([
      "options-x",
      "add-offer",
      "best-a-y",
      "best-b-y",
    ]);
  });

  it("asks for ranks once it is known what is best, unless numbers or answers say how much issues matter", () => {
    const known = (swings: object) => ({ party: "a", scores, swings });
    const case_ = (swings: object) =>
      buildCase({
        case: { issues: two },
        record,
        interests: [known(swings), { party: "b", scores, swings: { rank: ["x", "y"] } }],
      });
    expect(fields(case_({}))).toEqual(["rank-a-x"]);
    expect(fields(case_({ rank: ["x"] }))).toEqual(["rank-a-y"]);
    expect(fields(case_({ points: { x: 60, y: 40 } }))).toEqual([]);
    expect(fields(case_({ rank: ["x", "y"] }))).toEqual([]);
  });

  it("asks for a second party that must agree", () => {
    const parties = [{ id: "a", name: "Ann", role: "negotiating" }];
    expect(fields(buildCase({ case: { issues: [], parties } }))[0]).toBe("new-party");
  });
});
