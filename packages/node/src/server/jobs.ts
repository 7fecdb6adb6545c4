// Long work, asked for by pages: one job at a time, each shared by all who ask the same, stopped when nobody waits for it.
import { randomUUID } from "node:crypto";
import type { Case } from "@parley/core";
import pLimit from "p-limit";
import { openPool, runTask, type Tasks } from "../jobs/index.js";
import type { Job, ServerEvent } from "./contract.js";

type TaskName = Job["task"];

interface Entry {
  readonly key: string;
  readonly stop: AbortController;
  waiting: number;
  job: Job;
}

export interface Jobs {
  /** Null where too many wait already. */
  readonly start: <N extends TaskName>(task: N, negotiation: Case, options: Tasks[N]["options"]) => Job | null;
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

type Run = typeof runTask;

export function createJobs(tell: (event: ServerEvent) => void): Jobs {
  const entries = new Map<string, Entry>();
  const settling = new Map<string, Promise<void>>();
  const turn = pLimit(1);
  const pool = openPool();
  const run: Run = (task, negotiation, options, more) => runTask(task, negotiation, options, { ...more, pool });
  const move = (entry: Entry, next: Partial<Job>) => {
    entry.job = { ...entry.job, ...next };
    const { id, state, share } = entry.job;
    tell({ kind: "job", id, state, share });
  };
  const over = ({ job: { state } }: Entry) => state === "stopped" || state === "failed";
  return {
    start: (task, negotiation, options) => {
      const key = JSON.stringify([negotiation.digest, task, options]);
      const known = [...entries.values()].find((entry) => entry.key === key && !over(entry));
      if (known) {
        known.waiting += 1;
        return known.job;
      }
      if (turn.pendingCount >= MOST_WAITING) return null;
      const entry: Entry = {
        key,
        stop: new AbortController(),
        waiting: 1,
        job: { id: randomUUID(), task, state: "waiting", share: 0 },
      };
      entries.set(entry.job.id, entry);
      settling.set(
        entry.job.id,
        turn(() => work(entry, () => runJob(run, task, negotiation, options, entry, move), move)),
      );
      forget(entries, settling);
      return entry.job;
    },
    get: (id) => entries.get(id)?.job ?? null,
    settled: async (id) => {
      await settling.get(id);
      return entries.get(id)?.job ?? null;
    },
    leave: (id) => {
      const entry = entries.get(id);
      if (!entry) return false;
      entry.waiting -= 1;
      if (entry.waiting <= 0 && entry.job.state !== "done") {
        entry.stop.abort();
        move(entry, { state: "stopped" });
      }
      return true;
    },
    close: async () => {
      for (const { stop } of entries.values()) stop.abort();
      await pool.destroy();
    },
  };
}

type Move = (entry: Entry, next: Partial<Job>) => void;

function runJob<N extends TaskName>(
  run: Run,
  task: N,
  negotiation: Case,
  options: Tasks[N]["options"],
  entry: Entry,
  move: Move,
): Promise<Tasks[N]["result"]> {
  let shown = 0;
  return run(task, negotiation, options, {
    signal: entry.stop.signal,
    onProgress: (share) => {
      // A hundred steps are all that a bar can show.
      if (share < shown + 0.01) return;
      shown = share;
      move(entry, { share });
    },
  });
}

async function work(entry: Entry, run: () => Promise<unknown>, move: Move): Promise<void> {
  if (entry.stop.signal.aborted) return;
  move(entry, { state: "running" });
  try {
    const result = await run();
    move(entry, { state: "done", share: 1, result });
  } catch (error) {
    if (entry.stop.signal.aborted) return;
    move(entry, { state: "failed", reasons: [error instanceof Error ? error.message : String(error)] });
  }
}

/** The oldest go first; what is still at work stays. */
function forget(entries: Map<string, Entry>, settling: Map<string, Promise<void>>): void {
  for (const [id, { job }] of entries) {
    if (entries.size <= MOST_KEPT) return;
    if (job.state === "waiting" || job.state === "running") continue;
    entries.delete(id);
    settling.delete(id);
  }
}
