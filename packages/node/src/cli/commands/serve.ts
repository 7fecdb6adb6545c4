import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import { isLoopback, type Serving, serve } from "../../server/index.js";
import { reasonOf } from "../../store/index.js";
import { userName } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { wholeNumber } from "../options.js";
import type { Terminal } from "../terminal.js";

interface Flags {
  readonly port?: number;
  readonly host: string;
  readonly tokenFile?: string;
  readonly as?: string;
  readonly first?: string;
}

/** Where the workbench is looked for first. */
const PORT = 4719;
const SHORTEST_TOKEN = 16;

export function serveCommand(terminal: Terminal): Command {
  return new Command("serve")
    .description("the workbench: the cases of a folder in the browser, until stopped")
    .argument("[FOLDER]", "folder of cases, or a case folder", ".")
    .option("--port <N>", `the port; ${PORT} or the next that is free unless given`, wholeNumber(0, 65_535))
    .option("--host <ADDRESS>", "where to listen; beyond this machine only with --token-file", "127.0.0.1")
    .option(
      "--token-file <FILE>",
      `a file with a secret of ${SHORTEST_TOKEN} characters or more, asked of every browser`,
    )
    .option("--as <NAME>", "who edits, for the history; your user name unless given")
    .option("--first <CASE>", "the case to begin with: its address is printed, and its answers are prepared")
    .addHelpText(
      "after",
      "\nExamples:\n  parley serve cases\n  parley serve my-talks --port 8080\n\nEdits are written into the case's files at once; .parley/history.jsonl keeps who changed what. Stop with Ctrl+C.\n",
    )
    .action(async (folder: string, flags: Flags) => {
      await expectFolder(folder);
      const token = flags.tokenFile === undefined ? null : await readToken(flags.tokenFile);
      if (!isLoopback(flags.host) && token === null)
        throw new Failure(
          `${flags.host} can be reached from other machines, and what each side needs is confidential. Put a secret of ${SHORTEST_TOKEN} characters or more into a file that only you may read, and name it with --token-file.`,
          EXIT.usage,
        );
      const serving = await begin(folder, flags, token);
      const address = flags.first === undefined ? serving.address : `${serving.address}c/${flags.first}/overview`;
      terminal.out(`The workbench is at ${address} – stop it with Ctrl+C.\n`);
      if (flags.first !== undefined) await serving.prepare(flags.first);
      await stopped(terminal.signal);
      await serving.close();
    });
}

async function expectFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new Failure(`cannot serve ${folder}: ${reasonOf(error)}. Name a folder of cases.`, EXIT.usage);
  });
  if (!found.isDirectory())
    throw new Failure(`cannot serve ${folder}: it is a file. Name the folder that it is in.`, EXIT.usage);
}

async function readToken(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Failure(`cannot read the token in ${path}: ${reasonOf(error)}.`, EXIT.usage);
  });
  const token = text.trim();
  if (token.length < SHORTEST_TOKEN)
    throw new Failure(`the token in ${path} is too short: ${SHORTEST_TOKEN} characters or more.`, EXIT.usage);
  return token;
}

async function begin(folder: string, { port, host, as: who }: Flags, token: string | null): Promise<Serving> {
  try {
    return await serve({
      folder,
      who: who ?? userName(),
      host,
      port: port ?? PORT,
      otherPorts: port === undefined,
      token,
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reasons: Record<string, string> = {
      EADDRINUSE: `port ${port ?? PORT} is in use, perhaps by another workbench. Stop that one, or choose another with --port.`,
      EACCES: `this machine does not let you listen there, or read ${folder}. Choose a port above 1023 with --port, or another folder.`,
      EADDRNOTAVAIL: `${host} is no address of this machine. Leave --host out, or name one that is.`,
      ENOENT: "the pages are not built yet. Run `npm start` (or `npm run build`) in the clone first.",
      ENOTFOUND: `${host} is no address of this machine. Leave --host out, or name one that is.`,
    };
    if (!reasons[code]) throw error;
    throw new Failure(reasons[code], EXIT.usage);
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
