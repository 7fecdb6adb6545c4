// observations.csv: as_of, reported_at, metric, value, unit, qualifier, source, note. A row that cannot be read is a problem
// with its line and column; the others are read all the same.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Case, PROOFS, type Problem, readWrittenNumber, suggestion, unitFactor } from "../../case/index.js";
import { unitText } from "../../wording/index.js";
import {
  type Book,
  type Comparator,
  MOST_ROWS,
  newBook,
  type ObservationRow,
  QUALIFIERS,
  type Qualifier,
  spanReader,
} from "./book.js";
import { cellsOf, delimiterIn, linesOf } from "./cells.js";
import { FIRST_COLUMNS, OBSERVATION_COLUMNS, OBSERVATIONS_FILE, type ObservationColumn } from "./columns.js";

/** What a terminal would act upon, what turns the direction of writing, and what stands for bytes that are no text. */
const UNREADABLE = /[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069\ufffd]/u;

/** As many problems as people read; the rest are counted. */
const MOST_PROBLEMS = 200;

export interface Rows {
  readonly book: Book;
  /** SHA-256 of what was read, hexadecimal. */
  readonly digest: string;
  readonly problems: readonly Problem[];
  /** Rows that could not be read, those beyond the shown problems too. */
  readonly malformed: number;
}

export interface RowReader {
  /** Lines in order, the head first; `first` is the number of the first of them, from 1. */
  readonly lines: (lines: readonly string[], first: number) => void;
  /** Something that is no row, where it stands. */
  readonly fail: (line: number, message: string) => void;
  readonly rows: (digest: string) => Rows;
}

type Spoken = Pick<Case, "metrics" | "obligations" | "powers" | "parties">;

/** Reads rows one by one, as they come: nothing of the text is kept but what the columns hold. */
export function rowReader({ metrics, obligations, powers, parties }: Spoken, file = OBSERVATIONS_FILE): RowReader {
  const book = newBook();
  const problems: Problem[] = [];
  let [malformed, width] = [0, 0];
  let order: readonly number[] | null = null;
  let unusable = false;
  let delimiter: string | null = null;
  const spanOf = spanReader();
  const unitOf = new Map(metrics.map(({ id, unit, enrichment }) => [id, { unit, enrichment }]));
  const events = new Set([...obligations, ...powers].map(({ id }) => id));
  const doers = new Set(parties.map(({ id }) => id));
  const converted = new Map<string, boolean>();
  const fail = (line: number, message: string, column = 1, offending?: string) => {
    malformed += 1;
    if (problems.length < MOST_PROBLEMS)
      problems.push({ severity: "error", place: { file, line, column }, message, offending });
  };
  const readHead = (cells: readonly string[], line: number) => {
    const names = cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
    order = OBSERVATION_COLUMNS.map((column) => names.indexOf(column));
    width = cells.length;
    const missing = (["as_of", "metric"] as const).filter((column) => !names.includes(column));
    if (missing.length > 0) {
      unusable = true;
      fail(line, `the first line does not name ${missing.join(" and ")}. It should be: ${FIRST_COLUMNS.join(",")}`);
    }
  };
  const convertible = (metric: string, unit: string): boolean => {
    const own = unitOf.get(metric);
    if (!own || unit === "" || own.unit === null) return true;
    const key = `${metric}\n${unit}`;
    const kept = converted.get(key);
    if (kept !== undefined) return kept;
    const found = unitFactor(unit, own.unit, own.enrichment ?? undefined) !== null;
    converted.set(key, found);
    return found;
  };
  /** `60%` says its unit in the cell of the value: that must be what the row and the metric say. */
  const percentProblem = (metric: string, unit: string): string | null => {
    const own = unitOf.get(metric);
    const stated = unit !== "" ? unit : (own?.unit ?? "");
    if (stated !== "" && unitFactor("%", stated) !== null) return null;
    if (stated === "")
      return `is in per cent, and ${own ? `metric "${metric}" has no unit` : `"${metric}" is no metric with a unit`}. Give the metric the unit %, or write the number alone.`;
    return `is in per cent, and ${unit !== "" ? "the unit of the row" : `the unit of ${metric}`} is "${unitText(stated)}". Write the number in that unit, or the unit in its own column.`;
  };
  const take = (cells: readonly string[], line: number) => {
    if (order === null) return readHead(cells, line);
    if (unusable) return;
    if (book.size() >= MOST_ROWS) {
      unusable = true;
      return fail(line, `there are more than ${MOST_ROWS.toLocaleString("en")} rows. Split the file by years.`);
    }
    const places = order;
    const cell = (column: ObservationColumn): string => cells[places[OBSERVATION_COLUMNS.indexOf(column)] ?? -1] ?? "";
    const wrong = (column: ObservationColumn, message: string) => {
      const at = places[OBSERVATION_COLUMNS.indexOf(column)] ?? 0;
      const before = cells.slice(0, at).reduce((sum, one) => sum + one.length + 1, 1);
      fail(line, message, before, cells[at]);
    };
    const odd = cells.findIndex((one) => UNREADABLE.test(one));
    if (odd >= 0)
      return fail(line, "holds a control character, or is not UTF-8 text. Take it out, or save the file as UTF-8.");
    const beyond = cells.findIndex((one, at) => at >= width && one !== "");
    if (beyond >= 0)
      return fail(
        line,
        `has more cells than the first line names, from "${cells[beyond]}" on. Put a cell that holds a ${delimiter === "," ? "comma" : "divider"} in quotation marks.`,
      );
    const asOf = spanOf(cell("as_of"));
    if (!asOf) return wrong("as_of", `as_of "${cell("as_of")}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
    const written = cell("reported_at");
    const reported = written === "" ? asOf : spanOf(written);
    if (!reported)
      return wrong(
        "reported_at",
        `reported_at "${written}" is no date. Write 2019, 2019-02 or 2019-02-24, or leave it out.`,
      );
    const metric = cell("metric");
    if (metric === "") return wrong("metric", "names no metric. Say what the row is about.");
    const qualifier = readQualifier(cell("qualifier"));
    if (!qualifier)
      return wrong(
        "qualifier",
        `unknown qualifier "${cell("qualifier")}".${suggestion(cell("qualifier"), QUALIFIERS)}`,
      );
    const { percent, ...figure } = readFigure(cell("value"));
    if ("problem" in figure) return wrong("value", figure.problem);
    const isFigure = (PROOFS as readonly string[]).includes(qualifier);
    if (isFigure && figure.value === null)
      return wrong(
        "value",
        `a figure that is ${qualifier} has no value. Write one, or what happened as the qualifier.`,
      );
    if (isFigure && !unitOf.has(metric) && events.has(metric))
      return wrong(
        "metric",
        `"${metric}" is no metric, so it has no figures. Write what happened to it: ${QUALIFIERS.slice(PROOFS.length).join(", ")}.`,
      );
    const unit = cell("unit");
    const share = percent ? percentProblem(metric, unit) : null;
    if (share !== null) return wrong("value", share);
    if (/^[\d.,\s]+$/.test(unit))
      return wrong(
        "unit",
        `"${unit}" is a number and no unit. Write a number without marks between its thousands, and a point before its decimals.`,
      );
    if (isFigure && !convertible(metric, unit))
      return wrong("unit", `"${unit}" cannot be turned into "${unitOf.get(metric)?.unit}", the unit of ${metric}.`);
    const by = cell("by");
    if (by !== "" && !doers.has(by))
      return wrong(
        "by",
        `unknown party "${by}".${suggestion(by, [...doers])} Leave it out where nobody knows who did it.`,
      );
    const row: ObservationRow = {
      line,
      asOf: cell("as_of"),
      reportedAt: written,
      assumed: written === "",
      metric,
      ...figure,
      unit,
      qualifier,
      source: cell("source"),
      note: cell("note"),
      by,
    };
    book.add(row, asOf, reported[1]);
  };
  const lines = (written: readonly string[], first: number) => {
    if (delimiter === null) {
      const head = written.find((line) => line.trim() !== "");
      if (head === undefined) return;
      delimiter = delimiterIn(head);
    }
    cellsOf(written, delimiter).forEach((cells, at) => {
      if (cells === null)
        fail(
          first + at,
          "opens a quotation mark that is not closed on its line, or is longer than a row can be. Close it, or double a mark that is meant as such; a note is one line.",
        );
      else if (cells.some((cell) => cell !== "")) take(cells, first + at);
    });
  };
  return {
    lines,
    fail: (line, message) => fail(line, message),
    rows: (digest) => ({ book, digest, problems, malformed }),
  };
}

const readQualifier = (written: string): Qualifier | null => {
  const word = written.toLowerCase();
  if (word === "") return "reported";
  return QUALIFIERS.find((one) => one === word) ?? null;
};

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

interface WrittenFigure {
  readonly value: number | null;
  readonly comparator: Comparator;
  readonly percent: boolean;
}

const MOST_AMOUNT = 1e12;

/** A number with what it says of the true one; no value where the cell is empty; a problem where it is neither. */
function readFigure(written: string): WrittenFigure | { readonly problem: string; readonly percent: false } {
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

/** Reads a whole text. */
export function readRows(negotiation: Spoken, text: string, file = OBSERVATIONS_FILE): Rows {
  const reader = rowReader(negotiation, file);
  reader.lines(linesOf(text), 1);
  return reader.rows(bytesToHex(sha256(utf8ToBytes(text))));
}
