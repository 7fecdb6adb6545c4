// The command that reports whether an agreement is being kept: what is broken, at risk or due.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type CommandWording, describeProblem, isBroken, OPEN_STANDINGS } from "@parley/core/internal";
import { Command, InvalidArgumentError, Option } from "commander";
import { type AlertForm, alertForms } from "../../calendars/index.js";
import type { MonitorAnswer } from "../../jobs/index.js";
import { observationsIn } from "../../store/index.js";
import { EXIT, Failure } from "../failure.js";
import { observationsOf, openCase } from "../open-case.js";
import { dayIn, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { renderChanges, renderMonitoring } from "../render/monitoring.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends Pick<SharedFlags, "json" | "share" | "asOf"> {
  readonly knownAt?: string;
  readonly with?: string;
  readonly output?: string;
  readonly skipMalformed?: boolean;
  readonly failOn?: "broken" | "open";
}

export function monitorCommand(terminal: Terminal): Command {
  const { monitor: words, shared } = terminal.words.commands;
  const { json, asOf, share } = sharedOptions(terminal.words);
  return new Command("monitor")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--known-at <DATE>", words.flags.knownAt).argParser(dayIn(terminal.words)))
    .addOption(new Option("--with <FILE>", words.flags.with))
    .addOption(new Option("-o, --output <FILE>", words.flags.output).argParser(alertFile(terminal.words)))
    .addOption(new Option("--skip-malformed", words.flags.skipMalformed))
    .addOption(json())
    .addOption(asOf())
    .addOption(share())
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(["broken", "open"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      if (flags.with !== undefined && flags.output !== undefined) throw new Failure(words.withOutput, EXIT.usage);
      const file = flags.output === undefined ? null : ownFile(flags.output);
      if (file) await expectOwn(terminal, file);
      const reader = flags.share ?? null;
      const negotiation = await openCase(terminal, folder, reader);
      const watched = await analyse(terminal, "monitor", negotiation, {
        sharedWith: reader,
        ...(flags.asOf !== undefined && { asOf: flags.asOf }),
        ...(flags.knownAt !== undefined && { knownAt: flags.knownAt }),
        ...(flags.with !== undefined && { more: observationsIn(flags.with) }),
        observations: await observationsOf(terminal, folder, reader),
      });
      const { found, more, malformed } = watched;
      sayProblems(terminal, watched);
      if (more) {
        const { changes, remarks, after, rows } = more;
        terminal.out(
          flags.json
            ? `${JSON.stringify({ changes, remarks, after }, null, 2)}\n`
            : `${renderChanges(terminal, after, changes, remarks, rows)}\n`,
        );
      } else if (file) {
        const before = await readFile(file.path, "utf8").catch(() => null);
        await writeOwn(
          terminal,
          file,
          alertForms[file.form].write(found, { now: new Date(), before }),
          flags.share === undefined,
        );
        terminal.out(`${shared.wrote([file.path], found.marking)}\n`);
      } else
        terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderMonitoring(terminal, found)}\n`);
      if (malformed > 0 && !flags.skipMalformed) throw new Failure(words.malformed(malformed), EXIT.problems);
      const lost = (more?.remarks ?? []).filter(({ kind }) => kind === "unspoken");
      if (lost.length > 0 && !flags.skipMalformed)
        throw new Failure(words.unspoken(lost.map(({ about }) => about)), EXIT.problems);
      const { obligations } = more?.after ?? found;
      const broken = obligations.some(isBroken);
      const open = broken || obligations.some(({ standing }) => OPEN_STANDINGS.includes(standing));
      if ((flags.failOn === "broken" && broken) || (flags.failOn === "open" && open))
        throw new Failure("", EXIT.findings);
    });
}

/** Rows that could not be read, on stderr. */
function sayProblems(terminal: Terminal, { problems, malformed }: MonitorAnswer): void {
  for (const problem of problems) terminal.err(`${describeProblem(problem)}\n`);
  if (malformed > problems.length)
    terminal.err(`${terminal.words.commands.monitor.moreProblems(malformed - problems.length)}\n`);
}

const formOf = (path: string): AlertForm | null => {
  const end = extname(path).slice(1).toLowerCase();
  return end === "ics" || end === "atom" || end === "csv" ? end : null;
};

const alertFile =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (formOf(text) === null)
      throw new InvalidArgumentError(commands.shared.expected.ending([".ics", ".atom", ".csv"]));
    return text;
  };

function ownFile(path: string): OwnFile & { readonly form: AlertForm } {
  const form = formOf(path) ?? "csv";
  return { path, form, mark: alertForms[form].mark, kind: "alerts" };
}
