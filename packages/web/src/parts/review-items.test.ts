import type { ReadStatement } from "@parley/core/internal";
import { chosenStatement, wordingIn } from "@parley/core/internal";
import type { InboxDocument } from "parley/contract";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../../core/test/build-case.js";
import { caseAfter, caseFrom, filesAfter } from "../../test/after.js";
import { acceptanceOf, grouped, readyAttachment, reviewItems, sureOnes } from "./review-items.js";

const { statements: words } = wordingIn("en");
const files = filesOf({
  case: { issues: [{ ...issue("x", 3), name: "harbour dues", aliases: ["pilotage"] }] },
  record: {
    statements: [
      {
        id: "old",
        date: "2020-01-01",
        speaker: "Ann",
        party: "a",
        about: "a",
        says: "Two.",
        stances: [{ issue: "x", option: "o2" }],
        source: "s",
      },
    ],
  },
});
const withSource = filesAfter(files, {
  file: "case.yaml",
  changes: [{ path: ["sources"], value: [{ id: "s", title: "A paper" }] }],
});
const negotiation = caseFrom(withSource);

const TEXT = "Ann said: “We will take the first offer on pilotage, and no other.” Nobody spoke after her.";
const REST = { segments: [{ start: 68, end: 90 }], content: [{ start: 68, end: 90 }] };
const said = (more: Partial<ReadStatement> = {}): ReadStatement =>
  ({
    id: "s1",
    kind: "direct",
    segments: [{ start: 11, end: 66 }],
    content: [{ start: 10, end: 67 }],
    quote: TEXT.slice(11, 66),
    speaker: { name: "Ann", role: null, affiliation: null, kind: "person", mention: { start: 0, end: 3 } },
    cue: null,
    stance: { act: "states", modality: null, condition: null },
    holder: null,
    clause: null,
    turn: null,
    dates: [],
    quantities: [],
    suggestions: [],
    term: null,
    party: null,
    holderParty: null,
    confidence: 0.96,
    ...more,
  }) as ReadStatement;
const document = (
  name: string,
  statements: readonly ReadStatement[],
  more: Partial<InboxDocument> = {},
): InboxDocument =>
  ({
    bytes: name.padEnd(64, "0"),
    file: `${name}.txt`,
    title: name,
    author: null,
    publisher: null,
    language: null,
    url: null,
    date: "2020-02-01",
    dayFrom: "dateline",
    text: TEXT,
    reading: { method: "", about: { form: "prose", title: null, author: null, date: null }, statements, remarks: [] },
    decided: {},
    ...more,
  }) as InboxDocument;

describe("what waits", () => {
  it("is sorted by what it would add, leaves out what was decided, and has the same words of one speaker once", () => {
    const items = reviewItems(
      [
        document("one", [said(), said({ id: "s2", quote: "Nobody spoke after her", ...REST })]),
        document("two", [said()]),
        document("three", [said()], { decided: { s1: "rejected" } }),
      ],
      negotiation,
    );
    expect(
      items.map(({ document: { title }, statement, witnesses }) => [title, statement.id, witnesses.length]),
    ).toEqual([
      ["one", "s1", 1],
      ["one", "s2", 0],
    ]);
    expect(items[0]?.statement).toMatchObject({ party: "a", suggestions: [{ issue: "x" }] });
    expect(grouped(items, "issue").map(([key, own]) => [key, own.length])).toEqual([
      ["x", 1],
      ["", 1],
    ]);
  });

  it("counts the words around a short quotation, where they belong to what was said", () => {
    const mixed = said({ kind: "mixed", quote: "first offer", segments: [{ start: 28, end: 39 }] });
    expect(reviewItems([document("one", [mixed])], negotiation)).toHaveLength(1);
    expect(reviewItems([document("one", [{ ...mixed, kind: "direct" }])], negotiation)).toEqual([]);
  });

  it("is what is left where a part of the words is on record", () => {
    const [whole] = reviewItems([document("one", [said()])], negotiation);
    const ready = whole && readyAttachment(whole);
    if (!ready) throw new Error("it is not ready");
    const part = chosenStatement(TEXT, [{ start: 11, end: 23 }], whole.statement);
    const acceptance = acceptanceOf(negotiation, [{ item: whole, statement: part, attachment: ready }], [], words);
    if (!acceptance.source) throw new Error("no source");
    const after = caseAfter(filesAfter(withSource, acceptance.source), acceptance.record);
    const [rest] = reviewItems([document("one", [said()])], after);
    expect(rest?.statement).toMatchObject({ id: "s1", quote: "the first offer on pilotage, and no other." });
  });

  it("needs no question where it is the speaker's own, and takes no position where none is told", () => {
    const [own] = reviewItems([document("one", [said()])], negotiation);
    expect(own && readyAttachment(own)).toMatchObject({ speaker: "Ann", date: "2020-02-01", stances: [] });
    for (const more of [
      { stance: { act: "denies", modality: null, condition: null } } as const,
      { stance: { act: "states", modality: "would", condition: { start: 0, end: 3 } } } as const,
    ]) {
      const [item] = reviewItems([document("one", [said(more)])], negotiation);
      expect(item && readyAttachment(item)).toBeNull();
    }
    const [undated] = reviewItems([document("one", [said()], { date: null })], negotiation);
    expect(undated && readyAttachment(undated)).toBeNull();
  });
});

describe("what is sure", () => {
  it("is what somebody surely said in so many words, and goes on record as evidence alone", () => {
    const at = (more: Partial<ReadStatement>) => sureOnes(reviewItems([document("one", [said(more)])], negotiation));
    expect(at({})).toMatchObject([{ attachment: { speaker: "Ann", stances: [] } }]);
    for (const more of [
      { confidence: 0.8 },
      { kind: "indirect" },
      { by: "another program" },
      { stance: { act: "denies", modality: null, condition: null } },
    ] as const)
      expect(at(more)).toEqual([]);
  });
});

const AGAINST = { issue: "x", option: "o1", stand: "against", to: "" } as const;

describe("what goes on record", () => {
  it("has its document as a source once, and the other documents that say the same as witnesses", () => {
    const items = reviewItems(
      [
        document("one", [said(), said({ id: "s2", quote: "Nobody spoke after her", ...REST })]),
        document("two", [said()], { text: `${TEXT} Nor before.` }),
      ],
      negotiation,
    );
    const accepted = items.flatMap((item) => {
      const attachment = readyAttachment(item);
      return attachment
        ? [{ item, statement: item.statement, attachment: { ...attachment, about: "a", stances: [AGAINST] } }]
        : [];
    });
    const acceptance = acceptanceOf(negotiation, accepted, [], words);
    expect(acceptance.documents.map(({ name }) => name)).toEqual(["one-2020-02-01", "two-2020-02-01"]);
    if (!acceptance.source) throw new Error("no source");
    const found = caseAfter(filesAfter(withSource, acceptance.source), acceptance.record);
    expect(found.statements.slice(1)).toMatchObject([
      { source: "one-2020-02-01", witnesses: ["two-2020-02-01"], stances: [{ issue: "x", options: ["o0", "o2"] }] },
      { source: "one-2020-02-01" },
    ]);
    expect(found.sources.slice(1)).toMatchObject([{ title: "one" }, { title: "two" }]);
  });
});
