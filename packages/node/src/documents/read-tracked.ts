// Reads a Word document that came back with tracked changes, in a thread of its own that can be ended.
import { done, type Outcome, refuse } from "@parley/core/internal";
import { inThread } from "./thread.js";
import { MOST_TRACKED_BYTES, type TrackedParagraph } from "./tracked-docx.js";

const WORKER = new URL("../../dist/documents/tracked-worker.js", import.meta.url);
const BOUNDS = { seconds: 15, memory: 256 * 1024 ** 2, heapMb: 192 };

type Read = { readonly paragraphs: readonly TrackedParagraph[] } | { readonly reason: string };

/** Every paragraph before and after its tracked changes; never throws on what the document holds. */
export async function readTracked(bytes: Uint8Array): Promise<Outcome<readonly TrackedParagraph[]>> {
  if (bytes.length === 0) return refuse("it is empty");
  if (bytes.length > MOST_TRACKED_BYTES)
    return refuse(`it is larger than ${MOST_TRACKED_BYTES / 1024 ** 2} MB; take its pictures out`);
  const copy = new Uint8Array(bytes);
  const read = await inThread<Read>(WORKER, { workerData: copy, transferList: [copy.buffer] }, BOUNDS);
  if ("ending" in read) return refuse("reading it takes too much time or memory; save it anew in a word processor");
  return "reason" in read.answer ? refuse(read.answer.reason) : done(read.answer.paragraphs);
}
