// One file of a case as the store sees it: whether it may be written, and what stands there.
import { join, relative, sep } from "node:path";
import { describeProblem } from "@parley/core";
import { isThere, isWithin, readCaseFile } from "./case-folder.js";
import type { EditOutcome } from "./case-store.js";
import { HISTORY_FILE } from "./history.js";
import { expectPlain, NotPlainError } from "./plain-file.js";

const NAME = "[A-Za-z0-9][\\w-]{0,63}";
const WRITABLE = new RegExp(
  `^((case|record|agreement)\\.yaml|observations\\.csv|interests/${NAME}\\.${NAME}\\.(ya?ml|answers)|verification/${NAME}\\.ya?ml)$`,
);

/** Files that an edit may write: a case's own, by names that mean the same everywhere. */
export const mayWrite = (file: string): boolean => WRITABLE.test(file);

export const refused = (...reasons: readonly string[]): EditOutcome => ({ kind: "refused", reasons });

/**
 * Why nothing may be written into a case folder: it lies outside of the root, or one of these files is a link or stands
 * behind one; null where all are what they seem.
 */
export async function notWritable(folder: string, root: string, files: readonly string[]): Promise<EditOutcome | null> {
  if (!(await isWithin(folder, root)))
    return refused(
      "This folder is a link out of the served folder, so nothing is written here. Put the folder itself in its place.",
    );
  for (const file of [...OWN_FILES, ...files]) {
    try {
      await expectPlain(folder, file);
    } catch (error) {
      if (!(error instanceof NotPlainError)) throw error;
      const name = relative(folder, error.path).split(sep).join("/");
      return refused(
        `${name} is a link, or no plain file, so nothing is written here. Put the file or folder itself in its place.`,
      );
    }
  }
  return null;
}

/** What is written with every edit. */
const OWN_FILES = [HISTORY_FILE, ".parley/lock", ".gitignore"];

/** The text of a file; null where there is none; or why it cannot be read. */
export async function textOf(folder: string, file: string, root: string): Promise<string | null | EditOutcome> {
  if (!(await isThere(join(folder, file)))) return null;
  const read = await readCaseFile(folder, file, root);
  return typeof read === "string" ? read : refused(describeProblem(read));
}
