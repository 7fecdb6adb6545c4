// Formats as text for the terminal what each party takes disputed terms to mean, and what depends on that.

import type { Names, ReadingWorths, TermReading, Terms } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { type Named, spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

/** Parties in one table; more take another. */
const MOST_COLUMNS = 4;

/** The terms of a case as text; what each reading would cost and bring where interests are seen. */
export function renderTerms(
  terminal: Terminal,
  result: Terms,
  worths: ReadingWorths | null,
  missing: readonly string[],
  negotiation: Named,
): string {
  const words = terminal.words.commands.terms;
  const names = spokenNames(negotiation, result);
  if (result.terms.length === 0) return `${marked(terminal, result)}\n${wrap(words.none)}`;
  return [
    marked(terminal, result),
    ...result.terms.map((term) => renderTerm(terminal, result, term, worths, names)),
    ...(worths?.limits ?? []).map((sentence) => item(sentence, 0)),
    ...missing.map((reason) => item(words.without(reason), 0)),
    wrap(words.legend),
  ].join("\n");
}

function renderTerm(
  terminal: Terminal,
  { parties }: Terms,
  term: TermReading,
  worths: ReadingWorths | null,
  names: Names,
): string {
  const groups = Array.from({ length: Math.ceil(parties.length / MOST_COLUMNS) }, (_, group) =>
    parties.slice(MOST_COLUMNS * group, MOST_COLUMNS * (group + 1)),
  );
  const width = Math.max(8, Math.min(14, Math.floor(36 / Math.max(1, parties.length))));
  return [
    paint(terminal, "bold", wrap(term.sentence)),
    "",
    groups.map((shown) => matrix(terminal, term, shown, width)).join("\n\n"),
    "",
    ...obliges(terminal, term, worths, names),
    ...hangs(terminal, term),
    ...uses(terminal, term),
  ].join("\n");
}

function matrix({ words }: Terminal, { components }: TermReading, shown: Terms["parties"], width: number): string {
  const { commands, meanings, names } = words;
  return columns(
    [
      ["", "", ...shown.map(({ name }) => names.short(name))],
      ...components.map((component) => [
        meanings.classes[component.class],
        commands.terms.part(component.text, component.asks !== null),
        ...shown.map(({ id }) => meanings.said[component.said[id] ?? "unsaid"]),
      ]),
    ],
    [10, 79 - 10 - shown.length * (width + 1) - 1, ...shown.map(() => width)],
  );
}

function obliges(terminal: Terminal, term: TermReading, worths: ReadingWorths | null, names: Names): string[] {
  if (term.obligations.length === 0) return [];
  const words = terminal.words.commands.terms;
  const partOf = (id: string) => term.components.find((one) => one.id === id)?.text ?? id;
  const lines = term.obligations.flatMap(({ party, asked, contradictory, uncovered }) => {
    const worth = worths?.readings.find((one) => one.term === term.id && one.reading === party);
    return [
      item(
        words.obliges({ party: names.spoken(party), asked, contradictory, uncovered: uncovered.map(partOf) }, names),
      ),
      ...(worth?.ledgers ?? []).map((ledger) => wrap(words.worth(ledger.name, ledger), 6)),
      ...(worth?.redLines ?? []).map((line) => wrap(words.redLine(names.party(line.party), line.text), 6)),
      ...(worth?.brokenRules ?? []).map((rule) => wrap(words.brokenRule(rule), 6)),
    ];
  });
  return [paint(terminal, "cyan", words.obliging), ...lines, ""];
}

function hangs(terminal: Terminal, term: TermReading): string[] {
  if (term.hanging.length === 0) return [];
  const { meanings } = terminal.words;
  const lines = term.hanging.map((one) => item(meanings.hangs(one, term)));
  return [paint(terminal, "cyan", meanings.hanging), ...lines, ""];
}

function uses(terminal: Terminal, { uses: said }: TermReading): string[] {
  if (said.length === 0) return [];
  const words = terminal.words.commands.terms;
  const lines = said.map(({ date, speaker, says, source }) => item(words.use(date, speaker, says, source)));
  return [paint(terminal, "cyan", words.uses), ...lines, ""];
}
