// How a command fails: the exit codes, and an error that carries a message for the person and one of these codes.
import type { Terminal } from "./terminal.js";

/** Exit codes. Findings are no failures: they end a command with 3 only where --fail-on asks. */
export const EXIT = { done: 0, problems: 1, usage: 2, findings: 3, stopped: 130 } as const;

/** Ends a command with a message for the person and an exit code. */
export class Failure extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The work's answer; being stopped meanwhile is a failure that says so. */
export async function orStopped<T>(
  { signal, words }: Pick<Terminal, "signal" | "words">,
  work: () => Promise<T>,
): Promise<T> {
  try {
    signal.throwIfAborted();
    return await work();
  } catch (error) {
    if (signal.aborted) throw new Failure(words.commands.shared.stopped, EXIT.stopped);
    throw error;
  }
}
