// The start of the parley program: connects the command line to the process, its streams and its signals, and runs it.
import { commandWordingIn } from "@parley/core/internal";
import { runCommandLine } from "./program.js";
import { promptOn } from "./prompter.js";

const words = commandWordingIn("en");
const stop = new AbortController();
process.removeAllListeners("SIGINT");
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());
// A reader that has seen enough (`| head`) closes the pipe: the rest goes nowhere, and the exit code stays what it is.
let unwritten: string | null = null;
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") unwritten = error.code ?? words.commands.program.unknownReason;
});
process.once("beforeExit", () => {
  if (unwritten === null) return;
  process.stderr.write(`${words.commands.program.unwritten(unwritten)}\n`);
  process.exitCode = 1;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  live: process.stderr.isTTY === true,
  signal: stop.signal,
  words,
  prompter: process.stdin.isTTY && process.stdout.isTTY ? promptOn(process.stdin, process.stdout, words) : null,
});
