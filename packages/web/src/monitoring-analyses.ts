// Monitoring in the pages' worker: how obligations stand by the rows of observations.csv, and what more rows would change.
// A file of its own, loaded when it is first asked for.
import { type Case, type CaseFile, describeProblem, type Outcome, sentencesIn } from "@parley/core/internal";
import {
  changesBetween,
  dayWithRows,
  findingText,
  type Monitoring,
  type MonitorOptions,
  monitor,
  namesOf,
  newRemarks,
  OBSERVATIONS_FILE,
  type Rows,
  readRows,
  rowsIn,
  type StandingChange,
  type WrittenRow,
  withRows,
} from "@parley/core/monitoring";
import { digestOf } from "./digest.js";

/** How things stand, and what of observations.csv could not be read. */
export interface MonitoringFound {
  readonly found: Outcome<Monitoring>;
  readonly problems: readonly string[];
  readonly malformed: number;
}

/** What rows that were typed or pasted would come to. */
export interface RowsPreview {
  /** Those that can be read, in order. */
  readonly rows: readonly WrittenRow[];
  readonly problems: readonly string[];
  readonly changes: readonly StandingChange[];
  /** The day from which that is seen: the view's, or the last that the rows are of where that is later. */
  readonly asOf: string;
  /** What is odd about them, that was not odd before. */
  readonly findings: readonly string[];
  /** The whole text of observations.csv with them. */
  readonly text: string;
}

/** Rows as they were read last: a scrubber asks of the same ones again and again. */
let lastRows: { readonly digest: string; readonly of: Case; readonly rows: Rows } | null = null;

function rowsOf(files: readonly CaseFile[], negotiation: Case): Rows {
  const text = files.find(({ path }) => path === OBSERVATIONS_FILE)?.text ?? "";
  const digest = digestOf(text);
  if (lastRows?.digest !== digest || lastRows.of !== negotiation)
    lastRows = { digest, of: negotiation, rows: readRows(negotiation, text) };
  return lastRows.rows;
}

const standingWith = (negotiation: Case, text: string, options: MonitorOptions): Monitoring | null => {
  const watch = monitor(negotiation, readRows(negotiation, text), options);
  return watch.ok ? watch.value.standing() : null;
};

const spoken = sentencesIn("en").inWorker;

export function standing(negotiation: Case, files: readonly CaseFile[], options: MonitorOptions): MonitoringFound {
  const rows = rowsOf(files, negotiation);
  const watch = monitor(negotiation, rows, options);
  return {
    found: watch.ok ? { ok: true, value: watch.value.standing() } : watch,
    problems: rows.problems.map(describeProblem),
    malformed: rows.malformed,
  };
}

/** A table of rows with one more. */
export const rowAdded = (table: string, row: WrittenRow): string => withRows(table.trim() === "" ? null : table, [row]);

/** What rows would change if they stood at the end of observations.csv, seen from the day of the view, or from their own last day. */
export function rowsPreview(
  negotiation: Case,
  files: readonly CaseFile[],
  options: MonitorOptions,
  pasted: string,
): RowsPreview {
  const before = files.find(({ path }) => path === OBSERVATIONS_FILE)?.text ?? null;
  const { rows, broken } = rowsIn(pasted);
  const read = readRows(negotiation, withRows(null, rows), "row");
  // In a table of ours the head is line 1, so the first row is line 2.
  const bad = new Set(read.problems.map(({ place }) => place.line - 2));
  const good = rows.filter((_, at) => !bad.has(at));
  const text = withRows(before, good);
  const asOf = dayWithRows(options.asOf ?? negotiation.asOf, read) ?? "";
  const moment = { ...options, asOf };
  const [was, now] = [standingWith(negotiation, before ?? "", moment), standingWith(negotiation, text, moment)];
  return {
    rows: good,
    problems: [
      ...broken.map(spoken.openQuote),
      ...read.problems.map(({ place, message }) => spoken.problem(place.line - 1, message)),
    ],
    changes: was && now ? changesBetween(was, now) : [],
    asOf,
    findings: was && now ? newRemarks(was, now).map((finding) => findingText(finding, namesOf(now))) : [],
    text,
  };
}
