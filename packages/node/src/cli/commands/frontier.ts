import { LIKELY } from "@parley/core";
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
  const command = new Command("frontier")
    .description("every package that leaves nothing for all on the table, and the solutions among them")
    .argument("[CASE]", "case folder", ".");
  return withSharedOptions(command)
    .addOption(
      new Option(
        "--fail-on <CONDITION>",
        "end with 3 where no package suits all (likely, where preferences are imprecise)",
      ).choices(["no-zone"]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley frontier cases/itex-cypress\n  parley frontier cases/panama-1977 --json | jq .adjustedWinner\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const result = await analyse(terminal, "frontier", negotiation, analysisOptions(flags));
      terminal.out(
        flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderFrontier(terminal, result, negotiation)}\n`,
      );
      const none = result.kind === "exact" ? result.noZone !== null : result.noZone >= LIKELY;
      if (flags.failOn === "no-zone" && none) throw new Failure("", EXIT.findings);
    });
}
