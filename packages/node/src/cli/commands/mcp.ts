// The command that lets an assistant read the cases of a folder, over standard input and output.
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { parseCase } from "@parley/core/internal";
import { Command, Option } from "commander";
import { openPool } from "../../jobs/index.js";
import { type AssistantServers, assistantServers, type Run, serveAssistant } from "../../mcp/index.js";
import { type Cases, casesIn, findCases, type Reader } from "../../store/index.js";
import { userName } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { wholeNumber } from "../options.js";
import { stopped, type Terminal } from "../terminal.js";
import { VERSION } from "../version.js";

interface Flags {
  readonly as?: string;
  readonly everything?: true;
  readonly allowProposals?: true;
  readonly port?: number;
}

/** Of one message; more than a text of the longest that is taken. */
const MOST_MESSAGE_BYTES = 8 * 1024 * 1024;

/** @param runCommandLine what runs the commands that answer an assistant */
export function mcpCommand(
  terminal: Terminal,
  runCommandLine: (args: readonly string[], terminal: Terminal) => Promise<number>,
): Command {
  const words = terminal.words.commands.mcp;
  return new Command("mcp")
    .description(words.description)
    .argument("[FOLDER]", words.folder, ".")
    .option("--as <READER>", words.flags.as)
    .addOption(new Option("--everything", words.flags.everything).conflicts("as"))
    .option("--allow-proposals", words.flags.allowProposals)
    .option("--port <N>", words.flags.port, wholeNumber(terminal.words, 0, 65_535))
    .addHelpText("after", words.examples)
    .action(async (given: string, { as = "public", everything, allowProposals, port }: Flags) => {
      const reader: Reader = everything ? null : as;
      // Absolute, so that nothing in it is taken for a flag, and it can be told from other text.
      const folder = resolve(given);
      const cases = casesIn(folder, userName());
      await expectReader(terminal, folder, cases, reader);
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
      const servers = assistantServers({
        folder,
        reader,
        proposals: allowProposals === true,
        version: VERSION,
        cases,
        run,
        words,
      });
      try {
        if (port === undefined) await speak(terminal, servers);
        else await listen(terminal, servers, port);
      } finally {
        if (!terminal.pool) await pool.destroy();
      }
    });
}

/** Over standard input and output, until the other side is done. */
async function speak(terminal: Terminal, { make, idle }: AssistantServers): Promise<void> {
  const server = make();
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MOST_MESSAGE_BYTES });
  transport.onerror = (error) => terminal.err(`${error.message}\n`);
  const ended = new AbortController();
  const end = () => ended.abort();
  process.stdin.once("end", end).once("close", end);
  server.server.onclose = end;
  await server.connect(transport);
  await stopped(AbortSignal.any([terminal.signal, ended.signal]));
  // What was asked before the input ended is answered.
  if (!terminal.signal.aborted) {
    await setImmediate();
    await idle();
    await setImmediate();
  }
  await server.close();
}

/** Over HTTP, until it is stopped. */
async function listen(terminal: Terminal, { make }: AssistantServers, port: number): Promise<void> {
  const { portInUse } = terminal.words.commands.serve;
  const serving = await serveAssistant(terminal.words.commands.mcp, make, port, MOST_MESSAGE_BYTES).catch(
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "EADDRINUSE")
        throw new Failure(portInUse(port), EXIT.usage);
      throw error;
    },
  );
  terminal.out(`${terminal.words.commands.mcp.at(serving.address)}\n`);
  await stopped(terminal.signal);
  await serving.close();
}

/** A reader is the public, a party of a case, or whoever may see everything: asked of the public part of the cases alone. */
async function expectReader({ words }: Terminal, folder: string, cases: Cases, reader: Reader): Promise<void> {
  const { noCases, noParty } = words.commands.mcp;
  const found = await findCases(folder);
  if (found.size === 0) throw new Failure(noCases(folder), EXIT.usage);
  if (reader === null || reader === "public") return;
  const parties = new Set<string>();
  for (const id of found.keys()) {
    const read = parseCase((await cases.read(id, "public"))?.files ?? []);
    if (read.ok) for (const party of read.value.parties) parties.add(party.id);
  }
  if (!parties.has(reader)) throw new Failure(noParty(reader, [...parties].sort()), EXIT.usage);
}
