// Spreadsheets: a table for each party with the columns issue, option, weight, score. A weight is the worth of an issue's
// swing from worst to best, in any unit; a score what an option is worth within its issue, in any unit. A row whose issue
// is "reservation" has, as its score, the points 0–100 below which the party walks away.
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import {
  expectBounded,
  nameOf,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  type ScenarioParty,
  Unreadable,
} from "./scenario.js";

const COLUMNS = ["issue", "option", "weight", "score"] as const;
const RESERVATION = "reservation";

type Row = readonly string[];

/** @throws Unreadable */
export function readCsv(file: string, text: string): ScenarioPart {
  const head = text.split(/\r?\n/).find((line) => line.replace(/^\uFEFF/, "").trim() !== "") ?? "";
  const delimiter = [";", "\t", ","].find((mark) => head.includes(mark)) ?? ",";
  let rows: string[][];
  try {
    rows = parse(text, {
      delimiter,
      bom: true,
      skip_empty_lines: false,
      trim: true,
      relax_column_count: true,
      max_record_size: 100_000,
    });
  } catch (error) {
    throw new Unreadable(`it is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
  // Where commas divide the cells, one inside a number can only be a slip or a thousand.
  return readTable(file, nameOf(file), rows, delimiter !== ",");
}

/** Whether there is anything in a table. */
export const isEmpty = (rows: readonly Row[]): boolean => rows.every((row) => row.every((cell) => cell.trim() === ""));

/**
 * The rows of one table as they stand, blank ones too, its head first.
 * @throws Unreadable with the row
 */
export function readTable(file: string, party: string, rows: readonly Row[], decimalComma: boolean): ScenarioPart {
  const top = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  const head = (rows[top] ?? []).map((cell) => cell.trim().toLowerCase());
  const at = COLUMNS.map((column) => head.indexOf(column));
  const missing = COLUMNS.filter((_, k) => (at[k] ?? -1) < 0);
  if (missing.length > 0)
    throw new Unreadable(`its first row does not name ${missing.join(", ")}; it should be: ${COLUMNS.join(", ")}`);
  const issues = new Map<string, { weight: number | null; options: Map<string, number> }>();
  const notes: string[] = [];
  let reservation: number | null = null;
  const numberIn = (text: string, where: string, column: string) => readNumber(text, decimalComma, where, column);
  rows.forEach((row, index) => {
    if (index <= top) return;
    const [name = "", option = "", weight = "", score = ""] = at.map((column) => plain(row[column] ?? ""));
    if ([name, option, weight, score].every((cell) => cell === "")) return;
    const where = `row ${index + 1}`;
    if (name.toLowerCase() === RESERVATION && option === "") {
      reservation = numberIn(score, where, "score");
      return;
    }
    const issue = issues.get(name) ?? { weight: null, options: new Map() };
    issues.set(name, issue);
    if (weight !== "") {
      const own = numberIn(weight, where, "weight");
      if (own < 0) throw new Unreadable(`${where} has a weight below 0`);
      if (issue.weight !== null && issue.weight !== own)
        throw new Unreadable(`${where} gives "${name}" another weight than before`);
      issue.weight = own;
    }
    if (issue.options.has(option)) notes.push(`issue "${name}" names "${option}" twice: the first counts`);
    else issue.options.set(option, numberIn(score, where, "score"));
  });
  const found = [...issues].map(
    ([name, { options }]): ScenarioIssue => ({ name, options: [...options.keys()], numeric: null }),
  );
  expectBounded(found);
  const silent = [...issues].filter(([, { weight }]) => weight === null).map(([name]) => `"${name}"`);
  if (silent.length > 0) notes.push(`no row gives a weight to ${silent.join(", ")}: taken as worth nothing`);
  return { file, title: null, issues: found, party: normalised(party, [...issues.values()], reservation), notes };
}

/** Scores from 0 at the worst to 1 at the best, weights that sum to 1, the reservation from points to 0–1. */
function normalised(
  name: string,
  issues: readonly { readonly weight: number | null; readonly options: ReadonlyMap<string, number> }[],
  reservation: number | null,
): ScenarioParty {
  const sum = issues.reduce((total, { weight }) => total + (weight ?? 0), 0);
  return {
    name,
    weights: issues.map(({ weight }) => (sum > 0 ? (weight ?? 0) / sum : 0)),
    scores: issues.map(({ options }) => {
      const values = [...options.values()];
      const [worst, best] = [Math.min(...values), Math.max(...values)];
      return values.map((value) => (best > worst ? (value - worst) / (best - worst) : 0));
    }),
    reservation: reservation === null ? null : reservation / 100,
  };
}

function readNumber(text: string, decimalComma: boolean, where: string, column: string): number {
  const found = Number(decimalComma && /^[-+]?\d+,\d+$/.test(text) ? text.replace(",", ".") : text);
  if (text === "" || !Number.isFinite(found))
    throw new Unreadable(`${where} has no number as its ${column}: "${text.slice(0, 40)}"`);
  return found;
}

/** What a spreadsheet program would run as a formula is written behind an apostrophe, and read without it. */
const FORMULA = /^[=+@\t-]/;
const guarded = (text: string): string => (FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text);
const plain = (text: string): string => (text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text);

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
    scenario.parties.map((party) => [`${party.name}.csv`, stringify(tableOf(scenario, party))]),
  );
}
