// What is worth a word beside the judgement, collected while rows are read. The same remark about many rows is one remark.
import type { Finding } from "./types.js";

export interface Note {
  readonly kind: Finding["kind"];
  readonly text: string;
  /** The first of the rows that it is about. */
  readonly rows: readonly number[];
  /** How many rows it is about in all. */
  readonly count: number;
}

export type Notes = readonly Note[];

/** So many different remarks are kept of one obligation; the rest are counted in one. */
const MOST = 50;

/** So many rows of a remark are named. */
export const MOST_LINES = 20;

/** The remarks with one more, about some rows; joined to the same remark where there is one. */
export function withNote(notes: Notes, { kind, text, rows }: Pick<Note, "kind" | "text" | "rows">): Notes {
  const full = notes.length >= MOST;
  const at = notes.findIndex((one) => one.kind === kind && one.text === text);
  if (at >= 0) return notes.map((one, i) => (i === at ? joined(one, rows) : one));
  if (!full) return [...notes, { kind, text, rows: rows.slice(0, MOST_LINES), count: rows.length }];
  const last = notes.at(-1);
  return last?.kind === "more"
    ? [...notes.slice(0, -1), joined(last, rows)]
    : [...notes, { kind: "more", text: MORE, rows: rows.slice(0, MOST_LINES), count: rows.length }];
}

const MORE = `more than ${MOST} different remarks about it; the rest are not told apart`;

const joined = (note: Note, rows: readonly number[]): Note => ({
  ...note,
  rows: note.rows.length >= MOST_LINES ? note.rows : [...note.rows, ...rows].slice(0, MOST_LINES),
  count: note.count + rows.length,
});
