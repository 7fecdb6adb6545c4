// Runs an analysis on worker threads, divided among several where that saves time, and passes on its progress.
import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import {
  type AnalysisOptions,
  type Case,
  DEFAULT_MODELS,
  LAYING,
  type LaidParts,
  layingPlan,
} from "@parley/core/internal";
import { Tinypool } from "tinypool";
import { buffersIn } from "./buffers.js";
import { streamed } from "./streamed.js";
import { caseFor, IN_PARTS, type TaskName, type Tasks } from "./tasks.js";
import type { Job } from "./worker.js";

export interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
  /** Worker threads at most; as many as there are processors unless given. The answer is the same whatever it is. */
  readonly threads?: number;
  /** Threads that are there already, and stay; new ones, ended afterwards, unless given. */
  readonly pool?: Pool;
}

export type Pool = Tinypool;

const WORKER = new URL("./worker.js", import.meta.url).href;

/** Threads that wait for work and are warm by the second time. */
export const openPool = (threads = availableParallelism()): Pool =>
  new Tinypool({
    filename: WORKER,
    // What the program itself was started with is not for its threads.
    execArgv: [],
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
  });

/** With fewer models than this a second worker costs more than it saves. */
const WORTH_SHARING = 1000;

/** Runs an analysis on worker threads. @throws when the signal aborts it; the workers are ended then. */
export async function runTask<N extends TaskName>(
  task: N,
  written: Case,
  options: Tasks[N]["options"],
  { signal, onProgress = () => {}, threads = availableParallelism(), pool: given }: RunOptions = {},
): Promise<Tasks[N]["result"]> {
  const negotiation = caseFor[task]?.(written, options) ?? written;
  const share = threads > 1 && IN_PARTS.has(task) && (options.models ?? DEFAULT_MODELS) >= WORTH_SHARING;
  const pool =
    given ?? new Tinypool({ filename: WORKER, execArgv: [], minThreads: 1, maxThreads: share ? threads : 1 });
  const run = async <M extends TaskName>(
    name: M,
    own: Tasks[M]["options"],
    parts: LaidParts | null,
    heardOf: (share: number) => void,
  ): Promise<Tasks[M]["result"]> => {
    const { port1: heard, port2: progress } = new MessageChannel();
    heard.on("message", heardOf);
    const sent = streamed(own);
    const job: Job = { task: name, negotiation, options: sent.options, parts, progress };
    try {
      const transferList = [progress, ...sent.streams, ...buffersIn(parts)];
      return await pool.run(job, { transferList, ...(signal && { signal }) });
    } finally {
      heard.close();
      sent.close();
    }
  };
  try {
    const parts = share ? await layInParts(negotiation, options, threads, run, onProgress) : null;
    return await run(task, options, parts, onProgress);
  } finally {
    if (!given) await pool.destroy();
  }
}

type Runner = (
  name: "lay",
  own: Tasks["lay"]["options"],
  parts: null,
  heardOf: (share: number) => void,
) => Promise<Tasks["lay"]["result"]>;

/** The models and fronts of every prior, each prior in as many parts as keep all threads busy; null where there are none. */
async function layInParts(
  negotiation: Case,
  options: AnalysisOptions,
  threads: number,
  run: Runner,
  onProgress: (share: number) => void,
): Promise<LaidParts | null> {
  const priors = layingPlan(negotiation, options);
  if (priors.length === 0) return null;
  const of = Math.max(1, Math.ceil(threads / priors.length));
  const done = new Float64Array(priors.length * of);
  return await Promise.all(
    priors.map((prior, place) =>
      Promise.all(
        Array.from({ length: of }, (_, part) =>
          run("lay", { ...options, prior, part: { part, of } }, null, (share) => {
            done[place * of + part] = share;
            onProgress((LAYING * done.reduce((sum, one) => sum + one, 0)) / done.length);
          }),
        ),
      ),
    ),
  );
}
