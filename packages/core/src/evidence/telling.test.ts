import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { type News, newsOf } from "./index.js";
import type { ReadStatement } from "./reading/reading.js";

const negotiation = buildCase({
  case: { issues: [issue("x", 3), issue("y", 2)], sources: [{ id: "s", title: "A paper" }] },
  record: {
    statements: [
      {
        id: "one",
        date: "2020-01-01",
        speaker: "Ann",
        party: "a",
        about: "a",
        says: "One.",
        stances: [{ issue: "x", option: "o1" }],
        source: "s",
      },
    ],
  },
});
const read = (more: object): ReadStatement =>
  ({
    kind: "direct",
    speaker: { name: "Ann" },
    holder: null,
    holderParty: null,
    party: "a",
    term: null,
    stance: { act: "states", modality: null, condition: null },
    suggestions: [{ issue: "x", option: "o1", range: null, words: [], score: 1 }],
    ...more,
  }) as unknown as ReadStatement;
const towards = (issue: string, option: string | null) => ({
  suggestions: [{ issue, option, range: null, words: [], score: 1 }],
});
const doing = (act: string) => ({ stance: { act, modality: null, condition: null } });

describe("what a statement would add to the record", () => {
  it.each<readonly [string, object, News]>([
    ["another option than the last", towards("x", "o2"), "moves"],
    ["the same option", {}, "confirms"],
    ["no option told", towards("x", null), "confirms"],
    ["an issue without a position", towards("y", "o0"), "first"],
    ["a denial", doing("denies"), "contradicts"],
    ["against the option on record", doing("refuses"), "moves"],
    ["against another option", { ...doing("refuses"), ...towards("x", "o2") }, "confirms"],
    ["a question", doing("asks"), "confirms"],
    ["no party", { party: null }, "evidence"],
    ["no issue, but a term", { suggestions: [], term: "t" }, "term"],
    ["no issue", { suggestions: [] }, "evidence"],
    ["of a party that has none on record", { holder: { name: "Bob" }, holderParty: "b" }, "first"],
  ])("is told for %s", (_, more, news) => {
    expect(newsOf(read(more), negotiation)).toBe(news);
  });
});
