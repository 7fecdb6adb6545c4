// Formats as text for the terminal where each party stood on each issue, and how it moved.

import type { Dance, Names, Positions, Track } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { type Named, spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

/** Positions and drift as text; the steps between offers where there are any, or why they are missing. */
export function renderPositions(
  terminal: Terminal,
  result: Positions,
  steps: Dance | null,
  missing: readonly string[],
  negotiation: Named,
): string {
  const words = terminal.words.commands.positions;
  const names = spokenNames(negotiation, result);
  const shown = ({ movements, positions }: Track) =>
    movements.length > 0 || positions.some(({ contradicted }) => contradicted);
  const [moving, still] = [result.tracks.filter(shown), result.tracks.filter((track) => !shown(track))];
  return [
    marked(terminal, result),
    paint(terminal, "bold", wrap(result.sentence)),
    "",
    summary(terminal, result),
    "",
    ...moving.map((track) => trackBlock(terminal, result, track, names)),
    ...(still.length > 0 ? [quiet(terminal, still), ""] : []),
    ...(steps && steps.steps.length > 0 ? [danceBlock(terminal, steps, names), ""] : []),
    ...(steps?.limits ?? []).map((sentence) => item(sentence, 0)),
    ...missing.map((reason) => item(words.without(reason), 0)),
    ...notes(terminal, result, names).map((note) => item(note, 0)),
    wrap(words.legend),
  ].join("\n");
}

function summary({ words }: Terminal, { parties }: Positions): string {
  const { head, moved: movedOf } = words.commands.positions.summary;
  const rows = parties.map(({ name, flux, moved, issues, reversals, contradictions }) => [
    name,
    `${Math.round(flux.least)}`,
    `${Math.round(flux.most)}`,
    movedOf(moved, issues),
    `${reversals}`,
    `${contradictions}`,
  ]);
  return columns([head, ...rows], [17, 14, 8, 12, 11, 12], [1, 2, 3, 4, 5]);
}

function trackBlock(terminal: Terminal, result: Positions, track: Track, names: Names): string {
  const words = terminal.words.commands.positions;
  const rows = track.positions.flatMap((position) => {
    const said = words.said(words.options(optionNames(result, track.issue, position.options)), position.contradicted);
    const speakers = position.sightings.map(({ speaker, kind, source, hangsOn }) =>
      words.cited(speaker, kind, source, terminal.words.positions.condition(hangsOn, names)),
    );
    return [["", position.date, scale(position), said, [...new Set(speakers)].join("; ")]];
  });
  return [
    paint(terminal, "cyan", wrap(words.track(track.issueName, track.partyName))),
    wrap(movedText(terminal, track, result), 2),
    columns(rows, [1, 11, 12, 27, 26]),
    ...track.silences.map(({ days, from, until }) => item(words.silent(days, from, until))),
    "",
  ].join("\n");
}

function movedText({ words }: Terminal, track: Track, { parties }: Positions): string {
  const { flux, shift, movements, basis } = track;
  const closerTo = (party: string) => movements.reduce((sum, { closer }) => sum + (closer[party] ?? 0), 0);
  return words.commands.positions.moved({
    ...flux,
    shift,
    movements: movements.length,
    turned: movements.filter(({ reversal }) => reversal).map(({ date }) => date),
    toward: parties.map(({ party, name }) => ({ name, points: Math.round(closerTo(party)) })),
    attributed: basis === "attributed",
  });
}

/** `····━━●━━··`: what the position leaves open, and where on it the steadiest path stands. */
function scale({ low, high, at }: { low: number; high: number; at: number }): string {
  const cell = (value: number) => Math.round(value / 10);
  return Array.from({ length: 11 }, (_, place) =>
    place === cell(at) ? "●" : place >= cell(low) && place <= cell(high) ? "━" : "·",
  ).join("");
}

const optionNames = ({ options }: Positions, issue: string, ids: readonly string[]): string[] =>
  (options[issue] ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name);

function quiet(terminal: Terminal, tracks: readonly Track[]): string {
  const words = terminal.words.commands.positions;
  const rows = tracks.map(({ issueName, partyName, positions, basis }) => {
    const last = positions.at(-1);
    return [
      "",
      wrap(issueName, 0, 27),
      wrap(terminal.words.names.short(partyName), 0, 15),
      last ? scale(last) : "",
      words.last(last?.date ?? "", basis === "attributed"),
    ];
  });
  return `${paint(terminal, "cyan", words.still)}\n${columns(rows, [1, 28, 16, 12, 19])}`;
}

function danceBlock(terminal: Terminal, { steps, offers, parties }: Dance, names: Names): string {
  const words = terminal.words.commands.positions;
  const offer = (id: string) => offers.find((one) => one.id === id)?.name ?? id;
  const onlyIf = (id: string): string[] => {
    const { hangsOn = [], condition = null } = offers.find((one) => one.id === id) ?? {};
    const on = terminal.words.positions.condition(hangsOn, names);
    return on === null || condition === null ? [] : [wrap(words.conditional(on, condition), 6)];
  };
  const lines = steps.flatMap((step) => [
    item(
      words.step({
        ...step,
        from: offer(step.from),
        to: offer(step.to),
        better: step.better.map(names.issue),
        worse: step.worse.map(names.issue),
        unsure: step.unsure.map(names.issue),
      }),
    ),
    ...onlyIf(step.to),
    ...step.receivers.map(({ name, change, classes }) =>
      wrap(words.brings(step.own ?? change, name, change, classes), 6),
    ),
  ]);
  const guessed = steps.some(({ basis }) => basis === "gives")
    ? [wrap(words.guessed(parties.map(({ name }) => name)), 2)]
    : [];
  return [paint(terminal, "cyan", words.steps), ...lines, ...guessed].join("\n");
}

function notes({ words }: Terminal, result: Positions, names: Names): string[] {
  const { since, first, tracks, unplaced, silence } = result;
  const said = words.commands.positions;
  const named = first.map(({ issue, party, date }) => ({ issue: names.issue(issue), party: names.party(party), date }));
  return [
    ...(since !== null && tracks.length === 0 ? [said.nothingAfter(since)] : []),
    ...(named.length > 0 ? [said.first(since, named)] : []),
    ...words.positions.unplaced(unplaced.map(names.issue)),
    said.silence(silence),
  ];
}
