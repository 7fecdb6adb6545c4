// Reading, in a worker of its own: its language model is loaded when the first document is read, not before.
import { type Remote, wrap } from "comlink";
import type { Reader } from "./reading-worker.js";

let worker: Remote<Reader> | null = null;

export function reader(): Remote<Reader> {
  worker ??= wrap<Reader>(
    new Worker(new URL("./reading-worker.js", import.meta.url), { type: "module", name: "reading" }),
  );
  return worker;
}
