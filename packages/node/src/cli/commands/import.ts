import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { describeProblem, importedNotes, parseCase } from "@parley/core";
import { Command, Option } from "commander";
import { caseOf, type GivenFile, readScenarioInThread } from "../../scenarios/index.js";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { makeCase } from "../make-folder.js";
import { count } from "../open-case.js";
import { dateOption } from "../options.js";
import { item } from "../render/table.js";
import type { Terminal } from "../terminal.js";

interface Flags {
  readonly output: string;
  readonly date: string;
}

const MOST_BYTES = 20 * 1024 * 1024;
const MOST_FILES = 30;

const EXAMPLES = `
Examples:
  parley import domain.xml buyer.xml seller.xml -o my-talks      # GENIUS
  parley import buyer.json seller.json -o my-talks               # GeniusWeb
  parley import scenario.yml buyer.yml seller.yml -o my-talks    # NegMAS
  parley import preferences.xlsx -o my-talks                     # a sheet for each party
  parley import buyer.csv seller.csv -o my-talks                 # issue, option, weight, score
`;

export function importCommand(terminal: Terminal): Command {
  return new Command("import")
    .description("make a case of a scenario in another program's form, or of spreadsheets")
    .argument("<FILES...>", "the domain and a file for each party, in any order; or one workbook")
    .addOption(
      new Option("-o, --output <CASE>", "folder to make; it must not exist yet, or be empty").makeOptionMandatory(),
    )
    .addOption(dateOption("the day it is dated"))
    .addHelpText("after", EXAMPLES)
    .action(async (names: string[], { output, date }: Flags) => {
      if (names.length > MOST_FILES)
        throw new Failure(`${names.length} files are too many; ${MOST_FILES} is the limit.`, EXIT.usage);
      const files = await Promise.all(names.map(given));
      const job = { files, title: basename(resolve(output)) };
      const read = await orStopped(terminal.signal, () => readScenarioInThread(job, terminal.signal));
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
      await makeCase(output, written);
      // All that the case says of its making, so that nothing stands there which was not said here.
      const { imported, interests } = parsed.value;
      const said = importedNotes({ imported, interests }, interests);
      terminal.out(
        [
          `Made ${output}: ${count(scenario.issues.length, "issue")}, ${scenario.parties.map(({ name }) => name).join(" and ")}.`,
          ...(said.length > 0 ? ["What was left out, or taken to mean something:"] : []),
          ...said.map((note) => item(note, 0)),
          ...(scenario.parties.length === 1
            ? [item("Only one party's preferences were given: add the others' files.", 0)]
            : []),
          `Next: parley frontier ${output}`,
          "",
        ].join("\n"),
      );
    });
}

async function given(path: string): Promise<GivenFile> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Failure(`${path} is no plain file.`, EXIT.usage);
    if (found.size > MOST_BYTES)
      throw new Failure(`${path} is over ${MOST_BYTES / 1024 / 1024} MiB, too large for a scenario.`, EXIT.problems);
    return { name: basename(path), bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot read ${path}: ${reasonOf(error)}.`, EXIT.usage);
  }
}
