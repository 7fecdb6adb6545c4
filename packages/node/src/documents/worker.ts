// The thread in which a document is read, so that a harmful or endless one can be stopped.
import { parentPort, workerData } from "node:worker_threads";
import type { Limits } from "./document-text.js";
import { readBytes } from "./read-bytes.js";

/** What a worker is handed. */
export interface DocumentJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

const { name, bytes, limits } = workerData as DocumentJob;
parentPort?.postMessage(await readBytes(name, bytes, limits));
