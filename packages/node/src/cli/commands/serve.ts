// The command that serves the workbench, so that the cases of a folder can be worked on in a browser.
import { readFile, stat } from "node:fs/promises";
import type { CommandWording } from "@parley/core/internal";
import { Command } from "commander";
import { isLoopback, type Serving, serve } from "../../server/index.js";
import { reasonOf } from "../../store/index.js";
import { userName } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { wholeNumber } from "../options.js";
import { stopped, type Terminal } from "../terminal.js";

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
  const words = terminal.words.commands.serve;
  const { flags: help } = words;
  return new Command("serve")
    .description(words.description)
    .argument("[FOLDER]", words.folder, ".")
    .option("--port <N>", help.port(PORT), wholeNumber(terminal.words, 0, 65_535))
    .option("--host <ADDRESS>", help.host, "127.0.0.1")
    .option("--token-file <FILE>", help.tokenFile(SHORTEST_TOKEN))
    .option("--as <NAME>", help.as)
    .option("--first <CASE>", help.first)
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      await expectFolder(words, folder);
      const token = flags.tokenFile === undefined ? null : await readToken(words, flags.tokenFile);
      if (!isLoopback(flags.host) && token === null)
        throw new Failure(words.needsToken(flags.host, SHORTEST_TOKEN), EXIT.usage);
      const serving = await begin(words, folder, flags, token);
      const address = flags.first === undefined ? serving.address : `${serving.address}c/${flags.first}/overview`;
      terminal.out(`${words.at(address)}\n`);
      if (flags.first !== undefined) await serving.prepare(flags.first);
      await stopped(terminal.signal);
      await serving.close();
    });
}

type ServeWords = CommandWording["commands"]["serve"];

async function expectFolder(words: ServeWords, folder: string): Promise<void> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new Failure(words.cannotServe(folder, reasonOf(error)), EXIT.usage);
  });
  if (!found.isDirectory()) throw new Failure(words.isFile(folder), EXIT.usage);
}

async function readToken(words: ServeWords, path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Failure(words.noToken(path, reasonOf(error)), EXIT.usage);
  });
  const token = text.trim();
  if (token.length < SHORTEST_TOKEN) throw new Failure(words.shortToken(path, SHORTEST_TOKEN), EXIT.usage);
  return token;
}

async function begin(
  words: ServeWords,
  folder: string,
  { port, host, as: who }: Flags,
  token: string | null,
): Promise<Serving> {
  try {
    return await serve({
      folder,
      who: who ?? userName() ?? words.unknownUser,
      host,
      port: port ?? PORT,
      otherPorts: port === undefined,
      token,
    });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reasons: Record<string, string> = {
      EADDRINUSE: words.portInUse(port ?? PORT),
      EACCES: words.notAllowed(folder),
      EADDRNOTAVAIL: words.noAddress(host),
      ENOENT: words.notBuilt,
      ENOTFOUND: words.noAddress(host),
    };
    if (!reasons[code]) throw error;
    throw new Failure(reasons[code], EXIT.usage);
  }
}
