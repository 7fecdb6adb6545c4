// Formats as text for the terminal whether an agreement is being kept, obligation by obligation.
import {
  byUrgency,
  type CommandWording,
  type Finding,
  findingText,
  type Monitoring,
  namesOf,
  type ObligationStanding,
  ownedText,
  type StandingChange,
} from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { columns, item, wrap } from "./table.js";

const part = (terminal: Terminal, title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];

/** As many of what falls due as fit a glance; the calendar has them all. */
const DUE_SHOWN = 12;

/** The sentence; a line an obligation; the episodes; what falls due; what is odd about the record. */
export function renderMonitoring(terminal: Terminal, found: Monitoring): string {
  const { obligations, powers, due, inspections, findings, observations, knownAt } = found;
  const words = terminal.words.commands.monitor;
  const nameOf = namesOf(found);
  const ordered = byUrgency(obligations);
  return [
    marked(terminal, found) + paint(terminal, "dim", wrap(words.known({ ...observations, knownAt }))),
    "",
    paint(terminal, "bold", wrap(found.sentence)),
    "",
    columns([words.head, ...ordered.map((one) => lineOf(terminal.words, one))], [13, 23, 9, 32]),
    ...part(
      terminal,
      words.headings.episodes,
      ordered.flatMap((one) => [
        ...(one.earlier > 0 ? [item(words.earlier(ownedText(one), one.earlier))] : []),
        ...one.episodes.map((episode) =>
          item(
            words.episode(
              ownedText(one),
              episode,
              episode.evidence.map(({ line }) => line),
            ),
          ),
        ),
      ]),
    ),
    ...part(
      terminal,
      words.headings.powers,
      powers.flatMap(({ text, standing, why, stages }) => [
        item(words.power(text, standing, why)),
        ...stages.map(({ name, from, until, state }) => item(words.stage(name, from, until, state), 4)),
      ]),
    ),
    ...part(
      terminal,
      words.headings.inspections,
      inspections.map(({ about, by, why }) => item(words.inspection(nameOf(about), by, why))),
    ),
    ...part(terminal, words.headings.due, [
      ...due.slice(0, DUE_SHOWN).map(({ day, what }) => item(words.due(day, what))),
      ...(due.length > DUE_SHOWN ? [item(words.moreDue(due.length - DUE_SHOWN))] : []),
    ]),
    ...part(
      terminal,
      words.headings.record,
      findings.map((finding) => item(findingText(finding, nameOf))),
    ),
  ].join("\n");
}

const lineOf = ({ monitoring }: CommandWording, { standing, text, party, why }: ObligationStanding): string[] => [
  monitoring.standings[standing],
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
  const words = terminal.words.commands.monitor;
  const nameOf = namesOf(after);
  const { later } = after.observations;
  const all = after.obligations.length + after.powers.length;
  return [
    marked(terminal, after),
    paint(terminal, "bold", wrap(words.wouldChange(rows, changes.length, all))),
    ...(later > 0 ? [wrap(words.laterRows(later, after.asOf))] : []),
    ...changes.map((change) => item(words.change(change))),
    ...part(
      terminal,
      words.headings.rows,
      remarks.map((finding) => item(findingText(finding, nameOf))),
    ),
  ].join("\n");
}
