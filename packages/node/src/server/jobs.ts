// Long work, asked for by pages: one job at a time, each shared by all who ask the same, stopped when nobody waits for it.
import { randomUUID } from "node:crypto";
import type { Case } from "@parley/core/internal";
import pLimit from "p-limit";
import { openPool, type RunOptions, runTask, type Tasks } from "../jobs/index.js";
import type { Job, JobResults, JobTask, ServerEvent } from "./contract.js";
import { words } from "./server-words.js";

interface Entry<N extends JobTask> {
  readonly key: string;
  readonly stop: AbortController;
  waiting: number;
  job: Job<N>;
  /** Resolves once it is done, stopped or failed. */
  settled: Promise<void>;
}

/** Entries by their key, for each task: what is found of a task is a job of that task. */
type Shelf = { readonly [N in JobTask]: Map<string, Entry<N>> };

/** What somebody who waits is told. */
export type JobAnswer<N extends JobTask> =
  | { readonly kind: "done"; readonly result: JobResults[N] }
  /** Too many wait already. */
  | { readonly kind: "busy" }
  | { readonly kind: "failed"; readonly reasons: readonly string[] };

export interface Jobs {
  /** Null where too many wait already. */
  readonly start: <N extends JobTask>(task: N, negotiation: Case, options: Tasks[N]["options"]) => Job<N> | null;
  /** The same, waited for; whoever aborts the signal waits no more. */
  readonly answer: <N extends JobTask>(
    task: N,
    negotiation: Case,
    options: Tasks[N]["options"],
    signal: AbortSignal,
  ) => Promise<JobAnswer<N>>;
  readonly get: (id: string) => Job | null;
  /** Resolves once it is done, stopped or failed. */
  readonly settled: (id: string) => Promise<Job | null>;
  /** One waits less; it stops when none does. */
  readonly leave: (id: string) => boolean;
  readonly close: () => Promise<void>;
}

/** More than this and nobody will wait for the last. */
const MOST_WAITING = 20;

/** Answers kept, so that a page that is opened again has them at once. */
const MOST_KEPT = 24;

export function createJobs(tell: (event: ServerEvent) => void): Jobs {
  const shelf: Shelf = {
    materials: new Map(),
    assess: new Map(),
    frontier: new Map(),
    roadmap: new Map(),
    monitor: new Map(),
    framework: new Map(),
    brief: new Map(),
    meetings: new Map(),
    laboratory: new Map(),
  };
  /** Every entry by the id of its job, the oldest first. */
  const entries = new Map<string, Entry<JobTask>>();
  const turn = pLimit(1);
  const pool = openPool();
  const told = ({ job: { id, state, share } }: Entry<JobTask>) => tell({ kind: "job", id, state, share });
  const entryFor = <N extends JobTask>(task: N, negotiation: Case, options: Tasks[N]["options"]): Entry<N> | null => {
    const key = JSON.stringify([negotiation.digest, options]);
    const known = shelf[task].get(key);
    if (known && known.job.state !== "stopped" && known.job.state !== "failed") {
      known.waiting += 1;
      return known;
    }
    if (turn.pendingCount >= MOST_WAITING) return null;
    const entry: Entry<N> = {
      key,
      stop: new AbortController(),
      waiting: 1,
      job: { id: randomUUID(), task, state: "waiting", share: 0 },
      settled: Promise.resolve(),
    };
    shelf[task].set(key, entry);
    entries.set(entry.job.id, entry);
    entry.settled = turn(() => work(entry, told, (run) => runTask(task, negotiation, options, { ...run, pool })));
    forget(entries, shelf);
    return entry;
  };
  const leave = (entry: Entry<JobTask>) => {
    entry.waiting -= 1;
    if (entry.waiting > 0 || entry.job.state === "done") return;
    entry.stop.abort();
    entry.job = { ...entry.job, state: "stopped" };
    told(entry);
  };
  return {
    start: (task, negotiation, options) => entryFor(task, negotiation, options)?.job ?? null,
    answer: async (task, negotiation, options, signal) => {
      const entry = entryFor(task, negotiation, options);
      if (!entry) return { kind: "busy" };
      const left = () => leave(entry);
      signal.addEventListener("abort", left);
      await entry.settled;
      signal.removeEventListener("abort", left);
      const { state, result, reasons = [words.stopped] } = entry.job;
      return state === "done" && result !== undefined ? { kind: "done", result } : { kind: "failed", reasons };
    },
    get: (id) => entries.get(id)?.job ?? null,
    settled: async (id) => {
      await entries.get(id)?.settled;
      return entries.get(id)?.job ?? null;
    },
    leave: (id) => {
      const entry = entries.get(id);
      if (entry) leave(entry);
      return entry !== undefined;
    },
    close: async () => {
      for (const { stop } of entries.values()) stop.abort();
      await pool.destroy();
    },
  };
}

async function work<N extends JobTask>(
  entry: Entry<N>,
  told: (entry: Entry<N>) => void,
  run: (options: Pick<RunOptions, "signal" | "onProgress">) => Promise<JobResults[N]>,
): Promise<void> {
  if (entry.stop.signal.aborted) return;
  const move = (next: Partial<Pick<Job<N>, "state" | "share" | "result" | "reasons">>) => {
    entry.job = { ...entry.job, ...next };
    told(entry);
  };
  move({ state: "running" });
  try {
    const result = await run({
      signal: entry.stop.signal,
      onProgress: (share) => {
        // A hundred steps are all that a bar can show.
        if (share >= entry.job.share + 0.01) move({ share });
      },
    });
    move({ state: "done", share: 1, result });
  } catch (error) {
    if (entry.stop.signal.aborted) return;
    move({ state: "failed", reasons: [error instanceof Error ? error.message : String(error)] });
  }
}

/** The oldest go first; what is still at work stays. */
function forget(entries: Map<string, Entry<JobTask>>, shelf: Shelf): void {
  for (const [id, entry] of entries) {
    if (entries.size <= MOST_KEPT) return;
    const { task, state } = entry.job;
    if (state === "waiting" || state === "running") continue;
    entries.delete(id);
    // One that was stopped may have been begun anew under the same key.
    if (shelf[task].get(entry.key)?.job.id === id) shelf[task].delete(entry.key);
  }
}
