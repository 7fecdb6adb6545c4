// One file of a case as the store sees it: whether it may be written, and what stands there.
import { join } from "node:path";
import { describeProblem } from "@parley/core";
import { isThere, isWithin, PRIVATE_FOLDERS, readCaseFile } from "./case-folder.js";
import type { EditOutcome } from "./case-store.js";

const NAME = "[A-Za-z0-9][\\w-]{0,63}";
const WRITABLE = new RegExp(
  `^((case|record|agreement)\\.yaml|observations\\.csv|interests/${NAME}\\.${NAME}\\.(ya?ml|answers)|verification/${NAME}\\.ya?ml)$`,
);

/** Files that an edit may write: a case's own, by names that mean the same everywhere. */
export const mayWrite = (file: string): boolean => WRITABLE.test(file);

/** The private folder that a file stands in; null where it is open to all. */
export const privateFolder = (file: string): string | null =>
  PRIVATE_FOLDERS.find((name) => file.startsWith(`${name}/`)) ?? null;

export const refused = (...reasons: readonly string[]): EditOutcome => ({ kind: "refused", reasons });

/** Which of the folders that an edit writes to is a link out of the root; null where none is. */
export async function leadingOut(folder: string, root: string): Promise<string | null> {
  for (const name of [".", ...PRIVATE_FOLDERS, "documents", ".parley"]) {
    const path = join(folder, name);
    if ((await isThere(path)) && !(await isWithin(path, root))) return name === "." ? "This folder" : name;
  }
  return null;
}

/** The text of a file; null where there is none; or why it cannot be read. */
export async function textOf(folder: string, file: string, root: string): Promise<string | null | EditOutcome> {
  if (!(await isThere(join(folder, file)))) return null;
  const read = await readCaseFile(folder, file, root);
  return typeof read === "string" ? read : refused(describeProblem(read));
}
