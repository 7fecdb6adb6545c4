import {
  bandText,
  type ComponentReading,
  type Names,
  type Naming,
  namesIn,
  type ReadingWorths,
  type TermReading,
  type Terms,
  verb,
} from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { packageText } from "./package-text.js";
import { columns, item, wrap } from "./table.js";

/** Parties in one table; more take another. */
const MOST_COLUMNS = 4;

const SAID = { in: "in", out: "out", unsaid: "–" } as const;

/** The terms of a case as text; what each reading would cost and bring where interests are seen. */
export function renderTerms(
  terminal: Terminal,
  result: Terms,
  worths: ReadingWorths | null,
  missing: readonly string[],
  negotiation: Naming,
): string {
  const names = namesIn(negotiation);
  if (result.terms.length === 0)
    return `${marked(terminal, result)}\n${wrap("The case defines no term. Add terms: to case.yaml: the word, its parts, and who reads which of them into it.")}`;
  return [
    marked(terminal, result),
    ...result.terms.map((term) => renderTerm(terminal, result, term, worths, names)),
    ...(worths?.limits ?? []).map((sentence) => item(sentence, 0)),
    ...missing.map((reason) => item(`Without what the readings are worth: ${reason}`, 0)),
    wrap(
      "contested: in for one, out for another. claimed: in for one, unsaid by another. A reading is priced as a package: today, with what it asks for brought up to it, in each party’s own points.",
    ),
  ].join("\n");
}

function renderTerm(
  terminal: Terminal,
  { parties }: Terms,
  term: TermReading,
  worths: ReadingWorths | null,
  names: Names,
): string {
  const label = (name: string) => name.replace(/^the /i, "");
  const width = Math.max(8, Math.min(14, Math.floor(36 / Math.max(1, parties.length))));
  const table = (shown: Terms["parties"]) =>
    columns(
      [
        ["", "", ...shown.map(({ name }) => label(name))],
        ...term.components.map((component) => [
          component.class,
          component.asks ? component.text : `${component.text} (no issue)`,
          ...shown.map(({ id }) => SAID[component.said[id] ?? "unsaid"]),
        ]),
      ],
      [10, 79 - 10 - shown.length * (width + 1) - 1, ...shown.map(() => width)],
    );
  const groups = Array.from({ length: Math.ceil(parties.length / MOST_COLUMNS) }, (_, group) =>
    parties.slice(MOST_COLUMNS * group, MOST_COLUMNS * (group + 1)),
  );
  return [
    paint(terminal, "bold", wrap(term.sentence)),
    "",
    groups.map(table).join("\n\n"),
    "",
    ...obliges(terminal, term, worths, names),
    ...hangs(terminal, term),
    ...uses(terminal, term),
  ].join("\n");
}

function obliges(terminal: Terminal, term: TermReading, worths: ReadingWorths | null, names: Names): string[] {
  if (term.obligations.length === 0) return [];
  const lines = term.obligations.flatMap(({ party, name, options, uncovered }) => {
    const asked = packageText(names, options);
    const worth = worths?.readings.find((one) => one.term === term.id && one.reading === party);
    return [
      item(
        `as ${name} ${verb(names.spoken(party), "reads")} it: ${asked === "" ? "nothing that an issue covers" : `at least ${asked}`}${uncovered.length > 0 ? `; and, covered by no issue, ${uncovered.map((id) => term.components.find((one) => one.id === id)?.text ?? id).join("; ")}` : ""}`,
      ),
      ...(worth?.ledgers ?? []).map((ledger) =>
        wrap(`${ledger.name} would give ${bandText(ledger.gives)} and get ${bandText(ledger.gets)}`, 6),
      ),
      ...(worth?.redLines ?? []).map((line) =>
        wrap(
          `crosses a red line of ${worth?.ledgers.find(({ party: id }) => id === line.party)?.name ?? line.party}: ${line.text}`,
          6,
        ),
      ),
      ...(worth?.brokenRules ?? []).map((rule) => wrap(`cannot stand alone: ${rule}`, 6)),
    ];
  });
  return [paint(terminal, "cyan", "What it would oblige"), ...lines, ""];
}

function hangs(terminal: Terminal, { hanging, components }: TermReading): string[] {
  if (hanging.length === 0) return [];
  const text = (id: string) => components.find((component: ComponentReading) => component.id === id)?.id ?? id;
  const lines = hanging.map(({ kind, name, cites, delivers, short }) => {
    const parts = [
      ...(cites ? ["uses the word"] : []),
      ...(delivers.length > 0 ? [`delivers ${delivers.map(text).join(", ")}`] : []),
      ...(short.length > 0 ? [`stops short of ${short.map(text).join(", ")}`] : []),
    ];
    return item(`${kind} “${name}” ${parts.join("; ")}`);
  });
  return [paint(terminal, "cyan", "What hangs on its contested and claimed parts"), ...lines, ""];
}

function uses(terminal: Terminal, { uses: said }: TermReading): string[] {
  if (said.length === 0) return [];
  const lines = said.map(({ date, speaker, says, source }) => item(`${date}  ${speaker}: ${says.trim()} (${source})`));
  return [paint(terminal, "cyan", "Who used the word"), ...lines, ""];
}
