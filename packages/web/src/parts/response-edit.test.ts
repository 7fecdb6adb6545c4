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

/** Nothing said of a counter-offer, of the source and of doubt. */
const BARE = { counter: "", source: "", meant: "sure" } as const;

describe("an answer that is written down", () => {
  it("is one more response to its offer, after those that are there", () => {
    const answer = { by: "a", answer: "accepted", date: "2020-01-05", instead: "no-deal", ...BARE } as const;
    expect(responseEdit(negotiation, "two", answer, "An answer")).toEqual({
      what: "An answer",
      file: "record.yaml",
      changes: [{ path: ["offers", 1, "responses", 1], value: { by: "a", date: "2020-01-05", answer: "accepted" } }],
    });
  });

  it("names the counter-offer of who made one, the source, and how sure it is that it was meant", () => {
    const answer = { by: "a", answer: "countered", date: "2020-01-05", instead: "" } as const;
    const full = { ...answer, counter: "two", source: "paper", meant: "probably" } as const;
    expect(responseEdit(negotiation, "one", full, "")?.changes[0]?.value).toEqual({
      by: "a",
      date: "2020-01-05",
      answer: "countered",
      with: "two",
      reliability: 0.9,
      source: "paper",
    });
    const refused = { ...full, answer: "refused" } as const;
    expect(responseEdit(negotiation, "one", refused, "")?.changes[0]?.value).not.toHaveProperty("with");
  });

  it("says what was better only where something was turned down, and nothing of an offer that is not on record", () => {
    const answer = { by: "a", answer: "refused", date: "2020-01-05", instead: "going-on", ...BARE } as const;
    expect(responseEdit(negotiation, "one", answer, "")?.changes[0]).toEqual({
      path: ["offers", 0, "responses", 0],
      value: { by: "a", date: "2020-01-05", answer: "refused", instead: "going-on" },
    });
    expect(responseEdit(negotiation, "package", answer, "")).toBeNull();
  });
});
