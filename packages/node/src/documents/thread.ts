// Work on what strangers wrote, in a thread that can be ended: when it takes too long or too much memory, or nobody waits.
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A thread came to no answer: why. */
export type Ending = "late" | "heavy" | "broken";

export interface Bounds {
  readonly seconds: number;
  /** Bytes that the process may grow by meanwhile. */
  readonly memory: number;
  /** Of the thread's heap alone; what lies outside of it (buffers) counts to no thread's limit, and is watched. */
  readonly heapMb: number;
}

const WATCH_MS = 50;

/**
 * What a thread posts first.
 * @throws when the signal aborts it
 */
export async function inThread<T>(
  file: URL,
  options: Pick<WorkerOptions, "workerData" | "transferList">,
  { seconds, memory, heapMb }: Bounds,
  signal?: AbortSignal,
): Promise<{ readonly answer: T } | { readonly ending: Ending }> {
  signal?.throwIfAborted();
  const worker = new Worker(file, {
    ...options,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  });
  const ends: (() => void)[] = [];
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", (answer: T) => resolve({ answer }));
      worker.once("error", (error) => resolve({ ending: isOutOfMemory(error) ? "heavy" : "broken" }));
      worker.once("exit", () => resolve({ ending: "broken" }));
      ends.push(
        after(seconds, () => resolve({ ending: "late" })),
        whenGrown(memory, () => resolve({ ending: "heavy" })),
        onAbort(signal, reject),
      );
    });
  } finally {
    for (const end of ends) end();
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

function after(seconds: number, act: () => void): () => void {
  const timer = setTimeout(act, seconds * 1000);
  return () => clearTimeout(timer);
}

/** A small PDF can unpack to gigabytes of buffers. */
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
