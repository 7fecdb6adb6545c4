import { type ReadStatement, wordingIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../core/test/build-case.js";
import { caseAfter, caseFrom, filesAfter } from "../test/after.js";
import {
  type Attachment,
  furtherStandings,
  isComplete,
  type OpenDocument,
  proposed,
  recordEdit,
  sourceEdit,
  spansOf,
  UNKNOWN,
} from "./attached.js";
import { digestOf } from "./digest.js";

const { statements: words } = wordingIn("en");

const files = filesOf({
  case: { issues: [issue("x", 3)], sources: [{ id: "s", title: "A paper" }] },
  record: { statements: [] },
});
const negotiation = caseFrom(files);

const document: OpenDocument = {
  ...UNKNOWN,
  text: "Ann said: “We take one.”",
  title: "An interview",
  publisher: "The Daily",
  date: "2020-02-28",
};

const statement: ReadStatement = {
  id: "q1",
  kind: "direct",
  segments: [{ start: 11, end: 22 }],
  content: [{ start: 10, end: 23 }],
  quote: "We take one",
  speaker: { name: "Ann", role: "minister", affiliation: null, kind: "person", mention: { start: 0, end: 3 } },
  cue: null,
  stance: { act: "offers", modality: null, condition: null },
  holder: null,
  clause: null,
  turn: null,
  dates: [],
  quantities: [],
  suggestions: [{ issue: "x", option: "o1", range: null, score: 1, words: ["one"] }],
  term: null,
  party: "a",
  holderParty: null,
  confidence: 0.9,
};

describe("what is not the speaker's own position", () => {
  const holder = { name: "Bob", role: null, affiliation: null, kind: "person", mention: { start: 0, end: 3 } } as const;
  it.each([
    ["was denied", { ...statement, stance: { ...statement.stance, act: "denies" } as const }, "a"],
    ["is told of another whose party is known", { ...statement, holder, holderParty: "b" }, "b"],
    ["is told of another", { ...statement, holder, holderParty: null }, ""],
  ])("is not complete: it %s", (_, one, about) => {
    const { about: whose, stances } = proposed(one, document);
    expect([whose, stances[0]?.option]).toEqual([about, ""]);
  });
});

describe("a statement that is put on record", () => {
  it("has its source, its words and their places in the document, and where it stands", () => {
    const source = sourceEdit(negotiation, document, [], words.document);
    const withSource = filesAfter(files, source.edit);
    const { edit } = recordEdit(
      caseFrom(withSource),
      statement,
      proposed(statement, document),
      source.name,
      words.attach,
    );
    const found = caseAfter(withSource, edit);
    expect(found.statements[0]).toMatchObject({
      speaker: "Ann",
      date: "2020-02-28",
      party: "a",
      about: "a",
      source: "an-interview-2020-02-28",
      words: { quote: "We take one", spans: [[11, 22]] },
    });
    expect(found.statements[0]?.stances).toHaveLength(1);
    expect(found.sources[1]).toMatchObject({ title: "An interview", publisher: "The Daily", document: source.name });
  });

  it("takes no stand where the person named no issue, no option or nobody", () => {
    const whole: Attachment = proposed(statement, document);
    const [first] = whole.stances;
    if (!first) throw new Error("no stance");
    for (const gap of [
      { stances: [{ ...first, issue: "" }] },
      { stances: [{ ...first, option: "" }] },
      { about: "" },
    ]) {
      expect(isComplete({ ...whole, ...gap })).toBe(false);
      const { edit } = recordEdit(negotiation, statement, { ...whole, ...gap }, "s", words.attach);
      expect(caseAfter(files, edit).statements[0]?.stances).toEqual([]);
    }
  });

  it("gets a name that none on record has", () => {
    const first = recordEdit(negotiation, statement, proposed(statement, document), "s", words.attach);
    const second = recordEdit(
      caseAfter(files, first.edit),
      statement,
      proposed(statement, document),
      "s",
      words.attach,
    );
    expect([first.id, second.id]).toEqual(["ann-2020-02-28", "ann-2020-02-28-2"]);
  });
});

describe("a statement with several stances, or a condition", () => {
  const two = filesAfter(files, { file: "case.yaml", changes: [{ path: ["issues", 1], value: issue("y", 2) }] });
  const both = {
    ...statement,
    suggestions: [
      ...statement.suggestions,
      { issue: "y", option: null, range: ["o0", "o1"] as const, score: 0.5, words: ["port"] },
    ],
  };
  const start = proposed(both, document);

  it("proposes the first, names the others, and writes those that a person took", () => {
    expect(start.stances).toEqual([{ issue: "x", option: "o1", stand: "for", to: "" }]);
    const more = furtherStandings(both, start.stances);
    expect(more).toEqual([{ issue: "y", option: "o0", stand: "for", to: "o1" }]);
    const attachment = { ...start, stances: [...start.stances, ...more] };
    expect(isComplete(attachment)).toBe(true);
    const { edit } = recordEdit(caseFrom(two), both, attachment, "s", words.attach);
    expect(caseAfter(two, edit).statements[0]?.stances).toMatchObject([
      { issue: "x", options: ["o1"] },
      { issue: "y", options: ["o0", "o1"] },
    ]);
  });

  it("is an offer of the party where it hangs on what the others give, and the statement is its evidence", () => {
    const attachment = { ...start, offeredIf: { issue: "y", option: "o1" } };
    const { edit } = recordEdit(caseFrom(two), both, attachment, "s", words.attach);
    const found = caseAfter(two, edit);
    expect(found.statements[0]).toMatchObject({ stances: [], words: { quote: "We take one" } });
    expect(found.offers[0]).toMatchObject({
      by: ["a"],
      date: "2020-02-28",
      options: [1, 1],
      source: "s",
    });
    expect([...(found.offers[0]?.conditions ?? [])]).toHaveLength(1);
  });
});

describe("a source", () => {
  it("gets a name that neither a source nor a document has, and a title where it has none", () => {
    expect(sourceEdit(negotiation, document, ["an-interview-2020-02-28"], words.document).name).toBe(
      "an-interview-2020-02-28-2",
    );
    const { edit } = sourceEdit(negotiation, { ...document, title: "", publisher: "", date: "" }, [], words.document);
    expect(edit.changes[0]?.value).toEqual({
      id: "document",
      title: words.document.untitled,
      document: "document",
      digest: digestOf(document.text),
    });
  });
});

describe("what the form proposes", () => {
  it("is the day that stands beside the words, and not one within them or of the document", () => {
    const dates = [
      { start: 12, end: 14, text: "then", date: "2019-01-01" },
      { start: 30, end: 40, text: "Thursday", date: "2020-02-27" },
    ];
    expect(proposed({ ...statement, dates }, document).date).toBe("2020-02-27");
    expect(proposed(statement, document).date).toBe("2020-02-28");
  });

  it("names an issue only where it is known whose position it is", () => {
    expect(proposed({ ...statement, party: null }, document)).toMatchObject({
      party: "",
      about: "",
      stances: [],
    });
  });

  it("puts direct words in quotation marks, and reported ones not", () => {
    expect(proposed(statement, document).says).toBe("“We take one”");
    expect(proposed({ ...statement, kind: "indirect" }, document).says).toBe("We take one");
    expect(spansOf({ ...statement, segments: [] })).toEqual(statement.content);
  });
});
