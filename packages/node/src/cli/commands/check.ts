// The command that lists every problem in the files of a case, each with its file, line and column.
import {
  type Case,
  type CaseFile,
  checkInterests,
  checkRows,
  checkWords,
  describeProblem,
  importedNotes,
  inReadingOrder,
  type Problem,
} from "@parley/core/internal";
import { Command, Option } from "commander";
import { DOCUMENTS, maySee, type Reader, readObservations } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { nameOf, observationsOf, readProblems } from "../open-case.js";
import { type SharedFlags, sharedOptions } from "../options.js";
import { item } from "../render/table.js";
import { paint, type Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json" | "share" | "asOf"> {
  readonly failOn?: "warning";
}

export function checkCommand(terminal: Terminal): Command {
  const { check: words, shared } = terminal.words.commands;
  const { json, asOf: asOfDay, share } = sharedOptions(terminal.words);
  return new Command("check")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(json())
    .addOption(asOfDay())
    .addOption(share())
    .addOption(new Option("--fail-on <CONDITION>", words.failOn).choices(["warning"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const reader = flags.share ?? null;
      const { negotiation, problems, files } = await readProblems(terminal, folder, reader);
      const asOf = flags.asOf ?? negotiation?.asOf ?? "9999-12-31";
      const quoted = negotiation ? await wordProblems(folder, files, negotiation, reader) : [];
      const rows = negotiation ? await rowProblems(terminal, folder, negotiation, reader) : [];
      const all = inReadingOrder([
        ...problems,
        ...(negotiation ? checkInterests(negotiation, asOf) : []),
        ...quoted,
        ...rows,
      ]);
      const errors = all.filter(({ severity }) => severity === "error").length;
      const imported = negotiation ? importedNotes(negotiation) : [];
      terminal.out(
        flags.json
          ? `${JSON.stringify({ ok: errors === 0, problems: all, imported }, null, 2)}\n`
          : report(terminal, folder, all, errors, imported),
      );
      if (errors > 0) throw new Failure("", EXIT.problems);
      if (flags.failOn === "warning" && all.length > 0) throw new Failure("", EXIT.findings);
    });
}

/** What is wrong with words whose documents are kept here; nothing is said of them to a reader who may not see these. */
async function wordProblems(
  folder: string,
  files: readonly CaseFile[],
  negotiation: Case,
  reader: Reader,
): Promise<Problem[]> {
  if (!maySee(DOCUMENTS, reader)) return [];
  const texts = new Map<string, string | null>();
  for (const { document } of negotiation.sources)
    if (document !== null) texts.set(document, await cases.document(folder, document, reader));
  return checkWords(files, negotiation, (document) => texts.get(document) ?? null);
}

/** Rows that cannot be read, and those that nothing judges. */
async function rowProblems(
  terminal: Terminal,
  folder: string,
  negotiation: Case,
  reader: Reader,
): Promise<readonly Problem[]> {
  const rows = await readObservations(await observationsOf(terminal, folder, reader), negotiation);
  return [...rows.problems, ...checkRows(negotiation, rows)];
}

function report(
  terminal: Terminal,
  folder: string,
  problems: readonly Problem[],
  errors: number,
  imported: readonly string[],
): string {
  const lines = problems.map((problem) =>
    paint(terminal, problem.severity === "error" ? "red" : "yellow", describeProblem(problem)),
  );
  const words = terminal.words.commands.check;
  const summary = words.summary(nameOf(folder), errors, problems.length - errors);
  const taken = imported.length > 0 ? [words.imported, ...imported.map((note) => item(note, 0))] : [];
  return `${[...lines, summary, ...taken].join("\n")}\n`;
}
