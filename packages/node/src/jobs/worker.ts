// The worker thread that runs one analysis and reports its progress.
import type { MessagePort } from "node:worker_threads";
import type { AnalysisOptions, Case, LaidParts } from "@parley/core/internal";
import { kTransferable, kValue, Tinypool } from "tinypool";
import { buffersIn } from "./buffers.js";
import { type TaskName, tasks } from "./tasks.js";

/** What a worker is handed. */
export interface Job {
  readonly task: TaskName;
  readonly negotiation: Case;
  readonly options: Omit<AnalysisOptions, "onProgress">;
  readonly parts: LaidParts | null;
  readonly progress: MessagePort;
}

export default async function run({ task, negotiation, options, parts, progress }: Job): Promise<unknown> {
  const run = tasks[task] as (negotiation: Case, options: AnalysisOptions, parts: LaidParts | null) => unknown;
  const result = await run(negotiation, { ...options, onProgress: (share) => progress.postMessage(share) }, parts);
  progress.close();
  // A part of the work is a hundred megabytes where models are many: it is handed over, not copied.
  if (task !== "lay") return result;
  return Tinypool.move({ [kTransferable]: buffersIn(result), [kValue]: result as object });
}
