import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Writes a folder whole or not at all: beside its place under another name, synced, then renamed.
 * @param files contents by path, with `/`
 * @throws what the file system says, after removing what was begun; the target is untouched then. A target that
 * exists is taken only if it is an empty folder.
 */
export async function writeFolder(target: string, files: Readonly<Record<string, string>>): Promise<void> {
  const place = resolve(target);
  const beside = join(dirname(place), `.${basename(place)}-${randomUUID()}`);
  try {
    await mkdir(beside);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(beside, dirname(path)), { recursive: true });
      await writeSynced(join(beside, path), text);
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}
