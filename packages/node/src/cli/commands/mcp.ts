// The command that lets an assistant read the cases of a folder, over standard input and output.
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { parseCase } from "@parley/core/internal";
import { Command } from "commander";
import { openPool } from "../../jobs/index.js";
import { assistantServers, type Run, serveAssistant } from "../../mcp/index.js";
import { findCases, type Reader } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { wholeNumber } from "../options.js";
import { stopped, type Terminal } from "../terminal.js";
import { VERSION } from "../version.js";

interface Flags {
  readonly as: string;
  readonly allowProposals?: true;
  readonly port?: number;
}

/** Of one message; more than a text of the longest that is taken. */
const MOST_MESSAGE_BYTES = 8 * 1024 * 1024;
const EVERYTHING = "everything";

/** @param runCommandLine what runs the commands that answer an assistant */
export function mcpCommand(
  terminal: Terminal,
  runCommandLine: (args: readonly string[], terminal: Terminal) => Promise<number>,
): Command {
  const words = terminal.words.commands.mcp;
  return new Command("mcp")
    .description(words.description)
    .argument("[FOLDER]", words.folder, ".")
    .option("--as <READER>", words.flags.as, "public")
    .option("--allow-proposals", words.flags.allowProposals)
    .option("--port <N>", words.flags.port, wholeNumber(terminal.words, 0, 65_535))
    .addHelpText("after", words.examples)
    .action(async (folder: string, { as, allowProposals, port }: Flags) => {
      const reader: Reader = as === EVERYTHING ? null : as;
      await expectReader(terminal, folder, reader);
      const pool = terminal.pool ?? openPool();
      const run: Run = async (args, signal) => {
        let [out, err] = ["", ""];
        const code = await runCommandLine(args, {
          ...terminal,
          out: (text) => {
            out += text;
          },
          err: (text) => {
            err += text;
          },
          colour: false,
          live: false,
          prompter: null,
          signal,
          pool,
        });
        return { code, out, err };
      };
      const make = assistantServers({
        folder,
        reader,
        proposals: allowProposals === true,
        version: VERSION,
        cases,
        run,
        words,
      });
      try {
        if (port === undefined) await speak(terminal, make());
        else await listen(terminal, make, port);
      } finally {
        if (!terminal.pool) await pool.destroy();
      }
    });
}

/** Over standard input and output, until the other side is done. */
async function speak(terminal: Terminal, server: ReturnType<ReturnType<typeof assistantServers>>): Promise<void> {
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MOST_MESSAGE_BYTES });
  transport.onerror = (error) => terminal.err(`${error.message}\n`);
  const ended = new AbortController();
  const end = () => ended.abort();
  process.stdin.once("end", end).once("close", end);
  server.server.onclose = end;
  await server.connect(transport);
  await stopped(AbortSignal.any([terminal.signal, ended.signal]));
  await server.close();
}

/** Over HTTP, until it is stopped. */
async function listen(terminal: Terminal, make: ReturnType<typeof assistantServers>, port: number): Promise<void> {
  const { portInUse } = terminal.words.commands.serve;
  const serving = await serveAssistant(make, port, MOST_MESSAGE_BYTES).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
      throw new Failure(portInUse(port), EXIT.usage);
    throw error;
  });
  terminal.out(`${terminal.words.commands.mcp.at(serving.address)}\n`);
  await stopped(terminal.signal);
  await serving.close();
}

/** A reader is the public, a party of a case, or whoever may see everything: asked of the public part of the cases alone. */
async function expectReader({ words }: Terminal, folder: string, reader: Reader): Promise<void> {
  const { noCases, noParty } = words.commands.mcp;
  const found = await findCases(folder);
  if (found.size === 0) throw new Failure(noCases(folder), EXIT.usage);
  if (reader === null || reader === "public") return;
  const parties = new Set<string>();
  for (const path of found.values()) {
    const read = parseCase((await cases.read(path, "public"))?.files ?? []);
    if (read.ok) for (const { id } of read.value.parties) parties.add(id);
  }
  if (!parties.has(reader)) throw new Failure(noParty(reader, [...parties].sort()), EXIT.usage);
}
