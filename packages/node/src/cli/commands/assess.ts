// The command that assesses offers: who would sign each, who gives too much, and who gets too little.
import { readFile, stat } from "node:fs/promises";
import {
  type Assessment,
  type AssessOptions,
  type Case,
  describeProblem,
  LIKELY,
  parsePackage,
} from "@parley/core/internal";
import { Command, Option } from "commander";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, withSharedOptions } from "../options.js";
import { renderAssessment } from "../render/assessment.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly offer?: readonly string[];
  readonly package?: string;
  readonly party?: string;
  readonly against: string;
  readonly within: "proposed" | "any";
  readonly failOn?: Condition;
}

export function assessCommand(terminal: Terminal): Command {
  const { assess: words, shared } = terminal.words.commands;
  const command = new Command("assess")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--offer <ID...>", words.flags.offer))
    .addOption(new Option("--package <FILE>", words.flags.package))
    .addOption(new Option("--party <ID>", words.flags.party))
    .addOption(new Option("--against <WHAT>", words.flags.against).default("today"));
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--within <REACH>", words.flags.within).choices(["proposed", "any"]).default("proposed"))
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(Object.keys(CONDITIONS)))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const result = await analyse(terminal, "assess", negotiation, await assessOptions(terminal, flags, negotiation));
      terminal.out(
        flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderAssessment(terminal, result, negotiation)}\n`,
      );
      if (flags.failOn && found(result, flags.failOn)) throw new Failure("", EXIT.findings);
    });
}

async function assessOptions(terminal: Terminal, flags: Flags, negotiation: Case): Promise<AssessOptions> {
  const own = flags.package === undefined ? null : await readPackage(terminal, flags.package, negotiation);
  return {
    ...analysisOptions(flags),
    against: flags.against,
    within: flags.within,
    ...(flags.offer && { offers: flags.offer }),
    ...(own && { package: own }),
    ...(flags.party !== undefined && { party: flags.party }),
  };
}

const MOST_BYTES = 64 * 1024;

async function readPackage(terminal: Terminal, file: string, negotiation: Case): Promise<Record<string, string>> {
  const read = await readSmall(terminal, file);
  const parsed = parsePackage(file, read, negotiation);
  if (parsed.ok) return parsed.value;
  throw new Failure(parsed.problems.map(describeProblem).join("\n"), EXIT.problems);
}

async function readSmall({ words }: Terminal, file: string): Promise<string> {
  const { assess, shared } = words.commands;
  try {
    const { size, isPlain } = await stat(file).then((found) => ({ size: found.size, isPlain: found.isFile() }));
    if (!isPlain) throw new Failure(assess.package.notPlain(file), EXIT.problems);
    if (size > MOST_BYTES) throw new Failure(assess.package.tooLarge(file), EXIT.problems);
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(shared.cannotRead(file, reasonOf(error)), EXIT.usage);
  }
}

type Verdict = Assessment["offers"][number]["verdicts"][number];

const CONDITIONS = {
  infeasible: ({ classes }: Verdict) => classes.infeasible,
  "no-zone": ({ classes }: Verdict) => classes.noZone,
  "red-line": ({ classes }: Verdict) => classes.redLine,
  "walk-away": ({ parties }: Verdict) => Math.max(...parties.map((party) => party.walksAway)),
  "too-little": ({ split, classes }: Verdict) => classes.split * Math.max(0, ...split.map((party) => party.tooLittle)),
} as const;

type Condition = keyof typeof CONDITIONS;

const found = (result: Assessment, condition: Condition): boolean =>
  result.offers.some(({ verdicts }) => verdicts.some((verdict) => CONDITIONS[condition](verdict) >= LIKELY));
