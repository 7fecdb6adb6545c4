// How much is worked on at once, and for how long.
import pLimit from "p-limit";
import { Refused } from "./refused.js";
import type { McpWords } from "./tools.js";

/** Questions that are worked on at once, and that wait. */
const AT_ONCE = 2;
const MOST_WAITING = 16;
const SECONDS = 120;

export type Gate = <T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>) => Promise<T>;

/** Lets so many questions in at once, and ends those that take too long. */
export function gate(words: McpWords): { readonly ask: Gate; readonly idle: () => Promise<void> } {
  const limit = pLimit(AT_ONCE);
  const going = new Set<Promise<unknown>>();
  const ask: Gate = async (signal, work) => {
    if (limit.pendingCount >= MOST_WAITING) throw new Refused(words.tooBusy);
    const done = limit(async () => {
      const late = AbortSignal.timeout(SECONDS * 1000);
      try {
        return await work(AbortSignal.any([signal, late]));
      } catch (error) {
        throw late.aborted ? new Refused(words.tookTooLong(SECONDS)) : error;
      }
    });
    going.add(done);
    try {
      return await done;
    } finally {
      going.delete(done);
    }
  };
  const idle = async () => {
    while (going.size > 0) await Promise.allSettled(going);
  };
  return { ask, idle };
}
