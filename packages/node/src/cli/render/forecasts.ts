// Formats as text for the terminal how good forecasts were, and which wait to be settled.

import type { Score, Scores } from "@parley/core/forecasts";
import { percentText } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { columns, item, wrap } from "./table.js";

export function scoresText(terminal: Terminal, { all, by, open, void: voided, overdue }: Scores): string {
  const words = terminal.words.commands.forecast;
  const several = by.length > 1;
  return [
    ...(all === null ? [words.none] : several ? [scoreText(terminal, null, all)] : []),
    ...by.map(({ name, score }) => scoreText(terminal, name, score)),
    ...(all === null ? [] : [binsText(terminal, all)]),
    [
      words.waiting(open, overdue.length, voided),
      ...overdue.map(({ id, due, question }) => item(words.overdue(id, due, question), 2)),
    ].join("\n"),
  ].join("\n\n");
}

const scoreText = ({ words }: Terminal, name: string | null, { skill, bias, ...score }: Score): string =>
  wrap(
    words.commands.forecast.score({
      ...score,
      name,
      brier: score.brier.toFixed(3),
      ofBaseRate: score.brierOfBaseRate.toFixed(3),
      skill: skill === null ? null : Math.round(100 * skill),
      bias: Math.round(100 * bias),
    }),
    0,
  );

function binsText(terminal: Terminal, { bins }: Score): string {
  const { head, range, note } = terminal.words.commands.forecast.bins;
  const rows = bins
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, said, came, interval }) => [
      range(from, to),
      `${count}`,
      percentText(said ?? 0),
      percentText(came / count),
      interval === null ? "" : range(...interval),
    ]);
  return [
    columns([head.map((one) => paint(terminal, "bold", one)), ...rows], [12, 12, 12, 12, 14], [1, 2, 3, 4]),
    wrap(note, 0),
  ].join("\n");
}
