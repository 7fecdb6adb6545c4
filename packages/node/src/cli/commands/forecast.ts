// The commands that keep a record of forecasts: put on it what Parley or a person holds to be likely, settle it, and score it.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import {
  addedTo,
  type Forecast,
  ledgerWritten,
  type Outcomes,
  readLedger,
  scoresOf,
  settledIn,
  signedBy,
} from "@parley/core/forecasts";
import { describeProblem, percentText } from "@parley/core/internal";
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { reasonOf } from "../../store/index.js";
import { userName } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, dateOption, dayIn, type SharedFlags, sharedOptions, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { scoresText } from "../render/forecasts.js";
import type { Terminal } from "../terminal.js";
import { analyse, settled } from "./analysis.js";

interface StateFlags extends SharedFlags {
  readonly offer: string;
  readonly due: string;
  readonly date: string;
}

interface AddFlags {
  readonly question: string;
  readonly probability: number;
  readonly low?: number;
  readonly high?: number;
  readonly due: string;
  readonly by: string;
  readonly date: string;
}

export function forecastCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.forecast;
  const { flags: help } = words;
  const day = dayIn(terminal.words);
  const due = () => new Option("--due <DATE>", help.due).argParser(day).makeOptionMandatory();
  const percent = (text: string): number => {
    const value = /^\d{1,3}([.]\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(value <= 100)) throw new InvalidArgumentError(words.percent(text));
    return value / 100;
  };
  const state = withSharedOptions(
    terminal.words,
    new Command("state")
      .description(words.state)
      .argument("<FILE>", words.file)
      .argument("[CASE]", terminal.words.commands.shared.caseFolder, ".")
      .requiredOption("--offer <ID>", help.offer)
      .addOption(due())
      .addOption(dateOption(terminal.words, help.made)),
  ).action((file: string, folder: string, flags: StateFlags) => stateOffer(terminal, file, folder, flags));
  const add = new Command("add")
    .description(words.add)
    .argument("<FILE>", words.file)
    .requiredOption("--question <TEXT>", help.question)
    .addOption(new Option("--probability <PERCENT>", help.probability).argParser(percent).makeOptionMandatory())
    .addOption(new Option("--low <PERCENT>", help.low).argParser(percent))
    .addOption(new Option("--high <PERCENT>", help.high).argParser(percent))
    .addOption(due())
    .addOption(new Option("--by <NAME>", help.by).default(userName()))
    .addOption(dateOption(terminal.words, help.made))
    .action(async (file: string, { question, probability, low, high, due: until, by, date }: AddFlags) => {
      await append(terminal, file, {
        made: date,
        by,
        question,
        due: until,
        probability,
        low: low ?? probability,
        high: high ?? probability,
        case: "",
        digest: "",
      });
    });
  const settle = new Command("settle")
    .description(words.settle)
    .argument("<FILE>", words.file)
    .argument("<ID>", words.id)
    .addArgument(new Argument("<OUTCOME>", words.outcome).choices(["yes", "no", "void"]))
    .addOption(dateOption(terminal.words, help.on))
    .action(async (file: string, id: string, outcome: Outcomes, { date }: { readonly date: string }) => {
      const forecasts = await ledgerIn(terminal, file, true);
      await write(terminal, file, settled(terminal, settledIn(forecasts, id, outcome, date)));
      terminal.out(`${words.settled(id, outcome, date)}\n`);
    });
  const score = new Command("score")
    .description(words.scores)
    .argument("<FILE>", words.file)
    .addOption(dateOption(terminal.words, help.today))
    .addOption(sharedOptions(terminal.words).json())
    .action(async (file: string, { date, json }: { readonly date: string; readonly json?: true }) => {
      const scores = scoresOf(await ledgerIn(terminal, file, true), date);
      terminal.out(`${json ? JSON.stringify(scores, null, 2) : scoresText(terminal, scores)}\n`);
    });
  return new Command("forecast")
    .description(words.description)
    .addHelpText("after", words.examples)
    .addCommand(state)
    .addCommand(add)
    .addCommand(settle)
    .addCommand(score);
}

async function stateOffer(terminal: Terminal, file: string, folder: string, flags: StateFlags): Promise<void> {
  const { words } = terminal;
  const { forecast } = words.commands;
  const negotiation = await openCase(terminal, folder, flags.share ?? null);
  const assessment = await analyse(terminal, "assess", negotiation, {
    ...analysisOptions(flags),
    offers: [flags.offer],
    turning: false,
  });
  const chance = signedBy(assessment, flags.offer);
  const offer = negotiation.offers.find(({ id }) => id === flags.offer);
  if (!chance || !offer) throw new Failure(forecast.noOffer(flags.offer), EXIT.problems);
  await append(terminal, file, {
    ...chance,
    made: flags.date,
    by: forecast.parley,
    question: forecast.signed(offer.name, negotiation.title, flags.due),
    due: flags.due,
    case: negotiation.title,
    digest: negotiation.digest,
  });
}

/** What a record of ours begins with. */
const ownFile = (path: string): OwnFile => ({ path, mark: "question", kind: "ledger" });

async function append(terminal: Terminal, file: string, one: Parameters<typeof addedTo>[1]): Promise<void> {
  const { forecast } = terminal.words.commands;
  const forecasts = settled(terminal, addedTo(await ledgerIn(terminal, file, false), one));
  await write(terminal, file, forecasts);
  const last = forecasts.at(-1);
  if (last) terminal.out(`${forecast.added(last.id, percentText(last.probability), last.question)}\n`);
}

const write = (terminal: Terminal, file: string, forecasts: readonly Forecast[]): Promise<void> =>
  writeOwn(terminal, ownFile(file), ledgerWritten(forecasts), true);

/** More than the most forecasts that a record may hold. */
const MOST_LETTERS = 32_000_000;

/** @throws Failure where it cannot be read whole: nothing is written over it then */
async function ledgerIn(terminal: Terminal, file: string, needed: boolean): Promise<readonly Forecast[]> {
  const { forecast, shared } = terminal.words.commands;
  await expectOwn(terminal, ownFile(file));
  if (!existsSync(file)) {
    if (needed) throw new Failure(forecast.noFile(file), EXIT.usage);
    return [];
  }
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Failure(shared.cannotRead(file, reasonOf(error)), EXIT.usage);
  });
  // Read in part it would be written over in part.
  if (text.length > MOST_LETTERS) throw new Failure(forecast.tooLarge(file, MOST_LETTERS / 1e6), EXIT.problems);
  const { forecasts, problems } = readLedger(file, text);
  if (problems.length > 0) throw new Failure(forecast.notRead(problems.map(describeProblem), file), EXIT.problems);
  return forecasts;
}
