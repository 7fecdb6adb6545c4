// The command line in two ways: within this process, on threads that stay warm, and as a person starts it.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { commandWordingIn } from "@parley/core/internal";
import { afterAll } from "vitest";
// What runs on workers is what is built.
import { runCommandLine } from "../dist/cli/program.js";
import { openPool, type Pool } from "../dist/jobs/index.js";

export const root = join(import.meta.dirname, "../../..");
export const program = join(root, "packages/node/bin/parley.js");

// As bin/parley.js sets it.
process.env.NODE_ENV = "production";

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let pool: Pool | null = null;
afterAll(async () => {
  await pool?.destroy();
  pool = null;
});

/**
 * Runs a command line in this process. One at a time where `cwd` is given.
 * @param stopAt it is stopped when it has written this
 * @param stopAtBar whether it is stopped, as by Ctrl-C, when its bar of progress appears
 */
export async function parley(
  args: readonly string[],
  { cwd = root, stopAtBar = false, stopAt = null }: { cwd?: string; stopAtBar?: boolean; stopAt?: string | null } = {},
): Promise<Ended> {
  pool ??= openPool();
  const stop = new AbortController();
  let [out, err] = ["", ""];
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await runCommandLine(args, {
      out: (text) => {
        out += text;
        if (stopAt !== null && out.includes(stopAt)) stop.abort();
      },
      err: (text) => {
        err += text;
        if (text.includes("░")) stop.abort();
      },
      colour: false,
      live: stopAtBar,
      signal: stop.signal,
      words: commandWordingIn("en"),
      prompter: null,
      pool,
    });
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** Runs the program as a person does, in a process of its own; Ctrl-C is pressed when it has said something. */
export function startedParley(args: readonly string[], { stopAtOutput = false } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd: root, env: { ...process.env, FORCE_COLOR: "" } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (data: Buffer) => {
      if (stopAtOutput && out === "") child.kill("SIGINT");
      out += data.toString();
    });
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
    });
    child.on("close", (code) => resolve({ code, out, err }));
  });
}
