import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesWith, piecesOf } from "./marked-lines.js";

const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

describe("a text in marked lines", () => {
  it("is the text again, and every letter is marked where a mark holds it, wherever marks end", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab \n]{0,40}$/), fc.array(span, { maxLength: 6 }), (text, marks) => {
        const seen = new Map<number, boolean>();
        for (const line of linesWith(text, marks))
          for (const { start, end, mark } of piecesOf(line))
            for (let at = start; at < end; at++) seen.set(at, mark !== null);
        for (const [at, letter] of [...text].entries()) {
          if (letter === "\n" || !seen.has(at)) expect(letter).not.toMatch(/[ab]/);
          else expect(seen.get(at)).toBe(marks.some(({ start, end }) => start <= at && at < end));
        }
      }),
    );
  });

  it("ends where the text ends, though a mark goes beyond", () => {
    const mark = { start: 6, end: 5000 };
    expect(linesWith("hello world", [mark]).flatMap(piecesOf)).toEqual([
      { start: 0, end: 6, mark: null },
      { start: 6, end: 11, mark },
    ]);
    expect(linesWith("hello", [{ start: 50, end: 60 }]).flatMap(({ marks }) => marks)).toEqual([]);
  });
});
