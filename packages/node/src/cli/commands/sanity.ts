// The command that shows the least that each file of interests would still sign.
import { Command, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, withSharedOptions } from "../options.js";
import { renderSanity } from "../render/sanity.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly failOn?: "low";
}

export function sanityCommand(terminal: Terminal): Command {
  const { sanity: words, shared } = terminal.words.commands;
  const command = new Command("sanity").description(words.description).argument("[CASE]", shared.caseFolder, ".");
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.failOn).choices(["low"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const result = await analyse(terminal, "sanity", negotiation, analysisOptions(flags));
      terminal.out(
        flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderSanity(terminal, result, negotiation)}\n`,
      );
      if (flags.failOn && result.parties.some(({ low }) => low)) throw new Failure("", EXIT.findings);
    });
}
