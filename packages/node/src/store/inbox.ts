// What was read of many documents and waits for a person: documents/inbox/<digest>.json, one file a document. A document is
// known by its bytes, so that it is read once, whatever its name; what was decided of its statements stays with it.
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Reading } from "@parley/core/internal";
import { isThere, isWithin } from "./case-folder.js";
import type { InboxChange, InboxDocument, InboxOutcome } from "./case-store.js";
import { DOCUMENTS } from "./documents.js";
import { writeWhole } from "./write-file.js";

const FOLDER = "inbox";
/** Of one document with its statements. */
const MOST_BYTES = 256 * 1024 * 1024;
const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);
/** What a document that was read by an earlier version may not say. */
const UNKNOWN = { author: null, publisher: null, language: null, url: null, anew: 0 };
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

/** When each of them was written last: every decision writes its document. */
export async function inboxStamp(folder: string, root: string): Promise<string> {
  const times: string[] = [];
  for (const bytes of await inboxDigests(folder, root))
    times.push(
      await stat(pathOf(folder, bytes)).then(
        ({ mtimeMs, size }) => `${bytes} ${mtimeMs} ${size}`,
        () => bytes,
      ),
    );
  return times.join("\n");
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
      ? { ...UNKNOWN, ...read }
      : null;
  } catch {
    return null;
  }
}

/** The part of the way to the inbox that is a link, which nothing confidential is written through; null where none is. */
export async function inboxLink(folder: string): Promise<string | null> {
  for (const path of [DOCUMENTS, join(DOCUMENTS, FOLDER)]) {
    const found = await lstat(join(folder, path)).catch(() => null);
    if (found?.isSymbolicLink()) return path;
  }
  return null;
}

/** Keeps a document with its statements, for its owner's eyes only. @throws what the file system says */
export async function keepInbox(folder: string, document: InboxDocument): Promise<void> {
  await writeWhole(pathOf(folder, document.bytes), JSON.stringify(document), "confidential");
}

/**
 * Adds what another proposed to a document: its statements that are not there yet. All else of a document that is there stays.
 * @returns false where its file is there and cannot be read: nothing is written over it
 */
export async function proposeInbox(folder: string, document: InboxDocument, root: string): Promise<boolean> {
  const there = await inboxDocument(folder, document.bytes, root);
  if (there === null && (await inboxDigests(folder, root)).includes(document.bytes)) return false;
  const known = new Set(there?.reading.statements.map(({ id }) => id));
  const added = document.reading.statements.filter(({ id, by }) => by !== undefined && !known.has(id));
  await keepInbox(
    folder,
    there === null
      ? document
      : { ...there, reading: { ...there.reading, statements: [...there.reading.statements, ...added] } },
  );
  return true;
}

/** Notes what a person decided; nothing where the document was read anew since, and its statements have other ids. */
export async function decideInbox(
  folder: string,
  bytes: string,
  { decided, anew, about = {}, reading }: InboxChange,
  root: string,
): Promise<InboxOutcome> {
  const document = await inboxDocument(folder, bytes, root);
  if (!document) return "absent";
  if (document.anew !== anew) return "stale";
  const known = new Set((reading ?? document.reading).statements.map(({ id }) => id));
  const now = new Map(Object.entries(reading ? carried(document, reading) : document.decided));
  for (const [id, decision] of Object.entries(decided))
    if (decision === null || !known.has(id)) now.delete(id);
    else now.set(id, decision);
  await keepInbox(folder, {
    ...document,
    ...Object.fromEntries(Object.entries(about).map(([field, value]) => [field, value === "" ? null : value])),
    ...(reading && { reading, anew: anew + 1 }),
    // A person has said it.
    ...(about.date !== undefined && { dayFrom: null }),
    decided: Object.fromEntries(now),
  });
  return "kept";
}

/** What was decided before a document was read anew, by the new names of the same words. */
function carried({ reading: before, decided }: InboxDocument, after: Reading): InboxDocument["decided"] {
  const wordsOf = ({ segments, content }: Reading["statements"][number]): string => JSON.stringify([segments, content]);
  const names = new Map(after.statements.map((one) => [wordsOf(one), one.id]));
  return Object.fromEntries(
    before.statements.flatMap((one) => {
      const [decision, id] = [decided[one.id], names.get(wordsOf(one))];
      return decision !== undefined && id !== undefined ? [[id, decision]] : [];
    }),
  );
}

/** All documents of an inbox, in the order of their names. */
export async function inboxOf(folder: string, root: string): Promise<readonly InboxDocument[]> {
  const found: InboxDocument[] = [];
  for (const bytes of await inboxDigests(folder, root)) {
    const document = await inboxDocument(folder, bytes, root);
    if (document) found.push(document);
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}
