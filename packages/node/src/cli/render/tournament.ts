// Formats as text for the terminal, and as a table for other programs, what a tournament found.
import { type CommandWording, listed } from "@parley/core";
import type { Tournament } from "@parley/core/rehearsal";
import { csvText } from "../../scenarios/index.js";
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
    ...(zone === null ? [] : [wrap(zone)]),
    wrap(said.points),
    ...result.leftOut.map((sentence) => item(sentence, 0)),
    "",
    ...bestOpening(terminal, result),
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
    paint(terminal, "bold", words.equilibria.head),
    ...(result.game.equilibria.length === 0 ? [item(words.equilibria.none)] : []),
    ...result.game.equilibria.map(([mine, theirs]) =>
      item(words.equilibria.one(result.styles[mine] ?? "", result.styles[theirs] ?? "")),
    ),
    wrap(imitated(terminal.words, result)),
    ...(result.limits ?? []).map((sentence) => item(sentence, 0)),
  ].join("\n");
}

/** The answer in a sentence; none where no openings were compared. */
function bestOpening({ words }: Terminal, { openings, name }: Tournament): string[] {
  const best = openings.filter((one) => one.best);
  const [first] = best;
  if (!first) return [];
  return [wrap(words.rehearsal.bestOpening(name, first.opening, first.pace, first.own, best.length > 1)), ""];
}

/** Shares of styles below this are not named. */
const NAMED = 0.05;

function imitated({ commands }: CommandWording, { game, styles }: Tournament): string {
  const [mine = [], theirs = []] = game.path.at(-1) ?? [];
  const named = (shares: readonly number[]) =>
    listed(
      shares
        .map((share, k) => ({ share, style: styles[k] ?? "" }))
        .filter(({ share }) => share >= NAMED)
        .sort((a, b) => b.share - a.share)
        .map(({ share, style }) => commands.tournament.shares(share, style)),
    );
  return commands.tournament.imitated(named(mine), named(theirs));
}

const HEADER = [
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
  "marking",
];
/** The beginning of a table of ours. */
export const TABLE_MARK = HEADER.slice(0, 5).join();

/** One row a pair of styles. */
export const tournamentTable = ({ pairs, marking }: Tournament): string =>
  csvText([
    HEADER,
    ...pairs.map(({ mine, theirs, own, others, joint, deals, rounds, fromNash }) => [
      mine,
      theirs,
      ...[own.mean, own.low, own.high, others.mean, joint.mean].map((value) => value.toFixed(2)),
      deals.toFixed(4),
      rounds.toFixed(2),
      fromNash === null ? "" : fromNash.toFixed(2),
      marking,
    ]),
  ]);
