// A cell of a sheet as a person sees it, and what it is worth where it is a number.
import { type DecimalMark, readWrittenNumber } from "@parley/core/internal";
import { tidied, Unreadable } from "./scenario.js";

export type Cell =
  | { readonly kind: "text"; readonly shown: string }
  /** `value` is what the program keeps; a percentage counts as it is shown: 60 for 60 %. */
  | { readonly kind: "number" | "percent"; readonly shown: string; readonly value: number }
  | { readonly kind: "date"; readonly shown: string }
  /** What cannot be used, and why: a formula without a stored value, an error. */
  | { readonly kind: "unusable"; readonly shown: string; readonly why: string };

export const BLANK: Cell = { kind: "text", shown: "" };

export const isBlank = (cell: Cell | undefined): boolean =>
  cell === undefined || (cell.kind === "text" && tidied(cell.shown) === "");

export interface CellNumber {
  readonly value: number;
  readonly percent: boolean;
}

/**
 * The number in a cell.
 * @param place for reasons, such as `row 3 has` or `cell C3 has`
 * @throws Unreadable for what is no number, or can be read as two
 */
export function numberIn(cell: Cell, decimal: DecimalMark | null, place: string, column: string): CellNumber {
  if (cell.kind === "number" || cell.kind === "percent") return { value: cell.value, percent: cell.kind === "percent" };
  if (cell.kind === "unusable") throw new Unreadable(`${place} ${cell.why}`);
  const written = tidied(cell.shown);
  const percent = /\s*%$/.test(written);
  const read = readWrittenNumber(written.replace(/\s*%$/, ""), decimal);
  const what = `"${written.slice(0, 40)}"`;
  if (cell.kind === "date") throw new Unreadable(`${place} a date as its ${column}: ${what}`);
  if (read.kind === "none") throw new Unreadable(`${place} no number as its ${column}: ${what}`);
  if (read.kind === "ambiguous")
    throw new Unreadable(
      `${place} a ${column} that can be read in two ways: ${what} is ${read.readings.join(" or ")}; write ${read.write.join(" or ")}`,
    );
  return { value: read.value, percent };
}

/** The text of a cell, without what a spreadsheet program would hide or a person not see. */
export function textIn(cell: Cell | undefined, place: string): string {
  if (cell === undefined) return "";
  if (cell.kind === "unusable") throw new Unreadable(`${place} ${cell.why}`);
  return tidied(cell.shown);
}
