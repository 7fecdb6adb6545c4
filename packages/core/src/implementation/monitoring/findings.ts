// What is odd about a record: rows that conflict, are withdrawn, say the same twice, or fit nowhere.
import type { Case, Obligation } from "../../case/index.js";
import type { Book } from "./book.js";
import type { Ledger } from "./ledger.js";
import type { Note } from "./noted.js";
import type { PowerCourse } from "./powers.js";
import { MOST_LINES, type Tally } from "./tally.js";
import type { Finding, ObligationStanding } from "./types.js";

const MOST_FINDINGS = 500;

/** What findings are made of. */
export interface Found {
  readonly negotiation: Case;
  readonly book: Book;
  readonly all: readonly {
    readonly obligation: Obligation;
    readonly ledger: Ledger;
    readonly notes: () => readonly Note[];
  }[];
  readonly powers: readonly { readonly course: PowerCourse; readonly ledger: Ledger }[];
  readonly obligations: readonly ObligationStanding[];
  readonly tally: Tally;
}

export function findingsOf({ negotiation, book, all, powers, obligations, tally }: Found): Finding[] {
  const linesOf = (at: readonly number[]) => at.slice(0, MOST_LINES).map((row) => book.row(row).line);
  const written = (about: string, notes: readonly Note[]): Finding[] =>
    notes.map(({ kind, text, rows: at }) => ({ kind, about, text, lines: linesOf(at) }));
  const findings: Finding[] = all.flatMap(({ obligation, notes }) => written(obligation.id, notes()));
  findings.push(...powers.flatMap(({ course }) => written(course.power.id, course.notes)));
  // What several obligations read alike is said once.
  const seen = new Set<number>();
  const once = (row: number, kind: Finding["kind"], text: string, more: readonly number[] = []) => {
    if (!seen.has(row)) findings.push({ kind, about: book.name(row), text, lines: linesOf([row, ...more]) });
    seen.add(row);
  };
  for (const { ledger } of [...all, ...powers]) {
    for (const { row, by } of ledger.withdrawn())
      once(row, "withdrawn", `withdrawn on ${book.row(by).reportedAt}, and not used`, [by]);
    for (const by of ledger.idle())
      once(by, "not-accepted", "withdraws nothing: no row of that day, source and value was on record by then");
    for (const row of ledger.duplicates()) once(row, "duplicate", "says what an earlier row says, and counts once");
    for (const row of ledger.early()) {
      const { asOf, reportedAt } = book.row(row);
      once(row, "future", `is of ${asOf}, later than it was reported (${reportedAt}), and is not used`);
    }
  }
  for (const [name, { count, first }] of tally.unspoken())
    findings.push({
      kind: "unspoken",
      about: name,
      text: `no obligation speaks of it: ${count} ${count === 1 ? "row is" : "rows are"} kept and not judged`,
      lines: linesOf(first),
    });
  const { assumed, unreported } = tally.assumed();
  if (unreported > 0)
    findings.push({
      kind: "assumed",
      about: "",
      text: `${unreported} of ${tally.known()} rows do not say when they were reported: taken as known on the day that they are of`,
      lines: linesOf(assumed),
    });
  for (const { id, contested } of obligations)
    for (const { by, text } of contested)
      findings.push({
        kind: "contested",
        about: id,
        text: `${negotiation.parties.find((party) => party.id === by)?.name ?? by} contests it: ${text}`,
        lines: [],
      });
  return findings.slice(0, MOST_FINDINGS);
}
