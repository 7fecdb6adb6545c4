// Formats as text for the terminal what inspections would detect and what stays possible.

import type { Case, CommandWording, Names, Verification } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { bar } from "./figures.js";
import { marked } from "./heading.js";
import { spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

/** The sentence; what is seen where; how many to check; what stays possible; what there may be. */
export function renderVerification(terminal: Terminal, found: Verification, negotiation: Case): string {
  const { words } = terminal;
  const { headings, ...said } = words.commands.verify;
  const names = spokenNames(negotiation, found);
  const { goal, effort, declared, places, search, lists, occasions, remarks, holder } = found;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];
  const items = (title: string, texts: readonly string[]) =>
    part(
      title,
      texts.map((text) => item(text)),
    );
  const titleOf = (source: string) => negotiation.sources.find(({ id }) => id === source)?.title ?? source;
  return [
    marked(terminal, found) +
      paint(terminal, "dim", wrap(said.about(holder === null ? null : names.party(holder), goal, titleOf))),
    "",
    paint(terminal, "bold", wrap(found.sentence)),
    ...part(
      effort ? headings.round(effort.total, effort.unit) : "",
      declared || places.length > 0 ? [siteTable(words, found)] : [],
    ),
    ...items(headings.ways, wayTexts(words, found)),
    ...part(headings.samples, declared ? [sampleTable(words, declared)] : []),
    ...items(
      headings.looks,
      places.flatMap(({ name, belief, looks }) => (belief && looks ? [said.afterLooks({ name, belief, looks })] : [])),
    ),
    ...items(headings.search, search ? searchTexts(words, search) : []),
    ...items(headings.lists, lists ? [said.lists(lists)] : []),
    ...items(headings.occasions, occasions ? said.occasions(occasions) : []),
    ...part(headings.stocks, stockLines(words, found)),
    ...items(headings.delays, delayTexts(words, found, names)),
    ...items(headings.remarks, remarks),
  ].join("\n");
}

function wayTexts({ commands }: CommandWording, { overall, effort, declared, goal }: Verification): string[] {
  const words = commands.verify.ways;
  if (!overall) return [];
  return [
    words.best(overall.by, overall.value),
    words.deterrence(overall.deterrence, effort?.unit ?? ""),
    ...(declared?.detection == null ? [] : [words.cleverest(goal, declared.detection, declared.bound)]),
  ];
}

const searchTexts = ({ commands }: CommandWording, search: NonNullable<Verification["search"]>): string[] => [
  ...(search.looks.length > 0 ? [search.looks.map(({ name }) => name).join(" → ")] : []),
  commands.verify.search(search.before, search.after),
];

function delayTexts({ commands }: CommandWording, { delays, inventories }: Verification, names: Names): string[] {
  return delays.map((delay) =>
    commands.verify.delay({
      ...delay,
      party: names.party(delay.party),
      holder: names.party(delay.holder),
      inventory: inventories.find(({ id }) => id === delay.inventory)?.name ?? delay.inventory,
    }),
  );
}

function siteTable({ commands }: CommandWording, { declared, places }: Verification): string {
  const words = commands.verify.sites;
  const rows = [
    ...(declared?.strata ?? []).map(({ name, items, checks, detection }) => [
      wrap(name, 0, 32),
      words.checked(checks, items),
      words.surely(bar(detection), detection),
    ]),
    ...places.map(({ name, visits, detection, detectionHigh }) => [
      wrap(name, 0, 32),
      words.visited(visits),
      words.seen(bar(detection), { low: detection, high: detectionHigh }),
    ]),
  ];
  return columns([words.head, ...rows], [33, 17, 28]);
}

function sampleTable({ commands }: CommandWording, { strata }: NonNullable<Verification["declared"]>): string {
  const words = commands.verify.samples;
  const probabilities = (strata[0]?.samples ?? []).map(({ probability }) => probability);
  const table = columns(
    [
      words.head(probabilities),
      ...strata.map(({ name, items, falsified, samples }) => [
        wrap(name, 0, 23),
        `${items}`,
        `${falsified}`,
        ...samples.map(words.cell),
      ]),
    ],
    [24, 8, 6, ...probabilities.map(() => Math.floor(36 / Math.max(1, probabilities.length)))],
    [1, 2, ...probabilities.map((_, k) => 3 + k)],
  );
  return `${table}\n${wrap(words.note)}`;
}

function stockLines({ commands, verification }: CommandWording, { inventories, days }: Verification): string[] {
  const words = commands.verify.stocks;
  const rows = inventories.flatMap(({ name, unit, declared, scenarios }) => [
    ...(declared
      ? [[wrap(words.declared(name), 0, 19), verification.amount(declared.amount, unit), declared.asOf]]
      : []),
    ...scenarios.map((scenario) => [
      wrap(words.scenario(name, scenarios.length > 1 ? scenario.name : null), 0, 19),
      verification.growth(scenario),
      ...scenario.at.map(verification.holding),
    ]),
  ]);
  return rows.length === 0 ? [] : [columns([words.head(days), ...rows], [20, 11, 11, 11, 11, 11])];
}
