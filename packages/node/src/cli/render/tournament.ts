// Formats as text for the terminal, and as a table for other programs, what a tournament found.
import { type CommandWording, listed } from "@parley/core/internal";
import type { Tournament, TournamentsOverCases } from "@parley/core/rehearsal";
import { csvText, workbookOf } from "../../scenarios/index.js";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { columns, item, wrap } from "./table.js";

export function renderTournament(terminal: Terminal, result: Tournament): string {
  const { rehearsal: said, commands } = terminal.words;
  const words = commands.tournament;
  const zone = said.noZone(result.zone);
  return [
    marked(terminal, result),
    wrap(said.games(result.games, result.truths, result.rounds)),
    ...(result.protocol === "alternating" ? [] : [wrap(words.went[result.protocol](result.rounds))]),
    ...(zone === null ? [] : [wrap(zone)]),
    wrap(said.points),
    ...result.leftOut.map((sentence) => item(sentence, 0)),
    "",
    ...bestOpening(terminal, result).flatMap((sentence) => [wrap(sentence), ""]),
    paint(terminal, "bold", words.openingsHead(result.name)),
    columns(
      [
        words.openings,
        ...result.openings.map(({ opening, pace, own, deals, best }) => [
          said.opening(opening),
          said.pace(pace),
          said.ranged(own),
          `${Math.round(100 * deals)} %`,
          best ? words.best : "",
        ]),
      ].map((row) => [...row, ""].slice(0, 5)),
      [16, 14, 14, 8, 28],
    ),
    "",
    paint(terminal, "bold", words.stylesHead(result.name)),
    columns(
      [
        words.styles,
        ...[...result.byStyle]
          .sort((a, b) => b.own.mean - a.own.mean)
          .map(({ style, own, joint, deals, exploited }) => [
            style,
            said.ranged(own),
            said.ranged(joint),
            `${Math.round(100 * deals)} %`,
            exploited.toFixed(0),
          ]),
      ],
      [26, 14, 14, 8, 10],
    ),
    wrap(words.atWorst),
    "",
    ...(result.zone === 0 ? [] : gameBetweenStyles(terminal, result)),
    ...(result.limits ?? []).map((sentence) => item(sentence, 0)),
  ].join("\n");
}

/** Of no use where nothing suits all: then all styles do alike. */
function gameBetweenStyles(terminal: Terminal, result: Tournament): string[] {
  const { equilibria: words } = terminal.words.commands.tournament;
  const { game, styles } = result;
  return [
    paint(terminal, "bold", words.head),
    ...(game.equilibria.length === 0 ? [item(words.none)] : []),
    ...game.equilibria.map(([mine, theirs]) => item(words.one(styles[mine] ?? "", styles[theirs] ?? ""))),
    wrap(imitated(terminal.words, result)),
  ];
}

/** The answer in a sentence; none where no openings were compared, or nothing suits all. */
function bestOpening({ words }: Terminal, { openings, name, zone }: Tournament): string[] {
  const best = openings.filter((one) => one.best);
  const [first] = best;
  // Where nothing suits all, none is better than another.
  if (!first || zone === 0) return [];
  return [words.rehearsal.bestOpening(name, first.opening, first.pace, first.own, best.length > 1)];
}

/** Shares of styles below this are not named. */
const NAMED = 0.05;

function imitated({ commands }: CommandWording, { game, styles }: Tournament): string {
  if (game.course === "turns") {
    const [mine, theirs] = game.left.map((side) => listed(side.map((style) => styles[style] ?? "")));
    return commands.tournament.roundAbout(mine ?? "", theirs ?? "");
  }
  const [mine = [], theirs = []] = game.path.at(-1) ?? [];
  const named = (shares: readonly number[]) =>
    listed(
      shares
        .map((share, k) => ({ share, style: styles[k] ?? "" }))
        .filter(({ share }) => share >= NAMED)
        .sort((a, b) => b.share - a.share)
        .map(({ share, style }) => commands.tournament.shares(share, style)),
    );
  const said = game.course === "rests" ? commands.tournament.imitated : commands.tournament.onTheWay;
  return said(named(mine), named(theirs));
}

const HEADER = [
  "case",
  "party",
  "mine",
  "theirs",
  "own",
  "own_low",
  "own_high",
  "others",
  "joint",
  "deals",
  "rounds",
  "from_nash",
  "protocol",
  "marking",
];

/** A tournament on a case that was given by this name. */
export interface Played {
  readonly name: string;
  readonly result: Tournament;
}

/** One row a pair of styles, in every case. */
const rowsOf = (played: readonly Played[]): (string | number)[][] =>
  played.flatMap(({ name, result: { pairs, marking, party, protocol } }) =>
    pairs.map(({ mine, theirs, own, others, joint, deals, rounds, fromNash }) => [
      name,
      party,
      mine,
      theirs,
      ...[own.mean, own.low, own.high, others.mean, joint.mean].map((value) => rounded(value, 2)),
      rounded(deals, 4),
      rounded(rounds, 2),
      fromNash === null ? "" : rounded(fromNash, 2),
      protocol,
      marking,
    ]),
  );

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const SHEET = "tournament";

/** A table in each form that it can have, and by what one of ours is known. */
export const tableForms = {
  csv: {
    mark: HEADER.slice(0, 7).join(),
    write: (played: readonly Played[]) => csvText([HEADER, ...rowsOf(played).map((row) => row.map(String))]),
  },
  xlsx: {
    mark: `<sheet name="${SHEET}"`,
    write: (played: readonly Played[]) => workbookOf([{ name: SHEET, rows: [HEADER, ...rowsOf(played)] }]),
  },
} as const;

/** Several cases together, and what does best in each. */
export function renderOverCases(
  terminal: Terminal,
  played: readonly Played[],
  /** Those of them that the means are over, in their order. */
  counted: readonly Played[],
  over: TournamentsOverCases | null,
): string {
  const { rehearsal: said, commands } = terminal.words;
  const words = commands.tournament;
  const at = ({ place, points }: { readonly place: number; readonly points: number }) =>
    words.over.extreme(points, counted[place]?.name ?? "");
  const marking = (played.find(({ result }) => result.sharedWith === null) ?? played[0])?.result.marking ?? "";
  const { rounds = 0, protocol = "alternating" } = played[0]?.result ?? {};
  return [
    paint(
      terminal,
      "bold",
      wrap(
        words.over.marked(
          played.map(({ name }) => name),
          marking,
        ),
      ),
    ),
    "",
    wrap(words.over.about(counted.length)),
    wrap(words.went[protocol](rounds)),
    wrap(said.points),
    "",
    ...(over?.openings[0]
      ? [
          paint(terminal, "bold", words.over.openingsHead),
          columns(
            [
              words.over.openings,
              ...over.openings.map(({ opening, pace, own, least, most, best }) => [
                said.opening(opening),
                said.pace(pace),
                said.ranged(own),
                at(least),
                at(most),
                best ? words.best : "",
              ]),
            ].map((row) => [...row, ""].slice(0, 6)),
            [14, 12, 12, 20, 20, 16],
          ),
          "",
        ]
      : []),
    ...(over
      ? [
          paint(terminal, "bold", words.over.stylesHead),
          columns(
            [
              words.over.styles,
              ...over.styles.map(({ style, own, joint, deals, least, most }) => [
                style,
                said.ranged(own),
                joint ? said.ranged(joint) : "",
                `${Math.round(100 * deals)} %`,
                at(least),
                at(most),
              ]),
            ],
            [20, 12, 12, 8, 20, 20],
          ),
          "",
        ]
      : []),
    paint(terminal, "bold", words.over.inEach),
    ...played.flatMap(({ name, result }) =>
      [
        words.over.playedFor(result.name, result.games),
        ...bestOpening(terminal, result),
        ...[said.noZone(result.zone)].filter((sentence) => sentence !== null),
        ...result.leftOut,
        ...(result.limits ?? []),
      ].map((sentence) => item(words.over.one(name, sentence))),
    ),
  ].join("\n");
}
