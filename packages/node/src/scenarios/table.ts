// Spreadsheets as text: a table for each party with the columns issue, option, weight, score. A weight is the worth of an
// issue's swing from worst to best, in any unit; a score what an option is worth within its issue, in any unit. A row whose
// issue is "reservation" has, as its score, the points 0–100 below which the party walks away.
import { readWrittenNumber } from "@parley/core/internal";
import { parse } from "csv-parse/sync";
import { csvText } from "./csv-text.js";
import { nameOf, type Scenario, type ScenarioPart, type ScenarioParty, Unreadable } from "./scenario.js";
import { COLUMNS, columnsNamed, FORMULA, RESERVATION, readSheet, textSheet } from "./sheet.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Longer is no row. */
const LONGEST = 100_000;
const MOST_ROWS = 250_000;

/** @throws Unreadable */
export function readCsv(file: string, text: string): ScenarioPart {
  // What some programs write for others to know the delimiter is no row.
  const [, said] = /^\uFEFF?sep=(.)\r?\n/i.exec(text) ?? [];
  const body = text.replace(/^\uFEFF?(?:sep=.\r?\n)?/i, "");
  const delimiter = said ?? delimiterOf(body);
  // The line that names the delimiter counts, so that rows keep their numbers.
  const rows = [...(said ? [[]] : []), ...rowsOf(body, delimiter)];
  expectNoneSwallowed(rows, delimiter);
  return readSheet(file, nameOf(file), textSheet(rows));
}

/** The delimiter by which the first rows name most of the columns that are needed. */
function delimiterOf(text: string): string {
  const top = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .slice(0, 20)
    .join("\n");
  const named = (delimiter: string): number => {
    try {
      return columnsNamed(textSheet(rowsOf(top, delimiter)));
    } catch {
      return 0;
    }
  };
  const counts = DELIMITERS.map(named);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function rowsOf(text: string, delimiter: string): string[][] {
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      // Files that were put together have several kinds of line ends.
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: false,
      trim: true,
      relax_column_count: true,
      // An inch is written with a quotation mark.
      relax_quotes: true,
      max_record_size: LONGEST,
      to: MOST_ROWS + 1,
    });
  } catch (error) {
    throw new Unreadable(`it is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (rows.length > MOST_ROWS) throw new Unreadable(`it has more than ${MOST_ROWS} rows`);
  return rows;
}

/** Cells of several lines are common; a line in one that could be a row was swallowed. @throws Unreadable */
function expectNoneSwallowed(rows: readonly (readonly string[])[], delimiter: string): void {
  const isRow = (line: string) => line.split(delimiter).length >= COLUMNS.length;
  const at = rows.findIndex((row) =>
    row.some((cell) =>
      cell
        .split(/[\r\n]+/)
        .slice(1)
        .some(isRow),
    ),
  );
  if (at >= 0)
    throw new Unreadable(
      `row ${at + 1} holds what looks like more rows in one cell; a quotation mark may not be closed on its line`,
    );
}

/** What a spreadsheet program would run as a formula is written behind an apostrophe. */
const guarded = (text: string): string => (FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text);

/** A party's table, its head first. */
export function tableOf({ issues }: Scenario, { weights, scores, reservation }: ScenarioParty): (string | number)[][] {
  const rows = issues.flatMap(({ name, options }, k) =>
    options.map((option, o) => [guarded(name), guarded(option), o === 0 ? (weights[k] ?? 0) : "", scores[k]?.[o] ?? 0]),
  );
  const last = reservation === null ? [] : [[RESERVATION, "", "", 100 * reservation]];
  return [[...COLUMNS], ...rows, ...last];
}

export function writeCsv(scenario: Scenario): Record<string, string> {
  return Object.fromEntries(
    scenario.parties.map((party) => [
      `${party.name}.csv`,
      csvText(
        tableOf(scenario, party).map((row) => row.map((cell) => (typeof cell === "number" ? certain(cell) : cell))),
      ),
    ]),
  );
}

/** A number as text that can be read in one way only: 1.234 as 1.2340. */
function certain(value: number): string {
  const read = readWrittenNumber(String(value));
  return read.kind === "ambiguous" ? read.write[0] : String(value);
}
