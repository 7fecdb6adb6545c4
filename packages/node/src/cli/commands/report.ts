import { open } from "node:fs/promises";
import { viewingOf } from "@parley/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { GENERATOR, renderReport } from "../../report/index.js";
import { reasonOf, writeWhole } from "../../store/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, sharedOptions } from "../options.js";
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
      await expectOwn(flags.output);
      const negotiation = await openCase(folder, flags.share ?? null);
      const options = analysisOptions(flags);
      const viewing = settled(viewingOf(negotiation, options));
      const materials = await runShown(terminal, "materials", negotiation, options);
      for (const outcome of Object.values(materials)) if (!outcome.ok && outcome.misuse) settled(outcome);
      await save(flags.output, renderReport(negotiation, materials, viewing), viewing.sharedWith === null);
      terminal.out(`Wrote ${flags.output} (${viewing.marking}).\n`);
    });
}

function htmlFile(text: string): string {
  if (!/\.html?$/i.test(text)) throw new InvalidArgumentError("It should end in .html.");
  return text;
}

/** Only a report is written over. */
async function expectOwn(path: string): Promise<void> {
  const head = await firstBytes(path);
  if (head === null || head.includes(GENERATOR)) return;
  throw new Failure(`${path} is there already and is no report of Parley's. Choose another name.`, EXIT.usage);
}

/** The beginning of a file; null where there is none. */
async function firstBytes(path: string): Promise<string | null> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(2048), 0, 2048, 0);
      return buffer.toString("utf8", 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Failure(`cannot write ${path}: ${reasonOf(error)}.`, EXIT.usage);
  }
}

async function save(path: string, text: string, confidential: boolean): Promise<void> {
  try {
    await writeWhole(path, text, confidential ? "confidential" : "open");
  } catch (error) {
    throw new Failure(`cannot write ${path}: ${reasonOf(error)}. Nothing was written.`, EXIT.usage);
  }
}
