// Reading, in a worker of its own: its language model is loaded when the first document is read, not before, and a
// document that nobody waits for any more is not read to its end.
import type { Case, Outcome, Reading } from "@parley/core/internal";
import { type Remote, wrap } from "comlink";
import type { DocumentReader } from "./reading-worker.js";

let running: { readonly worker: Worker; readonly reader: Remote<DocumentReader> } | null = null;

function start(): { readonly worker: Worker; readonly reader: Remote<DocumentReader> } {
  const worker = new Worker(new URL("./reading-worker.js", import.meta.url), { type: "module", name: "reading" });
  return { worker, reader: wrap<DocumentReader>(worker) };
}

/** The statements of a text. @throws when the signal aborts it; the worker ends then */
export async function statementsOf(
  text: string,
  date: string | null,
  negotiation: Case,
  signal: AbortSignal,
): Promise<Outcome<Reading>> {
  running ??= start();
  const { worker, reader } = running;
  let leave = (): void => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      worker.terminate();
      if (running?.worker === worker) running = null;
      reject(new DOMException("left", "AbortError"));
    };
  });
  signal.addEventListener("abort", leave);
  try {
    return await Promise.race([reader.read(text, date, negotiation), left]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}
