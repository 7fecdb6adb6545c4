// Problems found in a case's files: their type, suggestions for misspelled names, reading order, a limit on their
// number, and their text.
import { closest, distance } from "fastest-levenshtein";
import { shown } from "./printable.js";

/** Where in the case folder: the file's path in it, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong, or worth a second look, in what was written. */
export interface Problem {
  /** An error keeps the case from being used; a warning does not. */
  readonly severity: "error" | "warning";
  readonly place: Place;
  /** What is wrong, why, and what to do, in one or two sentences. */
  readonly message: string;
  /** The text at that place, cut to one line. */
  readonly offending?: string | undefined;
}

/** Either the value, or every problem that keeps it from being one. Warnings come with both. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The name that was likely meant; null where none is near enough. */
export function nearestName(written: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const near = closest(
    written.toLowerCase(),
    names.map((name) => name.toLowerCase()),
  );
  const name = names.find((candidate) => candidate.toLowerCase() === near);
  const isNear = distance(written.toLowerCase(), near) <= Math.max(2, Math.ceil(written.length / 2));
  return name !== undefined && isNear ? name : null;
}

/** ` Did you mean "x"?` where one of the names is near enough, else what there is to choose from. */
export function suggestion(written: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const name = nearestName(written, names);
  if (name !== null) return ` Did you mean "${name}"?`;
  if (names.length <= 8) return ` There is: ${names.join(", ")}.`;
  return ` There is: ${names.slice(0, 8).join(", ")} and ${names.length - 8} more.`;
}

/** Files in the order in which one points to another: what is wrong in the first may be why something is in the next. */
const FILES = ["case.yaml", "record.yaml", "agreement.yaml", "interests/", "verification/"];

/** Problems in reading order: by file, causes before consequences, then by line and column. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  const rank = (file: string) =>
    (FILES.findIndex((name) => file.startsWith(name)) + FILES.length + 1) % (FILES.length + 1);
  return [...problems].sort(
    (a, b) =>
      rank(a.place.file) - rank(b.place.file) ||
      a.place.file.localeCompare(b.place.file, "en") ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

/** More errors than this in one file, or warnings, are not worked out: the first ones say what to mend. */
export const MOST_PROBLEMS = 200;

/** What was written may be a hundred thousand letters long; the sentence about it is not. */
const LONGEST_MESSAGE = 800;

const clipped = (problem: Problem): Problem => {
  const { message } = problem;
  if (message.length <= LONGEST_MESSAGE) return problem;
  const half = LONGEST_MESSAGE / 2;
  return { ...problem, message: `${message.slice(0, half)} … ${message.slice(-half)}` };
};

/**
 * The first errors of one file, then its first warnings, so that none of these hides one of those; the last of each says how many
 * more there are.
 * @param more errors that were not worked out
 */
export const capped = (problems: readonly Problem[], more = 0): Problem[] => [
  ...cappedAlike(
    problems.filter(({ severity }) => severity === "error"),
    more,
  ),
  ...cappedAlike(
    problems.filter(({ severity }) => severity === "warning"),
    0,
  ),
];

function cappedAlike(problems: readonly Problem[], more: number): Problem[] {
  const left = problems.length - MOST_PROBLEMS + Math.max(0, more);
  const kept = problems.slice(0, MOST_PROBLEMS).map(clipped);
  if (left <= 0) return kept;
  const last = kept.at(-1);
  if (!last) return kept;
  const { severity, place } = last;
  const message = `and ${left} more ${left === 1 ? severity : `${severity}s`} in this file, not listed. Mend these first.`;
  return [...kept, { severity, place, message }];
}

/** `case.yaml:41:9  unknown option "x" in issue y. Did you mean "z"?` */
export function describeProblem({ place, severity, message }: Problem): string {
  return shown(`${place.file}:${place.line}:${place.column}  ${severity === "warning" ? "warning: " : ""}${message}`);
}
