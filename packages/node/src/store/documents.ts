// The texts that statements were taken from: documents/<name>.txt, as they were read. Written once and never over: the
// places of quotations in them hold for ever.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isThere, isWithin } from "./case-folder.js";
import { writeWhole } from "./write-file.js";

/** Their folder in that of the case. */
export const DOCUMENTS = "documents";
/** UTF-8 of the longest text that is read. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Names that mean a file everywhere: some mean a device on Windows. */
const isName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);

/** The file of a document, by its path in the case folder. */
export const documentFile = (name: string): string => `${DOCUMENTS}/${name}.txt`;

const pathOf = (folder: string, name: string): string => join(folder, documentFile(name));

/** The text of a document; null where there is none, or where it lies outside of what is served. */
export async function documentText(folder: string, name: string, root: string): Promise<string | null> {
  if (!isName(name)) return null;
  const path = pathOf(folder, name);
  if (!(await isThere(path)) || !(await isInside(folder, path, root))) return null;
  const found = await stat(path);
  return found.isFile() && found.size <= MOST_BYTES ? await readFile(path, "utf8") : null;
}

/** The names of the documents that are kept. */
export async function documentNames(folder: string, root: string): Promise<readonly string[]> {
  const path = join(folder, DOCUMENTS);
  if (!(await isThere(path)) || !(await isWithin(path, root))) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => {
    const name = entry.name.replace(/\.txt$/, "");
    return entry.isFile() && name !== entry.name && isName(name) ? [name] : [];
  });
}

/** Whether a file lies, links followed, in the case's own folder of documents, and that in what is served. */
const isInside = async (folder: string, path: string, root: string): Promise<boolean> =>
  (await isWithin(path, root)) && (await isWithin(path, join(folder, DOCUMENTS)));

/**
 * Keeps a text under a name.
 * @returns whether it is kept: false where another text, or something else, has the name
 * @throws what the file system says where it cannot be written
 */
export async function keepDocument(folder: string, name: string, text: string, root: string): Promise<boolean> {
  if (!isName(name) || Buffer.byteLength(text) > MOST_BYTES) return false;
  const path = pathOf(folder, name);
  // What has no place in UTF-8 (half a character) is kept as its mark of replacement, of the same length.
  if (await isThere(path)) return (await documentText(folder, name, root)) === Buffer.from(text).toString();
  await writeWhole(path, text, "confidential");
  return true;
}
