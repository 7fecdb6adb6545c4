// The command that writes a case as a scenario for another negotiation program, or as spreadsheets.
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
  const { exportCase: words, shared } = terminal.words.commands;
  const { asOf, view, share } = sharedOptions(terminal.words);
  return new Command("export")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--format <FORM>", words.format).choices(Object.keys(scenarioFormats)).makeOptionMandatory())
    .addOption(new Option("-o, --output <DIR>", shared.folderToMake).makeOptionMandatory())
    .addOption(asOf())
    .addOption(view())
    .addOption(share())
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const { scenario, left } = settled(terminal, scenarioOf(negotiation, analysisOptions(flags)));
      // A reservation is a package in that form, and none need be worth just so much.
      if (flags.format === "geniusweb") left.push(words.reservations);
      const files = scenarioFormats[flags.format](scenario);
      await makeFolder(terminal, flags.output, files, flags.share === undefined);
      const said = words.wrote(Object.keys(files), flags.output, flags.share === undefined, left);
      terminal.out(`${said}\n`);
    });
}
