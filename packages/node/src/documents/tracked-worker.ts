// The thread in which a document with tracked changes is read.
import { parentPort, workerData } from "node:worker_threads";
import { Unreadable } from "./document-text.js";
import { trackedParagraphs } from "./tracked-docx.js";

try {
  parentPort?.postMessage({ paragraphs: trackedParagraphs(workerData as Uint8Array) });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  parentPort?.postMessage({ reason: error.message });
}
