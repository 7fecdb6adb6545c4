// Formats the assessment of offers as text for the terminal.

import {
  type Assessment,
  FAIR_MARGIN,
  type FreeGain,
  type Ledger,
  leavesNothing,
  type Move,
  type Names,
  type OfferAssessment,
  type PriorVerdict,
} from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { bar, kindMark } from "./figures.js";
import { heading } from "./heading.js";
import { packageText } from "./package-text.js";
import { type Named, spokenNames } from "./spoken-names.js";
import { COLUMNS, columns, item, wrap } from "./table.js";

type Parties = Assessment["parties"];

/** The whole answer as text, 80 columns wide. */
export function renderAssessment(terminal: Terminal, result: Assessment, negotiation: Named): string {
  const words = terminal.words.commands.assess;
  const names = spokenNames(negotiation, result);
  const notes = [
    ...result.later.map(({ id, name, date }) => words.later(name, id, date, result.asOf)),
    ...result.missing,
    ...result.assumptions,
  ];
  return [
    heading(terminal, result, names),
    ...result.offers.map((offer) => renderOffer(terminal, offer, result.parties, names)),
    ...zone(terminal, result, names),
    ...(notes.length > 0 ? [notes.map((note) => item(note, 0)).join("\n")] : []),
    wrap(words.legend(FAIR_MARGIN)),
  ].join("\n");
}

function zone({ words }: Terminal, { noZone }: Assessment, names: Names): string[] {
  if (!noZone) return [];
  const nearest = noZone.nearest ? packageText(names, noZone.nearest) : null;
  return [wrap(words.commands.assess.noZone(noZone.probability, nearest)), ""];
}

function renderOffer(terminal: Terminal, offer: OfferAssessment, parties: Parties, names: Names): string {
  const { assessment, commands } = terminal.words;
  const { headings, ...words } = commands.assess;
  const by = words.offerBy(offer.by.map(names.party), offer.date, offer.later);
  const title = `${paint(terminal, ["bold", "underline"], offer.name)}${by === null ? "" : `  ${paint(terminal, "dim", by)}`}`;
  const blocks = [
    [
      paint(terminal, "bold", wrap(offer.sentence, 2)),
      ...offer.remarks.map((sentence) => wrap(sentence, 2)),
      wrap(assessment.rest[offer.rest], 2),
    ].join("\n"),
    section(terminal, headings.gives(offer.against), moves(terminal, offer, parties, names)),
    section(terminal, headings.signing, signing(terminal, offer, parties)),
    section(terminal, assessment.left.heading, left(terminal, offer, names)),
    section(
      terminal,
      headings.substance,
      offer.ledgers
        .map(({ party, given, gained }) => item(words.substance(names.spoken(party), given, gained), 4))
        .join("\n"),
    ),
    section(terminal, headings.paired, paired(terminal, offer, names)),
    section(
      terminal,
      assessment.turning.heading,
      offer.turning.map(({ text, becomes }) => item(words.turning(text, becomes))).join("\n"),
    ),
    section(terminal, headings.goals, goals(terminal, offer)),
  ];
  return `${title}\n${blocks.filter((block) => block !== "").join("\n")}\n`;
}

const section = (terminal: Terminal, title: string, body: string): string =>
  body === "" ? "" : `\n  ${paint(terminal, "cyan", title)}\n${body}`;

/** For the head of a column: without its article. */
const label = ({ words }: Terminal, parties: Parties, id: string): string =>
  words.names.short(parties.find((party) => party.id === id)?.name ?? id);

/** Modelled parties in the order asked for, at most three a table. */
function tables(offer: OfferAssessment, parties: Parties): string[][] {
  const modelled = offer.ledgers.map(({ party }) => party);
  const ordered = parties.map(({ id }) => id).filter((id) => modelled.includes(id));
  const groups: string[][] = [];
  for (let from = 0; from < Math.max(1, ordered.length); from += 3) groups.push(ordered.slice(from, from + 3));
  return groups;
}

function moves(terminal: Terminal, offer: OfferAssessment, parties: Parties, names: Names): string {
  if (offer.moves.length === 0) return wrap(terminal.words.commands.assess.moves.none, 4);
  return tables(offer, parties)
    .map((group) => moveTable(terminal, offer, group, parties, names))
    .join("\n\n");
}

function moveTable(
  terminal: Terminal,
  offer: OfferAssessment,
  group: readonly string[],
  parties: Parties,
  names: Names,
): string {
  const words = terminal.words.commands.assess.moves;
  const ledgers = group.map((id) => offer.ledgers.find((entry) => entry.party === id));
  const heads = [["", "", "", ...group.map((id) => label(terminal, parties, id))]];
  const totals = [
    ["", "", words.gives, ...ledgers.map((ledger) => total(terminal, ledger).gives)],
    ["", "", words.gets, ...ledgers.map((ledger) => total(terminal, ledger).gets)],
  ];
  const rows = offer.moves.map((move) => [
    kindMark(move.kind),
    move.name,
    words.change(names.option(move.issue, move.from), names.option(move.issue, move.to), move.verify),
    ...group.map((id) => terminal.words.pictures.givesAndGets.worth(worthOf(move, id))),
  ]);
  return indent(
    columns(
      group.length === 0 ? rows : [...heads, ...rows, ...totals],
      widthsOf(group.length),
      group.map((_, k) => k + 3),
    ),
    4,
  );
}

/** The mark, the issue, the change, and what it is worth to each party. */
function widthsOf(parties: number): number[] {
  const party = [0, 16, 15][parties] ?? 13;
  const first = 14;
  return [2, first, COLUMNS - 4 - 2 - first - parties * party - (2 + parties), ...Array(parties).fill(party)];
}

const ZERO = { median: 0, low: 0, high: 0 };
const NONE = { party: "", gives: ZERO, gets: ZERO, givesNothing: false, getsNothing: false };

const total = ({ words }: Terminal, ledger: Ledger | undefined) => words.meanings.worth(ledger ?? NONE);

const worthOf = (move: Move, id: string) =>
  move.givenBy.includes(id) || move.gainedBy.includes(id) ? (move.worth[id] ?? null) : null;

const indent = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => (line ? " ".repeat(by) + line : line))
    .join("\n");

function signing(terminal: Terminal, offer: OfferAssessment, parties: Parties): string {
  const [first] = offer.verdicts;
  if (!first) return offer.sides.length > 0 ? sideSigning(terminal, offer) : openSigning(terminal, offer);
  const words = terminal.words.commands.assess.signing;
  const certain = first.parties.every(
    ({ value, reservation }) => value.low === value.high && reservation.low === reservation.high,
  );
  const rows = parties
    .filter(({ id }) => first.parties.some(({ party }) => party === id))
    .map(({ id }) => words.row({ ...signerOf(offer, id), name: label(terminal, parties, id), certain }));
  const table = columns([words.head, ...rows], [13, 9, 10, 10, 11, 7, 10], [1, 2, 3, 4, 5, 6]);
  const ambition = first.ambition ? [words.ambition(scaled(first.ambition))] : [];
  return [
    indent(table, 4),
    ...[certain ? "" : words.classes(classesOf(offer)), ...ambition]
      .filter((line) => line !== "")
      .map((line) => wrap(line, 4)),
  ].join("\n");
}

/** What holds of one party under each prior. */
function signerOf({ verdicts }: OfferAssessment, id: string) {
  const own = verdicts.flatMap(({ parties }) => parties.filter(({ party }) => party === id));
  const splits = verdicts.flatMap(({ split }) => split.filter(({ party }) => party === id));
  const split = verdicts[0]?.split.find(({ party }) => party === id);
  return {
    crossesRedLine: own[0]?.crossesRedLine ?? false,
    accepts: own.map(({ accepts }) => accepts),
    value: own[0]?.value ?? null,
    reservation: own[0]?.reservation ?? null,
    part: split ? scaled(split.part) : null,
    fair: (split?.fair ?? []).map((end) => 100 * end),
    tooLittle: splits.map(({ tooLittle }) => tooLittle),
  };
}

const CLASSES = ["infeasible", "noZone", "redLine", "walksAway", "thin", "noGain", "split"] as const;

/** What the offer may come to, each with its chance under each prior. */
const classesOf = ({ verdicts }: OfferAssessment) =>
  CLASSES.map((id) => ({ id, chances: verdicts.map(({ classes }: PriorVerdict) => classes[id]) })).filter(
    ({ chances }) => Math.max(...chances) > 0,
  );

/** Each party whose needs may be seen, by itself. */
function sideSigning({ words }: Terminal, { sides }: OfferAssessment): string {
  const said = words.commands.assess.sides;
  const rows = (sides[0]?.parties ?? []).map(({ party, name, crossesRedLine, value, reservation }) =>
    said.row({
      name,
      crossesRedLine,
      accepts: sides.flatMap(({ parties }) => parties.find((other) => other.party === party)?.accepts ?? []),
      certain: false,
      value,
      reservation,
      part: null,
      fair: [],
      tooLittle: [],
    }),
  );
  return rows.length === 0 ? "" : indent(columns([said.head, ...rows], [24, 12, 14, 14], [1, 2, 3]), 4);
}

const scaled = (band: { median: number; low: number; high: number }) => ({
  median: 100 * band.median,
  low: 100 * band.low,
  high: 100 * band.high,
});

function openSigning({ words }: Terminal, { openVerdicts }: OfferAssessment): string {
  const said = words.commands.assess.open;
  const [first] = openVerdicts;
  if (!first) return "";
  const rows = first.parties.map(({ name, acceptsSome, acceptsAll, least, most }) =>
    said.row(name, acceptsSome, acceptsAll, least, most),
  );
  return indent(columns([said.head, ...rows], [18, 12, 12, 14, 14], [1, 2, 3, 4]), 4);
}

function left({ words }: Terminal, { left: found }: OfferAssessment, names: Names): string {
  if (!found) return "";
  const { gain, limited } = words.commands.assess.left;
  const said = words.assessment.left;
  const further = Object.entries(found.frontier).map(([id, band]) => ({ name: names.party(id), band }));
  const more = leavesNothing(found) ? said.nothing : said.more(further);
  return [
    ...(found.gains.length === 0 ? [wrap(said.noGain, 4)] : []),
    ...found.gains.map((one) => item(gain({ ...one, ...namedGain(one, names) }), 4)),
    ...(further.length > 0 ? [wrap(more, 4)] : []),
    ...(found.limited ? [wrap(limited(found.limited), 4)] : []),
  ].join("\n");
}

const namedGain = ({ changes, worth }: FreeGain, names: Names) => ({
  changes: changes.map(({ issue, from, to }) => ({
    issue: names.issue(issue),
    from: names.option(issue, from),
    to: names.option(issue, to),
  })),
  worth: Object.entries(worth).map(([id, band]) => ({ name: names.party(id), band })),
});

function paired({ words }: Terminal, { paired: others }: OfferAssessment, names: Names): string {
  return others
    .filter(({ prefers }) => Object.keys(prefers).length > 0)
    .map(({ name, prefers, indifferent }) => {
      const each = Object.entries(prefers).map(([id, chances]) => ({
        party: names.spoken(id),
        chances,
        indifferent: (indifferent[id]?.[0] ?? 0) > 0.95,
      }));
      return item(words.commands.assess.paired(name, each), 4);
    })
    .join("\n");
}

function goals({ words }: Terminal, { progress }: OfferAssessment): string {
  const rows = progress.map(({ name, mean, moved, of }) => [
    name,
    bar(mean),
    words.numbers.share(mean),
    words.commands.assess.moved(moved, of),
  ]);
  return rows.length === 0 ? "" : indent(columns(rows, [44, 9, 6, 14], [2]), 4);
}
