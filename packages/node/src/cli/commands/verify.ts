// The command that shows what a plan of inspections would detect, and what could still be hidden from it.
import type { CommandWording, VerifyOptions } from "@parley/core/internal";
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
  const { verify: words, shared } = terminal.words.commands;
  const { json, asOf, share: reader } = sharedOptions(terminal.words);
  return new Command("verify")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--holder <HOLDER>", words.flags.holder))
    .addOption(new Option("--effort <N>", words.flags.effort).argParser(effortIn(terminal.words)))
    .addOption(json())
    .addOption(asOf())
    .addOption(reader())
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(["pays"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const share = flags.share ?? null;
      const negotiation = await openCase(terminal, folder, share);
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

const effortIn =
  ({ commands }: CommandWording) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() === "" || !(value >= 0 && value <= 1e9))
      throw new InvalidArgumentError(commands.shared.expected.number);
    return value;
  };
