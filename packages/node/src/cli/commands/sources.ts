// The command that lists the sources of a case, takes in what a file of citations names, and writes them for other programs.
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { type Case, statementsBySource } from "@parley/core/internal";
import { Command, Option } from "commander";
import { addSources, citationForms, MOST_CITATION_BYTES, readCitations } from "../../citations/index.js";
import { reasonOf } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openCase } from "../open-case.js";
import { type SharedFlags, sharedOptions } from "../options.js";
import { columns } from "../render/table.js";
import type { Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json"> {
  readonly add?: string;
  readonly to?: keyof typeof citationForms;
}

export function sourcesCommand(terminal: Terminal): Command {
  const { sources: words, shared } = terminal.words.commands;
  return new Command("sources")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--add <FILE>", words.flags.add))
    .addOption(new Option("--to <FORM>", words.flags.to).choices(Object.keys(citationForms)))
    .addOption(sharedOptions(terminal.words).json())
    .addHelpText("after", words.examples)
    .action(async (folder: string, { add, to, json = false }: Flags) => {
      if (add !== undefined && to !== undefined) throw new Failure(words.one, EXIT.usage);
      const negotiation = await openCase(terminal, folder, null);
      if (add !== undefined) return await addFrom(terminal, folder, negotiation, add);
      if (to !== undefined) return terminal.out(await citationForms[to].write(negotiation.sources));
      terminal.out(`${json ? JSON.stringify(listed(negotiation), null, 2) : table(terminal, negotiation)}\n`);
    });
}

async function addFrom(terminal: Terminal, folder: string, negotiation: Case, file: string): Promise<void> {
  const { sources: words, shared } = terminal.words.commands;
  const bytes = await bytesOf(terminal, file);
  const read = await orStopped(terminal, () => readCitations({ name: basename(file), bytes }, terminal.signal));
  if (!read.ok) throw new Failure(read.reasons.join("\n"), EXIT.problems);
  for (const remark of read.value.remarks) terminal.err(`${remark}\n`);
  const done = await addSources(cases, folder, negotiation, read.value.sources, words.entry).catch((error: unknown) => {
    throw new Failure(shared.cannotRead(folder, reasonOf(error)), EXIT.usage);
  });
  if (done?.outcome?.kind === "refused") throw new Failure(done.outcome.reasons.join("\n"), EXIT.problems);
  if (done === null || done.outcome?.kind === "conflict") throw new Failure(words.changedMeanwhile, EXIT.problems);
  terminal.out(`${words.added(done.added, done.there)}\n`);
}

async function bytesOf({ words }: Terminal, path: string): Promise<Uint8Array> {
  const { importCase, shared } = words.commands;
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(shared.cannotRead(path, reasonOf(error)), EXIT.usage);
  });
  if (!found.isFile()) throw new Failure(shared.noPlainFile(path), EXIT.usage);
  if (found.size > MOST_CITATION_BYTES)
    throw new Failure(importCase.tooLarge(path, MOST_CITATION_BYTES), EXIT.problems);
  return await readFile(path);
}

/** The sources with how many statements rest on each. */
function listed(negotiation: Case) {
  const counts = statementsBySource(negotiation);
  return negotiation.sources.map((source) => ({ ...source, statements: counts.get(source.id) ?? 0 }));
}

function table({ words }: Terminal, negotiation: Case): string {
  const { none, head } = words.commands.sources;
  const rows = listed(negotiation).map(({ id, title, date, author, publisher, grade, statements }) => [
    `${title} [${id}]`,
    date ?? "",
    [author, publisher].filter(Boolean).join(", "),
    grade ?? "",
    String(statements),
  ]);
  return rows.length === 0 ? none : columns([head, ...rows], [36, 12, 18, 6, 10], [4]);
}
