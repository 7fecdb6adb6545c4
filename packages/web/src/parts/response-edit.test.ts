import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { responseEdit } from "./response-edit.js";

const negotiation = buildCase({
  case: { issues: [issue("x", 3)] },
  record: {
    offers: [
      { id: "one", date: "2020-01-01", by: "b", package: { x: "o1" } },
      {
        id: "two",
        date: "2020-01-02",
        by: "b",
        package: { x: "o2" },
        responses: [{ by: "a", date: "2020-01-03", answer: "refused" }],
      },
    ],
  },
});

describe("an answer that is written down", () => {
  it("is one more response to its offer, after those that are there", () => {
    const answer = { by: "a", answer: "accepted", date: "2020-01-05", instead: "no-deal" } as const;
    expect(responseEdit(negotiation, "two", answer, "An answer")).toEqual({
      what: "An answer",
      file: "record.yaml",
      changes: [{ path: ["offers", 1, "responses", 1], value: { by: "a", date: "2020-01-05", answer: "accepted" } }],
    });
  });

  it("says what was better only where something was turned down, and nothing of an offer that is not on record", () => {
    const answer = { by: "a", answer: "refused", date: "2020-01-05", instead: "going-on" } as const;
    expect(responseEdit(negotiation, "one", answer, "")?.changes[0]).toEqual({
      path: ["offers", 0, "responses", 0],
      value: { by: "a", date: "2020-01-05", answer: "refused", instead: "going-on" },
    });
    expect(responseEdit(negotiation, "package", answer, "")).toBeNull();
  });
});
