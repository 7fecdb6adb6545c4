// How an edit reaches the disk, so that nothing that interrupts it leaves a file half-written or an answer untrue.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { textOf } from "./case-file.js";
import type { EditOutcome } from "./case-store.js";
import { DOCUMENTS } from "./documents.js";
import { mayWrite } from "./edits.js";
import {
  appendHistory,
  digestOf,
  entryAfter,
  type FileChange,
  type HistoryEntry,
  isWithdrawal,
  readHistory,
} from "./history.js";
import { type Held, locked, sweepLocks } from "./lock.js";
import { finishFile, type Placing, prepareFile, takeBackFile } from "./place-file.js";
import { expectPlain } from "./plain-file.js";
import { PRIVATE_FOLDERS, privateFolder } from "./private-paths.js";
import { filesBeside, sweepLeftOvers } from "./write-file.js";

/**
 * Writes beside, enters into the history, moves into place, in this order: whatever interrupts it, every file is whole,
 * and what the history says and the files do not is done when the store is opened again (`recover`). What stands there is
 * compared once more before each of the last two. All files of an edit are moved, or none.
 * @returns a conflict where another program was quicker; nothing of its is written over then
 * @throws what the file system says, and `BusyError`; nothing is changed then
 */
export async function writeThrough(
  folder: string,
  root: string | null,
  entry: HistoryEntry,
  texts: readonly (string | null)[],
  held: Held,
): Promise<EditOutcome | null> {
  const placings: Placing[] = [];
  try {
    for (const [at, change] of entry.files.entries()) placings.push(await prepared(folder, change, texts[at] ?? null));
    const overtaken = await overtakenBy(folder, root, entry.files);
    if (overtaken) return overtaken;
    await held.check();
    await appendHistory(folder, entry);
    return await placeAll(folder, root, entry, placings);
  } finally {
    for (const placing of placings) await placing.drop();
  }
}

async function prepared(folder: string, change: FileChange, text: string | null): Promise<Placing> {
  const within = privateFolder(change.file);
  await expectPlain(folder, change.file);
  if (text !== null && within !== null) await mkdir(join(folder, within), { recursive: true, mode: 0o700 });
  return await prepareFile(folder, change, text, within !== null ? "confidential" : "open");
}

/** Moves every file of an entry into place; where one cannot be, those before go back and the entry is withdrawn. */
async function placeAll(
  folder: string,
  root: string | null,
  entry: HistoryEntry,
  placings: readonly Placing[],
): Promise<EditOutcome | null> {
  for (const [at, placing] of placings.entries()) {
    const withdraw = async () => {
      try {
        await appendHistory(folder, withdrawal(entry));
      } finally {
        for (const earlier of placings.slice(0, at + 1).reverse()) await earlier.back();
      }
    };
    const placed = await placing.place().catch(async (error: unknown) => {
      await withdraw();
      throw error;
    });
    if (placed) continue;
    await withdraw();
    return await conflictOver(folder, root, entry.files[at]?.file ?? "");
  }
  return null;
}

const withdrawal = ({ n, at, who, what }: HistoryEntry): HistoryEntry =>
  entryAfter(n, {
    at,
    who,
    what: `Not made after all, since a file could not be replaced: ${what}`,
    files: [],
    undoes: n,
  });

async function conflictOver(folder: string, root: string | null, file: string): Promise<EditOutcome> {
  const now = await textOf(folder, file, root);
  return typeof now === "object" && now !== null ? now : { kind: "conflict", file, now };
}

/** The conflict where a file no longer is what an entry says it was before. */
async function overtakenBy(
  folder: string,
  root: string | null,
  changes: readonly FileChange[],
): Promise<EditOutcome | null> {
  for (const { file, before } of changes) {
    const now = await textOf(folder, file, root);
    if (typeof now === "object" && now !== null) return now;
    if ((now === null ? null : digestOf(now)) !== before) return { kind: "conflict", file, now };
  }
  return null;
}

/** Where texts are kept, which a killed program may have left half written. */
const DOCUMENT_FOLDERS = [DOCUMENTS, `${DOCUMENTS}/inbox`];

/**
 * Finishes what a killed program began: does what the last entry says and the files do not, or takes back what an entry
 * did that was withdrawn, where what lies beside the files shows it. What another program put there since stays.
 */
export async function recover(folder: string): Promise<void> {
  await sweepLocks(join(folder, ".parley"));
  const beside = (
    await Promise.all(["", ...PRIVATE_FOLDERS, ...DOCUMENT_FOLDERS].map((name) => filesBeside(join(folder, name))))
  ).flat();
  if (beside.length === 0) return;
  await locked(join(folder, ".parley"), async () => {
    const history = await readHistory(folder);
    const last = history.at(-1);
    const withdrawn = last && isWithdrawal(last) ? history.find(({ n }) => n === last.undoes) : undefined;
    for (const change of (withdrawn ?? last)?.files ?? []) {
      if (!mayWrite(change.file)) continue;
      await expectPlain(folder, change.file);
      await (withdrawn ? takeBackFile : finishFile)(folder, change);
    }
    for (const name of ["", ...PRIVATE_FOLDERS, ...DOCUMENT_FOLDERS]) {
      if (name !== "") await expectPlain(folder, `${name}/any`);
      await sweepLeftOvers(join(folder, name));
    }
  });
}
