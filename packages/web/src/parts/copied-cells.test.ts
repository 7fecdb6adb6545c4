import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOfText, htmlOfCells, squared, textOfCells } from "./copied-cells.js";

const cell = fc
  .string({ maxLength: 8, unit: fc.constantFrom("a", '"', "\t", "\n", " ", "1", ",", "é") })
  .map((text) => text.trim());

describe("cells on the clipboard", () => {
  it("come back as they were put there", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const cells = squared(rows);
        expect(cellsOfText(textOfCells(cells))).toEqual(cells);
      }),
    );
  });

  it("of a spreadsheet keep an inch mark, and a line end within a cell", () => {
    expect(cellsOfText('Size\t15"\r\n"two\nlines"\tx\r\n')).toEqual([
      ["Size", '15"'],
      ["two\nlines", "x"],
    ]);
  });

  it("of nothing are none", () => {
    expect(cellsOfText("")).toEqual([]);
    expect(cellsOfText("\t\n\t")).toEqual([]);
  });

  it("hold no markup of their own in a document", () => {
    expect(htmlOfCells([["<b>"], ["a & b"]])).toBe(
      "<table><thead><tr><th>&lt;b&gt;</th></tr></thead><tbody><tr><td>a &amp; b</td></tr></tbody></table>",
    );
  });
});
