import { byUrgency, episodeText, POWER_WORDS, STANDING_WORDS } from "@parley/charts";
import {
  type Finding,
  findingText,
  type Monitoring,
  namesOf,
  type ObligationStanding,
  ownedText,
  type StandingChange,
} from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { columns, item, wrap } from "./table.js";

const part = (terminal: Terminal, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];

const wordOf = (standing: string): string =>
  ({ ...STANDING_WORDS, ...POWER_WORDS })[standing as keyof typeof STANDING_WORDS] ?? standing;

/** As many of what falls due as fit a glance; the calendar has them all. */
const DUE_SHOWN = 12;

/** The sentence; a line an obligation; the episodes; what falls due; what is odd about the record. */
export function renderMonitoring(terminal: Terminal, found: Monitoring): string {
  const { obligations, powers, due, inspections, findings, observations } = found;
  const nameOf = namesOf(found);
  const ordered = byUrgency(obligations);
  const known = found.knownAt === null ? "all that is on record" : `what was reported by ${found.knownAt}`;
  const later = observations.later > 0 ? `; ${observations.later} later` : "";
  return [
    marked(terminal, found) +
      paint(terminal, "dim", wrap(`${known}: ${observations.known} of ${observations.rows} rows${later}`)),
    "",
    paint(terminal, "bold", wrap(found.sentence)),
    "",
    columns([["stands", "obligation", "by", "why"], ...ordered.map(lineOf)], [13, 23, 9, 32]),
    ...part(
      terminal,
      "Episodes",
      ordered.flatMap((one) => [
        ...(one.earlier > 0 ? [item(`${ownedText(one)}: ${one.earlier} earlier episodes are not shown`)] : []),
        ...one.episodes.map((episode) =>
          item(
            `${ownedText(one)}: ${episodeText(episode)}; lines ${episode.evidence.map(({ line }) => line).join(", ") || "none"}`,
          ),
        ),
      ]),
    ),
    ...part(
      terminal,
      "Powers",
      powers.flatMap(({ text, standing, why, stages }) => [
        item(`${text}: ${POWER_WORDS[standing]}; ${why}`),
        ...stages.map(({ name, from, until, state }) => item(`${name}: ${from} to ${until}, ${state}`, 4)),
      ]),
    ),
    ...part(
      terminal,
      "Needs an inspection",
      inspections.map(({ about, by, why }) => item(`${nameOf(about)}: by ${by}, ${why}`)),
    ),
    ...part(terminal, "Falls due", [
      ...due.slice(0, DUE_SHOWN).map(({ day, what }) => item(`${day}  ${what}`)),
      ...(due.length > DUE_SHOWN ? [item(`${due.length - DUE_SHOWN} more in the calendar: -o alerts.ics`)] : []),
    ]),
    ...part(
      terminal,
      "About the record",
      findings.map((finding) => item(findingText(finding, nameOf))),
    ),
  ].join("\n");
}

const lineOf = ({ standing, text, party, why }: ObligationStanding): string[] => [
  STANDING_WORDS[standing],
  wrap(text, 0, 22),
  wrap(party, 0, 9),
  wrap(why, 0, 32),
];

export function renderChanges(
  terminal: Terminal,
  after: Monitoring,
  changes: readonly StandingChange[],
  remarks: readonly Finding[],
  rows: number,
): string {
  const nameOf = namesOf(after);
  return [
    marked(terminal, after),
    paint(
      terminal,
      "bold",
      wrap(
        `${rows} ${rows === 1 ? "row" : "rows"} would change ${changes.length === 0 ? "nothing" : `how ${changes.length} of ${after.obligations.length + after.powers.length} stand`}. Nothing was written.`,
      ),
    ),
    ...(after.observations.later > 0
      ? [
          wrap(
            `${after.observations.later} ${after.observations.later === 1 ? "row on record is" : "rows on record are"} of a later day than ${after.asOf}, or ${after.observations.later === 1 ? "was" : "were"} reported later; use --as-of to see ${after.observations.later === 1 ? "it" : "them"}.`,
          ),
        ]
      : []),
    ...changes.map(({ text, before, after: now, why }) =>
      item(`${text}: ${before === now ? wordOf(now) : `${wordOf(before)} → ${wordOf(now)}`}; ${why}`),
    ),
    ...part(
      terminal,
      "About these rows",
      remarks.map((finding) => item(findingText(finding, nameOf))),
    ),
  ].join("\n");
}
