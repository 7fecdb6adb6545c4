// What strangers wrote is read in a thread of its own, which can be ended, with limits on time and memory.
import { type Outcome, refuse } from "@parley/core/internal";
import { inThread } from "../documents/index.js";
import type { GivenFile, ReadScenario } from "./read-scenario.js";

/** What the thread is handed. */
export interface ScenarioJob {
  readonly files: readonly GivenFile[];
  readonly title: string;
}

const WORKER = new URL("./worker.js", import.meta.url);
const BOUNDS = { seconds: 8, memory: 360 * 1024 ** 2, heapMb: 320 };

/**
 * The scenario that the files make together; or why not, file by file.
 * @throws when the signal aborts it
 */
export async function readScenarioInThread(job: ScenarioJob, signal?: AbortSignal): Promise<Outcome<ReadScenario>> {
  const read = await inThread<Outcome<ReadScenario>>(WORKER, { workerData: job }, BOUNDS, signal);
  if ("answer" in read) return read.answer;
  const names = job.files.map(({ name }) => name).join(", ");
  const why = {
    late: `reading takes more than ${BOUNDS.seconds} s, as no scenario's does; give smaller files`,
    heavy: `reading takes more memory than a scenario needs; give smaller files`,
    broken: "something in them stopped the reader; give them one by one to find which, and save that one anew",
  };
  return refuse(`${names}: ${why[read.ending]}.`);
}
