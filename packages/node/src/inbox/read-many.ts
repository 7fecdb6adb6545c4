// Many documents, read on as many threads as there are processors, each handed out when one is free: memory stays bounded by
// what is being read.
import { availableParallelism } from "node:os";
import pLimit from "p-limit";
import { Tinypool } from "tinypool";
import { LIMITS } from "../documents/index.js";
import type { Listed } from "./list-files.js";
import type { InboxAnswer, InboxJob } from "./worker.js";

const WORKER = new URL("./worker.js", import.meta.url).href;
/** Of a processor that may be shared: a longer reading is ended. */
const SECONDS = 90;
const HEAP_MB = 1536;
const IDLE_MS = 10 * 60 * 1000;

/** Threads that read documents. */
export interface Readers {
  /** @throws when the signal aborts it */
  readonly read: (file: Listed, date: string | null, signal: AbortSignal) => Promise<InboxAnswer>;
  readonly close: () => Promise<void>;
}

/** @param known digests of documents that were read before: they are not read again */
export function openReaders(threads: number, known: readonly string[] = []): Readers {
  const pool = new Tinypool({
    filename: WORKER,
    minThreads: 1,
    maxThreads: Math.max(1, threads),
    // A thread that waits for the next document keeps its language model.
    idleTimeout: IDLE_MS,
    env: {},
    workerData: known,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  return {
    read: async (file, date, signal) => {
      signal.throwIfAborted();
      const job: InboxJob = { ...file, limits: LIMITS, date };
      const late = AbortSignal.timeout(SECONDS * 1000);
      try {
        return (await pool.run(job, { signal: AbortSignal.any([signal, late]) })) as InboxAnswer;
      } catch (error) {
        signal.throwIfAborted();
        const why = late.aborted
          ? `it takes more than ${SECONDS} s; give the part that matters.`
          : `it cannot be read (${error instanceof Error ? error.message : String(error)}).`;
        return { kind: "refused", digest: null, reasons: [`${file.name}: ${why}`] };
      }
    },
    close: () => pool.destroy(),
  };
}

export interface ReadManyOptions {
  /** The day that all are seen from, where a person gave one. */
  readonly date: string | null;
  /** Digests of documents that were read before. */
  readonly known: readonly string[];
  readonly signal: AbortSignal;
  readonly threads?: number;
}

/**
 * Reads documents, and tells each as it is done, in whatever order; the same document under a second name is told as known.
 * @throws when the signal aborts it; what was told stays told
 */
export async function readMany(
  files: readonly Listed[],
  { date, known, signal, threads = availableParallelism() }: ReadManyOptions,
  tell: (file: Listed, answer: InboxAnswer) => Promise<void> | void,
): Promise<void> {
  signal.throwIfAborted();
  const readers = openReaders(Math.min(threads, files.length), known);
  const limit = pLimit(threads);
  const read = new Set<string>();
  const one = async (file: Listed): Promise<void> => {
    const answer = await readers.read(file, date, signal);
    const isSame = answer.kind === "read" && read.has(answer.digest);
    if (answer.kind === "read") read.add(answer.digest);
    await tell(file, isSame ? { kind: "known", digest: answer.digest } : answer);
  };
  try {
    await Promise.all(files.map((file) => limit(() => one(file))));
  } finally {
    limit.clearQueue();
    await readers.close();
  }
}
