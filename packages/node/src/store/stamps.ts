// What the file system tells of a case's files without opening them: another stamp, another file.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { kindOf, OBSERVATIONS_FILE } from "@parley/core/internal";
import { PRIVATE_FOLDERS } from "./private-paths.js";

/** The stamp of every file of a case, by its name with `/`. */
export async function stampsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.all(
    ["", ...PRIVATE_FOLDERS].map(async (name) =>
      (await readdir(join(folder, name)).catch(() => [])).map((file) => (name === "" ? file : `${name}/${file}`)),
    ),
  );
  const files = names.flat().filter((file) => kindOf(file) !== null || file === OBSERVATIONS_FILE);
  const stamps = await Promise.all(files.map(async (file) => [file, await stampOf(join(folder, file))] as const));
  return new Map(stamps.flatMap(([file, stamp]) => (stamp === null ? [] : [[file, stamp]])));
}

/** The stamp of one file; null where it is not there. */
export async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found && `${found.ino} ${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
}
