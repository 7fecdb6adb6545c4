import { Command, Option } from "commander";
import { type ScenarioFormat, scenarioFormats, scenarioOf } from "../../scenarios/index.js";
import { makeFolder } from "../make-folder.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, sharedOptions } from "../options.js";
import type { Terminal } from "../terminal.js";
import { settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly format: ScenarioFormat;
  readonly output: string;
}

export function exportCommand(terminal: Terminal): Command {
  return new Command("export")
    .description("write a case whose preferences are numbers in another program's form, or as spreadsheets")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("--format <FORM>", "which form").choices(Object.keys(scenarioFormats)).makeOptionMandatory())
    .addOption(
      new Option("-o, --output <DIR>", "folder to make; it must not exist yet, or be empty").makeOptionMandatory(),
    )
    .addOption(sharedOptions.asOf())
    .addOption(sharedOptions.view())
    .addOption(sharedOptions.share())
    .addHelpText(
      "after",
      "\nExamples:\n  parley export cases/itex-cypress --format genius -o /tmp/itex\n  parley export my-talks --format xlsx -o for-excel\n\nWhat each side needs is in these files: they are for their owner's eyes, unless made with --share.\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
      const { scenario, left } = settled(scenarioOf(negotiation, analysisOptions(flags)));
      // A reservation is a package in that form, and none need be worth just so much.
      if (flags.format === "geniusweb") left.push("the reservation values");
      const files = scenarioFormats[flags.format](scenario);
      await makeFolder(flags.output, files, flags.share === undefined);
      const missing = left.length > 0 ? ` Left out, since the form cannot say it: ${left.join(", ")}.` : "";
      const mark = flags.share === undefined ? " (CONFIDENTIAL)" : "";
      terminal.out(`Wrote ${Object.keys(files).join(", ")} to ${flags.output}${mark}.${missing}\n`);
    });
}
