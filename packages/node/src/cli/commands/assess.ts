import { readFile, stat } from "node:fs/promises";
import { type Assessment, type AssessOptions, type Case, describeProblem, LIKELY, parsePackage } from "@parley/core";
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
  readonly failOn?: Condition;
}

const EXAMPLES = `
Examples:
  parley assess cases/hanoi-2019
  parley assess cases/hanoi-2019 --offer summit-offer --as-of 2019-03-01
  parley assess cases/hanoi-2019 --offer kimball --against no-deal --json
  parley assess my-talks --package idea.yaml     # idea.yaml: issue: option pairs
  parley assess my-talks --share public          # nothing private is read
`;

export function assessCommand(terminal: Terminal): Command {
  const command = new Command("assess")
    .description("who gives too much and gets too little, offer by offer")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("--offer <ID...>", "assess these offers only"))
    .addOption(
      new Option("--package <FILE>", "assess a package of your own (YAML or JSON); issues left out stay as today"),
    )
    .addOption(new Option("--party <ID>", "the party whose figures come first"))
    .addOption(
      new Option("--against <WHAT>", "what gains and losses are measured from: today, no-deal or an offer").default(
        "today",
      ),
    );
  return withSharedOptions(command)
    .addOption(
      new Option("--fail-on <CONDITION>", "end with 3 where it is likely for any offer assessed").choices(
        Object.keys(CONDITIONS),
      ),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const result = await analyse(terminal, "assess", negotiation, await assessOptions(flags, negotiation));
      terminal.out(
        flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderAssessment(terminal, result, negotiation)}\n`,
      );
      if (flags.failOn && found(result, flags.failOn)) throw new Failure("", EXIT.findings);
    });
}

async function assessOptions(flags: Flags, negotiation: Case): Promise<AssessOptions> {
  const own = flags.package === undefined ? null : await readPackage(flags.package, negotiation);
  return {
    ...analysisOptions(flags),
    against: flags.against,
    ...(flags.offer && { offers: flags.offer }),
    ...(own && { package: own }),
    ...(flags.party !== undefined && { party: flags.party }),
  };
}

const MOST_BYTES = 64 * 1024;

async function readPackage(file: string, negotiation: Case): Promise<Record<string, string>> {
  const read = await readSmall(file);
  const parsed = parsePackage(file, read, negotiation);
  if (parsed.ok) return parsed.value;
  throw new Failure(parsed.problems.map(describeProblem).join("\n"), EXIT.problems);
}

async function readSmall(file: string): Promise<string> {
  try {
    const { size, isPlain } = await stat(file).then((found) => ({ size: found.size, isPlain: found.isFile() }));
    if (!isPlain || size > MOST_BYTES)
      throw new Failure(
        `${file} is no package file: ${isPlain ? "it is over 64 KiB" : "it is not a plain file"}.`,
        EXIT.problems,
      );
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot read ${file}: ${reasonOf(error)}.`, EXIT.usage);
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
