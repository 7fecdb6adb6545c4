import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Case } from "@parley/core";
import { Command, Option } from "commander";
import { MOST_BYTES, readDocument, readStatements } from "../../documents/index.js";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openCase } from "../open-case.js";
import { day, type SharedFlags, sharedOptions } from "../options.js";
import { plain, plainJson } from "../render/plain.js";
import { type ReadFile, renderReading } from "../render/reading.js";
import type { Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json"> {
  readonly case?: string;
  readonly date?: string;
  readonly all?: boolean;
}

const EXAMPLES = `
Examples:
  parley read article.html                                   # who said what, in which words
  parley read communique.pdf --case cases/hanoi-2019         # with the issues and options it speaks to
  parley read speech.docx --date 2019-02-28 --json | jq '.statements[].speaker.name'
`;

export function readCommand(terminal: Terminal): Command {
  return new Command("read")
    .description("find who said what in a document: article, transcript, communiqué (text, HTML, PDF, .docx)")
    .argument("<FILES...>", "documents; what cannot be read is said, and the rest goes on")
    .addOption(new Option("--case <CASE>", "suggest its issues and options"))
    .addOption(new Option("--date <DATE>", "the day of the document, where it does not say").argParser(day))
    .addOption(new Option("--all", "also what is less likely than not, and words in quotation marks that nobody said"))
    .addOption(sharedOptions.json())
    .addHelpText("after", EXAMPLES)
    .action(async (names: string[], flags: Flags) => {
      const negotiation = flags.case === undefined ? null : await openCase(flags.case, null, terminal.signal);
      const found: ReadFile[] = [];
      let failed = 0;
      for (const name of names) {
        const read = await orStopped(terminal.signal, () =>
          readOne(name, negotiation, flags.date ?? null, terminal.signal),
        );
        if (typeof read === "string") {
          failed++;
          terminal.err(`${plain(read)}\n`);
          continue;
        }
        found.push(read);
        if (!flags.json) terminal.out(`${renderReading(terminal, read, flags.all ?? false)}\n`);
      }
      if (flags.json && found.length > 0) terminal.out(`${plainJson(names.length === 1 ? found[0] : found)}\n`);
      if (failed > 0) throw new Failure("", EXIT.problems);
    });
}

/** The statements of one file, or why there are none. */
async function readOne(
  name: string,
  negotiation: Case | null,
  date: string | null,
  signal: AbortSignal,
): Promise<ReadFile | string> {
  const bytes = await bytesOf(name);
  if (typeof bytes === "string") return bytes;
  const document = await readDocument(basename(name), bytes, { signal });
  if (!document.ok) return document.reasons.join("\n");
  const seenFrom = date ?? document.value.published ?? null;
  const reading = await readStatements(name, { text: document.value.text, date: seenFrom, negotiation }, signal);
  if (!reading.ok) return reading.reasons.join("\n");
  const remarks = [...document.value.remarks, ...reading.value.remarks];
  return { file: name, ...document.value, date: seenFrom, ...reading.value, remarks };
}

async function bytesOf(name: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(name);
    if (!found.isFile()) return `${name}: it is no file.`;
    if (found.size > MOST_BYTES)
      return `${name}: it has ${Math.ceil(found.size / 1024 / 1024)} MB; ${MOST_BYTES / 1024 / 1024} MB is the limit: give the part that matters.`;
    return await readFile(name);
  } catch (error) {
    return `${name}: it cannot be read (${reasonOf(error)}).`;
  }
}
