import type { VerifyOptions } from "@parley/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { type SharedFlags, sharedOptions } from "../options.js";
import { renderVerification } from "../render/verification.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends Pick<SharedFlags, "json" | "share" | "asOf"> {
  readonly holder?: string;
  readonly effort?: number;
  readonly failOn?: "pays";
}

export function verifyCommand(terminal: Terminal): Command {
  return new Command("verify")
    .description("what inspections would see, what stays possible, and what a side may hold")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("--holder <HOLDER>", "whose plan of inspection: verification/HOLDER.yaml"))
    .addOption(new Option("--effort <N>", "in place of the plan's effort, in its unit").argParser(effortOf))
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.asOf())
    .addOption(sharedOptions.share())
    .addOption(new Option("--fail-on <CONDITION>", "end with 3 where breaking the deal pays").choices(["pays"]))
    .addHelpText(
      "after",
      "\nExamples:\n  parley verify cases/hanoi-2019\n  parley verify cases/hanoi-2019 --effort 120 --json\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const share = flags.share ?? null;
      const negotiation = await openCase(folder, share, terminal.signal);
      const options: VerifyOptions = {
        sharedWith: share,
        ...(flags.asOf !== undefined && { asOf: flags.asOf }),
        ...(flags.holder !== undefined && { holder: flags.holder }),
        ...(flags.effort !== undefined && { effort: flags.effort }),
      };
      const found = await analyse(terminal, "verify", negotiation, options);
      terminal.out(
        flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderVerification(terminal, found, negotiation)}\n`,
      );
      if (flags.failOn === "pays" && found.overall && found.overall.value > 0) throw new Failure("", EXIT.findings);
    });
}

function effortOf(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1e9))
    throw new InvalidArgumentError("It should be a number from 0 on.");
  return value;
}
