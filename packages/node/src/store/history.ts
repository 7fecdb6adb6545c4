// The history of a case: one line an edit, appended and synced, never rewritten. It holds what stood there before and
// after, so that an edit can be taken back; a line that was cut off by a crash is no entry.
import { createHash } from "node:crypto";
import { mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

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

const PATH = ".parley/history.jsonl";

/** No more of it is read: enough for thousands of edits. */
const MOST_BYTES = 4 * 1024 * 1024;

/** What was entered last, oldest first. @throws what the file system says, but for a history that is not there yet */
export async function readHistory(folder: string): Promise<HistoryEntry[]> {
  const lines = (await tailOf(join(folder, PATH))).split("\n");
  return lines.flatMap((line): HistoryEntry[] => {
    try {
      const entry = historyEntry.safeParse(JSON.parse(line));
      return entry.success ? [entry.data] : [];
    } catch {
      return [];
    }
  });
}

async function tailOf(path: string): Promise<string> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - MOST_BYTES);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
      const text = buffer.toString("utf8", 0, bytesRead);
      return from === 0 ? text : text.slice(text.indexOf("\n") + 1);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

/** A line is what anybody may have written: it counts only where it is whole. */
const historyEntry = z.object({
  n: z.number().int().positive(),
  at: z.string().max(40),
  who: z.string().max(200),
  what: z.string().max(1000),
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
    .max(10),
  undoes: z.number().int().optional(),
  redoes: z.number().int().optional(),
});

/** On the disk once this returns. @throws what the file system says; what was begun of the line is no entry then */
export async function appendHistory(folder: string, entry: HistoryEntry): Promise<void> {
  const path = join(folder, PATH);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await keptFromGit(dirname(path));
  const file = await open(path, "a+", 0o600);
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

/** What each side needs shows in what was changed: the history stays on this machine. */
async function keptFromGit(folder: string): Promise<void> {
  await writeFile(join(folder, ".gitignore"), "history.jsonl\nlock\n", { flag: "wx" }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
}

/** The entry that an undo would take back, and the one that a redo would do again; null where there is none. */
export function undoable(history: readonly HistoryEntry[]): {
  undo: HistoryEntry | null;
  redo: HistoryEntry | null;
} {
  const byNumber = new Map(history.map((entry) => [entry.n, entry]));
  const [done, undone]: [HistoryEntry[], HistoryEntry[]] = [[], []];
  for (const entry of history) {
    const back = entry.undoes === undefined ? undefined : byNumber.get(entry.undoes);
    const again = entry.redoes === undefined ? undefined : byNumber.get(entry.redoes);
    if (back) {
      done.pop();
      undone.push(back);
    } else if (again) {
      undone.pop();
      done.push(again);
    } else {
      done.push(entry);
      undone.length = 0;
    }
  }
  return { undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null };
}
