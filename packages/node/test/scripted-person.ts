// A command line with a person at its terminal, who gives answers that a test has written down.
import { commandWordingIn } from "@parley/core/internal";
import { expect } from "vitest";
import type { Pool } from "../dist/jobs/index.js";
import { runCommandLine } from "../src/cli/program.js";
import type { Prompter } from "../src/cli/terminal.js";

/** Runs a command line in this process. @param prompter who is asked; nobody unless given. @param pool threads that are there already */
export async function parleyWith(args: readonly string[], prompter: Prompter | null = null, pool?: Pool) {
  let [out, err] = ["", ""];
  const code = await runCommandLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    colour: false,
    live: false,
    signal: new AbortController().signal,
    words: commandWordingIn("en"),
    prompter,
    ...(pool && { pool }),
  });
  return { code, out, err };
}

/** A person who gives these answers in turn, then stops; what they were shown. */
export function person(answers: readonly string[]): Prompter & { shown: string[] } {
  const left = [...answers];
  const shown: string[] = [];
  return {
    shown,
    say: (text) => shown.push(text),
    warn: (text) => shown.push(`! ${text}`),
    ask: (text, choices) => {
      shown.push(text);
      const next = left.shift() ?? null;
      if (next !== null && next !== "back") expect(choices.map(({ id }) => id)).toContain(next);
      return Promise.resolve(next);
    },
  };
}
