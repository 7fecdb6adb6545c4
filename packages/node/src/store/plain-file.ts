// What is written is written where its name says. A case folder may come from a stranger and hold links: nothing that is
// written here goes through one, and what was opened is compared with what the name stands for.
import { constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

/** A link, or something else that is no plain file, stands where something is to be written. */
export class NotPlainError extends Error {
  readonly code = "ELOOP";
  readonly path: string;
  constructor(path: string) {
    super(`${path} is a link, or no plain file`);
    this.path = path;
  }
}

/** Windows knows neither; what is opened is compared with its name there too. */
const NOT_THROUGH_LINKS = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a plain file by its own name, never through a link in its last part, and with no second name elsewhere.
 * @throws `NotPlainError`, and what the file system says
 */
export async function openPlain(path: string, flags: number, mode = 0o600): Promise<FileHandle> {
  const file = await open(path, flags | NOT_THROUGH_LINKS, mode);
  try {
    const [opened, named] = [await file.stat({ bigint: true }), await lstat(path, { bigint: true })];
    const same = opened.ino === named.ino && opened.dev === named.dev;
    if (!opened.isFile() || !same || opened.nlink > 1n) throw new NotPlainError(path);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Whether everything from a folder down to a file in it is what it seems: folders, and at the end a plain file or nothing.
 * @throws `NotPlainError` naming the first part that is not
 */
export async function expectPlain(folder: string, file: string): Promise<void> {
  const parts = file.split("/");
  for (let count = 1; count <= parts.length; count++) {
    const path = join(folder, ...parts.slice(0, count));
    const found = await lstatOrNull(path);
    if (found === null) return;
    if (count === parts.length ? !found.isFile() : !found.isDirectory()) throw new NotPlainError(path);
  }
}

/** What stands at a path itself, links not followed; null where nothing does. @throws what else the file system says */
export async function lstatOrNull(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

export const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && "code" in error && codes.includes(String(error.code));

/** Levels below a case folder that its own files stand in, with some to spare. */
const DEEPEST = 4;

/** A path as the case folder that it lies in, and the rest; outside of all of them as its own folder and its name. */
export async function placeOf(path: string): Promise<{ readonly folder: string; readonly file: string }> {
  const place = resolve(path);
  let folder = dirname(place);
  for (let up = 0; up < DEEPEST && dirname(folder) !== folder; up++, folder = dirname(folder))
    if ((await lstatOrNull(join(folder, "case.yaml")).catch(() => null)) !== null)
      return { folder, file: relative(folder, place).split(sep).join("/") };
  return { folder: dirname(place), file: basename(place) };
}
