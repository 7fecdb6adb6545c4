// Reads a file of citations in a thread of its own, which is ended beyond its time and memory: a few hundred kilobytes that are
// made for it keep the parser of BibTeX busy for minutes.
import { type Outcome, refuse } from "@parley/core/internal";
import { inThread } from "../documents/index.js";
import type { CitedSource } from "./csl.js";

export interface Citations {
  readonly sources: readonly CitedSource[];
  /** What was left out, and why: sentences for people. */
  readonly remarks: readonly string[];
}

export const MOST_CITATION_BYTES = 2 * 1024 * 1024;

/** What the thread is handed. */
export interface CitationsJob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const WORKER = new URL("./worker.js", import.meta.url);
const BOUNDS = { seconds: 10, memory: 360 * 1024 ** 2, heapMb: 320 };

/** The sources that a file of citations names, or why it cannot be read. @throws when the signal aborts it */
export async function readCitations(job: CitationsJob, signal?: AbortSignal): Promise<Outcome<Citations>> {
  const read = await inThread<Outcome<Citations>>(WORKER, { workerData: job }, BOUNDS, signal);
  if ("answer" in read) return read.answer;
  return refuse(`${job.name}: reading takes more time or memory than a list of sources needs; give it in parts.`);
}
