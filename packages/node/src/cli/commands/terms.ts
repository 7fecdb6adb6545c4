import { Command, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, withSharedOptions } from "../options.js";
import { renderTerms } from "../render/terms.js";
import type { Terminal } from "../terminal.js";
import { analyse, analyseIfPossible, NONE } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly failOn?: "contested";
}

export function termsCommand(terminal: Terminal): Command {
  const command = new Command("terms")
    .description("what each side takes the words to mean, what that would oblige, and what hangs on it")
    .argument("[CASE]", "case folder", ".");
  return withSharedOptions(command)
    .addOption(
      new Option("--fail-on <CONDITION>", "end with 3 where a term has a contested part").choices(["contested"]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley terms cases/hanoi-2019\n  parley terms --json | jq '.terms[].counts'\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const options = analysisOptions(flags);
      const result = await analyse(terminal, "terms", negotiation, options);
      const wanted = result.terms.length > 0;
      const { value: worths, missing } = wanted
        ? await analyseIfPossible(terminal, "readingWorths", negotiation, options)
        : NONE;
      terminal.out(
        flags.json
          ? `${JSON.stringify({ ...result, worths, ...(missing.length > 0 && { missing }) }, null, 2)}\n`
          : `${renderTerms(terminal, result, worths, missing, negotiation)}\n`,
      );
      if (flags.failOn && result.terms.some(({ counts }) => counts.contested > 0)) throw new Failure("", EXIT.findings);
    });
}
