// The command that lets an assistant read the cases of a folder, over standard input and output.
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { parseCase } from "@parley/core/internal";
import { Command } from "commander";
import { openPool } from "../../jobs/index.js";
import { assistantServer, type Run } from "../../mcp/index.js";
import { findCases, type Reader } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { runCommandLine } from "../program.js";
import { stopped, type Terminal } from "../terminal.js";

interface Flags {
  readonly as: string;
  readonly allowProposals?: true;
}

/** Of one message; more than a text of the longest that is taken. */
const MOST_MESSAGE_BYTES = 8 * 1024 * 1024;
const EVERYTHING = "everything";

export function mcpCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.mcp;
  return new Command("mcp")
    .description(words.description)
    .argument("[FOLDER]", words.folder, ".")
    .option("--as <READER>", words.flags.as, "public")
    .option("--allow-proposals", words.flags.allowProposals)
    .addHelpText("after", words.examples)
    .action(async (folder: string, { as, allowProposals }: Flags) => {
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
      const server = assistantServer({ folder, reader, proposals: allowProposals === true, cases, run, words });
      const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MOST_MESSAGE_BYTES });
      transport.onerror = (error) => terminal.err(`${error.message}\n`);
      const ended = new AbortController();
      const end = () => ended.abort();
      process.stdin.once("end", end).once("close", end);
      server.server.onclose = end;
      await server.connect(transport);
      await stopped(AbortSignal.any([terminal.signal, ended.signal]));
      await server.close();
      if (!terminal.pool) await pool.destroy();
    });
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
