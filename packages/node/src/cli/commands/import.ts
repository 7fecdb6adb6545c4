// The command that makes a new case from a scenario of another negotiation program, or from spreadsheets.
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { describeProblem, importedNotes, parseCase } from "@parley/core/internal";
import { Command, Option } from "commander";
import { caseOf, type GivenFile, readScenarioInThread } from "../../scenarios/index.js";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { makeCase } from "../make-folder.js";
import { dateOption } from "../options.js";
import { item } from "../render/table.js";
import type { Terminal } from "../terminal.js";

interface Flags {
  readonly output: string;
  readonly date: string;
}

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 30;

export function importCommand(terminal: Terminal): Command {
  const { importCase: words, shared } = terminal.words.commands;
  return new Command("import")
    .description(words.description)
    .argument("<FILES...>", words.files)
    .addOption(new Option("-o, --output <CASE>", shared.folderToMake).makeOptionMandatory())
    .addOption(dateOption(terminal.words, words.flags.date))
    .addHelpText("after", words.examples)
    .action(async (names: string[], { output, date }: Flags) => {
      if (names.length > MOST_FILES) throw new Failure(words.tooMany(names.length, MOST_FILES), EXIT.usage);
      const files = await Promise.all(names.map((name) => given(terminal, name)));
      const job = { files, title: basename(resolve(output)) };
      const read = await orStopped(terminal, () => readScenarioInThread(job, terminal.signal));
      if (!read.ok) throw new Failure(read.reasons.join("\n"), EXIT.problems);
      const { scenario, notes } = read.value;
      const written = caseOf(
        scenario,
        files.map(({ name }) => name),
        notes,
        date,
      );
      const parsed = parseCase(Object.entries(written).map(([path, text]) => ({ path, text })));
      if (!parsed.ok) throw new Failure(parsed.problems.map(describeProblem).join("\n"), EXIT.problems);
      await makeCase(terminal, output, written);
      // All that the case says of its making, so that nothing stands there which was not said here.
      const { imported, interests } = parsed.value;
      const said = importedNotes({ imported, interests }, interests);
      terminal.out(
        [
          words.made(
            output,
            scenario.issues.length,
            scenario.parties.map(({ name }) => name),
          ),
          ...(said.length > 0 ? [words.notes] : []),
          ...said.map((note) => item(note, 0)),
          ...(scenario.parties.length === 1 ? [item(words.oneParty, 0)] : []),
          words.next(output),
          "",
        ].join("\n"),
      );
    });
}

async function given({ words }: Terminal, path: string): Promise<GivenFile> {
  const { importCase, shared } = words.commands;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Failure(shared.noPlainFile(path), EXIT.usage);
    if (found.size > MOST_BYTES) throw new Failure(importCase.tooLarge(path, MOST_BYTES), EXIT.problems);
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(shared.cannotRead(path, reasonOf(error)), EXIT.usage);
  }
}
