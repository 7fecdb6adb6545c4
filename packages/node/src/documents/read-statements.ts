// Finds the statements in a text (who said what), in a separate thread within limits of time and memory.
import { type Case, done, type Outcome, type Reading, refuse } from "@parley/core/internal";
import { inThread } from "./thread.js";

/** What the thread is handed. */
export interface StatementsJob {
  readonly text: string;
  readonly date: string | null;
  readonly author: string | null;
  readonly negotiation: Case | null;
}

const WORKER = new URL("./statements-worker.js", import.meta.url);
/** The longest text, twenty million letters, takes 70 s and 1.2 GB. */
const BOUNDS = { seconds: 240, memory: 2048 * 1024 ** 2, heapMb: 2048 };

/**
 * The statements of a text, found in a thread of its own, so that it can be stopped.
 * @param name of the document, for reasons
 * @throws when the signal aborts it
 */
export async function readStatements(
  name: string,
  job: StatementsJob,
  signal?: AbortSignal,
): Promise<Outcome<Reading>> {
  const read = await inThread<Outcome<Reading>>(WORKER, { workerData: job }, BOUNDS, signal);
  if ("answer" in read)
    return read.answer.ok ? done(read.answer.value) : refuse(...read.answer.reasons.map((why) => `${name}: ${why}`));
  return refuse(
    read.ending === "broken"
      ? `${name}: the reader stopped over a mistake of its own. Please report it with the document, if you may.`
      : `${name}: finding its statements takes too much ${read.ending === "late" ? "time" : "memory"}; give the part that matters.`,
  );
}
