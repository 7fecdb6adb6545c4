import { viewingOf } from "@parley/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { GENERATOR, renderReport } from "../../report/index.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, writeOwn } from "../own-file.js";
import type { Terminal } from "../terminal.js";
import { runShown, settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly output: string;
}

export function reportCommand(terminal: Terminal): Command {
  const { seed, models, asOf, view, share } = sharedOptions;
  return new Command("report")
    .description("everything that was found, as one page to hand over")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("-o, --output <FILE.html>", "where to write it").makeOptionMandatory().argParser(htmlFile))
    .addOption(seed())
    .addOption(models())
    .addOption(asOf())
    .addOption(view())
    .addOption(share())
    .addHelpText(
      "after",
      "\nExamples:\n  parley report cases/hanoi-2019 -o hanoi.html\n  parley report my-talks -o for-the-press.html --share public\n\nOne file without scripts that loads nothing: send it, print it, keep it.\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const file = { path: flags.output, mark: GENERATOR, what: "report of Parley's" };
      await expectOwn(file);
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const options = analysisOptions(flags);
      const viewing = settled(viewingOf(negotiation, options));
      const materials = await runShown(terminal, "materials", negotiation, options);
      for (const outcome of Object.values(materials)) if (!outcome.ok && outcome.misuse) settled(outcome);
      await writeOwn(file, renderReport(negotiation, materials, viewing), viewing.sharedWith === null);
      terminal.out(`Wrote ${flags.output} (${viewing.marking}).\n`);
    });
}

function htmlFile(text: string): string {
  if (!/\.html?$/i.test(text)) throw new InvalidArgumentError("It should end in .html.");
  return text;
}
