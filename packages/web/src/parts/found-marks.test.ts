import type { ReadStatement } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { type OpenDocument, UNKNOWN } from "../attached.js";
import { isLikely, marksOf, recordedIn, surenessOf, wordsOf } from "./found-marks.js";

const TEXT = "Ann said: “We take one.” Bob would refuse it.";
const statement = (more: Partial<ReadStatement> = {}): ReadStatement =>
  ({
    id: "q1",
    kind: "direct",
    segments: [{ start: 11, end: 23 }],
    content: [{ start: 10, end: 24 }],
    quote: "We take one.",
    speaker: { name: "Ann" },
    party: "a",
    confidence: 0.9,
    ...more,
  }) as ReadStatement;
const reported = statement({
  id: "q2",
  kind: "indirect",
  segments: [],
  content: [{ start: 29, end: 44 }],
  quote: "would refuse it",
  party: "b",
});
const document: OpenDocument = { ...UNKNOWN, name: "paper", text: TEXT, title: "" };

const negotiation = buildCase({
  case: {
    issues: [issue("x", 2)],
    sources: [
      { id: "s", title: "A paper", document: "paper" },
      { id: "t", title: "Another", document: "other" },
    ],
  },
  record: {
    statements: [
      {
        id: "kept",
        date: "2020-01-01",
        speaker: "Ann",
        says: "One.",
        words: { quote: "We take one.", spans: [[11, 23]] },
        source: "s",
      },
      {
        id: "elsewhere",
        date: "2020-01-01",
        speaker: "Bob",
        says: "No.",
        words: { quote: "would refuse it", spans: [[29, 44]] },
        source: "t",
      },
    ],
  },
});

describe("a statement", () => {
  it("is on record where its words stand at the same places of the same document", () => {
    const on = recordedIn(negotiation, document, [statement(), reported]);
    expect([[...on.whole], [...on.part], on.chosen]).toEqual([["q1"], [], []]);
    expect(recordedIn(negotiation, { ...document, name: null }, [statement(), reported]).whole.size).toBe(0);
  });

  it("is on record in part where a person took some of its words, which are shown for themselves", () => {
    const on = recordedIn(negotiation, document, [statement({ segments: [{ start: 11, end: 20 }] }), reported]);
    expect([[...on.whole], [...on.part]]).toEqual([[], ["q1"]]);
    expect(on.chosen).toMatchObject([{ quote: "We take one.", speaker: { name: "Ann" } }]);
  });

  it("is worth a look unasked where it is more likely than not somebody's, and more than a word or two", () => {
    expect(isLikely(statement())).toBe(true);
    expect(isLikely(statement({ confidence: 0.49 }))).toBe(false);
    expect(isLikely(statement({ kind: "term" }))).toBe(false);
    expect(isLikely(statement({ kind: "indirect", quote: "would refuse" }))).toBe(false);
    expect(isLikely(statement({ kind: "indirect", quote: "that they would refuse" }))).toBe(true);
  });

  it("is shown in its own words, between marks where it is quoted", () => {
    expect(wordsOf(TEXT, statement())).toBe("“We take one.”");
    expect(wordsOf(TEXT, reported)).toBe("would refuse it");
  });

  it("is the surer the higher its confidence", () => {
    expect([1, 0.9, 0.89, 0.7, 0.69, 0.5, 0.49, 0].map(surenessOf)).toEqual([
      "sure",
      "sure",
      "likely",
      "likely",
      "perhaps",
      "perhaps",
      "doubtful",
      "doubtful",
    ]);
  });
});

describe("marks in a text", () => {
  it("are quoted where the words are the speaker's, reported where they are another's, with the party's place", () => {
    const mixed = statement({ id: "q3", kind: "mixed" });
    const term = statement({ id: "q4", kind: "term", party: null });
    const marks = marksOf([statement(), reported, mixed, term], negotiation, ({ id }) => `of ${id}`);
    expect(marks.map(({ id, kind, party, label }) => [id, kind, party, label])).toEqual([
      ["q1", "quoted", 0, "of q1"],
      ["q2", "reported", 1, "of q2"],
      ["q3", "reported", 0, "of q3"],
      ["q3", "quoted", 0, "of q3"],
      ["q4", "term", -1, "of q4"],
    ]);
  });
});
