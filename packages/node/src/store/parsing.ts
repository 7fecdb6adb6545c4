// Reading and changing the text of cases without holding up everybody else: what is not small is done in a thread, which
// is ended where it takes too long.
import { createHash } from "node:crypto";
import {
  type Case,
  type CaseFile,
  type Change,
  type Outcome,
  parseCase,
  type Result,
  refuse,
  withChanges,
} from "@parley/core/internal";
import pLimit from "p-limit";
import { inThread } from "../documents/index.js";

/** What a thread is asked. */
export type ParsingTask =
  | { readonly kind: "parse"; readonly files: readonly CaseFile[] }
  | { readonly kind: "change"; readonly text: string; readonly changes: readonly Change[] };

/** Letters that are read in a few hundredths of a second. */
const SMALL = 64 * 1024;

const BOUNDS = { seconds: 20, memory: 1024 * 1024 * 1024, heapMb: 512 };

/** So many threads at once; who asks for more waits for the others. */
const turn = pLimit(2);

/** Cases that were read last, by the digest of their files. */
const known = new Map<string, Promise<Result<Case>>>();
const MOST_KNOWN = 8;

/**
 * As `parseCase`, once for the same files: an edit asks for those before and after it, and the list and every job for one of
 * the two again.
 */
export function parseFiles(files: readonly CaseFile[]): Promise<Result<Case>> {
  const key = digestOfFiles(files);
  const result =
    known.get(key) ??
    read(files).then((found) => {
      // Another time there may be time enough.
      if (!found) known.delete(key);
      return found ?? tooLong(files);
    });
  // What was asked for last is forgotten last.
  known.delete(key);
  known.set(key, result);
  for (const oldest of known.keys()) if (known.size > MOST_KNOWN) known.delete(oldest);
  return result;
}

/** As `parseCase`. @throws when the signal aborts it */
export const parseStoppably = async (files: readonly CaseFile[], signal: AbortSignal): Promise<Result<Case>> =>
  (await read(files, signal)) ?? tooLong(files);

/** Null where it took too long or too much memory. */
async function read(files: readonly CaseFile[], signal?: AbortSignal): Promise<Result<Case> | null> {
  signal?.throwIfAborted();
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= SMALL) return parseCase(files);
  return await threaded<Result<Case>>({ kind: "parse", files: [...files] }, signal);
}

function tooLong(files: readonly CaseFile[]): Result<Case> {
  const longest = files.reduce((most, file) => (file.text.length > most.text.length ? file : most));
  const message = "takes too long or too much memory to read, as does no case that a person wrote. Shorten it.";
  return { ok: false, problems: [{ severity: "error", place: { file: longest.path, line: 1, column: 1 }, message }] };
}

function digestOfFiles(files: readonly CaseFile[]): string {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path.length} ${text.length} ${path}${text}`);
  return hash.digest("hex");
}

/** As `withChanges`. */
export async function changedText(text: string, changes: readonly Change[]): Promise<Outcome<string>> {
  if (text.length + JSON.stringify(changes).length <= SMALL) return withChanges(text, changes);
  const found = await threaded<Outcome<string>>({ kind: "change", text, changes });
  return found ?? refuse("it takes too long or too much memory to change. Shorten it, or change it as text.");
}

async function threaded<T>(task: ParsingTask, signal?: AbortSignal): Promise<T | null> {
  const file = new URL("./parsing-worker.js", import.meta.url);
  const found = await turn(() => inThread<T>(file, { workerData: task }, BOUNDS, signal));
  return "answer" in found ? found.answer : null;
}
