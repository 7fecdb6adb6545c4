// New observations: written one by one or pasted, and what they would change.
import { counted } from "./numbers.js";

const rowsText = (count: number): string => counted(count, "row");

/** The form for one observation. */
const form = {
  label: "One observation",
  what: "What",
  whatLabel: "What was observed",
  happened: (obligation: string) => `${obligation} (something happened)`,
  asOf: "as of",
  asOfLabel: "Observed as of",
  reported: "reported",
  reportedLabel: "Reported on",
  ifAnother: "if another day",
  value: "value",
  valueLabel: "Value",
  unit: "unit",
  unitLabel: "Unit",
  which: "which is",
  whichLabel: "Which is",
  source: "source",
  sourceLabel: "Source of it",
  by: "by",
  byLabel: "Who did it",
  notKnown: "not known",
  note: "note",
  noteLabel: "Note on it",
  put: "Put it below",
  future: "This day is still to come.",
};

/** What rows would change if they were kept. */
const preview = {
  unread: (count: number) =>
    count === 1
      ? "One row cannot be read, and stays here to be mended:"
      : `${count} rows cannot be read, and stay here to be mended:`,
  would: (day: string, rows: number, changes: number) =>
    `As of ${day}, ${rowsText(rows)} would change ${changes === 0 ? "nothing" : "this"}:`,
  /** How something stands, before and after. */
  change: (what: string, before: string, after: string, why: string) =>
    `${what}: ${before === after ? after : `${before} → ${after}`}; ${why}`,
  seenEarlier: (day: string) => `The case is seen from ${day}: move “as of” on to see them on this page.`,
  add: (rows: number) => `Add ${rowsText(rows)}`,
  addRest: (rows: number) => `Leave the others out, and add ${rowsText(rows)}`,
  addedWhat: (rows: number) => `${rowsText(rows)} added to the observations`,
  added: (rows: number) => `${rowsText(rows)} added`,
};

export const observations = {
  heading: "Add observations",
  tooLong:
    "observations.csv is longer than a page can write. Append rows with a program; parley monitor --with FILE shows what they would change.",
  paste: "Or paste rows, from a spreadsheet too; or choose a file:",
  rows: (columns: readonly string[]) => `Rows: ${columns.join(", ")}`,
  openQuote: (line: number) =>
    `Line ${line}: a quotation mark is opened and not closed. Close it, or double a mark that is meant as such.`,
  problem: (row: number, message: string) => `Row ${row}: ${message}`,
  form,
  preview,
};
