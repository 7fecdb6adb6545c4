// What of a case stays with its owner: the one list from which rights, readers and git are told.
import { constants } from "node:fs";
import { join } from "node:path";
import { isCode, openPlain } from "./plain-file.js";
import { writeWhole } from "./write-file.js";

/** What stands in these is confidential to its holder: the last part of a file's name. */
export const PRIVATE_FOLDERS = ["interests", "verification"] as const;

/** Every folder whose files are for their owner's eyes only, however they are made. */
const OWNERS_FOLDERS = [...PRIVATE_FOLDERS, "documents", "drafts"] as const;

/** The private folder that a file stands in; null where it is open to all. */
export const privateFolder = (file: string): string | null =>
  OWNERS_FOLDERS.find((name) => file.startsWith(`${name}/`)) ?? null;

/** What git is told to leave out. A report or a draft may bear any name; the last are the forms that they come in. */
const LEFT_OUT: readonly string[] = [
  ...OWNERS_FOLDERS.map((name) => `${name}/`),
  ".parley/history.jsonl",
  ".parley/lock*",
  ".parley-*",
  "/*.html",
  "/*.docx",
];

const HEAD = `# What each side needs, how it would inspect, documents that were read, drafts, reports and the history stay here.
# To keep some of it in git all the same, put # and a space before its line.`;

/** The .gitignore of a new case. */
export const gitignore = (): string => `${HEAD}\n${LEFT_OUT.join("\n")}\n`;

/**
 * Has git leave out what is private in a case folder, whoever made it: lines that its .gitignore lacks are added. A line
 * with # before it was taken out by its owner, and stays so. Where there was none, the new one leaves itself out too, so
 * that a folder which is in git already stays as it was.
 * @throws what the file system says, `NotPlainError` where the file is a link
 */
export async function leaveOutOfGit(folder: string): Promise<void> {
  const text = await textOfIgnore(folder);
  if (text === null) return await writeWhole(join(folder, NAME), `${gitignore()}/${NAME}\n`, "open");
  const decided = new Set(text.split(/\r?\n/).map((line) => line.replace(/^ï»¿/, "").trim().replace(/^# /, "")));
  const lacking = LEFT_OUT.filter((line) => !decided.has(line));
  if (lacking.length === 0) return;
  const more = `${text.trimEnd()}\n\n${HEAD}\n${lacking.join("\n")}\n`;
  await writeWhole(join(folder, NAME), Buffer.from(more, "latin1"), "open");
}

const NAME = ".gitignore";

/** A letter for each byte, so that names in any encoding are written as they were. */
async function textOfIgnore(folder: string): Promise<string | null> {
  try {
    const file = await openPlain(join(folder, NAME), constants.O_RDONLY);
    try {
      return await file.readFile("latin1");
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}
