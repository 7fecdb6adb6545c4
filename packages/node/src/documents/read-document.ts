// Reads a document of any supported format, safely: in a separate thread, within limits of size, time and memory.
import { done, MOST_TEXT, type Outcome, refuse } from "@parley/core/internal";
import type { DocumentText, Limits } from "./document-text.js";
import { withOwnHead } from "./own-head.js";
import { type BytesRead, readBytes } from "./read-bytes.js";
import { inThread } from "./thread.js";
import type { DocumentJob } from "./worker.js";

const MB = 1024 * 1024;

/** A larger document is refused. */
export const MOST_BYTES = 20 * MB;

export const LIMITS: Limits = {
  bytes: MOST_BYTES,
  pages: 500,
  inflated: 100 * MB,
  characters: MOST_TEXT,
  seconds: 30,
  memory: 448 * MB,
};

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

const WORKER = new URL("./worker.js", import.meta.url);
const HEAP_MB = 384;

/**
 * The text of a document: plain text, HTML, PDF or .docx, by its content. Read in a thread of its own, which ends when it
 * takes too long or too much memory; never throws on what the document holds.
 * @throws when the signal aborts it
 */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  { limits: own, signal }: ReadOptions = {},
): Promise<Outcome<DocumentText>> {
  const limits = { ...LIMITS, ...own };
  signal?.throwIfAborted();
  if (bytes.length === 0) return refuse(`${name}: it is empty.`);
  if (bytes.length > limits.bytes) return refuse(tooLarge(name, bytes.length, limits));
  // A copy, which is handed over: the caller's bytes stay the caller's. (A Buffer's `slice` would be no copy.)
  const copy = new Uint8Array(bytes);
  const job: DocumentJob = { name, bytes: copy, limits };
  const read = await inThread<BytesRead>(
    WORKER,
    { workerData: job, transferList: [copy.buffer] },
    { ...limits, heapMb: HEAP_MB },
    signal,
  );
  if ("answer" in read)
    return "reason" in read.answer ? refuse(read.answer.reason) : done(withOwnHead(name, read.answer));
  const why = {
    late: `reading it takes more than ${limits.seconds} s; give the part that matters, or its text alone.`,
    heavy: `reading it takes more memory than ${megabytes(limits.memory)} MB; give the part that matters, or its text alone.`,
    broken: "it is damaged in a way that the reader cannot get past; save it anew, or save its text alone.",
  };
  return refuse(`${name}: ${why[read.ending]}`);
}

/** The same on this thread, which must be one that can be ended. */
export async function readHere(name: string, bytes: Uint8Array, limits: Limits): Promise<Outcome<DocumentText>> {
  if (bytes.length === 0) return refuse(`${name}: it is empty.`);
  if (bytes.length > limits.bytes) return refuse(tooLarge(name, bytes.length, limits));
  const read = await readBytes(name, bytes, limits);
  return "reason" in read ? refuse(read.reason) : done(withOwnHead(name, read));
}

/** Why a document of so many bytes is not read. */
export const tooLarge = (name: string, bytes: number, limits: Limits): string =>
  `${name}: it has ${megabytes(bytes)} MB; ${megabytes(limits.bytes)} MB is the limit: give the part that matters.`;

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;
