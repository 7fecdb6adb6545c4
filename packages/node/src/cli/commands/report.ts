// The command that writes everything found about a case as a single HTML page to hand over.
import { type CommandWording, viewingOf } from "@parley/core/internal";
import { Command, InvalidArgumentError, Option } from "commander";
import { GENERATOR, renderReport } from "../../report/index.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import type { Terminal } from "../terminal.js";
import { runShown, settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly output: string;
}

export function reportCommand(terminal: Terminal): Command {
  const { report: words, shared } = terminal.words.commands;
  const { seed, models, asOf, view, share } = sharedOptions(terminal.words);
  return new Command("report")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(
      new Option("-o, --output <FILE.html>", words.output).makeOptionMandatory().argParser(htmlFile(terminal.words)),
    )
    .addOption(seed())
    .addOption(models())
    .addOption(asOf())
    .addOption(view())
    .addOption(share())
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const file: OwnFile = { path: flags.output, mark: GENERATOR, kind: "report" };
      await expectOwn(terminal, file);
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const options = analysisOptions(flags);
      const viewing = settled(terminal, viewingOf(negotiation, options));
      const materials = await runShown(terminal, "materials", negotiation, options);
      for (const outcome of Object.values(materials)) if (!outcome.ok && outcome.misuse) settled(terminal, outcome);
      const page = renderReport(negotiation, materials, viewing, terminal.words);
      await writeOwn(terminal, file, page, viewing.sharedWith === null);
      terminal.out(`${shared.wrote([flags.output], viewing.marking)}\n`);
    });
}

const htmlFile =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (!/\.html?$/i.test(text)) throw new InvalidArgumentError(commands.shared.expected.ending([".html"]));
    return text;
  };
