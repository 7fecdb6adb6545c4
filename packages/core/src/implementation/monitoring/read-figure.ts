// The cell of a value: a number, what it says of the true one, and whether it is in per cent.
import { readWrittenNumber } from "../../case/index.js";
import type { Comparator } from "./book.js";

const SIGNS: Readonly<Record<string, Comparator>> = {
  "": "",
  "=": "",
  "<=": "≤",
  "=<": "≤",
  "≤": "≤",
  "<": "<",
  ">=": "≥",
  "=>": "≥",
  "≥": "≥",
  ">": ">",
  "~": "~",
  "≈": "~",
};

export interface WrittenFigure {
  readonly value: number | null;
  readonly comparator: Comparator;
  readonly percent: boolean;
}

const MOST_AMOUNT = 1e12;

/** A number with what it says of the true one; no value where the cell is empty; a problem where it is neither. */
export function readFigure(written: string): WrittenFigure | { readonly problem: string; readonly percent: false } {
  const exact = (value: number | null): WrittenFigure => ({ value, comparator: "", percent: false });
  if (written === "") return exact(null);
  if (/^(true|yes)$/i.test(written)) return exact(1);
  if (/^(false|no)$/i.test(written)) return exact(0);
  const [sign = ""] = /^[<>=≤≥~≈]*/.exec(written) ?? [];
  const comparator = SIGNS[sign];
  const amount = written.slice(sign.length).trim();
  const percent = amount.endsWith("%");
  const read = readWrittenNumber(percent ? amount.slice(0, -1).trimEnd() : amount);
  const problem = (text: string) => ({ problem: text, percent: false }) as const;
  if (read.kind === "ambiguous") {
    const [decimals, thousands] = read.write;
    return problem(
      `"${written}" can be read in two ways: as ${read.readings[0]} or as ${read.readings[1]}. Write ${decimals} for the one, ${thousands} for the other.`,
    );
  }
  if (read.kind === "none" || comparator === undefined)
    return problem(
      `"${written}" is no number. Write 130.9, <= 130 or ~ 4.5; a point before the decimals and no mark between thousands.`,
    );
  if (Math.abs(read.value) > MOST_AMOUNT)
    return problem(`"${written}" is more than ${MOST_AMOUNT}. Choose a larger unit.`);
  return { value: read.value, comparator, percent };
}
