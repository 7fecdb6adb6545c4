// Asks another program to read a text, by the command that the user wrote: the text and the names of the case go in as JSON,
// proposals come out, a line each. Nothing else leaves, and only where the user asked for it.
import { spawn } from "node:child_process";
import type { Case } from "@parley/core/internal";

const SECONDS = 300;
const MOST_OUTPUT = 16 * 1024 * 1024;

/** What the program is handed on its standard input: one line of JSON. */
export interface ReaderInput {
  readonly text: string;
  readonly parties: readonly { readonly id: string; readonly name: string; readonly aliases: readonly string[] }[];
  readonly issues: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Names of parties and issues alone: no interests, no estimates, nothing of what a side needs. */
export const readerInput = (text: string, negotiation: Case | null): ReaderInput => ({
  text,
  parties: (negotiation?.parties ?? []).map(({ id, name, aliases = [] }) => ({ id, name, aliases })),
  issues: (negotiation?.issues ?? []).map(({ id, name, options }) => ({
    id,
    name,
    options: options.map((option) => ({ id: option.id, name: option.name })),
  })),
});

/**
 * The lines that a command prints.
 * @throws Error with what went wrong, for people; what the signal says when it aborts
 */
export function askReader(command: string, input: ReaderInput, signal: AbortSignal): Promise<readonly string[]> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ["pipe", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    const end = (why: Error): void => {
      child.kill("SIGKILL");
      reject(why);
    };
    const late = setTimeout(() => end(new Error(`it did not end within ${SECONDS} s`)), SECONDS * 1000);
    const abort = (): void => end(signal.reason as Error);
    signal.addEventListener("abort", abort, { once: true });
    child.stdout.setEncoding("utf8").on("data", (part: string) => {
      out += part;
      if (out.length > MOST_OUTPUT) end(new Error("it prints more than 16 MB"));
    });
    child.stderr.setEncoding("utf8").on("data", (part: string) => {
      err = (err + part).slice(-2000);
    });
    child.on("error", end);
    child.on("close", (code) => {
      clearTimeout(late);
      signal.removeEventListener("abort", abort);
      if (code === 0) resolve(out.split("\n"));
      else
        reject(
          new Error(`it ended with exit code ${code}${err.trim() === "" ? "" : `: ${err.trim().split("\n").at(-1)}`}`),
        );
    });
    // A program that does not read its input is no mistake.
    child.stdin.on("error", () => {});
    child.stdin.end(`${JSON.stringify(input)}\n`);
  });
}
