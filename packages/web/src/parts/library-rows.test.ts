import type { InboxDocument } from "parley/contract";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { digestOf } from "../digest.js";
import { libraryRows } from "./library-rows.js";

const TEXT = "Ann said: “We will take the first offer of all.”";
const negotiation = buildCase({
  case: {
    issues: [issue("x", 2)],
    sources: [
      { id: "s", title: "A paper", date: "2020-02-01", document: "s", digest: digestOf(TEXT) },
      { id: "t", title: "By hand", date: "2020-03-01" },
    ],
  },
  record: {
    statements: [
      { id: "one", date: "2020-01-01", speaker: "Ann", says: "One.", source: "t", witnesses: ["s"] },
      { id: "two", date: "2020-01-01", speaker: "Ann", says: "Two.", source: "t" },
    ],
  },
});
const said = {
  id: "s1",
  kind: "direct",
  segments: [{ start: 11, end: 48 }],
  content: [{ start: 10, end: 49 }],
  quote: "We will take the first offer of all.",
  speaker: { name: "Ann", role: null, affiliation: null, kind: "person", mention: { start: 0, end: 3 } },
  stance: { act: "states", modality: null, condition: null },
  dates: [],
  quantities: [],
  suggestions: [],
  confidence: 0.9,
};
const document = (name: string, text: string, more: Partial<InboxDocument> = {}): InboxDocument =>
  ({
    bytes: name,
    file: `${name}.txt`,
    title: null,
    date: null,
    text,
    reading: { statements: [said], remarks: [] },
    decided: {},
    ...more,
  }) as unknown as InboxDocument;

describe("the library", () => {
  it("has every source and every document once, those without a day first, then the latest", () => {
    const rows = libraryRows(negotiation, [document("kept", TEXT), document("fresh", `${TEXT} Then she left.`)]);
    expect(rows.map(({ title, onRecord, waits, opens }) => [title, onRecord, waits, opens])).toEqual([
      ["fresh.txt", 0, 1, { waits: "fresh" }],
      ["By hand", 2, 0, null],
      ["A paper", 1, 1, { doc: "s" }],
    ]);
  });
});
