// How an edit reaches the disk, so that nothing that interrupts it leaves a file half-written or an answer untrue.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { mayWrite, privateFolder, textOf } from "./case-file.js";
import { PRIVATE_FOLDERS } from "./case-folder.js";
import type { EditOutcome } from "./case-store.js";
import { appendHistory, applied, digestOf, type FileChange, type HistoryEntry, readHistory } from "./history.js";
import { type Prepared, prepareFile, recoverFile, sweepLeftOvers } from "./write-file.js";

/**
 * Writes beside, enters into the history, moves into place, in this order: whatever interrupts it, every file is whole,
 * and what the history says and the files do not is done when the store is opened again (`recover`). What stands there is
 * compared once more before each of the last two.
 * @returns a conflict where another program was quicker; nothing of its is written over then
 */
export async function writeThrough(
  folder: string,
  root: string,
  entry: HistoryEntry,
  texts: readonly (string | null)[],
): Promise<EditOutcome | null> {
  const prepared: (Prepared | null)[] = [];
  const drop = async () => {
    for (const one of prepared) await one?.drop();
  };
  try {
    for (const [place, { file }] of entry.files.entries()) {
      const text = texts[place] ?? null;
      const within = privateFolder(file);
      if (text !== null && within !== null) await mkdir(join(folder, within), { recursive: true, mode: 0o700 });
      const whose = within !== null ? "confidential" : "open";
      prepared.push(text === null ? null : await prepareFile(join(folder, file), text, whose));
    }
    const before = await overtakenBy(folder, root, entry.files);
    if (before) {
      await drop();
      return before;
    }
    await appendHistory(folder, entry);
  } catch (error) {
    await drop();
    throw error;
  }
  for (const [place, change] of entry.files.entries()) {
    const late = await overtakenBy(folder, root, [change]);
    if (late) {
      await drop();
      const what = `Not made after all, since another program was quicker: ${entry.what}`.slice(0, 1000);
      await appendHistory(folder, { ...entry, n: entry.n + 1, what, files: [], undoes: entry.n });
      return late;
    }
    const ready = prepared[place];
    if (ready) await ready.commit();
    else await rm(join(folder, change.file), { force: true });
  }
  return null;
}

/** The conflict where a file no longer is what an entry says it was before. */
async function overtakenBy(folder: string, root: string, changes: readonly FileChange[]): Promise<EditOutcome | null> {
  for (const { file, before } of changes) {
    const now = await textOf(folder, file, root);
    if (typeof now === "object" && now !== null) return now;
    if ((now === null ? null : digestOf(now)) !== before) return { kind: "conflict", file, now };
  }
  return null;
}

/**
 * Does what the last entry says and the files do not, where the new text still lies beside its place: a program was
 * killed between the two. What another program put there since stays.
 */
export async function recover(folder: string, root: string): Promise<void> {
  const last = (await readHistory(folder)).at(-1);
  for (const change of last?.files ?? []) {
    if (!mayWrite(change.file) || change.after === null || change.before === change.after) continue;
    const text = await textOf(folder, change.file, root);
    const made = typeof text === "object" && text !== null ? undefined : applied(change, text);
    if (typeof made === "string") await recoverFile(join(folder, change.file), made);
  }
  for (const inside of [folder, ...PRIVATE_FOLDERS.map((name) => join(folder, name))]) await sweepLeftOvers(inside);
}
