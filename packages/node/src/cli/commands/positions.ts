import { DEFAULT_SILENCE } from "@parley/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, day, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { renderPositions } from "../render/positions.js";
import type { Terminal } from "../terminal.js";
import { analyse, analyseIfPossible, NONE } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly since?: string;
  readonly silence: number;
  readonly failOn?: "moved" | "contradicted";
}

export function positionsCommand(terminal: Terminal): Command {
  const command = new Command("positions")
    .description("where each party stood on each issue, how far it moved, and from what that is known")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("--since <DATE>", "list only what moved after this day").argParser(wholeDay))
    .addOption(
      new Option("--silence <DAYS>", "list silences longer than this")
        .default(DEFAULT_SILENCE)
        .argParser(wholeNumber(0, 100_000)),
    );
  return withSharedOptions(command)
    .addOption(
      new Option("--fail-on <CONDITION>", "end with 3 where a position moved, or was contradicted on one day").choices([
        "moved",
        "contradicted",
      ]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley positions cases/hanoi-2019\n  parley positions cases/hanoi-2019 --since 2018-06-12\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const options = analysisOptions(flags);
      const { since, silence } = flags;
      const asked = { ...options, silence, ...(since !== undefined && { since }) };
      const result = await analyse(terminal, "positions", negotiation, asked);
      const wanted = negotiation.offers.length > 1;
      const { value: steps, missing } = wanted
        ? await analyseIfPossible(terminal, "dance", negotiation, options)
        : NONE;
      terminal.out(
        flags.json
          ? `${JSON.stringify({ ...result, dance: steps, ...(missing.length > 0 && { missing }) }, null, 2)}\n`
          : `${renderPositions(terminal, result, steps, missing)}\n`,
      );
      const count = {
        moved: result.tracks.filter(({ movements }) => movements.length > 0).length,
        contradicted: result.tracks.filter((track) => track.positions.some(({ contradicted }) => contradicted)).length,
      };
      if (flags.failOn && count[flags.failOn] > 0) throw new Failure("", EXIT.findings);
    });
}

function wholeDay(text: string): string {
  if (text.length !== 10) throw new InvalidArgumentError("It should be a day such as 2019-02-24.");
  return day(text);
}
