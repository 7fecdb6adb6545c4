// The options that many commands share, how their values are checked, and what they mean to an analysis.
import {
  type AnalysisOptions,
  type CommandWording,
  DEFAULT_MODELS,
  isDate,
  lastDay,
  MOST_MODELS,
} from "@parley/core/internal";
import { type Command, InvalidArgumentError, Option } from "commander";

/** Flags as commander gives them. */
export interface SharedFlags {
  readonly json?: boolean;
  readonly seed: number;
  readonly models: number;
  readonly asOf?: string;
  readonly view?: Readonly<Record<string, string>>;
  readonly share?: string;
}

export function wholeNumber({ commands }: CommandWording, least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(commands.shared.expected.wholeNumber(least, most));
    return value;
  };
}

/** The last day of what is given. */
export const dayIn =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (!isDate(text)) throw new InvalidArgumentError(commands.shared.expected.date);
    return lastDay(text);
  };

const viewIn =
  ({ commands }: CommandWording) =>
  (text: string, before: Readonly<Record<string, string>> | undefined): Record<string, string> => {
    const [party, holder, ...rest] = text.split("=");
    if (!party || !holder || rest.length > 0) throw new InvalidArgumentError(commands.shared.expected.view);
    return { ...before, [party]: holder };
  };

/** The day that a file to be written bears; today unless given. */
export const dateOption = (words: CommandWording, description: string): Option =>
  new Option("--date <DATE>", description)
    .default(new Date().toISOString().slice(0, 10), words.commands.shared.today)
    .argParser(dayIn(words));

/** A fresh copy of each shared option, in the order of --help. */
export function sharedOptions(words: CommandWording) {
  const { flags } = words.commands.shared;
  return {
    json: () => new Option("--json", flags.json),
    seed: () => new Option("--seed <N>", flags.seed).default(1).argParser(wholeNumber(words, 0, 2 ** 31)),
    models: () =>
      new Option("--models <N>", flags.models).default(DEFAULT_MODELS).argParser(wholeNumber(words, 1, MOST_MODELS)),
    asOf: () => new Option("--as-of <DATE>", flags.asOf).argParser(dayIn(words)),
    view: () => new Option("--view <PARTY=HOLDER>", flags.view).argParser(viewIn(words)),
    share: () => new Option("--share <READER>", flags.share),
  };
}

/** What the flags mean to an analysis. */
export function analysisOptions({ seed, models, asOf, view: views, share }: SharedFlags): AnalysisOptions {
  return { seed, models, sharedWith: share ?? null, ...(asOf !== undefined && { asOf }), ...(views && { views }) };
}

/** The options that every analysis takes, in the order of --help. */
export function withSharedOptions(words: CommandWording, command: Command): Command {
  const { json, seed, models, asOf, view, share } = sharedOptions(words);
  for (const option of [json, seed, models, asOf, view, share]) command.addOption(option());
  return command;
}
