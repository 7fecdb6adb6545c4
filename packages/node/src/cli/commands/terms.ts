// The command that shows what each party takes disputed terms to mean, and what depends on it.
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
  const { terms: words, shared } = terminal.words.commands;
  const command = new Command("terms").description(words.description).argument("[CASE]", shared.caseFolder, ".");
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.failOn).choices(["contested"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
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
