// The command that shows where each party stood on each issue over time, and how far it moved.
import { type CommandWording, DEFAULT_SILENCE } from "@parley/core/internal";
import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, dayIn, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { renderPositions } from "../render/positions.js";
import type { Terminal } from "../terminal.js";
import { analyse, analyseIfPossible, NONE } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly since?: string;
  readonly silence: number;
  readonly reliability?: "A" | "B" | "C" | "D" | "E" | "F";
  readonly failOn?: "moved" | "contradicted";
}

export function positionsCommand(terminal: Terminal): Command {
  const { positions: words, shared } = terminal.words.commands;
  const command = new Command("positions")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--since <DATE>", words.flags.since).argParser(wholeDay(terminal.words)))
    .addOption(
      new Option("--silence <DAYS>", words.flags.silence)
        .default(DEFAULT_SILENCE)
        .argParser(wholeNumber(terminal.words, 0, 100_000)),
    );
  command.addOption(
    new Option("--reliability <GRADE>", words.flags.reliability).choices(["A", "B", "C", "D", "E", "F"]),
  );
  return withSharedOptions(terminal.words, command)
    .addOption(new Option("--fail-on <CONDITION>", words.flags.failOn).choices(["moved", "contradicted"]))
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const options = analysisOptions(flags);
      const { since, silence, reliability } = flags;
      const asked = {
        ...options,
        silence,
        ...(since !== undefined && { since }),
        ...(reliability !== undefined && { reliability }),
      };
      const result = await analyse(terminal, "positions", negotiation, asked);
      const wanted = negotiation.offers.length > 1;
      const { value: steps, missing } = wanted
        ? await analyseIfPossible(terminal, "dance", negotiation, options)
        : NONE;
      terminal.out(
        flags.json
          ? `${JSON.stringify({ ...result, dance: steps, ...(missing.length > 0 && { missing }) }, null, 2)}\n`
          : `${renderPositions(terminal, result, steps, missing, negotiation)}\n`,
      );
      const count = {
        moved: result.tracks.filter(({ movements }) => movements.length > 0).length,
        contradicted: result.tracks.filter((track) => track.positions.some(({ contradicted }) => contradicted)).length,
      };
      if (flags.failOn && count[flags.failOn] > 0) throw new Failure("", EXIT.findings);
    });
}

const wholeDay =
  (words: CommandWording) =>
  (text: string): string => {
    if (text.length !== 10) throw new InvalidArgumentError(words.commands.shared.expected.day);
    return dayIn(words)(text);
  };
