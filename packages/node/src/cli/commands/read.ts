// The command that finds in documents who said what, and prints each statement with its speaker and place.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Case, CommandWording } from "@parley/core";
import { Command, Option } from "commander";
import { MOST_BYTES, readDocument, readStatements } from "../../documents/index.js";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openCase } from "../open-case.js";
import { dayIn, type SharedFlags, sharedOptions } from "../options.js";
import { type ReadFile, renderReading } from "../render/reading.js";
import type { Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json"> {
  readonly case?: string;
  readonly date?: string;
  readonly all?: boolean;
}

export function readCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.read;
  return new Command("read")
    .description(words.description)
    .argument("<FILES...>", words.files)
    .addOption(new Option("--case <CASE>", words.flags.case))
    .addOption(new Option("--date <DATE>", words.flags.date).argParser(dayIn(terminal.words)))
    .addOption(new Option("--all", words.flags.all))
    .addOption(sharedOptions(terminal.words).json())
    .addHelpText("after", words.examples)
    .action(async (names: string[], flags: Flags) => {
      const negotiation = flags.case === undefined ? null : await openCase(terminal, flags.case, null);
      const found: ReadFile[] = [];
      let failed = 0;
      for (const name of names) {
        const read = await orStopped(terminal, () => readOne(terminal, name, negotiation, flags.date ?? null));
        if (typeof read === "string") {
          failed++;
          terminal.err(`${read}\n`);
          continue;
        }
        found.push(read);
        if (!flags.json) terminal.out(`${renderReading(terminal, read, flags.all ?? false, negotiation)}\n`);
      }
      if (flags.json && found.length > 0)
        terminal.out(`${JSON.stringify(names.length === 1 ? found[0] : found, null, 2)}\n`);
      if (failed > 0) throw new Failure("", EXIT.problems);
    });
}

/** The statements of one file, or why there are none. */
async function readOne(
  { words, signal }: Terminal,
  name: string,
  negotiation: Case | null,
  date: string | null,
): Promise<ReadFile | string> {
  const bytes = await bytesOf(words.commands.read, name);
  if (typeof bytes === "string") return bytes;
  const document = await readDocument(basename(name), bytes, { signal });
  if (!document.ok) return document.reasons.join("\n");
  const seenFrom = date ?? document.value.published ?? null;
  const reading = await readStatements(name, { text: document.value.text, date: seenFrom, negotiation }, signal);
  if (!reading.ok) return reading.reasons.join("\n");
  const remarks = [...document.value.remarks, ...reading.value.remarks];
  return { file: name, ...document.value, date: seenFrom, ...reading.value, remarks };
}

async function bytesOf(words: CommandWording["commands"]["read"], name: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(name);
    if (!found.isFile()) return words.noFile(name);
    if (found.size > MOST_BYTES) return words.tooLarge(name, found.size, MOST_BYTES);
    return await readFile(name);
  } catch (error) {
    return words.unreadable(name, reasonOf(error));
  }
}
