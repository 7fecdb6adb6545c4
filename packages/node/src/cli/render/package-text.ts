// Writes a package (a choice of one option for each issue) as a line of text, whole or as what it changes against
// today.
import type { CommandWording, Names } from "@parley/core/internal";

/** A package, or a part of one, by the names of its issues and options. */
export const packageText = (names: Names, options: Readonly<Record<string, string>>): string =>
  Object.entries(options)
    .map(([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`)
    .join("; ");

/** What a package changes against today. */
export function changesText(
  { commands }: CommandWording,
  names: Names,
  options: Readonly<Record<string, string>>,
  today: Readonly<Record<string, string>>,
): string {
  const moved = Object.entries(options).filter(([issue, option]) => today[issue] !== option);
  return moved.length === 0 ? commands.frontier.asToday : packageText(names, Object.fromEntries(moved));
}
