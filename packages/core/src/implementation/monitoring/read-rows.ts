// observations.csv, line by line. A row that cannot be read is a problem with its line and column; the others are read all the
// same.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Problem } from "../../case/index.js";
import { type Book, MOST_ROWS, newBook } from "./book.js";
import { cellsOf, delimiterIn, linesOf } from "./cells.js";
import {
  byColumn,
  columnName,
  FIRST_COLUMNS,
  NEEDED_COLUMNS,
  OBSERVATIONS_FILE,
  type ObservationColumn,
} from "./columns.js";
import { cellReader, type Spoken } from "./read-row.js";

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

/** Reads rows one by one, as they come: nothing of the text is kept but what the columns hold. */
export function rowReader(spoken: Spoken, file = OBSERVATIONS_FILE): RowReader {
  const book = newBook();
  const read = cellReader(spoken);
  const problems: Problem[] = [];
  let malformed = 0;
  let head: Head | null = null;
  let unusable = false;
  let delimiter: string | null = null;
  const fail = (line: number, message: string, column = 1, offending?: string) => {
    malformed += 1;
    if (problems.length < MOST_PROBLEMS)
      problems.push({ severity: "error", place: { file, line, column }, message, offending });
  };
  const take = (cells: readonly string[], line: number) => {
    if (unusable) return;
    if (head === null) {
      head = headOf(cells);
      const missing = missingProblem(head);
      unusable = missing !== null;
      if (missing !== null) fail(line, missing);
      return;
    }
    if (book.size() >= MOST_ROWS) {
      unusable = true;
      return fail(line, `there are more than ${MOST_ROWS.toLocaleString("en")} rows. Split the file by years.`);
    }
    const spoilt = spoiltProblem(cells, head, delimiter);
    if (spoilt !== null) return fail(line, spoilt);
    const { places } = head;
    const found = read((column) => cells[places[column]] ?? "", line);
    if ("row" in found) book.add(found.row, found.asOf, found.reported);
    else fail(line, found.problem, startOf(cells, places[found.column]), cells[places[found.column]]);
  };
  const lines = (written: readonly string[], first: number) => {
    if (delimiter === null) {
      const title = written.find((line) => line.trim() !== "");
      if (title === undefined) return;
      delimiter = delimiterIn(title);
    }
    cellsOf(written, delimiter).forEach((cells, at) => {
      if (cells === null) fail(first + at, OPEN_MARK);
      else if (cells.some((cell) => cell !== "")) take(cells, first + at);
    });
  };
  return {
    lines,
    fail: (line, message) => fail(line, message),
    rows: (digest) => ({ book, digest, problems, malformed }),
  };
}

const OPEN_MARK =
  "opens a quotation mark that is not closed on its line, or is longer than a row can be. Close it, or double a mark that is meant as such; a note is one line.";

/** Where each column stands, by the first line; −1 where it is not there. */
interface Head {
  readonly places: Readonly<Record<ObservationColumn, number>>;
  readonly width: number;
}

function headOf(cells: readonly string[]): Head {
  const names = cells.map(columnName);
  return { places: byColumn((column) => names.indexOf(column)), width: cells.length };
}

function missingProblem({ places }: Head): string | null {
  const missing = NEEDED_COLUMNS.filter((column) => places[column] < 0);
  return missing.length === 0
    ? null
    : `the first line does not name ${missing.join(" and ")}. It should be: ${FIRST_COLUMNS.join(",")}`;
}

/** What spoils a row before anybody asks what its cells mean. */
function spoiltProblem(cells: readonly string[], { width }: Head, delimiter: string | null): string | null {
  if (cells.some((one) => UNREADABLE.test(one)))
    return "holds a control character, or is not UTF-8 text. Take it out, or save the file as UTF-8.";
  const beyond = cells.findIndex((one, at) => at >= width && one !== "");
  return beyond < 0
    ? null
    : `has more cells than the first line names, from "${cells[beyond]}" on. Put a cell that holds a ${delimiter === "," ? "comma" : "divider"} in quotation marks.`;
}

/** The letter of the line with which a cell begins, from 1, where nothing before it is quoted. */
const startOf = (cells: readonly string[], at: number): number =>
  cells.slice(0, at).reduce((sum, one) => sum + one.length + 1, 1);

/** Reads a whole text. */
export function readRows(negotiation: Spoken, text: string, file = OBSERVATIONS_FILE): Rows {
  const reader = rowReader(negotiation, file);
  reader.lines(linesOf(text), 1);
  return reader.rows(bytesToHex(sha256(utf8ToBytes(text))));
}
