import { Worker } from "node:worker_threads";
import { done, MOST_TEXT, type Outcome, refuse } from "@parley/core";
import type { DocumentText, Limits } from "./document-text.js";
import type { BytesRead } from "./read-bytes.js";
import type { DocumentJob } from "./worker.js";

const MB = 1024 * 1024;

/** A larger document is refused. */
export const MOST_BYTES = 20 * MB;

const LIMITS: Limits = {
  bytes: MOST_BYTES,
  pages: 500,
  inflated: 100 * MB,
  characters: MOST_TEXT,
  seconds: 30,
  memory: 1024 * MB,
};

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

const WORKER = new URL("./worker.js", import.meta.url);
/** Of the heap alone; what lies outside of it (buffers) is watched. */
const HEAP_MB = 512;
const WATCH_MS = 50;

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
  if (bytes.length > limits.bytes)
    return refuse(
      `${name}: it has ${megabytes(bytes.length)} MB; ${megabytes(limits.bytes)} MB is the limit: give the part that matters.`,
    );
  // A copy, which is handed over: the caller's bytes stay the caller's. (A Buffer's `slice` would be no copy.)
  const copy = new Uint8Array(bytes);
  return await inThread({ name, bytes: copy, limits }, copy.buffer, signal);
}

const megabytes = (bytes: number): number => Math.ceil((bytes / 1024 / 1024) * 10) / 10;

async function inThread(
  job: DocumentJob,
  buffer: ArrayBuffer,
  signal: AbortSignal | undefined,
): Promise<Outcome<DocumentText>> {
  const { name, limits } = job;
  const worker = new Worker(WORKER, {
    workerData: job,
    transferList: [buffer],
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const heavy = refuse(
    `${name}: reading it takes more memory than ${megabytes(limits.memory)} MB; give the part that matters, or its text alone.`,
  );
  const ends: (() => void)[] = [];
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", (read: BytesRead) => resolve("reason" in read ? refuse(read.reason) : done(read)));
      worker.once("error", (error) => resolve(isOutOfMemory(error) ? heavy : refuse(`${name}: ${DAMAGED}`)));
      worker.once("exit", () => resolve(refuse(`${name}: ${DAMAGED}`)));
      ends.push(
        after(limits.seconds, () =>
          resolve(
            refuse(
              `${name}: reading it takes more than ${limits.seconds} s; give the part that matters, or its text alone.`,
            ),
          ),
        ),
        whenGrown(limits.memory, () => resolve(heavy)),
        onAbort(signal, reject),
      );
    });
  } finally {
    for (const end of ends) end();
    await worker.terminate();
  }
}

const DAMAGED = "it is damaged in a way that the reader cannot get past; save it anew, or save its text alone.";

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

function after(seconds: number, act: () => void): () => void {
  const timer = setTimeout(act, seconds * 1000);
  return () => clearTimeout(timer);
}

/** Buffers count to no thread's limit, only to the process: a small PDF can unpack to gigabytes of them. */
function whenGrown(most: number, act: () => void): () => void {
  const before = process.memoryUsage.rss();
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() - before > most) act();
  }, WATCH_MS);
  return () => clearInterval(timer);
}

function onAbort(signal: AbortSignal | undefined, reject: (reason: unknown) => void): () => void {
  const act = (): void => reject(signal?.reason);
  signal?.addEventListener("abort", act);
  return () => signal?.removeEventListener("abort", act);
}
