// A case folder on disk. What a reader may not see is left out before anything is read, so that nothing in it can
// reach a shared result: not its contents, not its problems, not its length.
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { type CaseFile, kindOf, OBSERVATIONS_FILE, type Problem } from "@parley/core/internal";
import type { CaseFolder } from "./case-store.js";
import { mayHold, maySee, type Reader } from "./may-see.js";
import { PRIVATE_FOLDERS } from "./private-paths.js";

export const MOST_BYTES = 1024 * 1024;
const MOST_PRIVATE = 100;

/**
 * Reads the files of a case that the reader may see. Never throws for what is on the disk: that is a problem with a place.
 * @param within where links must not lead out of; anywhere where it is null
 * @returns null where there is no folder that can be listed
 */
export async function readCaseFolder(
  folder: string,
  reader: Reader,
  within: string | null,
): Promise<CaseFolder | null> {
  const top = await listed(folder);
  if (top === null) return null;
  const problems: Problem[] = [];
  const paths = ["case.yaml", "record.yaml", "agreement.yaml"].filter((name) => top.includes(name));
  // Rows beyond this are streamed by what monitors them, and are no part of what a page is handed.
  if (top.includes(OBSERVATIONS_FILE) && (await isSmall(join(folder, OBSERVATIONS_FILE))))
    paths.push(OBSERVATIONS_FILE);
  for (const name of PRIVATE_FOLDERS) paths.push(...(await privateFiles(folder, name, reader, within, problems)));
  const files: CaseFile[] = [];
  for (const path of paths.filter((path) => maySee(path, reader))) {
    const read = await readCaseFile(folder, path, within);
    if (typeof read === "string") files.push({ path, text: read });
    else problems.push(read);
  }
  return { files, problems };
}

type PrivateFolder = (typeof PRIVATE_FOLDERS)[number];

/** The paths in a private folder that the reader may see; what keeps them from being listed is a problem. */
async function privateFiles(
  folder: string,
  name: PrivateFolder,
  reader: Reader,
  within: string | null,
  problems: Problem[],
): Promise<readonly string[]> {
  if (!mayHold(reader)) return [];
  const there = join(folder, name);
  if (within !== null && (await isThere(there)) && !(await isWithin(there, within))) {
    if (maySee(name, reader) || name === "interests")
      problems.push(problem(name, "is a link out of the folder that is served, and is not read."));
    return [];
  }
  const seen = (await filesIn(folder, name, reader, problems))
    .filter((path) => kindOf(path) === name && maySee(path, reader))
    .sort();
  if (seen.length > MOST_PRIVATE)
    problems.push(problem(name, `holds ${seen.length} files; ${MOST_PRIVATE} is the limit.`));
  return seen.slice(0, MOST_PRIVATE);
}

/** The paths in a private folder; a folder that is there and cannot be listed is a problem, never an empty one. */
async function filesIn(folder: string, name: string, reader: Reader, problems: Problem[]): Promise<string[]> {
  try {
    return (await readdir(join(folder, name))).map((file) => `${name}/${file}`);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // What is no folder is a file of that name: who may not see that is told no more than the public.
    const nothing = code === "ENOENT" || (code === "ENOTDIR" && !maySee(name, reader));
    if (!nothing)
      problems.push(
        problem(
          name,
          `cannot be listed (${reasonOf(error)}). Without it nothing can be said of what ${name === "interests" ? "anyone needs" : "would be seen"}.`,
        ),
      );
    return [];
  }
}

const isSmall = (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size <= MOST_BYTES,
    () => true,
  );

/** What is wrong with a file that is a link out of the served folder; null where it is none. */
async function leadsOut(folder: string, path: string, within: string | null): Promise<Problem | null> {
  if (within === null || !(await isThere(join(folder, path))) || (await isWithin(join(folder, path), within)))
    return null;
  return problem(path, "is a link out of the folder that is served, and is not read. Put the file itself here.");
}

/** Whether anything is at a path, a link that leads nowhere too. */
export const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Whether a path that exists lies, all links followed, in a folder that exists. */
export async function isWithin(path: string, folder: string): Promise<boolean> {
  try {
    const [place, root] = [await realpath(path), await realpath(folder)];
    return place === root || place.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  } catch {
    return false;
  }
}

async function listed(folder: string): Promise<string[] | null> {
  try {
    return await readdir(folder);
  } catch {
    return null;
  }
}

const problem = (file: string, message: string, line = 1, column = 1): Problem => ({
  severity: "error",
  place: { file, line, column },
  message,
});

/** The text of a case's file, or why it cannot be had. */
export const readCaseFile = async (folder: string, path: string, within: string | null): Promise<string | Problem> =>
  (await leadsOut(folder, path, within)) ?? (await readText(folder, path));

async function readText(folder: string, path: string): Promise<string | Problem> {
  try {
    const { size, isFile } = await stat(join(folder, path)).then((found) => ({
      size: found.size,
      isFile: found.isFile(),
    }));
    if (!isFile) return problem(path, "is not a plain file.");
    if (size > MOST_BYTES)
      return problem(path, `has ${(size / MOST_BYTES).toFixed(1)} MiB; 1 MiB is the limit for a case file.`);
    return decode(path, await readFile(join(folder, path)));
  } catch (error) {
    return problem(path, `cannot be read (${reasonOf(error)}). Check that it exists and that you may read it.`);
  }
}

/** What the operating system says, without the path or a stack. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Record<string, string> = {
    ENOENT: "it does not exist",
    EACCES: "no permission",
    EPERM: "no permission",
    EISDIR: "it is a folder",
    ENOTDIR: "part of its path is not a folder",
    ENOSPC: "the disk is full",
    EROFS: "the disk is read-only",
    ENOTEMPTY: "it is not empty",
    EEXIST: "it exists already",
    ELOOP: "it is a link, or no plain file, and nothing is written through links",
  };
  return known[code] ?? (code || "unknown reason");
}

function decode(path: string, bytes: Buffer): string | Problem {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const good = new TextDecoder("utf-8").decode(bytes);
    const before = good.slice(0, good.indexOf("\uFFFD"));
    const lines = before.split("\n");
    return problem(
      path,
      "is not UTF-8 text from here on. Save it as UTF-8.",
      lines.length,
      (lines.at(-1)?.length ?? 0) + 1,
    );
  }
}
