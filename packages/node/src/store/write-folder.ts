// Writes a new folder with all of its files safely: as a whole or not at all, and private where it is confidential.
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { lstatOrNull, NotPlainError } from "./plain-file.js";
import { gitignore, privateFolder } from "./private-paths.js";

/**
 * Writes a folder whole or not at all: beside its place under another name, synced, then moved into place.
 * @param files contents by path, with `/`; a case is given a .gitignore for what is private in it
 * @param confidential whether all of it is for its owner's eyes only; what stands in a private folder always is
 * @throws what the file system says, after removing what was begun; the target is untouched then. A target that
 * exists is taken only if it is an empty folder, and stays that folder: a shell may be standing in it.
 */
export async function writeFolder(
  target: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  confidential = false,
): Promise<void> {
  const place = resolve(target);
  const beside = join(dirname(place), `.parley-${randomUUID()}`);
  const moved: string[] = [];
  const whole = "case.yaml" in files ? { ".gitignore": gitignore(), ...files } : files;
  if ((await lstatOrNull(place))?.isSymbolicLink()) throw new NotPlainError(place);
  try {
    await mkdir(beside, { mode: confidential ? 0o700 : 0o777 });
    for (const [path, content] of Object.entries(whole)) {
      const own = confidential || privateFolder(path) !== null;
      await mkdir(join(beside, dirname(path)), { recursive: true, mode: own ? 0o700 : 0o777 });
      await writeSynced(join(beside, path), content, own ? 0o600 : 0o666);
    }
    if (!(await isEmptyFolder(place))) return await rename(beside, place);
    for (const name of await readdir(beside)) {
      await rename(join(beside, name), join(place, name));
      moved.push(join(place, name));
    }
    await rm(beside, { recursive: true });
  } catch (error) {
    for (const path of [...moved, beside]) await rm(path, { recursive: true, force: true });
    throw error;
  }
}

async function isEmptyFolder(place: string): Promise<boolean> {
  try {
    return (await readdir(place)).length === 0;
  } catch {
    return false;
  }
}

async function writeSynced(path: string, content: string | Uint8Array, mode: number): Promise<void> {
  const file = await open(path, "wx", mode);
  try {
    await file.writeFile(content, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
