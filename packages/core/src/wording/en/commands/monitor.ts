// English text of `parley monitor`, the command that says whether an agreement is being kept and what falls due.
import { listed } from "../grammar.js";
import { type EpisodeSaid, monitoring } from "../monitoring.js";
import { counted } from "../numbers.js";
import { monitoringPage } from "../pages/monitoring.js";

const EXAMPLES = `
Examples:
  parley monitor cases/jcpoa-2015
  parley monitor cases/jcpoa-2015 --as-of 2019-07-05 --known-at 2019-07-05
  parley monitor cases/jcpoa-2015 -o alerts.ics
`;

export interface RowsKnown {
  readonly knownAt: string | null;
  readonly known: number;
  readonly rows: number;
  readonly later: number;
}

function known({ knownAt, known: count, rows, later }: RowsKnown): string {
  const what = knownAt === null ? "all that is on record" : `what was reported by ${knownAt}`;
  return `${what}: ${count} of ${rows} rows${later > 0 ? `; ${later} later` : ""}`;
}

const laterRows = (later: number, asOf: string): string =>
  later === 1
    ? `1 row on record is of a later day than ${asOf}, or was reported later; use --as-of to see it.`
    : `${later} rows on record are of a later day than ${asOf}, or were reported later; use --as-of to see them.`;

export interface ChangeSaid {
  readonly text: string;
  /** As results say it. */
  readonly before: string;
  readonly after: string;
  readonly why: string;
}

function change({ text, before, after, why }: ChangeSaid): string {
  const { standing } = monitoring;
  return `${text}: ${before === after ? standing(after) : `${standing(before)} → ${standing(after)}`}; ${why}`;
}

export const monitor = {
  description: "whether what was agreed is kept: broken, at risk, due; as of a day, known by another",
  flags: {
    knownAt: "only what was reported by this day; all that is on record unless given",
    with: "what the rows of this CSV file would change; nothing is written",
    output: "write alerts as a calendar (.ics), a feed (.atom), or a table (.csv)",
    skipMalformed: "go on without rows that cannot be read or judged; else they end with 1",
    failOn:
      "end with 3 where something is broken or not known to be kept again, or where anything at all is open: said, disputed, overdue",
  },
  examples: EXAMPLES,
  withOutput:
    "--with shows what rows would change and writes nothing, so it goes without --output. Leave one of them out.",
  malformed: (rows: number) =>
    rows === 1
      ? "1 row could not be read and is not in this answer; the file is as it was. Mend it, or go on without: --skip-malformed."
      : `${rows} rows could not be read and are not in this answer; the file is as it was. Mend them, or go on without: --skip-malformed.`,
  moreProblems: (count: number) => `… and ${count} more.`,
  unspoken: (metrics: readonly string[]) =>
    `Nothing in the agreement speaks of ${listed(metrics.map((name) => `"${name}"`))}, so these rows would be kept and judged by nothing. Mend the name in the column metric, or go on all the same: --skip-malformed.`,
  known,
  head: ["stands", "obligation", "by", "why"],
  headings: {
    due: "Falls due",
    episodes: "Episodes",
    inspections: monitoringPage.inspections,
    powers: "Powers",
    record: monitoringPage.record,
    rows: "About these rows",
  },
  episode: (owned: string, episode: EpisodeSaid, lines: readonly number[]) =>
    `${owned}: ${monitoring.episode(episode)}; lines ${lines.join(", ") || "none"}`,
  earlier: (owned: string, count: number) => `${owned}: ${count} earlier episodes are not shown`,
  power: (text: string, standing: keyof typeof monitoring.powers, why: string) =>
    `${text}: ${monitoring.powers[standing]}; ${why}`,
  stage: (name: string, from: string, until: string, state: string) => `${name}: ${from} to ${until}, ${state}`,
  inspection: (about: string, by: string, why: string) => `${about}: by ${by}, ${why}`,
  due: (day: string, what: string) => `${day}  ${what}`,
  moreDue: (count: number) => `${count} more in the calendar: -o alerts.ics`,
  wouldChange: (rows: number, changed: number, all: number) =>
    `${counted(rows, "row")} would change ${changed === 0 ? "nothing" : `how ${changed} of ${all} stand`}. Nothing was written.`,
  laterRows,
  change,
};
