// The history of a case: one line an edit, appended and synced, never rewritten. It holds what stood there before and
// after, so that an edit can be taken back; a line that was cut off by a crash is no entry.
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { isCode, openPlain } from "./plain-file.js";

/** How one file was changed: at a place in its text, what was taken out and what was put in. */
export interface FileChange {
  readonly file: string;
  /** SHA-256 of the text before and after, hexadecimal; null where there was, or is, no file. */
  readonly before: string | null;
  readonly after: string | null;
  readonly at: number;
  readonly took: string;
  readonly put: string;
}

export interface HistoryEntry {
  readonly n: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  readonly files: readonly FileChange[];
  /** The entry that this one takes back, or does again. */
  readonly undoes?: number | undefined;
  readonly redoes?: number | undefined;
}

export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const digestOrNull = (text: string | null): string | null => (text === null ? null : digestOf(text));

/** The shortest change from one text to another; null is no file. */
export function fileChange(file: string, before: string | null, after: string | null): FileChange {
  const [old, made] = [before ?? "", after ?? ""];
  const most = Math.min(old.length, made.length);
  let at = 0;
  while (at < most && old[at] === made[at]) at++;
  let end = 0;
  while (end < most - at && old[old.length - 1 - end] === made[made.length - 1 - end]) end++;
  return {
    file,
    before: digestOrNull(before),
    after: digestOrNull(after),
    at,
    took: old.slice(at, old.length - end),
    put: made.slice(at, made.length - end),
  };
}

/** What the file holds once a change is made, or made backwards; undefined where it does not hold what the change expects. */
export function applied(change: FileChange, text: string | null, backwards = false): string | null | undefined {
  const [from, to] = backwards ? [change.after, change.before] : [change.before, change.after];
  if (digestOrNull(text) !== from) return undefined;
  if (to === null) return null;
  const [took, put] = backwards ? [change.put, change.took] : [change.took, change.put];
  const old = text ?? "";
  return old.slice(0, change.at) + put + old.slice(change.at + took.length);
}

export const HISTORY_FILE = ".parley/history.jsonl";

/** As much of it is read: enough for thousands of edits. Where the last entry alone is longer, more. */
const PART_BYTES = 4 * 1024 * 1024;
/** No entry of ours is longer: a few files of a mebibyte, before and after, each character written out. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What stands at the end of a history is no entry, however much of it is read. */
export class HistoryError extends Error {}

/**
 * What was entered last, oldest first.
 * @throws what the file system says, but for a history that is not there yet; `NotPlainError` where it is a link;
 *   `HistoryError` where no entry is found
 */
export async function readHistory(folder: string): Promise<HistoryEntry[]> {
  try {
    const file = await openPlain(join(folder, HISTORY_FILE), constants.O_RDONLY);
    try {
      return await entriesOf(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isCode(error, "ENOENT")) return [];
    throw error;
  }
}

async function entriesOf(file: FileHandle): Promise<HistoryEntry[]> {
  const { size } = await file.stat();
  for (let length = PART_BYTES; length <= MOST_BYTES; length *= 2) {
    const entries = await tailEntries(file, Math.max(0, size - length), size);
    if (entries.length > 0 || length >= size) return entries;
  }
  throw new HistoryError(
    `The history (${HISTORY_FILE}) ends with ${MOST_BYTES / 1024 / 1024} MiB that are no entry, so nothing can be numbered or taken back. Nothing was written. Move that file elsewhere, and try again.`,
  );
}

/** The entries that stand whole in the file from an offset on. */
async function tailEntries(file: FileHandle, from: number, size: number): Promise<HistoryEntry[]> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const text = buffer.toString("utf8", 0, bytesRead);
  const whole = from === 0 ? text : text.slice(text.indexOf("\n") + 1);
  return whole.split("\n").flatMap((line): HistoryEntry[] => {
    try {
      const entry = historyEntry.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
}

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

/** Words of an entry that are longer than this are cut where they are written, and not read. */
const LONGEST = { who: 200, what: 1000 } as const;
/** No edit names more files. */
export const MOST_FILES = 100;
/** Larger numbers are no count of edits, and would not go on. */
const MOST_ENTRIES = 1e12;

/** A line is what anybody may have written: it counts only where it is whole. */
const historyEntry = z.object({
  n: z.number().int().positive().max(MOST_ENTRIES),
  at: z.string().max(40),
  who: z.string().max(LONGEST.who),
  what: z.string().max(LONGEST.what),
  files: z
    .array(
      z.object({
        file: z.string().max(200),
        before: digest,
        after: digest,
        at: z.number().int().nonnegative(),
        took: z.string(),
        put: z.string(),
      }),
    )
    .max(MOST_FILES),
  undoes: z.number().int().optional(),
  redoes: z.number().int().optional(),
});

/** The entry that comes after another; words that are too long are cut, so that it will be read back. */
export const entryAfter = (last: number, entry: Omit<HistoryEntry, "n">): HistoryEntry => ({
  ...entry,
  n: last + 1,
  who: cut(entry.who, LONGEST.who),
  what: cut(entry.what, LONGEST.what),
});

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * On the disk once this returns.
 * @throws what the file system says, `NotPlainError` where the file is a link; what was begun of the line is no entry then
 */
export async function appendHistory(folder: string, entry: HistoryEntry): Promise<void> {
  const path = join(folder, HISTORY_FILE);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await openPlain(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
    // After a line that was cut off, the next begins anew.
    const cutOff = size > 0 && buffer.toString() !== "\n";
    await file.appendFile(`${cutOff ? "\n" : ""}${JSON.stringify(entry)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** An entry that says that another was not made after all. */
export const isWithdrawal = ({ files, undoes }: HistoryEntry): boolean => files.length === 0 && undoes !== undefined;

/** The entries that were made: without those that were withdrawn, and without what says so. */
export function madeEntries(history: readonly HistoryEntry[]): HistoryEntry[] {
  const withdrawn = new Set(history.filter(isWithdrawal).map(({ undoes }) => undoes));
  return history.filter((entry) => !isWithdrawal(entry) && !withdrawn.has(entry.n));
}

/** The entry that an undo would take back, and the one that a redo would do again; null where there is none. */
export function undoable(history: readonly HistoryEntry[]): {
  undo: HistoryEntry | null;
  redo: HistoryEntry | null;
} {
  const byNumber = new Map(history.map((entry) => [entry.n, entry]));
  const [done, undone]: [HistoryEntry[], HistoryEntry[]] = [[], []];
  for (const entry of madeEntries(history)) {
    const back = entry.undoes === undefined ? undefined : byNumber.get(entry.undoes);
    const again = entry.redoes === undefined ? undefined : byNumber.get(entry.redoes);
    if (back) {
      done.pop();
      undone.push(back);
    } else if (again) {
      undone.pop();
      done.push(again);
    } else if (entry.undoes === undefined && entry.redoes === undefined) {
      // What takes back an entry that is no longer read is no edit of its own.
      done.push(entry);
      undone.length = 0;
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
