// What was read of many documents and waits for a person: documents/inbox/<digest>.json, one file a document. A document is
// known by its bytes, so that it is read once, whatever its name; what was decided of its statements stays with it.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Reading } from "@parley/core";
import { isThere, isWithin } from "./case-folder.js";
import { DOCUMENTS } from "./documents.js";
import { writeWhole } from "./write-file.js";

export type Decision = "accepted" | "rejected";

/** One document as it was read. */
export interface InboxDocument {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly bytes: string;
  /** As it was given: its name, or its path in a folder. */
  readonly file: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly date: string | null;
  readonly dayFrom: "dateline" | "metadata" | "name" | null;
  readonly text: string;
  readonly reading: Reading;
  /** By the statement's id. */
  readonly decided: Readonly<Record<string, Decision>>;
}

const FOLDER = "inbox";
/** Of one document with its statements. */
const MOST_BYTES = 256 * 1024 * 1024;
const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
const pathOf = (folder: string, bytes: string): string => join(folder, DOCUMENTS, FOLDER, `${bytes}.json`);

/** The digests of the documents that were read for a case. */
export async function inboxDigests(folder: string, root: string): Promise<readonly string[]> {
  const path = join(folder, DOCUMENTS, FOLDER);
  if (!(await isThere(path)) || !(await isWithin(path, root))) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  return entries
    .flatMap((entry) => {
      const name = entry.name.replace(/\.json$/, "");
      return entry.isFile() && name !== entry.name && isDigest(name) ? [name] : [];
    })
    .sort();
}

/** One document; null where there is none, where it lies outside of what is served, or where its file is damaged. */
export async function inboxDocument(folder: string, bytes: string, root: string): Promise<InboxDocument | null> {
  const path = pathOf(folder, bytes);
  if (!isDigest(bytes) || !(await isThere(path)) || !(await isWithin(path, root))) return null;
  const found = await stat(path);
  if (!found.isFile() || found.size > MOST_BYTES) return null;
  try {
    const read = JSON.parse(await readFile(path, "utf8")) as InboxDocument;
    return read.bytes === bytes && Array.isArray(read.reading?.statements) && typeof read.text === "string"
      ? read
      : null;
  } catch {
    return null;
  }
}

/** Keeps a document with its statements, for its owner's eyes only. @throws what the file system says */
export async function keepInbox(folder: string, document: InboxDocument): Promise<void> {
  await writeWhole(pathOf(folder, document.bytes), JSON.stringify(document), "confidential");
}

/**
 * Notes what was decided of statements; null takes a decision back.
 * @returns false where the document is not there
 */
export async function decideInbox(
  folder: string,
  bytes: string,
  decisions: Readonly<Record<string, Decision | null>>,
  root: string,
): Promise<boolean> {
  const document = await inboxDocument(folder, bytes, root);
  if (!document) return false;
  const known = new Set(document.reading.statements.map(({ id }) => id));
  const decided = new Map(Object.entries(document.decided));
  for (const [id, decision] of Object.entries(decisions))
    if (decision === null || !known.has(id)) decided.delete(id);
    else decided.set(id, decision);
  await keepInbox(folder, { ...document, decided: Object.fromEntries(decided) });
  return true;
}
