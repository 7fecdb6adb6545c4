// Work on what strangers wrote, in a thread that can be ended: when it takes too long or too much memory, or nobody waits.
import { Worker, type WorkerOptions } from "node:worker_threads";

/** A thread came to no answer: why. */
export type Ending = "late" | "heavy" | "broken";

export interface ThreadBounds {
  /** Of a processor, and by the clock: who shares the machine with others is not late for it. */
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
  { seconds, memory, heapMb }: ThreadBounds,
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

/** However little of the processor it got, nobody waits for more than so many times as long. */
const MOST_PATIENCE = 4;

function after(seconds: number, act: () => void): () => void {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const timer = setInterval(() => {
    const waited = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(used);
    const worked = (user + system) / 1_000_000;
    if (waited >= seconds && (worked >= seconds || waited >= MOST_PATIENCE * seconds)) act();
  }, WATCH_MS);
  return () => clearInterval(timer);
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
