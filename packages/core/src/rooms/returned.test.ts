import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReturnedParagraph, returnedChanges, textLines } from "./returned.js";
import type { RoomText } from "./room.js";
import { beginText, type ClauseWording, playText, type SingleTextState, type TextMove } from "./single-text.js";

const PARTIES = ["a", "b"];
const SAYS = { noteOf: ({ by }: ClauseWording): string => `${by ?? "the draft"} is for:`, leftOut: "[left out]" };

const textOf = (state: SingleTextState): RoomText => ({
  title: "The contract",
  headings: { c1: "1 · Pay", c2: "1 · Pay", c3: "2 · Wards" },
  state,
  signed: {},
});

const draft = beginText(PARTIES, [
  { id: "c1", text: "Pay rises by [    ] % each year." },
  {
    id: "c2",
    text: "",
    alternatives: [
      { by: "a", text: "It is paid monthly." },
      { by: "b", text: "It is paid yearly." },
    ],
  },
  { id: "c3", text: "" },
]);

const played = (state: SingleTextState, ...moves: readonly TextMove[]): SingleTextState =>
  moves.reduce((so, move, k) => {
    const made = playText(so, move, k);
    return made.ok ? made.state : expect.fail(made.why);
  }, state);

/** The document as it was handed out, changed by a person. */
const returned = (
  text: RoomText,
  change: (line: string) => string | { readonly before: string; readonly after: string } = (line) => line,
  marks = true,
): ReturnedParagraph[] =>
  textLines(text, SAYS).map(({ text: line, mark }) => {
    const made = change(line);
    const { before, after } = typeof made === "string" ? { before: line, after: made } : made;
    return { marks: marks ? [mark] : [], before, after };
  });

describe("a text that comes back from a word processor", () => {
  const text = textOf(draft);

  it("changes nothing where nothing was changed, with marks or without", () => {
    for (const marks of [true, false])
      expect(returnedChanges(text, returned(text, undefined, marks), SAYS)).toEqual({
        changes: [],
        unplaced: [],
        missing: [],
        unsettled: [],
      });
  });

  it("fills the bracket that a tracked change touches, with marks or without", () => {
    const fill = (line: string) => line.replace("[    ]", "3").replace(/^\[ \]$/, "[Five on a ward.]");
    for (const marks of [true, false])
      expect(returnedChanges(text, returned(text, fill, marks), SAYS)?.changes).toEqual([
        { kind: "wording", clause: "c1", was: "Pay rises by [    ] % each year.", text: "Pay rises by 3 % each year." },
        { kind: "wording", clause: "c3", was: "[ ]", text: "Five on a ward." },
      ]);
  });

  it("agrees to the one wording that was left of several", () => {
    const strike = (line: string) => (line === "It is paid yearly." ? "" : line);
    expect(returnedChanges(text, returned(text, strike), SAYS)).toEqual({
      changes: [{ kind: "agree", clause: "c2", wording: 0, text: "It is paid monthly." }],
      unplaced: [],
      missing: [],
      unsettled: [],
    });
  });

  it("makes nothing of a bracket of which some wordings were struck out and several left, and says so", () => {
    const three = textOf(played(draft, { kind: "propose", clause: "c2", text: "It is paid weekly.", by: "@mediator" }));
    const strike = (line: string) => (line === "It is paid yearly." ? "" : line);
    expect(returnedChanges(three, returned(three, strike), SAYS)).toEqual({
      changes: [],
      unplaced: [],
      missing: [],
      unsettled: ["c2"],
    });
  });

  it("says that a heading or a note was changed, and takes it for no clause", () => {
    for (const tracked of [true, false]) {
      const paragraphs = textLines(text, SAYS).map(({ kind, text: line, mark }) => {
        const after = kind === "wording" ? line : `${line}, changed`;
        return { marks: [mark], before: tracked ? line : after, after };
      });
      const found = returnedChanges(text, paragraphs, SAYS);
      expect(found?.changes).toEqual([]);
      expect(found?.unplaced).toContain("1 · Pay, changed");
    }
  });

  it("says which clauses it does not hold, and makes nothing of that: it may be a part, or older than they are", () => {
    for (const marks of [true, false]) {
      const part = returned(text, undefined, marks).filter(({ before }) => !before.startsWith("Pay"));
      expect(returnedChanges(text, part, SAYS)).toEqual({
        changes: [],
        unplaced: [],
        missing: ["Pay rises by [    ] % each year."],
        unsettled: [],
      });
    }
  });

  it("marks wordings with names that word processors keep, whatever the clause is called", () => {
    const long = textLines(textOf(beginText(PARTIES, [{ id: "x".repeat(64), text: "Words" }])), SAYS);
    for (const { mark } of [...long, ...textLines(text, SAYS)]) expect(mark).toMatch(/^[a-z][a-z0-9_]{1,39}$/);
  });

  it("leaves a clause out whose wordings were all struck out, and takes it in again", () => {
    const strike = (line: string) => (line.startsWith("It is paid") ? "" : line);
    for (const marks of [true, false])
      expect(returnedChanges(text, returned(text, strike, marks), SAYS)?.changes).toEqual([
        { kind: "leave-out", clause: "c2", was: "It is paid monthly.", text: "" },
      ]);
    const gone = textOf(played(draft, { kind: "propose", clause: "c1", text: "", by: "b" }));
    expect(returnedChanges(gone, returned(gone), SAYS)?.changes).toEqual([]);
    const draftAgain = returned(gone, (line) => (line === "[left out]" ? "" : line));
    expect(returnedChanges(gone, draftAgain, SAYS)?.changes).toMatchObject([
      { kind: "agree", clause: "c1", wording: 0 },
    ]);
    const again = (line: string) => (line === "[left out]" ? "Pay rises." : line);
    expect(returnedChanges(gone, returned(gone, again), SAYS)?.changes).toEqual([
      { kind: "wording", clause: "c1", was: "[left out]", text: "Pay rises." },
    ]);
  });

  it("puts what was added after the clause before it, and says what it cannot place", () => {
    const all = returned(text);
    const added = all.toSpliced(3, 0, { marks: [], before: "", after: "Nobody earns less than before." });
    expect(returnedChanges(text, added, SAYS)?.changes).toEqual([
      { kind: "clause", after: "c1", text: "Nobody earns less than before." },
    ]);
    const first = all.toSpliced(0, 0, { marks: [], before: "", after: "A preamble" });
    expect(returnedChanges(text, first, SAYS)?.unplaced).toEqual(["A preamble"]);
    const title = (line: string) => (line === "The contract" ? "The treaty" : line);
    expect(returnedChanges(text, returned(text, title), SAYS)?.unplaced).toEqual(["The treaty"]);
  });

  it("takes nothing from a document of something else", () => {
    const other = ["A letter", "Dear all"].map((before) => ({ marks: [], before, after: before }));
    expect(returnedChanges(text, other, SAYS)).toBeNull();
    expect(returnedChanges(text, [], SAYS)).toBeNull();
  });

  it("does not take words back that the room has moved on from", () => {
    const old = returned(text);
    const on = textOf(played(draft, { kind: "propose", clause: "c1", text: "Pay rises by 2 %.", by: "b" }));
    expect(returnedChanges(on, old, SAYS)).toEqual({ changes: [], unplaced: [], missing: [], unsettled: [] });
  });

  it("is known by its words however a word processor writes blanks and quotation marks", () => {
    const quoted = textOf(beginText(PARTIES, [{ id: "c1", text: '"Ward" means a ward.' }]));
    const curly = (line: string) => line.replace(/"(\w+)"/, "“$1”").replace(" means", "\u00a0means");
    expect(returnedChanges(quoted, returned(quoted, curly), SAYS)?.changes).toEqual([]);
  });

  it("loses nothing that was written: each change of a paragraph is a change or is said", () => {
    const lines = textLines(text, SAYS);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("same", "other", "gone"), { minLength: lines.length, maxLength: lines.length }),
        fc.boolean(),
        fc.boolean(),
        (acts, marks, tracked) => {
          const paragraphs = lines.map(({ text: before, mark }, k) => {
            const after = acts[k] === "same" ? before : acts[k] === "gone" ? "" : `words of ${k}`;
            return { marks: marks ? [mark] : [], before: tracked ? before : after, after };
          });
          const found = returnedChanges(text, paragraphs, SAYS);
          if (found === null) {
            const wordings = lines.flatMap(({ kind }, k) => (kind === "wording" ? [acts[k]] : []));
            // Only where no wording can be known again, by its mark or by what it said.
            expect(!marks && !tracked && wordings.every((act) => act !== "same")).toBe(true);
            return;
          }
          const said = [...found.changes.map((one) => one.text), ...found.unplaced];
          for (const [k, act] of acts.entries()) if (act === "other") expect(said).toContain(`words of ${k}`);
        },
      ),
    );
  });
});
