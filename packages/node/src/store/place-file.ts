// One file of an edit on its way to its place, and back again where the edit is not made after all.
import { constants } from "node:fs";
import { copyFile, link, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { digestOf, type FileChange } from "./history.js";
import { expectPlain, isCode } from "./plain-file.js";
import { besideOf, filesBeside, syncFolder, type Whose, writeBeside } from "./write-file.js";

export interface Placing {
  /** Moves it into place. @returns false where something else stands there than it was made from; that still does then */
  readonly place: () => Promise<boolean>;
  /** Puts back what stood there before, unless something newer stands there by now. */
  readonly back: () => Promise<void>;
  /** Takes away what lies beside. */
  readonly drop: () => Promise<void>;
}

/**
 * Writes the new text beside its place, and gives what stands there a second name.
 * @throws what the file system says; nothing is left then
 */
export async function prepareFile(
  folder: string,
  change: FileChange,
  text: string | null,
  whose: Whose,
): Promise<Placing> {
  const place = join(folder, change.file);
  const made = text === null ? null : await writeBeside(folder, change.file, text, whose);
  const old = besideOf(place);
  const drop = async () => {
    for (const path of [made, old]) if (path !== null) await rm(path, { force: true });
  };
  try {
    if (change.before !== null) await giveSecondName(place, old);
  } catch (error) {
    await drop();
    throw error;
  }
  const back = async () => {
    if ((await digestAt(place)) !== change.after) return;
    if (change.before === null) await rm(place, { force: true });
    else await rename(old, place);
    await syncFolder(dirname(place));
  };
  return {
    place: async () => {
      await expectPlain(folder, change.file);
      if (change.before === null) return made !== null && (await putNew(made, place));
      if ((await digestAt(place)) !== change.before) return false;
      // The two looks leave another program the time of one call of the system; what it writes into the old file is seen.
      if (made === null) await rm(place);
      else await rename(made, place);
      if ((await digestAt(old)) !== change.before) {
        await rename(old, place);
        return false;
      }
      await syncFolder(dirname(place));
      return true;
    },
    back,
    drop,
  };
}

/** Puts a new file where none stands; false where one does. */
async function putNew(made: string, place: string): Promise<boolean> {
  try {
    await giveSecondName(made, place);
    await syncFolder(dirname(place));
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  }
}

/** A second name for a file; a copy where the drive knows none. @throws `EEXIST` where something has the name */
async function giveSecondName(path: string, name: string): Promise<void> {
  try {
    await link(path, name);
  } catch (error) {
    if (!isCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) throw error;
    await copyFile(path, name, constants.COPYFILE_EXCL);
  }
}

/** Of the text that stands at a path; null where nothing stands, and empty where it is no text. */
async function digestAt(path: string): Promise<string | null> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    try {
      if (!(await file.stat()).isFile()) return "";
      return digestOf(new TextDecoder("utf-8", { fatal: true }).decode(await file.readFile()));
    } finally {
      await file.close();
    }
  } catch (error) {
    return isCode(error, "ENOENT") ? null : "";
  }
}

/**
 * Does what an entry of the history says and a file does not, where what lies beside shows that a program was killed
 * between the two. What another program put there since stays.
 */
export async function finishFile(folder: string, { file, before, after }: FileChange): Promise<void> {
  const place = join(folder, file);
  const beside = await withDigests(dirname(place));
  const now = await digestAt(place);
  const made = after === null ? undefined : beside.find(({ digest }) => digest === after);
  if (now === before && before !== after) {
    if (made) await rename(made.path, place);
    else if (after === null && beside.some(({ digest }) => digest === before)) await rm(place);
  }
  await sweep(place, beside, [before, after]);
}

/** Puts back what stood there before an entry that was withdrawn, where a program was killed before it did. */
export async function takeBackFile(folder: string, { file, before, after }: FileChange): Promise<void> {
  const place = join(folder, file);
  const beside = await withDigests(dirname(place));
  const old = beside.find(({ digest }) => digest === before);
  if ((await digestAt(place)) === after) {
    if (old) await rename(old.path, place);
    else if (before === null && beside.some(({ digest }) => digest === after)) await rm(place);
  }
  await sweep(place, beside, [before, after]);
}

type Beside = { readonly path: string; readonly digest: string | null };

const withDigests = async (folder: string): Promise<readonly Beside[]> =>
  await Promise.all((await filesBeside(folder)).map(async (path) => ({ path, digest: await digestAt(path) })));

async function sweep(place: string, beside: readonly Beside[], known: readonly (string | null)[]): Promise<void> {
  for (const { path, digest } of beside) if (digest !== null && known.includes(digest)) await rm(path, { force: true });
  await syncFolder(dirname(place)).catch(() => {});
}
