// The command that prints the frontier: every package that leaves nothing on the table.
import { LIKELY } from "@parley/core/internal";
import { Command, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, withSharedOptions } from "../options.js";
import { renderFrontier } from "../render/frontier.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly failOn?: "no-zone";
}

export function frontierCommand(terminal: Terminal): Command {
  const { frontier: words, shared } = terminal.words.commands;
  const command = new Command("frontier").description(words.description).argument("[CASE]", shared.caseFolder, ".");
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.failOn).choices(["no-zone"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const result = await analyse(terminal, "frontier", negotiation, analysisOptions(flags));
      terminal.out(
        flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderFrontier(terminal, result, negotiation)}\n`,
      );
      const none = result.kind === "exact" ? result.noZone !== null : result.noZone >= LIKELY;
      if (flags.failOn === "no-zone" && none) throw new Failure("", EXIT.findings);
    });
}
