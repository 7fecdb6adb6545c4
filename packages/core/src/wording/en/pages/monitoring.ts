// English text of the workbench page on monitoring: what is kept or broken, what falls due, and the rows behind it.
import { type Named, nameOf } from "../../named.js";
import { rich } from "../../rich.js";
import { verb } from "../grammar.js";

/** How a stage of a power stands. */
const stages = { over: "over", running: "running", "to come": "to come" };

export interface Stage {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly state: keyof typeof stages;
  /** Days. */
  readonly extended: number;
}

export interface RowsOnRecord {
  readonly rows: number;
  readonly known: number;
  readonly later: number;
}

/** Rows of observations. */
const rows = {
  head: ["of", "reported", "what", "source", "line"],
  /** @param assumed whether nobody wrote when it was reported */
  reported: (day: string, assumed: boolean) => (assumed ? `${day} (assumed)` : day),
  by: (value: string, party: Named | null) => (party === null ? value : `${value} by ${nameOf(party)}`),
  noSource: "not given",
  episode: (obligation: string, start: string, kind: string) => `${obligation}, from ${start}: ${kind}`,
  latest: (obligation: string) => `${obligation}, the latest`,
};

export const monitoringPage = {
  none: "There is nothing to keep yet",
  whatItTakes: "It takes an obligation, or a commitment with a due day, and reports on whether it is kept.",
  addObligation: "Add an obligation",
  addCommitment: "Add a commitment",
  picture: rich(
    "Dashed line: the limit. Full points are ",
    { term: "proved", text: "proved" },
    ", hollow ones said or estimated; an arrow is a figure far above. Bars below: full where it was broken, dashed where that is said or disputed, thin where it came to nothing; dotted since the last proof is too old.",
  ),
  standings: "What stands how, and why",
  /** Files to take away, by their forms. */
  forms: { ics: "What falls due (.ics)", atom: "Alerts as a feed (.atom)", csv: "Alerts (.csv)" },
  inspections: "Needs an inspection",
  inspection: (what: string, by: string, why: string) => `${what}: by ${by}, ${why}.`,
  due: "Falls due next",
  more: (count: number) => `${count} more`,
  record: "About the record",
  /** @param findings whether some are told below */
  onRecord: ({ rows: all, known, later }: RowsOnRecord, findings: boolean) => {
    const unknown = later > 0 ? `; ${later} are of a later day, or were not reported yet` : "";
    const below = findings ? " Which of them are not used or not judged, and what else is odd, is said here:" : "";
    return `${known} of ${all} rows were on record${unknown}.${below}`;
  },
  asOf: (day: string) => rich({ term: "asOf", text: "as of" }, " ", { strong: day }),
  knownAt: (day: string) => rich({ term: "knownAt", text: "known at" }, " ", { strong: day }),
  asOfLabel: "As of",
  knownAtLabel: "Known at",
  allOnRecord: "all that is on record",
  all: "All of it",
  malformed: (count: number) =>
    `${count === 1 ? "One row" : `${count} rows`} could not be read and ${count === 1 ? "is" : "are"} not in this answer. The file is as it was.`,
  mend: "Mend it",
  why: (party: string, why: string) => `${party}: ${why}`,
  contests: (party: Named, text: string) => rich({ strong: nameOf(party) }, ` ${verb(party, "contests")} it: ${text}.`),
  restsOn: "It rests on:",
  earlier: (count: number) => `${count} earlier episodes are not shown.`,
  rowsInAll: (count: number) => `${count} rows in all.`,
  latest: "The latest:",
  noRow: "No row speaks of it.",
  stage: ({ name, from, until, state, extended }: Stage) =>
    `${name}: ${from} to ${until}, ${stages[state]}${extended > 0 ? `, extended by ${extended} days` : ""}`,
  rows,
};
