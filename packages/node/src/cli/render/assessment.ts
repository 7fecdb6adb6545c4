import {
  type Assessment,
  bandText,
  FAIR_MARGIN,
  type FreeGain,
  type Ledger,
  leavesNothing,
  type Move,
  type Names,
  type Naming,
  namesIn,
  type OfferAssessment,
  type PriorVerdict,
  type Substance,
  verb,
} from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { bar, chance, kindMark } from "./figures.js";
import { heading } from "./heading.js";
import { packageText } from "./package-text.js";
import { COLUMNS, columns, item, wrap } from "./table.js";

type Parties = Assessment["parties"];

/** The whole answer as text, 80 columns wide. */
export function renderAssessment(terminal: Terminal, result: Assessment, negotiation: Naming): string {
  const names = namesIn(negotiation);
  const notes = [...result.missing, ...result.assumptions];
  const later = result.later.map(
    ({ id, name, date }) =>
      `later: “${name}” (${id}, ${date}) is dated after ${result.asOf} and enters nothing here; see it with --as-of.`,
  );
  return [
    heading(terminal, result),
    ...result.offers.map((offer) => renderOffer(terminal, offer, result.parties, names)),
    ...zone(result, names),
    ...(later.length + notes.length > 0 ? [[...later, ...notes].map((note) => item(note, 0)).join("\n")] : []),
    wrap(
      `By N/KS: the part that Nash and Kalai–Smorodinsky give, before ±${Math.round(100 * FAIR_MARGIN)}. ○ symbolic  ◐ reversible  ● irreversible  · kind not said. Points are each party’s own, 0–100; two parties’ points are never added. Bands hold 5–95 % of the models.`,
    ),
  ].join("\n");
}

function zone({ noZone }: Assessment, names: Names): string[] {
  if (!noZone) return [];
  const nearest = noZone.nearest ? ` Most often nearest to suiting all: ${packageText(names, noZone.nearest)}.` : "";
  return [wrap(`In ${chance(...noZone.probability)} of the models no package suits all.${nearest}`), ""];
}

const REST = { today: "as today", previous: "as in its proposer’s last offer", open: "open" } as const;

function renderOffer(terminal: Terminal, offer: OfferAssessment, parties: Parties, names: Names): string {
  const by = [offer.by, offer.date, offer.later ? "LATER than the as-of day" : null]
    .filter((part) => part !== null)
    .join(", ");
  const title = `${paint(terminal, ["bold", "underline"], offer.name)}${by ? `  ${paint(terminal, "dim", `(${by})`)}` : ""}`;
  const rest = `Issues it does not name: ${REST[offer.rest]}.`;
  const blocks = [
    [offer.sentence, ...offer.remarks]
      .map((sentence, index) => (index === 0 ? paint(terminal, "bold", wrap(sentence, 2)) : wrap(sentence, 2)))
      .join("\n") + (rest ? `\n${wrap(rest, 2)}` : ""),
    section(terminal, `Gives and gets, against ${offer.against}`, moves(offer, parties, names)),
    section(terminal, "Would they sign", signing(offer, parties)),
    section(terminal, "Left on the table", left(offer, names)),
    section(terminal, "Substance", offer.ledgers.map((ledger) => substance(ledger)).join("\n")),
    section(terminal, "Chance that each prefers this one to", paired(offer, names)),
    section(
      terminal,
      "What would change this",
      offer.turning.map(({ text, becomes }) => item(`${text} → ${becomes}`)).join("\n"),
    ),
    section(terminal, "Progress on the goals", goals(offer)),
  ];
  return `${title}\n${blocks.filter((block) => block !== "").join("\n")}\n`;
}

const section = (terminal: Terminal, title: string, body: string): string =>
  body === "" ? "" : `\n  ${paint(terminal, "cyan", title)}\n${body}`;

const nameOf = (parties: Parties, id: string): string => parties.find((party) => party.id === id)?.name ?? id;
/** For the head of a column: without its article. */
const label = (parties: Parties, id: string): string => nameOf(parties, id).replace(/^the /i, "");

/** Modelled parties in the order asked for, at most three a table. */
function tables(offer: OfferAssessment, parties: Parties): string[][] {
  const modelled = offer.ledgers.map(({ party }) => party);
  const ordered = parties.map(({ id }) => id).filter((id) => modelled.includes(id));
  const groups: string[][] = [];
  for (let from = 0; from < Math.max(1, ordered.length); from += 3) groups.push(ordered.slice(from, from + 3));
  return groups;
}

function moves(offer: OfferAssessment, parties: Parties, names: Names): string {
  if (offer.moves.length === 0) return wrap("It changes nothing.", 4);
  return tables(offer, parties)
    .map((group) => moveTable(offer, group, parties, names))
    .join("\n\n");
}

function moveTable(offer: OfferAssessment, group: readonly string[], parties: Parties, names: Names): string {
  const party = group.length === 0 ? 0 : group.length === 1 ? 16 : group.length === 2 ? 15 : 13;
  const first = 14;
  const widths = [
    2,
    first,
    COLUMNS - 4 - 2 - first - group.length * party - (2 + group.length),
    ...group.map(() => party),
  ];
  const cells = (read: (id: string) => string) => group.map(read);
  const ledger = (id: string): Ledger | undefined => offer.ledgers.find((entry) => entry.party === id);
  const rows = [
    ["", "", "", ...cells((id) => label(parties, id))],
    ...offer.moves.map((move) => [
      kindMark(move.kind),
      move.name,
      `${names.option(move.issue, move.from)} → ${names.option(move.issue, move.to)}${move.verify === null ? " (verification not said)" : ""}`,
      ...cells((id) => worth(move, id)),
    ]),
    [
      "",
      "",
      "gives in all",
      ...cells((id) => (ledger(id)?.givesNothing ? "nothing" : bandText(ledger(id)?.gives ?? ZERO))),
    ],
    [
      "",
      "",
      "gets in all",
      ...cells((id) => (ledger(id)?.getsNothing ? "nothing" : bandText(ledger(id)?.gets ?? ZERO))),
    ],
  ];
  const body = group.length === 0 ? rows.slice(1, -2) : rows;
  return indent(
    columns(
      body,
      widths,
      group.map((_, k) => k + 3),
    ),
    4,
  );
}

const ZERO = { median: 0, low: 0, high: 0 };
const worth = (move: Move, id: string): string =>
  move.worth[id] && (move.givenBy.includes(id) || move.gainedBy.includes(id)) ? bandText(move.worth[id], true) : "–";
const indent = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => (line ? " ".repeat(by) + line : line))
    .join("\n");

function signing(offer: OfferAssessment, parties: Parties): string {
  const [first] = offer.verdicts;
  if (!first) return offer.sides.length > 0 ? sideSigning(offer) : openSigning(offer);
  const certain = first.parties.every(
    ({ value, reservation }) => value.low === value.high && reservation.low === reservation.high,
  );
  const over = (read: (verdict: PriorVerdict) => number | undefined) =>
    offer.verdicts.flatMap((verdict) => read(verdict) ?? []);
  const chances = (values: readonly number[]) =>
    values.length === 0 ? "–" : certain ? (values[0] === 1 ? "yes" : "no") : chance(...values);
  const ordered = parties.map(({ id }) => id).filter((id) => first.parties.some(({ party }) => party === id));
  const rows = ordered.map((id) => {
    const party = first.parties.find((other) => other.party === id);
    const split = first.split.find((other) => other.party === id);
    const fair = [...new Set((split?.fair ?? []).map((end) => Math.round(100 * end)))].join("–");
    return [
      label(parties, id),
      party?.crossesRedLine
        ? "red line"
        : chances(over((verdict) => verdict.parties.find((other) => other.party === id)?.accepts)),
      party ? bandText(party.value) : "–",
      party ? bandText(party.reservation) : "–",
      split ? bandText(scaled(split.part)) : "–",
      split ? fair : "–",
      split ? chances(over((verdict) => verdict.split.find((other) => other.party === id)?.tooLittle)) : "–",
    ];
  });
  const table = columns(
    [["", "signs", "value", "walk-away", "part of 100", "by N/KS", "too little"], ...rows],
    [13, 9, 10, 10, 11, 7, 10],
    [1, 2, 3, 4, 5, 6],
  );
  const classes = Object.entries(CLASS_NAMES).flatMap(([key, name]) => {
    const values = over((verdict) => verdict.classes[key as keyof PriorVerdict["classes"]]);
    return Math.max(...values) > 0 && !certain ? [`${name} ${chance(...values)}`] : [];
  });
  const ambition = first.ambition
    ? [`ambition ${bandText(scaled(first.ambition))} of 100 of what the solutions reach`]
    : [];
  return [
    indent(table, 4),
    ...[classes.join(" · "), ...ambition].filter((line) => line !== "").map((line) => wrap(line, 4)),
  ].join("\n");
}

/** Each party whose needs may be seen, by itself. */
function sideSigning({ sides }: OfferAssessment): string {
  const rows = (sides[0]?.parties ?? []).map(({ party, name, crossesRedLine, value, reservation }) => [
    name,
    crossesRedLine
      ? "red line"
      : chance(...sides.flatMap(({ parties }) => parties.find((other) => other.party === party)?.accepts ?? [])),
    bandText(value),
    bandText(reservation),
  ]);
  if (rows.length === 0) return "";
  return indent(columns([["", "signs", "value", "walk-away"], ...rows], [24, 12, 14, 14], [1, 2, 3]), 4);
}

const CLASS_NAMES = {
  infeasible: "impossible",
  noZone: "no zone of agreement",
  redLine: "crosses a red line",
  walksAway: "someone walks away",
  thin: "too thin to split",
  noGain: "nobody gains by it",
  split: "signed and split",
};
const scaled = (band: { median: number; low: number; high: number }) => ({
  median: 100 * band.median,
  low: 100 * band.low,
  high: 100 * band.high,
});

function openSigning({ openVerdicts }: OfferAssessment): string {
  const [first] = openVerdicts;
  if (!first) return "";
  const rows = first.parties.map(({ name, acceptsSome, acceptsAll, least, most }) => [
    name,
    chance(acceptsSome),
    chance(acceptsAll),
    least ? bandText(least) : "–",
    most ? bandText(most) : "–",
  ]);
  return indent(
    columns(
      [["", "signs some", "signs all", "least value", "most value"], ...rows],
      [18, 12, 12, 14, 14],
      [1, 2, 3, 4],
    ),
    4,
  );
}

function left({ left: found }: OfferAssessment, names: Names): string {
  if (!found) return "";
  const gains = found.gains.map((gain) =>
    item(`${gain.sure ? "sure" : chance(gain.share)}: ${describeGain(gain, names)}`, 4),
  );
  const frontier = Object.entries(found.frontier).map(([id, band]) => `${names.party(id)} up to ${bandText(band)}`);
  const none =
    found.gains.length === 0 ? ["    No change of one to three opened issues helps one and harms none."] : [];
  const more = leavesNothing(found)
    ? "Over all issues nobody can gain without another losing."
    : `With nobody worse off, over all issues: ${frontier.join("; ")} more.`;
  const away = frontier.length > 0 ? [wrap(more, 4)] : [];
  return [...none, ...gains, ...away, ...(found.limited ? [wrap(`Note: ${found.limited}`, 4)] : [])].join("\n");
}

function describeGain({ changes, worth: gains }: FreeGain, names: Names): string {
  const what = changes
    .map(({ issue, from, to }) => `${names.issue(issue)}: ${names.option(issue, from)} → ${names.option(issue, to)}`)
    .join("; ");
  return `${what} (${Object.entries(gains)
    .map(([id, band]) => `${names.party(id)} ${bandText(band, true)}`)
    .join("; ")})`;
}

function substance({ name, given, gained }: Ledger): string {
  const said = (what: string, of: Substance | null) =>
    of ? `${what} ${kinds(of)}, ${verifiableText(of)}` : `${what} nothing`;
  return item(`${name} ${said("gives", given)}; ${said("gets", gained)}`, 4);
}

/** Where nothing is said of how the others would know, that is unknown, and not that they could not. */
const verifiableText = ({ verifiable }: Substance): string =>
  verifiable === 0 ? "verification not said" : `${Math.round(100 * verifiable)} % said to be verifiable`;

function kinds({ symbolic, reversible, irreversible, unsaid }: Substance): string {
  const parts = [
    ["○", symbolic],
    ["◐", reversible],
    ["●", irreversible],
    ["·", unsaid],
  ] as const;
  return parts
    .filter(([, share]) => share > 0.005)
    .map(([mark, share]) => `${Math.round(100 * share)} % ${mark}`)
    .join(" ");
}

function paired({ paired: others }: OfferAssessment, names: Names): string {
  return others
    .filter(({ prefers }) => Object.keys(prefers).length > 0)
    .map(({ name, prefers, indifferent }) => {
      const each = Object.entries(prefers).map(([id, chances]) =>
        (indifferent[id]?.[0] ?? 0) > 0.95
          ? `${names.party(id)} ${verb(names.spoken(id), "is")} indifferent`
          : `${names.party(id)} ${chance(...chances)}`,
      );
      return item(`“${name}”: ${each.join("; ")}`, 4);
    })
    .join("\n");
}

function goals({ progress }: OfferAssessment): string {
  const rows = progress.map(({ name, mean, moved, of }) => [
    name,
    bar(mean),
    `${Math.round(100 * mean)} %`.replace("-", "−"),
    `${moved} of ${of} moved`,
  ]);
  return rows.length === 0 ? "" : indent(columns(rows, [44, 9, 6, 14], [2]), 4);
}
