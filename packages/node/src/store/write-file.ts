import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** For its owner's eyes only, or as the system has it. */
const MODE = { confidential: [0o700, 0o600], open: [0o777, 0o666] } as const;

type Whose = keyof typeof MODE;

/**
 * Writes one file whole or not at all: beside its place, synced, then renamed over it. Missing folders are made.
 * @throws what the file system says; what stood there before still stands then
 */
export async function writeWhole(path: string, text: string | Uint8Array, whose: Whose): Promise<void> {
  await (await prepareFile(path, text, whose)).commit();
}

/** A file written beside its place, that is yet to be moved there. */
export interface Prepared {
  /** Moves it into place. On the disk once this returns. */
  readonly commit: () => Promise<void>;
  /** Takes it away again. */
  readonly drop: () => Promise<void>;
}

/** @throws what the file system says; nothing is left then */
export async function prepareFile(path: string, text: string | Uint8Array, whose: Whose): Promise<Prepared> {
  const [folderMode, fileMode] = MODE[whose];
  // A link is written through, not over.
  const place = await realpath(path).catch(() => resolve(path));
  const folder = dirname(place);
  const beside = join(folder, `${BESIDE}${randomUUID()}`);
  const drop = () => rm(beside, { force: true });
  const before = await stat(place).catch(() => null);
  await mkdir(folder, { recursive: true, mode: folderMode });
  try {
    const file = await open(beside, "wx", fileMode);
    try {
      // Who may read what stands there may read what replaces it, and nobody else.
      if (before) await file.chmod(before.mode & 0o777);
      await file.writeFile(text, "utf8");
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await drop();
    throw error;
  }
  const commit = async () => {
    try {
      await rename(beside, place);
      await syncFolder(folder);
    } catch (error) {
      await drop();
      throw error;
    }
  };
  return { commit, drop };
}

/** How the names of files begin that are not in their place yet. */
const BESIDE = ".parley-";

/** A renamed file is on the disk once its folder is. Windows has no such thing, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isBeside = (name: string): boolean => /^\.parley-[0-9a-f-]{36}$/.test(name);

/** Moves a file into place that a killed program had written beside it, if there is one with just this text. */
export async function recoverFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  for (const name of (await readdir(folder).catch(() => [])).filter(isBeside)) {
    if ((await readFile(join(folder, name), "utf8").catch(() => null)) !== text) continue;
    await rename(join(folder, name), path);
    return await syncFolder(folder);
  }
}

const LEFT_OVER_MS = 60_000;

/** Takes away what a killed program left beside its place; what may still be in use is left. */
export async function sweepLeftOvers(folder: string): Promise<void> {
  for (const name of (await readdir(folder).catch(() => [])).filter(isBeside)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && Date.now() - found.mtimeMs > LEFT_OVER_MS) await rm(path, { force: true });
  }
}
