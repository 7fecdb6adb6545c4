import { commandWordingIn } from "@parley/core/internal";
import { readText } from "@parley/core/reading";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../../core/test/build-case.js";
import type { Terminal } from "../terminal.js";
import { lineOf, type ReadFile, renderReading, renderSummary, type Tally, tallied } from "./reading.js";

const terminal = { words: commandWordingIn("en"), colour: false } as Terminal;
const negotiation = buildCase({ case: { issues: [{ ...issue("x", 3), name: "harbour dues" }] }, record: {} });

function read(text: string): ReadFile {
  const reading = readText(text, { date: "2031-02-01", negotiation });
  if (!reading.ok) throw new Error(reading.reasons.join(" "));
  return { file: "a.txt", format: "text", text, date: "2031-02-01", ...reading.value };
}

const TEXT =
  "Ada Okoro said that the union would pay the harbour dues if the clause went.\n\nAda Okoro said on Monday that 5 ships would leave.\n\nThe song “Hold the Line” was played.";

describe("a document that was read", () => {
  it("shows who, what, whose position, on which condition, days, numbers and the issue; what is nobody's only when asked", () => {
    const shown = renderReading(terminal, read(TEXT), false, negotiation);
    expect(shown).toContain("2 statements by 1 speaker in a.txt.");
    expect(shown).toContain("the position of the union, not of the speaker");
    expect(shown).toContain("on condition: “if the clause went”");
    expect(shown).toContain("5 ships");
    expect(shown.replace(/\s+/g, " ")).toMatch(/→ harbour dues \(/i);
    expect(shown).not.toContain("Hold the Line");
    expect(renderReading(terminal, read(TEXT), true, negotiation)).toContain("“Hold the Line”");
  });

  it("comes to a line, and many to a summary", () => {
    const tally: Tally = { documents: 2, again: 1, refused: 1, statements: 0, speakers: new Map(), kinds: new Map() };
    const { statements } = read(TEXT);
    tallied(tally, statements);
    expect(lineOf(terminal, "a.txt", statements)).toBe("a.txt: 2 statements; Ada Okoro");
    expect(lineOf(terminal, "b.txt", [])).toBe("b.txt: no statement.");
    const summary = renderSummary(terminal, tally, true).replace(/\s+/g, " ");
    expect(summary).toContain("3 documents, 2 statements. 1 had been read before");
    expect(summary).toContain("1 could not be read");
    expect(summary).toContain("Most is said by Ada Okoro (2).");
    expect(summary).toContain("waits in the inbox");
  });
});
