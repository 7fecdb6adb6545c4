import type { Problem } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileShown, lineEnds, lineSpan } from "./files-shown.js";

const errorIn = (file: string): Problem =>
  ({ severity: "error", message: "odd", place: { file, line: 1, column: 1 } }) as Problem;
const PATHS = ["case.yaml", "record.yaml", "agreement.yaml"];

describe("the file that is shown", () => {
  it("is the one that is asked for, else the first with an error, else the first", () => {
    const errors = [errorIn("gone.yaml"), errorIn("record.yaml")];
    expect(fileShown(PATHS, "agreement.yaml", errors)).toBe("agreement.yaml");
    expect(fileShown(PATHS, "gone.yaml", errors)).toBe("record.yaml");
    expect(fileShown(PATHS, null, [])).toBe("case.yaml");
    expect(fileShown([], null, errors)).toBeUndefined();
  });
});

describe("a line of a text", () => {
  it("is what a person counts, from 1, without its end", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z ]{0,5}$/), { minLength: 1, maxLength: 8 }),
        fc.nat(7),
        (lines, at) => {
          const text = lines.join("\n");
          const { start, end } = lineSpan(text, at + 1);
          expect(text.slice(start, end)).toBe(lines[at] ?? "");
        },
      ),
    );
  });

  it("is the end of the text where there are not so many", () => {
    expect(lineSpan("a\nb", 9)).toEqual({ start: 3, end: 3 });
  });
});

describe("ends of lines", () => {
  it("are put back as the file has them, whatever is typed between", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{0,4}$/), { minLength: 2 }),
        fc.constantFrom("\n", "\r\n"),
        (lines, end) => {
          const stored = lines.join(end);
          const { shown, withEnds } = lineEnds(stored);
          expect(shown).toBe(lines.join("\n"));
          expect(withEnds(shown)).toBe(stored);
          expect(withEnds(`${shown}\nmore`)).toBe(`${stored}${end}more`);
        },
      ),
    );
  });
});
