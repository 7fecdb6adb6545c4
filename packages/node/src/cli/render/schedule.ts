import { type Case, listed, type Schedule } from "@parley/core";
import type { Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { item, wrap } from "./table.js";

/** Shown of a series; the calendar has them all. */
const MOST_SHOWN = 6;

/** The meetings, each with what prepares it and what is on its agenda. */
export function renderSchedule(terminal: Terminal, found: Schedule, { parties }: Case): string {
  const name = (id: string) => parties.find((party) => party.id === id)?.name ?? id;
  const series = found.series.map((one) => {
    const ahead = one.occurrences.filter(({ past }) => !past);
    const shown = ahead
      .slice(0, MOST_SHOWN)
      .flatMap(({ day, until, latest, rounds, agenda }) => [
        `  ${day === until ? day : `${day} to ${until}`}${latest === null ? "" : `, at the latest ${latest}`}`,
        ...rounds.map((round) => `    prepared by: ${round.name}, ${round.day}`),
        ...agenda.map(({ text }) => item(text, 4)),
      ]);
    return [
      wrap(
        `${one.name} (${[one.place, one.every === null ? null : `every ${one.every}`].filter((part) => part !== null).join(", ") || "once"}): ${listed(one.parties.map(name))}`,
      ),
      ...(one.sessions.length > 0
        ? [
            wrap(
              `${one.sessions.map(({ name: what, day, at }) => `${what} (day ${day}${at ? `, ${at}` : ""})`).join("; ")}`,
            ),
          ]
        : []),
      ...one.flags.map(({ text }) => `  ⚑ ${text}`),
      ...shown,
      ...(ahead.length > MOST_SHOWN
        ? [`  … and ${ahead.length - MOST_SHOWN} more, to ${ahead.at(-1)?.day ?? ""}`]
        : []),
      ...(ahead.length === 0 ? ["  over"] : []),
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
