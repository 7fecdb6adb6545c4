// The command that compares two versions of a case or a draft: what changed, who gave way, and what that did to value.
import { readFile, stat } from "node:fs/promises";
import {
  type AnalysisOptions,
  type Case,
  describeProblem,
  type Framework,
  type Naming,
  type Outcome,
  type Rounds,
  readFramework,
  rounds,
} from "@parley/core/internal";
import { Command, Option } from "commander";
import { HISTORY_FILE, maySee, parseStoppably, reasonOf } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { noFolder, openCase } from "../open-case.js";
import { analysisOptions, dayIn, type SharedFlags, withSharedOptions } from "../options.js";
import { renderRounds } from "../render/rounds.js";
import type { Terminal } from "../terminal.js";
import { runShown, settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly since?: string;
  readonly failOn?: "changed";
}

export function diffCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.diff;
  const command = new Command("diff")
    .description(words.description)
    .argument("<A>", words.before)
    .argument("[B]", words.after)
    .addOption(new Option("--since <DATE>", words.flags.since).argParser(dayIn(terminal.words)));
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(["changed"]))
    .addHelpText("after", words.examples)
    .action(async (a: string, b: string | undefined, flags: Flags) => {
      const [before, after] = await versions(terminal, a, b, flags);
      const found = settled(terminal, await compare(terminal, before, after, analysisOptions(flags)));
      terminal.out(
        flags.json
          ? `${JSON.stringify(found, null, 2)}\n`
          : `${renderRounds(terminal, found, namingOf(before, after))}\n`,
      );
      if (flags.failOn && found.changes.length > 0) throw new Failure("", EXIT.findings);
    });
}

type Version = Case | Framework;

const isDraft = (version: Version): version is Framework => "kind" in version;

/** Where names are found: in the later case, else the earlier; two drafts are not valued, and have names of parties alone. */
function namingOf(before: Version, after: Version): Naming {
  if (!isDraft(after)) return after;
  return isDraft(before) ? { parties: after.parties, issues: [] } : before;
}

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
  const words = terminal.words.commands.diff;
  const reader = share ?? null;
  if ((b === undefined) === (since === undefined))
    throw new Failure(b === undefined ? words.oneVersion : words.bothGiven, EXIT.usage);
  if (b !== undefined) return [await open(terminal, a, reader), await open(terminal, b, reader)];
  if (!maySee(HISTORY_FILE, reader)) throw new Failure(words.notForSharing, EXIT.usage);
  const now = await openCase(terminal, a, null);
  const past = await cases.past(a, since ?? "", reader);
  if (past === null) throw new Failure(describeProblem(noFolder(terminal, a)), EXIT.problems);
  if (typeof past === "string") throw new Failure(words.noPast(a, since ?? "", past), EXIT.problems);
  const parsed = await orStopped(terminal, () => parseStoppably(past.files, terminal.signal));
  if (parsed.ok) return [parsed.value, now];
  throw new Failure(words.pastProblems(a, since ?? "", parsed.problems.map(describeProblem)), EXIT.problems);
}

const MOST_BYTES = 16 * 1024 * 1024;

/** A case folder, or a framework in a file. */
async function open(terminal: Terminal, path: string, reader: string | null): Promise<Version> {
  const { diff: words, shared } = terminal.words.commands;
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(shared.cannotRead(path, reasonOf(error)), EXIT.usage);
  });
  if (!found.isFile()) return await openCase(terminal, path, reader);
  if (found.size > MOST_BYTES) throw new Failure(words.tooLarge(path), EXIT.problems);
  const draft = settled(terminal, readFramework(path, await readFile(path, "utf8")));
  if (reader !== null && draft.sharedWith !== reader)
    throw new Failure(
      words.notToShare(path, draft.sharedWith === null ? shared.confidential : draft.marking, reader),
      EXIT.usage,
    );
  return draft;
}
