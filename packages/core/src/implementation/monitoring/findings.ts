// What is odd about a record: rows that conflict, are withdrawn, say the same twice, or fit nowhere.

import { type Case, type Day, givenFor, type Obligation, periodText } from "../../case/index.js";
import { listed, partyName, partyNamed, verb } from "../../wording/index.js";
import { type Book, dayText } from "./book.js";
import type { Ledger } from "./ledger.js";
import { MOST_LINES, type Notes } from "./notes.js";
import type { PowerCourse } from "./powers.js";
import type { Tally } from "./tally.js";
import type { Finding, ObligationStanding } from "./types.js";

const MOST_FINDINGS = 500;

/** What findings are made of. */
export interface FindingInput {
  readonly negotiation: Case;
  readonly book: Book;
  readonly asOf: Day;
  readonly malformed: number;
  readonly all: readonly {
    readonly obligation: Obligation;
    readonly ledger: Ledger;
    readonly settling: readonly Ledger[];
    readonly notes: () => Notes;
  }[];
  readonly powers: readonly { readonly course: PowerCourse; readonly ledger: Ledger }[];
  readonly obligations: readonly ObligationStanding[];
  readonly tally: Tally;
}

export function findingsOf(found: FindingInput): Finding[] {
  const findings = [
    ...malformedRows(found),
    ...remarks(found),
    ...oddRows(found),
    ...unspoken(found),
    ...untaken(found),
    ...assumptions(found),
    ...contested(found),
  ];
  if (findings.length <= MOST_FINDINGS) return findings;
  const more = findings.length - MOST_FINDINGS + 1;
  return [
    ...findings.slice(0, MOST_FINDINGS - 1),
    about(found, "more", "", `${more} more remarks, which are not shown`, [], more),
  ];
}

/** A remark about rows, by their places in the book. */
function about(
  { book, asOf }: FindingInput,
  kind: Finding["kind"],
  name: string,
  text: string,
  at: readonly number[],
  rows: number = at.length,
): Finding {
  const shown = at.slice(0, MOST_LINES);
  const last = shown.reduce((day, row) => Math.max(day, book.reported(row), book.last(row)), Number.NEGATIVE_INFINITY);
  return {
    kind,
    about: name,
    text,
    lines: shown.map((row) => book.row(row).line),
    rows,
    day: shown.length === 0 ? asOf : dayText(last),
  };
}

const malformedRows = (found: FindingInput): Finding[] =>
  found.malformed === 0
    ? []
    : [
        about(
          found,
          "malformed",
          "",
          `${found.malformed} ${found.malformed === 1 ? "row" : "rows"} could not be read and ${found.malformed === 1 ? "is" : "are"} not in this answer`,
          [],
          found.malformed,
        ),
      ];

/** What was noted while rows were read. */
function remarks(found: FindingInput): Finding[] {
  const written = (name: string, notes: Notes): Finding[] =>
    notes.map(({ kind, text, rows, count }) => about(found, kind, name, text, rows, count));
  return [
    ...found.all.flatMap(({ obligation, notes }) => written(obligation.id, notes())),
    ...found.powers.flatMap(({ course }) => written(course.power.id, course.notes)),
  ];
}

/** Rows that are taken back, take nothing back, repeat each other or are ahead of their report; each said once. */
function oddRows(found: FindingInput): Finding[] {
  const { book, all, powers } = found;
  const findings: Finding[] = [];
  const seen = new Set<number>();
  const once = (row: number, kind: Finding["kind"], text: string, more: readonly number[] = []) => {
    if (!seen.has(row)) findings.push(about(found, kind, book.name(row), text, [row, ...more]));
    seen.add(row);
  };
  const ledgers = [...all.flatMap((one) => [one.ledger, ...one.settling]), ...powers.map((one) => one.ledger)];
  // What takes nothing back from one obligation may do so from another.
  const used = new Set(ledgers.flatMap((ledger) => ledger.withdrawn().map(({ by }) => by)));
  for (const ledger of ledgers) {
    for (const { row, by } of ledger.withdrawn())
      once(row, "withdrawn", `withdrawn on ${book.row(by).reportedAt}, and not used`, [by]);
    for (const by of ledger.idle().filter((one) => !used.has(one)))
      once(by, "not-accepted", "withdraws nothing: no row of that day, source and value was on record by then");
    for (const row of ledger.duplicates()) once(row, "duplicate", "says what an earlier row says, and counts once");
    for (const row of ledger.early()) {
      const { asOf, reportedAt } = book.row(row);
      once(row, "future", `is of ${asOf}, later than it was reported (${reportedAt}), and is not used`);
    }
  }
  return findings;
}

const unspoken = (found: FindingInput): Finding[] =>
  [...found.tally.unspoken()].map(([name, { count, first, nearest }]) =>
    about(
      found,
      "unspoken",
      name,
      `no obligation speaks of it: ${count} ${count === 1 ? "row is" : "rows are"} kept and not judged.${nearest}`.replace(
        /\.$/,
        "",
      ),
      first,
      count,
    ),
  );

/** What the agreement speaks of, and no obligation is held to. */
const untaken = (found: FindingInput): Finding[] =>
  found.tally.untaken().map(({ name, why, count, first }) => about(found, why.kind, name, why.text, first, count));

/** What was taken where nothing is said: days of report, and how old a proof may be. */
function assumptions(found: FindingInput): Finding[] {
  const { tally, all } = found;
  const { assumed, unreported } = tally.assumed();
  const silent = all.filter(({ obligation }) => obligation.inspectAssumed && givenFor(obligation).ages);
  const [first] = silent;
  return [
    ...(unreported > 0
      ? [
          about(
            found,
            "assumed",
            "",
            `${unreported} of ${tally.known()} rows do not say when they were reported: taken as known on the day that they are of`,
            assumed,
            unreported,
          ),
        ]
      : []),
    ...(first
      ? [
          about(
            found,
            "assumed",
            "",
            `the agreement does not say how long a proof stands (inspect:) for ${silent.length === all.length ? "any obligation" : listed(silent.map(({ obligation }) => obligation.text))}: ${periodText(first.obligation.inspect)} are taken`,
            [],
          ),
        ]
      : []),
  ];
}

const contested = (found: FindingInput): Finding[] =>
  found.obligations.flatMap(({ id, contested: all }) =>
    all.map(({ by, text }) => {
      const contests = verb(partyNamed(found.negotiation, by), "contests");
      return about(found, "contested", id, `${partyName(found.negotiation, by)} ${contests} it: ${text}`, []);
    }),
  );
