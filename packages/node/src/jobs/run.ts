import { MessageChannel } from "node:worker_threads";
import type { Case } from "@parley/core";
import { Tinypool } from "tinypool";
import type { TaskName, Tasks } from "./tasks.js";
import type { Job } from "./worker.js";

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** Runs an analysis on a worker thread. @throws when the signal aborts it; the worker is ended then. */
export async function runTask<N extends TaskName>(
  task: N,
  negotiation: Case,
  options: Tasks[N]["options"],
  { signal, onProgress }: RunOptions = {},
): Promise<Tasks[N]["result"]> {
  const pool = new Tinypool({ filename: new URL("./worker.js", import.meta.url).href, minThreads: 1, maxThreads: 1 });
  const { port1: heard, port2: progress } = new MessageChannel();
  heard.on("message", (share: number) => onProgress?.(share));
  const job: Job = { task, negotiation, options, progress };
  try {
    return await pool.run(job, { transferList: [progress], ...(signal && { signal }) });
  } finally {
    heard.close();
    await pool.destroy();
  }
}
