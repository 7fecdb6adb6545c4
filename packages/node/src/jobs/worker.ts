import type { MessagePort } from "node:worker_threads";
import type { AnalysisOptions, Case } from "@parley/core";
import { type TaskName, tasks } from "./tasks.js";

/** What a worker is handed. */
export interface Job {
  readonly task: TaskName;
  readonly negotiation: Case;
  readonly options: Omit<AnalysisOptions, "onProgress">;
  readonly progress: MessagePort;
}

export default function run({ task, negotiation, options, progress }: Job): unknown {
  const result = tasks[task](negotiation, { ...options, onProgress: (share) => progress.postMessage(share) });
  progress.close();
  return result;
}
