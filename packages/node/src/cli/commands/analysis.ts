// How a command runs an analysis: on a worker with a progress bar, with a refusal turned into an error that says why.
import type { Case, Outcome, Refusal } from "@parley/core/internal";
import { runTask, type Tasks } from "../../jobs/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { progressBar, type Terminal } from "../terminal.js";

type Value<N extends keyof Tasks> = Tasks[N]["result"] extends Outcome<infer T> ? T : never;

/** Runs an analysis with a progress bar; a refusal becomes a failure that says why. */
export async function analyse<N extends keyof Tasks>(
  terminal: Terminal,
  task: N,
  negotiation: Case,
  options: Tasks[N]["options"],
): Promise<Value<N>> {
  return settled(terminal, (await runShown(terminal, task, negotiation, options)) as Outcome<Value<N>>);
}

/** What an addition to an answer came to; or why it is missing. */
export const NONE = { value: null, missing: [] } as const;

/** Runs an analysis that only adds to an answer: where it cannot be had the answer stands without it, and says why. */
export async function analyseIfPossible<N extends keyof Tasks>(
  terminal: Terminal,
  task: N,
  negotiation: Case,
  options: Tasks[N]["options"],
): Promise<{ value: Value<N> | null; missing: readonly string[] }> {
  const outcome = (await runShown(terminal, task, negotiation, options)) as Outcome<Value<N>>;
  if (outcome.ok) return { value: outcome.value, missing: [] };
  // A view that was asked for and is not there is the asker's mistake.
  if (outcome.misuse && options.views !== undefined) settled(terminal, outcome);
  return { value: null, missing: reasonsOf(terminal, outcome) };
}

/** Runs a task on a worker with a progress bar; being stopped is a failure. */
export async function runShown<N extends keyof Tasks>(
  terminal: Terminal,
  task: N,
  negotiation: Case,
  options: Tasks[N]["options"],
): Promise<Tasks[N]["result"]> {
  const bar = progressBar(terminal);
  try {
    return await orStopped(terminal, () =>
      runTask(task, negotiation, options, {
        signal: terminal.signal,
        onProgress: bar.show,
        ...(terminal.pool && { pool: terminal.pool }),
      }),
    );
  } finally {
    bar.clear();
  }
}

/** The value; a refusal becomes a failure that says why. */
export function settled<T>(terminal: Terminal, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Failure(reasonsOf(terminal, outcome).join("\n"), outcome.misuse ? EXIT.usage : EXIT.problems);
}

/** Why there is no answer; where a flag would give one, with that flag. */
export function reasonsOf({ words }: Terminal, { reasons, lacks }: Refusal): readonly string[] {
  const last = reasons.at(-1);
  if (lacks === undefined || last === undefined) return reasons;
  return [...reasons.slice(0, -1), words.commands.lacking(last, lacks)];
}
