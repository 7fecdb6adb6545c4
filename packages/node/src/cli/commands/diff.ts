import { readFile, stat } from "node:fs/promises";
import {
  type AnalysisOptions,
  type Case,
  describeProblem,
  type Framework,
  type Outcome,
  type Rounds,
  readFramework,
  rounds,
} from "@parley/core";
import { Command, Option } from "commander";
import { HISTORY_FILE, maySee, parseStoppably, reasonOf } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { noFolder, openCase } from "../open-case.js";
import { analysisOptions, day, type SharedFlags, withSharedOptions } from "../options.js";
import { renderRounds } from "../render/rounds.js";
import type { Terminal } from "../terminal.js";
import { runShown, settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly since?: string;
  readonly failOn?: "changed";
}

const EXAMPLES = `
Examples:
  parley diff last-round this-round                  # two copies of a case
  parley draft my-talks --json > round-3.json        # keep a draft …
  parley diff round-3.json my-talks                  # … and compare with it later
  parley diff my-talks --since 2026-03-01            # what the workbench changed after that day
`;

export function diffCommand(terminal: Terminal): Command {
  const command = new Command("diff")
    .description("clause by clause, what moved between two versions, who gave, and what it did")
    .argument("<A>", "the earlier version: a case folder, or a framework kept with parley draft --json")
    .argument("[B]", "the later version")
    .addOption(
      new Option(
        "--since <DATE>",
        "instead of B: compare A as it stood at the end of this day with A as it is",
      ).argParser(day),
    );
  return withSharedOptions(command)
    .addOption(new Option("--fail-on <CONDITION>", "end with 3 where any clause changed").choices(["changed"]))
    .addHelpText("after", EXAMPLES)
    .action(async (a: string, b: string | undefined, flags: Flags) => {
      const [before, after] = await versions(terminal, a, b, flags);
      const found = settled(await compare(terminal, before, after, analysisOptions(flags)));
      terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderRounds(terminal, found)}\n`);
      if (flags.failOn && found.changes.length > 0) throw new Failure("", EXIT.findings);
    });
}

type Version = Case | Framework;

const isDraft = (version: Version): version is Framework => "kind" in version;

/** On a worker wherever a case is to be worked out: that takes long, and can be stopped there. */
async function compare(
  terminal: Terminal,
  before: Version,
  after: Version,
  options: AnalysisOptions,
): Promise<Outcome<Rounds>> {
  if (!isDraft(after)) return await runShown(terminal, "rounds", after, { ...options, before });
  if (!isDraft(before)) return await runShown(terminal, "rounds", before, { ...options, after });
  return rounds(before, after, options);
}

async function versions(
  terminal: Terminal,
  a: string,
  b: string | undefined,
  { share, since }: Flags,
): Promise<[Version, Version]> {
  const reader = share ?? null;
  if ((b === undefined) === (since === undefined))
    throw new Failure(
      b === undefined
        ? "Name two versions, or one with --since: parley diff A B, or parley diff A --since 2026-03-01."
        : "Give either a second version or --since, not both.",
      EXIT.usage,
    );
  if (b !== undefined) return [await open(terminal, a, reader), await open(terminal, b, reader)];
  if (!maySee(HISTORY_FILE, reader))
    throw new Failure(
      "The history of a case is its owner's alone, so --since is not for sharing. Compare two folders instead.",
      EXIT.usage,
    );
  const now = await openCase(a, null, terminal.signal);
  const past = await cases.past(a, since ?? "", reader);
  if (past === null) throw new Failure(describeProblem(noFolder(a)), EXIT.problems);
  if (typeof past === "string")
    throw new Failure(`${a} cannot be seen as it stood on ${since}: ${past}.`, EXIT.problems);
  const parsed = await orStopped(terminal.signal, () => parseStoppably(past.files, terminal.signal));
  if (parsed.ok) return [parsed.value, now];
  throw new Failure(
    `${a}, as it stood on ${since}, had problems:\n${parsed.problems.map(describeProblem).join("\n")}`,
    EXIT.problems,
  );
}

const MOST_BYTES = 16 * 1024 * 1024;

/** A case folder, or a framework in a file. */
async function open(terminal: Terminal, path: string, reader: string | null): Promise<Version> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(`cannot read ${path}: ${reasonOf(error)}.`, EXIT.usage);
  });
  if (!found.isFile()) return await openCase(path, reader, terminal.signal);
  if (found.size > MOST_BYTES) throw new Failure(`${path} is over 16 MiB, so no draft of ours.`, EXIT.problems);
  const draft = settled(readFramework(path, await readFile(path, "utf8")));
  if (reader !== null && draft.sharedWith !== reader)
    throw new Failure(
      `${path} is ${draft.sharedWith === null ? "CONFIDENTIAL" : draft.marking}, and --share ${reader} may show nothing of it. Draft it again with --share ${reader}.`,
      EXIT.usage,
    );
  return draft;
}
