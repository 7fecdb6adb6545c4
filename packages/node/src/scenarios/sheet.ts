// One party's table, as people make them: what is needed is found by its head, what is left out is said, and what can be
// understood in two ways is refused with its row.
import { type DecimalMark, decimalMarkIn, readWrittenNumber } from "@parley/core/internal";
import { BLANK, type Cell, isBlank, numberIn, textIn } from "./cell.js";
import {
  expectBounded,
  keyOf,
  type ScenarioIssue,
  type ScenarioPart,
  type ScenarioParty,
  tidied,
  Unreadable,
} from "./scenario.js";

export const COLUMNS = ["issue", "option", "weight", "score"] as const;
export type Column = (typeof COLUMNS)[number];
export const RESERVATION = "reservation";
const TOTAL = /^(sub-?\s?|grand )?(total|sum)s?:?$/;

export interface Sheet {
  readonly rows: readonly (readonly Cell[])[];
  /** How a cell is named to a person: `row 3`, or `cell C3`. Both from 0. */
  readonly place: (row: number, column: number) => string;
  /** Rows and columns that the program does not show, from 0. */
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells beyond the head can only be a decimal comma that divides, so they are refused. */
  readonly asWideAsHead: boolean;
}

/** The cells of a table that is text alone. */
export const textSheet = (rows: readonly (readonly string[])[]): Sheet => ({
  rows: rows.map((row) => row.map(textCell)),
  place: (row) => `row ${row + 1} has`,
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  asWideAsHead: true,
});

/** A quotation mark that is not closed swallows the lines after it. */
const textCell = (shown: string): Cell =>
  /[\r\n]/.test(shown)
    ? { kind: "unusable", shown, why: "a line break in it; a quotation mark may not be closed on its line" }
    : { kind: "text", shown: unguarded(shown) };

/** What a spreadsheet program would run as a formula stands behind an apostrophe, and is read without it. */
export const FORMULA = /^[=+@\t-]/;
const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;

export const isEmpty = ({ rows }: Sheet): boolean => rows.every((row) => row.every(isBlank));

/** People write a title and the like above a table; farther down is no head. */
const LOWEST_HEAD = 20;

interface Head {
  readonly row: number;
  /** The column of each of COLUMNS, from 0. */
  readonly at: Readonly<Record<Column, number>>;
}

/** How many of the columns that a table needs the best row near the top names. */
export const columnsNamed = (sheet: Sheet): number =>
  Math.max(0, ...sheet.rows.slice(0, LOWEST_HEAD).map((row) => namesIn(row).filter((at) => at.length > 0).length));

/** The places of each of COLUMNS in a row. */
const namesIn = (row: readonly Cell[]): number[][] => {
  const names = row.map(({ shown }) => keyOf(shown));
  return COLUMNS.map((column) => names.flatMap((name, at) => (name === column ? [at] : [])));
};

function headOf(sheet: Sheet): Head {
  const named = sheet.rows.slice(0, LOWEST_HEAD).map((row) => namesIn(row).filter((at) => at.length > 0).length);
  const most = Math.max(0, ...named);
  const blank = Math.max(
    0,
    sheet.rows.findIndex((row) => !row.every(isBlank)),
  );
  const found = most > 0 ? named.indexOf(most) : blank;
  const places = namesIn(sheet.rows[found] ?? []);
  const missing = COLUMNS.filter((_, k) => places[k]?.length === 0);
  if (missing.length > 0)
    throw new Unreadable(
      `its ${found === blank ? "first row" : `row ${found + 1}`} does not name ${missing.join(", ")}; it should be: ${COLUMNS.join(", ")}`,
    );
  const twice = COLUMNS.filter((_, k) => (places[k]?.length ?? 0) > 1);
  if (twice.length > 0) throw new Unreadable(`two columns are called ${twice.join(" and ")}; keep the one that counts`);
  const at = Object.fromEntries(COLUMNS.map((column, k) => [column, places[k]?.[0] ?? 0])) as Record<Column, number>;
  const hidden = COLUMNS.filter((column) => sheet.hiddenColumns.has(at[column]));
  if (hidden.length > 0)
    throw new Unreadable(`the column ${hidden.join(" and ")} is hidden; show it, so that everybody sees what is read`);
  return { row: found, at };
}

interface TableIssue {
  readonly name: string;
  readonly option: Map<string, { readonly name: string; readonly score: number; readonly row: number }>;
  readonly row: number;
  weight: number | null;
  percent: boolean | null;
}

/** What the rows read so far have told. */
interface Reading {
  readonly issues: Map<string, TableIssue>;
  readonly notes: string[];
  /** The issue that a row without one belongs to. */
  current: TableIssue | null;
  reservation: number | null;
  weightsArePercent: boolean | null;
  /** The hidden row, from 0, that named the issue which rows below it without one may belong to. */
  hidden: number | null;
  /** Issues that began with a row that has nothing but their name. */
  readonly namedAlone: Set<TableIssue>;
}

/**
 * The rows of one table as they stand, blank ones too.
 * @throws Unreadable with the row or the cell
 */
export function readSheet(file: string, party: string, sheet: Sheet): ScenarioPart {
  const head = headOf(sheet);
  const decimal = decimalOf(sheet, head);
  const notes: string[] = [];
  const reading: Reading = {
    issues: new Map(),
    notes,
    current: null,
    hidden: null,
    reservation: null,
    weightsArePercent: null,
    namedAlone: new Set(),
  };
  noteExtras(sheet, head, notes);
  if (sheet.asWideAsHead) expectWidth(sheet, head);
  sheet.rows.forEach((row, index) => {
    if (index > head.row) readRow(row, index, sheet, head, decimal, reading);
  });
  const issues = [...reading.issues.values()].filter((issue) =>
    hasOptions(issue, sheet.place(issue.row, head.at.issue), notes),
  );
  const found = issues.map(
    ({ name, option }): ScenarioIssue => ({
      name,
      options: [...option.values()].map((one) => one.name),
      numeric: null,
    }),
  );
  expectBounded(found);
  const remark = issues.find((issue) => issue.weight === null && reading.namedAlone.has(issue));
  if (remark)
    throw new Unreadable(
      `${sheet.place(remark.row, head.at.issue)} "${remark.name}" alone, and options below it: give it a weight if it is an issue, or take it out if it is a remark`,
    );
  const silent = issues.filter(({ weight }) => weight === null).map(({ name }) => `"${name}"`);
  if (silent.length > 0) notes.push(`no row gives a weight to ${silent.join(", ")}: taken as worth nothing`);
  return {
    file,
    title: null,
    issues: found,
    party: normalised(tidied(party), issues, reading.reservation, notes),
    notes: [],
  };
}

/** A name alone is a remark; with a weight it is an issue whose options are missing. */
function hasOptions({ name, option, row, weight }: TableIssue, place: string, notes: string[]): boolean {
  if (option.size > 0) return true;
  if (weight !== null) throw new Unreadable(`${place} the issue "${name}", and no row has an option of it`);
  notes.push(`row ${row + 1} ("${name.slice(0, 60)}") has neither option nor weight nor score: left out`);
  return false;
}

function readRow(
  row: readonly Cell[],
  index: number,
  sheet: Sheet,
  { at }: Head,
  decimal: DecimalMark | null,
  reading: Reading,
): void {
  const cell = (column: Column): Cell => row[at[column]] ?? BLANK;
  if (COLUMNS.every((column) => isBlank(cell(column)))) {
    // A blank row ends a group.
    [reading.current, reading.hidden] = [null, null];
    return;
  }
  // A head that stands twice, or is merged over two rows.
  if (namesIn(row).every((at) => at.length > 0)) return;
  if (sheet.hiddenRows.has(index)) {
    const what = tidied(cell("issue").shown);
    reading.notes.push(`row ${index + 1}${what ? ` ("${what}")` : ""} is hidden: left out`);
    // Rows below it without an issue may belong to what is hidden.
    if (what !== "") [reading.current, reading.hidden] = [null, index];
    return;
  }
  const place = (column: Column): string => sheet.place(index, at[column]);
  const text = (column: Column): string => textIn(cell(column), place(column));
  const number = (column: "weight" | "score") => {
    const found = numberIn(cell(column), decimal, place(column), column);
    if (!isPlain(cell(column)))
      reading.notes.push(
        `row ${index + 1}: the ${column} "${tidied(cell(column).shown)}" is read as ${found.value}, since other numbers here have a decimal ${decimal === "," ? "comma" : "point"}`,
      );
    return found;
  };
  const [name, option] = [DITTO.test(text("issue")) ? "" : text("issue"), text("option")];
  if (isReservation(name)) {
    if (option !== "")
      throw new Unreadable(
        `${place("option")} an option of "${name}"; leave it blank where the row is the reservation, or call the issue otherwise`,
      );
    readReservation(reading, number("score").value, place("score"));
    return;
  }
  const total = [name, option].find((one) => TOTAL.test(keyOf(one)));
  if (total !== undefined && total === option && !isBlank(cell("score")) && (name !== "" || reading.current))
    throw new Unreadable(
      `${place("option")} "${option}", which may be an option or a sum; take the row out if it is a sum, or call the option otherwise`,
    );
  if (total !== undefined && (option === "" || total === option)) {
    reading.notes.push(`row ${index + 1} is a total ("${total}"): left out`);
    return;
  }
  const isNew = name !== "" && !reading.issues.has(keyOf(name));
  const issue = issueIn(reading, name, index, place("issue"));
  if (isNew && option === "" && isBlank(cell("weight"))) reading.namedAlone.add(issue);
  if (!isBlank(cell("weight"))) readWeight(reading, issue, number("weight"), place("weight"));
  if (option !== "") readOption(reading, issue, option, number("score"), index, place("option"));
  else if (!isBlank(cell("score")))
    throw new Unreadable(
      `${place("option")} a score and no option; the row of the points below which this party walks away is called "${RESERVATION}"`,
    );
}

/** Whether a cell's number can be read in one way only, whatever the rest of the table says. */
const isPlain = (cell: Cell): boolean =>
  cell.kind !== "text" || readWrittenNumber(tidied(cell.shown).replace(/\s*%$/, "")).kind !== "ambiguous";

/** The same as above, as people write it. */
const DITTO = /^(?:["'″”〃]+|ditto\.?|dto\.?)$/i;

const isReservation = (name: string): boolean => /^reservation( value)?:?$/.test(keyOf(name));

function readReservation(reading: Reading, points: number, place: string): void {
  if (reading.reservation !== null && reading.reservation !== points)
    throw new Unreadable(`${place} another reservation than a row before it`);
  reading.reservation = points;
  if (points > 100) reading.notes.push("the reservation is above 100 points, so that no package is good enough");
  if (points < 0) reading.notes.push("the reservation is below 0 points, so that every package is good enough");
  if (points > 0 && points < 1)
    reading.notes.push(
      `the reservation is below 1: it is read as points of 100, and would be 100 times as much as a share`,
    );
}

/** The issue of a row: its own, or that of the row above where it names none. */
function issueIn(reading: Reading, name: string, row: number, place: string): TableIssue {
  if (name === "") {
    if (!reading.current)
      throw new Unreadable(
        reading.hidden === null
          ? `${place} no issue, and no row right above it has one`
          : `${place} no issue, and row ${reading.hidden + 1} above it, which has one, is hidden; show that row, or take both out`,
      );
    return reading.current;
  }
  const known = reading.issues.get(keyOf(name));
  if (known && known.name !== name)
    reading.notes.push(`row ${row + 1} writes "${name}" for the issue "${known.name}": taken as the same`);
  const issue = known ?? { name, option: new Map(), row, weight: null, percent: null };
  reading.issues.set(keyOf(name), issue);
  reading.current = issue;
  return issue;
}

type Given = ReturnType<typeof numberIn>;

function readWeight(reading: Reading, issue: TableIssue, { value, percent }: Given, place: string): void {
  if (value < 0) throw new Unreadable(`${place} a weight below 0`);
  if (issue.weight !== null && issue.weight !== value)
    throw new Unreadable(`${place} another weight for "${issue.name}" than a row before it`);
  if (reading.weightsArePercent !== null && reading.weightsArePercent !== percent)
    throw new Unreadable(
      `${place} a weight ${percent ? "in per cent" : "that is not in per cent"}, unlike a row before it; write all in one way`,
    );
  reading.weightsArePercent = percent;
  issue.weight = value;
}

function readOption(
  reading: Reading,
  issue: TableIssue,
  name: string,
  { value, percent }: Given,
  row: number,
  place: string,
): void {
  const known = issue.option.get(keyOf(name));
  if (known && (known.score !== value || known.name !== name))
    throw new Unreadable(
      `${place} the option "${name}" of "${issue.name}", which row ${known.row + 1} has too; keep one, or name them apart`,
    );
  if (issue.percent !== null && issue.percent !== percent)
    throw new Unreadable(
      `${place} a score ${percent ? "in per cent" : "that is not in per cent"}, unlike a row before it; write all in one way`,
    );
  issue.percent = percent;
  if (known) reading.notes.push(`issue "${issue.name}" names "${name}" twice with the same score: it counts once`);
  else issue.option.set(keyOf(name), { name, score: value, row });
}

/** The decimal mark of the columns of numbers, by those that leave one way to read them. */
function decimalOf({ rows }: Sheet, { row, at }: Head): DecimalMark | null {
  const texts = rows
    .slice(row + 1)
    .flatMap((cells) => [cells[at.weight], cells[at.score]])
    .flatMap((cell) => (cell?.kind === "text" ? [tidied(cell.shown)] : []));
  return decimalMarkIn(texts);
}

/** Columns beside those that are needed, and what stands above the head. */
function noteExtras({ rows }: Sheet, { row: top, at }: Head, notes: string[]): void {
  if (rows.slice(0, top).some((row) => !row.every(isBlank)))
    notes.push(`what stands above row ${top + 1}, the head of the table, is left out`);
  const needed = new Set(Object.values(at));
  const extra = new Set<number>();
  for (const row of rows.slice(top))
    row.forEach((cell, column) => {
      if (!needed.has(column) && !isBlank(cell)) extra.add(column);
    });
  const names = [...extra].map((column) => `"${tidied(rows[top]?.[column]?.shown ?? "") || `number ${column + 1}`}"`);
  if (names.length === 1) notes.push(`the column ${names[0]} is left out`);
  if (names.length > 1)
    notes.push(`the columns ${names.slice(0, 8).join(", ")}${names.length > 8 ? " and more" : ""} are left out`);
}

/** Scores from 0 at the worst to 1 at the best, weights that sum to 1, the reservation from points to 0–1. */
function normalised(
  name: string,
  issues: readonly TableIssue[],
  reservation: number | null,
  notes: string[],
): ScenarioParty {
  const scores = issues.map(({ option }) => {
    const values = [...option.values()].map(({ score }) => score);
    const [worst, best] = [Math.min(...values), Math.max(...values)];
    return values.map((value) => (best > worst ? (value - worst) / (best - worst) : 0));
  });
  // A weight is the worth of a swing; where all options are the same there is none.
  const flat = issues.map((_, k) => (scores[k] ?? []).every((score) => score === 0));
  const idle = issues.filter(({ weight }, k) => flat[k] && (weight ?? 0) > 0).map((issue) => `"${issue.name}"`);
  if (idle.length > 0)
    notes.push(`all options of ${idle.join(", ")} have the same score, so that the weight counts nothing`);
  const weights = issues.map(({ weight }, k) => (flat[k] ? 0 : (weight ?? 0)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    name,
    weights: weights.map((weight) => (sum > 0 ? weight / sum : 0)),
    scores,
    reservation: reservation === null ? null : reservation / 100,
    notes,
  };
}

/** @throws Unreadable where a row of text has more cells than the head */
function expectWidth({ rows, place }: Sheet, { row: top }: Head): void {
  const width = rows[top]?.length ?? 0;
  rows.forEach((row, index) => {
    const at = row.findIndex((cell, column) => column >= width && !isBlank(cell));
    if (index > top && at >= 0)
      throw new Unreadable(
        `${place(index, at)} more cells than the head; a number with a decimal comma stands in quotes, or cells are divided by semicolons`,
      );
  });
}
