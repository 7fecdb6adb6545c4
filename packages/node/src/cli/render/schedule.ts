// Formats the planned meetings as text for the terminal.
import type { Case, Schedule } from "@parley/core/internal";
import type { Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { item, wrap } from "./table.js";

/** Shown of a series; the calendar has them all. */
const MOST_SHOWN = 6;

/** The meetings, each with what prepares it and what is on its agenda. */
export function renderSchedule(terminal: Terminal, found: Schedule, { parties }: Case): string {
  const words = terminal.words.commands.schedule;
  const name = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  const series = found.series.map((one) => {
    const ahead = one.occurrences.filter(({ past }) => !past);
    const shown = ahead
      .slice(0, MOST_SHOWN)
      .flatMap(({ day, until, latest, rounds, agenda }) => [
        `  ${words.days(day, until, latest)}`,
        ...rounds.map((round) => `    ${words.preparedBy(round.name, round.day)}`),
        ...agenda.map(({ text }) => item(text, 4)),
      ]);
    return [
      wrap(words.series(one, one.parties.map(name))),
      ...(one.sessions.length > 0
        ? [wrap(one.sessions.map(({ name: what, day, at }) => words.session(what, day, at)).join("; "))]
        : []),
      ...one.flags.map(({ text }) => `  ⚑ ${text}`),
      ...shown,
      ...(ahead.length > MOST_SHOWN ? [`  ${words.more(ahead.length - MOST_SHOWN, ahead.at(-1)?.day ?? "")}`] : []),
      ...(ahead.length === 0 ? [`  ${words.over}`] : []),
      "",
    ].join("\n");
  });
  return [
    marked(terminal, found),
    wrap(found.sentence),
    "",
    ...series,
    ...found.remarks.map((remark) => wrap(remark)),
  ].join("\n");
}
