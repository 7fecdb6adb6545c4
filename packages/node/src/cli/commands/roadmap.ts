// The command that plans who does what when, and shows or exports the plan and how exposed it leaves each side.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { type Case, type CommandWording, namesIn, proposedCommitments, viewingOf } from "@parley/core/internal";
import { Command, InvalidArgumentError, Option } from "commander";
import { stringify } from "yaml";
import { type PlanEntries, type PlanForm, planEntries, planForms } from "../../calendars/index.js";
import { SOLVER_SECONDS } from "../../jobs/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { renderRoadmap } from "../render/roadmap.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly output?: string;
  readonly as?: PlanEntries;
  readonly propose?: true;
  readonly seconds: number;
  readonly failOn?: "exposed" | "late";
}

export function roadmapCommand(terminal: Terminal): Command {
  const { roadmap: words, shared } = terminal.words.commands;
  const command = new Command("roadmap")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("-o, --output <FILE>", words.flags.output).argParser(planFile(terminal.words)))
    .addOption(new Option("--as <ENTRIES>", words.flags.as).choices(planEntries))
    .addOption(new Option("--propose", words.flags.propose).conflicts(["output", "as"]))
    .addOption(
      new Option("--seconds <N>", words.flags.seconds)
        .default(SOLVER_SECONDS)
        .argParser(wholeNumber(terminal.words, 0, 3600)),
    );
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(["exposed", "late"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const file = flags.output === undefined ? null : ownFile(flags.output);
      if (flags.as !== undefined && file?.form !== "ics") throw new Failure(words.asWithoutCalendar, EXIT.usage);
      if (file) await expectOwn(terminal, file);
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      if (flags.propose) return propose(terminal, negotiation, flags);
      const seconds = file ? 0 : flags.seconds;
      const map = await analyse(terminal, "roadmap", negotiation, { ...analysisOptions(flags), seconds });
      if (file) {
        const before = await readFile(file.path, "utf8").catch(() => null);
        const text = planForms[file.form].write(map, {
          now: new Date(),
          before,
          ...(flags.as && { as: flags.as }),
        });
        await writeOwn(terminal, file, text, flags.share === undefined);
        terminal.out(`${shared.wrote([file.path], map.marking)}\n`);
        if (file.form === "ics" && flags.as === undefined) terminal.out(`${words.tasks}\n`);
      } else
        terminal.out(
          flags.json ? `${JSON.stringify(map, null, 2)}\n` : `${renderRoadmap(terminal, map, negotiation)}\n`,
        );
      const late = map.steps.some((step) => step.late || step.early) || map.milestones.some(({ met }) => !met);
      if ((flags.failOn === "exposed" && map.beyond > 0) || (flags.failOn === "late" && late))
        throw new Failure("", EXIT.findings);
    });
}

/** What each side would promise, as agreement.yaml has it: printed, so that nobody's file is changed. */
function propose(terminal: Terminal, negotiation: Case, flags: Flags): void {
  const words = terminal.words.commands.roadmap;
  const viewing = viewingOf(negotiation, analysisOptions(flags));
  if (!viewing.ok) throw new Failure(viewing.reasons.join(" "), EXIT.problems);
  const found = proposedCommitments(negotiation, viewing.value.asOf);
  if (!found) throw new Failure(words.noPackage, EXIT.problems);
  const { commitments, left } = found;
  if (commitments.length + left.length === 0) throw new Failure(words.allPromised(found.package), EXIT.problems);
  terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : stringify({ commitments }));
  for (const line of [words.proposed(found.package), ...terminal.words.roadmap.left(left, namesIn(negotiation))])
    terminal.err(`${line}\n`);
}

const formOf = (path: string): PlanForm | null => {
  const end = extname(path).slice(1).toLowerCase();
  return end === "ics" || end === "xml" || end === "csv" ? end : null;
};

const planFile =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (formOf(text) === null)
      throw new InvalidArgumentError(commands.shared.expected.ending([".ics", ".xml", ".csv"]));
    return text;
  };

function ownFile(path: string): OwnFile & { readonly form: PlanForm } {
  const form = formOf(path) ?? "csv";
  return { path, form, mark: planForms[form].mark, kind: "roadmap" };
}
