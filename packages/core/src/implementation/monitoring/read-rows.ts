// observations.csv: as_of, reported_at, metric, value, unit, qualifier, source, note. A row that cannot be read is a problem
// with its line and column; the others are read all the same.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { parse } from "csv-parse/browser/esm/sync";
import { type Case, PROOFS, type Problem, suggestion, unitFactor } from "../../case/index.js";
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
import { CSV_OPTIONS, OBSERVATION_COLUMNS, OBSERVATIONS_FILE, type ObservationColumn } from "./columns.js";

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
  /** Names that no metric, obligation or power of the case has, with their number of rows. Kept, and not judged. */
  readonly unspoken: ReadonlyMap<string, number>;
}

export interface RowReader {
  /** The cells of one line, the head first. */
  readonly take: (cells: readonly string[], line: number) => void;
  /** Something that is no row, where it stands. */
  readonly fail: (line: number, message: string) => void;
  readonly rows: (digest: string) => Rows;
}

type Spoken = Pick<Case, "metrics" | "obligations" | "powers">;

/** Reads rows one by one, as they come: nothing of the text is kept but what the columns hold. */
export function rowReader({ metrics, obligations, powers }: Spoken, file = OBSERVATIONS_FILE): RowReader {
  const book = newBook();
  const problems: Problem[] = [];
  let malformed = 0;
  let order: readonly number[] | null = null;
  let unusable = false;
  const spanOf = spanReader();
  const unitOf = new Map(metrics.map(({ id, unit, enrichment }) => [id, { unit, enrichment }]));
  const events = new Set([...obligations, ...powers].map(({ id }) => id));
  const unspoken = new Map<string, number>();
  const converted = new Map<string, boolean>();
  const fail = (line: number, message: string, column = 1, offending?: string) => {
    malformed += 1;
    if (problems.length < MOST_PROBLEMS)
      problems.push({ severity: "error", place: { file, line, column }, message, offending });
  };
  const readHead = (cells: readonly string[], line: number) => {
    const names = cells.map((cell) => cell.toLowerCase().replace(/[\s-]+/g, "_"));
    order = OBSERVATION_COLUMNS.map((column) => names.indexOf(column));
    const missing = (["as_of", "metric"] as const).filter((column) => !names.includes(column));
    if (missing.length > 0) {
      unusable = true;
      fail(
        line,
        `the first line does not name ${missing.join(" and ")}. It should be: ${OBSERVATION_COLUMNS.join(",")}`,
      );
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
    const figure = readFigure(cell("value"));
    if (!figure)
      return wrong(
        "value",
        `"${cell("value")}" is no number. Write 130.9, <= 130 or ~ 4.5; a point before the decimals and no mark between thousands.`,
      );
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
    if (isFigure && !convertible(metric, unit))
      return wrong("unit", `"${unit}" cannot be turned into "${unitOf.get(metric)?.unit}", the unit of ${metric}.`);
    if (!unitOf.has(metric) && !events.has(metric)) unspoken.set(metric, (unspoken.get(metric) ?? 0) + 1);
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
    };
    book.add(row, asOf, reported[1]);
  };
  return {
    take,
    fail: (line, message) => fail(line, message),
    rows: (digest) => ({ book, digest, problems, malformed, unspoken }),
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

/** A number with what it says of the true one; nothing where the cell is empty; null where it is neither. */
function readFigure(written: string): { value: number | null; comparator: Comparator } | null {
  if (written === "") return { value: null, comparator: "" };
  if (/^(true|yes)$/i.test(written)) return { value: 1, comparator: "" };
  if (/^(false|no)$/i.test(written)) return { value: 0, comparator: "" };
  const [, sign = "", number = ""] = /^([<>=≤≥~≈]*)\s*([-−+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,2})?)$/i.exec(written) ?? [];
  const value = Number(number.replace("−", "-"));
  const comparator = SIGNS[sign];
  if (number === "" || comparator === undefined || !(Math.abs(value) <= 1e12)) return null;
  return { value, comparator };
}

interface Read {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a whole text. Where a quotation mark is opened and never closed, that row is a problem and reading goes on with
 * the next line.
 */
export function readRows(negotiation: Spoken, text: string, file = OBSERVATIONS_FILE): Rows {
  const reader = rowReader(negotiation, file);
  const digest = bytesToHex(sha256(utf8ToBytes(text)));
  let [rest, offset] = [text, 0];
  for (let tries = 0; tries < MOST_PROBLEMS; tries++) {
    let done = 0;
    try {
      // csv-parse says what it read as it goes, so that nothing before a broken row is lost.
      parse(rest, {
        ...CSV_OPTIONS,
        on_record: (read: unknown) => {
          const { record, info } = read as Read;
          done = info.lines;
          reader.take(record, offset + info.lines);
          return null;
        },
      });
      return reader.rows(digest);
    } catch {
      const lines = rest.split(/\r\n|\n|\r/);
      reader.fail(
        offset + done + 1,
        "opens a quotation mark that is never closed, or is longer than a row can be. Close it, or double a mark that is meant as such.",
      );
      offset += done + 1;
      rest = lines.slice(done + 1).join("\n");
      if (rest.trim() === "") return reader.rows(digest);
    }
  }
  return reader.rows(digest);
}
