// One file of a case folder as the store sees it: whether it may be written, and what stands there.
import { join, relative, sep } from "node:path";
import { describeProblem, type Problem } from "@parley/core/internal";
import { isThere, isWithin, readCaseFile } from "./case-folder.js";
import type { EditOutcome } from "./case-store.js";
import { refused } from "./edits.js";
import { HISTORY_FILE } from "./history.js";
import { expectPlain, NotPlainError } from "./plain-file.js";

/**
 * Why nothing may be written into a case folder: it lies outside of the root, where there is one, or one of these files is
 * a link or stands behind one; null where all are what they seem.
 */
export async function notWritable(
  folder: string,
  root: string | null,
  files: readonly string[],
): Promise<EditOutcome | null> {
  if (root !== null && !(await isWithin(folder, root)))
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
export async function textOf(folder: string, file: string, root: string | null): Promise<string | null | EditOutcome> {
  const read = await caseText(folder, file, root);
  if (read === null) return null;
  return typeof read === "string" ? read : refused(describeProblem(read));
}

/** The same, of one that is only read. */
export const caseText = async (folder: string, file: string, root: string | null): Promise<string | Problem | null> =>
  (await isThere(join(folder, file))) ? await readCaseFile(folder, file, root) : null;
