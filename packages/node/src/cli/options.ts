import { type AnalysisOptions, DEFAULT_MODELS, isDate, lastDay, MOST_MODELS } from "@parley/core";
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

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`It should be a whole number from ${least} to ${most}.`);
    return value;
  };
}

export function day(text: string): string {
  if (!isDate(text))
    throw new InvalidArgumentError("It should be a date such as 2019-02-24, or 2019-02 for the end of that month.");
  return lastDay(text);
}

function view(text: string, before: Readonly<Record<string, string>> | undefined): Record<string, string> {
  const [party, holder, ...rest] = text.split("=");
  if (!party || !holder || rest.length > 0)
    throw new InvalidArgumentError("It should be PARTY=HOLDER, such as us=analyst.");
  return { ...before, [party]: holder };
}

/** The day that a file to be written bears. */
export const dateOption = (what: string): Option =>
  new Option("--date <DATE>", `${what}; today unless given`)
    .default(new Date().toISOString().slice(0, 10), "today")
    .argParser(day);

/** A fresh copy of each shared option, in the order of --help. */
export const sharedOptions = {
  json: () => new Option("--json", "print the result object as JSON (docs/results.md says what is in it)"),
  seed: () =>
    new Option("--seed <N>", "seed of the models; the same seed gives the same answer")
      .default(1)
      .argParser(wholeNumber(0, 2 ** 31)),
  models: () =>
    new Option("--models <N>", "models drawn of each party")
      .default(DEFAULT_MODELS)
      .argParser(wholeNumber(1, MOST_MODELS)),
  asOf: () => new Option("--as-of <DATE>", "the day the case is seen from; later records enter nothing").argParser(day),
  view: () => new Option("--view <PARTY=HOLDER>", "whose view of a party to use; may be repeated").argParser(view),
  share: () =>
    new Option(
      "--share <READER>",
      "compute only from what READER (a party, or public) may see; without it the output is CONFIDENTIAL",
    ),
};

/** What the flags mean to an analysis. */
export function analysisOptions({ seed, models, asOf, view: views, share }: SharedFlags): AnalysisOptions {
  return { seed, models, sharedWith: share ?? null, ...(asOf !== undefined && { asOf }), ...(views && { views }) };
}

/** The options that every analysis takes, in the order of --help. */
export function withSharedOptions(command: Command): Command {
  const { json, seed, models, asOf, view: views, share } = sharedOptions;
  for (const option of [json, seed, models, asOf, views, share]) command.addOption(option());
  return command;
}
