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
    return { marks: marks && mark !== null ? [mark] : [], before, after };
  });

describe("a text that comes back from a word processor", () => {
  const text = textOf(draft);

  it("changes nothing where nothing was changed, with marks or without", () => {
    for (const marks of [true, false])
      expect(returnedChanges(text, returned(text, undefined, marks), SAYS)).toEqual({
        changes: [],
        unplaced: [],
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
    });
  });

  it("leaves a clause out whose wordings were all struck out, and takes it in again", () => {
    const strike = (line: string) => (line.startsWith("It is paid") ? "" : line);
    for (const marks of [true, false])
      expect(returnedChanges(text, returned(text, strike, marks), SAYS)?.changes).toEqual([
        { kind: "leave-out", clause: "c2", was: "It is paid monthly.", text: "" },
      ]);
    const gone = textOf(played(draft, { kind: "propose", clause: "c1", text: "", by: "b" }));
    expect(returnedChanges(gone, returned(gone), SAYS)?.changes).toEqual([]);
    expect(
      returnedChanges(
        gone,
        returned(gone, (line) => (line === "[left out]" ? "" : line)),
        SAYS,
      )?.changes,
    ).toEqual([]);
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
    expect(returnedChanges(on, old, SAYS)).toEqual({ changes: [], unplaced: [] });
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
            return { marks: marks && mark ? [mark] : [], before: tracked ? before : after, after };
          });
          const found = returnedChanges(text, paragraphs, SAYS);
          if (found === null) {
            const wordings = lines.flatMap(({ mark }, k) => (mark === null ? [] : [acts[k]]));
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
