import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { type PlanEntries, type PlanForm, planEntries, planForms } from "../../calendars/index.js";
import { SOLVER_SECONDS } from "../../jobs/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, writeOwn } from "../own-file.js";
import { renderRoadmap } from "../render/roadmap.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly output?: string;
  readonly as?: PlanEntries;
  readonly seconds: number;
  readonly failOn?: "exposed" | "late";
}

export function roadmapCommand(terminal: Terminal): Command {
  const command = new Command("roadmap")
    .description("who does what when, and how exposed each step leaves each side")
    .argument("[CASE]", "case folder", ".")
    .addOption(
      new Option(
        "-o, --output <FILE>",
        "write the plan as a calendar (.ics), for MS Project (.xml), or as a table (.csv)",
      ).argParser(planFile),
    )
    .addOption(
      new Option(
        "--as <ENTRIES>",
        "in a calendar, what commitments are: tasks, with what they wait for (default), or events, which every calendar shows",
      ).choices(planEntries),
    )
    .addOption(
      new Option("--seconds <N>", "how long a solver may work on each faster road; 0: none")
        .default(SOLVER_SECONDS)
        .argParser(wholeNumber(0, 3600)),
    );
  return withSharedOptions(command)
    .addOption(
      new Option(
        "--fail-on <CONDITION>",
        "end with 3 where somebody is exposed beyond what it accepts, or where something is late or misses a milestone",
      ).choices(["exposed", "late"]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley roadmap cases/hanoi-2019\n  parley roadmap cases/hanoi-2019 -o roadmap.ics              # tasks\n  parley roadmap cases/hanoi-2019 -o days.ics --as events     # for calendars that show no tasks\n\nA file that is written again over an older one keeps what did not change, and counts the revisions of what did.\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const file = flags.output === undefined ? null : ownFile(flags.output);
      if (flags.as !== undefined && file?.form !== "ics")
        throw new Failure(
          "--as says what commitments are in a calendar: give one with -o, such as -o plan.ics.",
          EXIT.usage,
        );
      if (file) await expectOwn(file);
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const seconds = file ? 0 : flags.seconds;
      const map = await analyse(terminal, "roadmap", negotiation, { ...analysisOptions(flags), seconds });
      if (file) {
        const before = await readFile(file.path, "utf8").catch(() => null);
        const text = planForms[file.form].write(map, {
          now: new Date(),
          before,
          ...(flags.as && { as: flags.as }),
        });
        await writeOwn(file, text, flags.share === undefined);
        terminal.out(`Wrote ${file.path} (${map.marking}).\n`);
        if (file.form === "ics" && flags.as === undefined)
          terminal.out(
            "Commitments are tasks in it. For a calendar that shows no tasks, such as Google's, add --as events.\n",
          );
      } else terminal.out(flags.json ? `${JSON.stringify(map, null, 2)}\n` : `${renderRoadmap(terminal, map)}\n`);
      const late = map.steps.some((step) => step.late || step.early) || map.milestones.some(({ met }) => !met);
      if ((flags.failOn === "exposed" && map.beyond > 0) || (flags.failOn === "late" && late))
        throw new Failure("", EXIT.findings);
    });
}

const formOf = (path: string): PlanForm | null => {
  const end = extname(path).slice(1).toLowerCase();
  return end === "ics" || end === "xml" || end === "csv" ? end : null;
};

function planFile(text: string): string {
  if (formOf(text) === null) throw new InvalidArgumentError("It should end in .ics, .xml or .csv.");
  return text;
}

function ownFile(path: string) {
  const form = formOf(path) ?? "csv";
  return { path, form, mark: planForms[form].mark, what: "roadmap of Parley's" };
}
