// Writes a single file safely: as a whole or not at all, never through a link, and private where it is confidential.
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expectPlain, isCode, lstatOrNull, openPlain, placeOf } from "./plain-file.js";

/** For its owner's eyes only, or as the system has it. */
const MODE = { confidential: [0o700, 0o600], open: [0o777, 0o666] } as const;

export type Whose = keyof typeof MODE;

/**
 * Writes one file whole or not at all: beside its place, synced, then renamed over it. Missing folders are made. Neither the
 * file nor, within a case folder, what is on the way to it may be a link.
 * @throws what the file system says, `NotPlainError` for a link; what stood there before still stands then
 */
export async function writeWhole(path: string, text: string | Uint8Array, whose: Whose): Promise<void> {
  const { folder, file } = await placeOf(path);
  const beside = await writeBeside(folder, file, text, whose);
  try {
    await expectPlain(folder, file);
    await rename(beside, join(folder, file));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(beside));
}

/**
 * Writes what a file is to hold beside its place, on the disk once this returns, with the rights that it will have.
 * @returns its path
 * @throws what the file system says, `NotPlainError` for a link on the way; nothing is left then
 */
export async function writeBeside(
  folder: string,
  file: string,
  text: string | Uint8Array,
  whose: Whose,
): Promise<string> {
  const [folderMode, fileMode] = MODE[whose];
  const place = join(folder, file);
  await expectPlain(folder, file);
  const before = await lstatOrNull(place);
  await mkdir(dirname(place), { recursive: true, mode: folderMode });
  const beside = besideOf(place);
  try {
    const made = await openPlain(beside, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, fileMode);
    try {
      // Who may read what stands there may read what replaces it, and nobody else; of what is confidential, its owner.
      if (before) await made.chmod(before.mode & (whose === "confidential" ? fileMode : 0o777));
      if (typeof text === "string" && !text.startsWith("\uFEFF") && before && (await beginsWithMark(place)))
        await made.write(BYTE_ORDER_MARK);
      await made.writeFile(text, "utf8");
      await made.sync();
    } finally {
      await made.close();
    }
    return beside;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Some editors begin a file with it. It is no part of the text, and stays where it is. */
const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);

async function beginsWithMark(path: string): Promise<boolean> {
  const file = await openPlainOrNull(path);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return bytesRead === 3 && buffer.equals(BYTE_ORDER_MARK);
  } finally {
    await file.close();
  }
}

const openPlainOrNull = (path: string): Promise<FileHandle | null> =>
  open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  });

/** How the names of files begin that are not in their place yet, or no longer. */
const BESIDE = ".parley-";

export const besideOf = (place: string): string => join(dirname(place), `${BESIDE}${randomUUID()}`);

/** A renamed file is on the disk once its folder is. Windows has no such thing, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isBeside = (name: string): boolean => /^\.parley-[0-9a-f-]{36}$/.test(name);

/** The plain files in a folder that lie beside their place. */
export async function filesBeside(folder: string): Promise<readonly string[]> {
  const paths = (await readdir(folder).catch(() => [])).filter(isBeside).map((name) => join(folder, name));
  const found = await Promise.all(paths.map(async (path) => ((await lstatOrNull(path))?.isFile() ? [path] : [])));
  return found.flat();
}

const LEFT_OVER_MS = 60_000;

/** Takes away what a killed program left beside its place; what may still be in use is left. */
export async function sweepLeftOvers(folder: string): Promise<void> {
  for (const path of await filesBeside(folder)) {
    const found = await lstatOrNull(path);
    // A second name for an old file is as young as its last change of any kind.
    if (found && Date.now() - Math.max(found.mtimeMs, found.ctimeMs) > LEFT_OVER_MS) await rm(path, { force: true });
  }
}
