// Formats the frontier (the packages that leave nothing on the table) and the solutions on it as text for the terminal.

import type { ExactFrontier, FrontierResult, Names, SharedFrontier } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { heading } from "./heading.js";
import { changesText, packageText } from "./package-text.js";
import { type Named, spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

const MOST_SHOWN = 20;

/** The frontier as text: its size, the first packages, the solutions. */
export function renderFrontier(terminal: Terminal, result: FrontierResult, negotiation: Named): string {
  const names = spokenNames(negotiation, result);
  const body = result.kind === "exact" ? exact(terminal, result, names) : shares(terminal, result, names);
  return `${heading(terminal, result, names)}\n${body}`;
}

function exact(terminal: Terminal, result: ExactFrontier, names: Names): string {
  const { count, exact: isExact, error, packages, today, passing } = result;
  const words = terminal.words.commands.frontier.exact;
  const parties = Object.keys(packages[0]?.values ?? {});
  const rows = packages.slice(0, MOST_SHOWN).map(({ options, values, ties }) =>
    words.row(
      parties.map((party) => values[party] ?? 0),
      ties,
      changesText(terminal.words, names, options, today),
    ),
  );
  // A party at the head of a column, without its article; a long name wraps.
  const head = words.head(parties.map((party) => terminal.words.names.short(names.party(party))));
  return [
    paint(terminal, "bold", isExact ? words.size(count) : words.covering(count, error)),
    ...(passing ? [words.passing(passing.count, passing.of)] : []),
    columns(
      [head, ...rows],
      [...parties.map(() => 9), 5, 80 - 10 * parties.length - 7],
      parties.map((_, k) => k),
    ),
    ...(count > MOST_SHOWN ? [words.more(count - MOST_SHOWN)] : []),
    "",
    ...solved(terminal, result, parties, names),
    ...(result.betweenSteps ? between(terminal, result.betweenSteps, parties, names) : []),
    ...(result.noZone ? [wrap(noZoneText(terminal, result.noZone, names))] : []),
    ...(result.adjustedWinner ? divided(terminal, result.adjustedWinner, names) : []),
  ].join("\n");
}

function solved(terminal: Terminal, { solutions }: ExactFrontier, parties: readonly string[], names: Names): string[] {
  const words = terminal.words.commands.frontier.exact;
  const lines = Object.values(solutions).flatMap(({ name, packages, warning }) => [
    paint(terminal, "cyan", words.solution(name, warning ?? null)),
    ...(packages.length === 0 ? [`  ${words.unsolved}`] : []),
    ...packages.map(({ values, options }) => {
      const each = parties.map((party) => ({ name: names.party(party), value: values[party] ?? 0 }));
      return item(words.solved(each, packageText(names, options)));
    }),
  ]);
  return lines.map((line) => (line.length > 80 && !line.includes("\n") ? wrap(line) : line));
}

/** Where one issue may take any number: the solutions in closed form, not at its steps. */
function between(
  terminal: Terminal,
  { issue, nash, kalaiSmorodinsky }: NonNullable<ExactFrontier["betweenSteps"]>,
  parties: readonly string[],
  names: Names,
): string[] {
  const words = terminal.words.commands.frontier;
  const line = (name: string, { number, options, values }: typeof nash) => {
    const each = parties.map((party, k) => ({ name: names.party(party), value: values[k] ?? 0 }));
    return item(words.between.solution(name, names.issue(issue), number, packageText(names, options), each));
  };
  return [
    paint(terminal, "cyan", words.between.title(names.issue(issue))),
    line(words.nash, nash),
    line(words.kalaiSmorodinsky, kalaiSmorodinsky),
  ];
}

function noZoneText(
  { words }: Terminal,
  { nearest, shortfall }: NonNullable<ExactFrontier["noZone"]>,
  names: Names,
): string {
  const said = words.commands.frontier.exact;
  return nearest ? said.noZone(packageText(names, nearest), shortfall, names.spoken) : said.noPackage;
}

function divided(
  terminal: Terminal,
  { parties, issues, shares: first, values }: NonNullable<ExactFrontier["adjustedWinner"]>,
  names: Names,
): string[] {
  const words = terminal.words.commands.frontier.divided;
  const won = (party: number) => issues.flatMap((issue, k) => (first[k] === 1 - party ? [names.issue(issue)] : []));
  const split = issues.flatMap((issue, k) => {
    const share = first[k] ?? 0;
    return share > 0 && share < 1 ? [{ issue: names.issue(issue), share, party: names.party(parties[0]) }] : [];
  });
  return [
    paint(terminal, "cyan", words.title),
    ...parties.map((party, k) => item(words.won(names.party(party), values[k] ?? 0, won(k)))),
    ...(split.length > 0 ? [item(words.shared(split))] : []),
  ];
}

function shares(terminal: Terminal, result: SharedFrontier, names: Names): string {
  const { count, packages, noZone, nearest, exact: isExact, error, today } = result;
  const words = terminal.words.commands.frontier.shared;
  const list = packages.slice(0, MOST_SHOWN).map(({ options, values, ...of }) => {
    const each = Object.entries(values).map(([party, band]) => ({ name: names.party(party), band }));
    return item(words.row({ ...of, values: each, changes: changesText(terminal.words, names, options, today) }), 0);
  });
  return [
    paint(terminal, "bold", wrap(words.size(count, isExact ? null : error, noZone))),
    ...(nearest
      ? [
          wrap(
            words.nearest(
              changesText(terminal.words, names, nearest.options, today),
              Object.entries(nearest.shortfall).map(([party, band]) => ({ party: names.spoken(party), band })),
            ),
          ),
        ]
      : []),
    ...list,
    ...(count > MOST_SHOWN ? [words.more(count - MOST_SHOWN)] : []),
  ].join("\n");
}
