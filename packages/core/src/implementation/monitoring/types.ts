// What an answer about monitoring says: plain data, for pages, feeds and files.
import type { Day, NormForm, PartialDate, Viewing } from "../../case/index.js";
import type { KeepingSaid } from "../../wording/index.js";
import type { ObservationRow, Qualifier } from "./book.js";

/** How things stand with an obligation. */
export type Standing =
  | "pending"
  | "unobserved"
  | "compliant"
  | "cured"
  | "at-risk"
  | "unverified"
  | "alleged"
  | "disputed"
  | "breached"
  | "was-broken"
  | "waived"
  | "due"
  | "outstanding"
  | "overdue"
  | "fulfilled"
  | "late"
  | "perhaps-late"
  | "suspended"
  | "expired"
  | "discharged"
  | "terminated";

/** A time in which an obligation was broken, or said to be. */
export interface Episode {
  /** `missing`: a report did not come. `dismissed` and `cleared`: it turned out to be none. */
  readonly kind: "breach" | "alleged" | "disputed" | "waived" | "dismissed" | "cleared" | "missing" | "overdue";
  /** It did not end by being kept: the obligation itself was over. */
  readonly lapsed: boolean;
  /** It was over by itself: something that happened on a day, or a time for which a total was counted. */
  readonly over: boolean;
  /** Who did it, by name, where several owe it; none where nobody knows; null where it goes without saying. */
  readonly by: readonly string[] | null;
  /** From what the first figure beyond is of; a month where that is all that is known. */
  readonly start: PartialDate;
  /** What the first figure that proves it is of; null while none does. */
  readonly verified: PartialDate | null;
  /** When that was first reported. */
  readonly known: Day | null;
  /** Back within the limit, done late, waived or dismissed; null while open. */
  readonly end: PartialDate | null;
  readonly endKnown: Day | null;
  /** The figure furthest beyond the limit, proved where any is; null where there is none. */
  readonly peak: ObservationRow | null;
  /** One that is further beyond and proves nothing; null where none is. */
  readonly claimed: ObservationRow | null;
  /** First, proving, disputing, peak, latest and ending rows; in order, each once. */
  readonly evidence: readonly ObservationRow[];
  /** Rows in it. */
  readonly rows: number;
  /** How many reports are missing in it; 1 for whatever is no report. */
  readonly count: number;
}

export interface LimitText {
  readonly from: Day | null;
  /** In the unit of the metric; two ends where the text gives two units that do not quite agree. */
  readonly atMost: readonly [number, number] | null;
  readonly atLeast: readonly [number, number] | null;
  /** As the text has it: at most 300 kg UF6 (202.8 kg U). */
  readonly text: string;
}

export interface SeriesPoint {
  readonly day: Day;
  readonly asOf: PartialDate;
  /** In the unit of the metric. */
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly comparator: ObservationRow["comparator"];
  readonly line: number;
}

export interface ObligationStanding {
  readonly id: string;
  readonly by: readonly string[];
  /** What the party that owes it is called; `A and B` where several do. */
  readonly party: string;
  readonly text: string;
  readonly article: string | null;
  readonly terms: readonly string[];
  readonly form: NormForm;
  readonly metric: {
    readonly id: string;
    readonly name: string;
    readonly unit: string | null;
    /** Each figure is of something that is over with its day. */
    readonly occasions: boolean;
  } | null;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly limits: readonly LimitText[];
  readonly standing: Standing;
  /** In a sentence without its subject: above the limit since 2019-07-01, verified. */
  readonly why: string;
  readonly contested: readonly { readonly by: string; readonly text: string; readonly date: PartialDate | null }[];
  /** The latest few hundred, in order; and how many there were before them. */
  readonly episodes: readonly Episode[];
  readonly earlier: number;
  /** Days from the as-of day on on which something of it falls due, three years ahead; none while it rests. */
  readonly ahead: readonly Day[];
  /** `perYear` is null where the figures have no pace: then the latest is taken as it is. */
  readonly projection: {
    readonly perYear: number | null;
    readonly crosses: Day | null;
    readonly figures: number;
  } | null;
  /** The latest figure that proves anything, and the latest of any kind. */
  readonly lastProof: ObservationRow | null;
  readonly last: ObservationRow | null;
  /** The first day on which the last proof is older than one may be; null where it is not, or where that does not matter. */
  readonly unverifiedSince: Day | null;
  /** The day by which it should be looked at again; null where it need not. */
  readonly inspect: { readonly by: Day; readonly why: string } | null;
  /** For pictures: at most a few hundred, the least and the most of each stretch among them. */
  readonly series: readonly SeriesPoint[];
  readonly rows: number;
}

/** A power and its clock. */
export interface PowerStanding {
  readonly id: string;
  readonly by: readonly string[];
  readonly text: string;
  readonly article: string | null;
  /** `open`: an obligation that it stands on is broken, so it may be invoked. `ripe`: its stages have run out. */
  readonly standing: "resting" | "open" | "running" | "ripe" | "exerted" | "settled";
  readonly why: string;
  readonly invoked: Day | null;
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly from: Day;
    readonly until: Day;
    readonly state: "over" | "running" | "to come";
    readonly extended: number;
  }[];
  /** The end of the last stage, or the day of invocation where it has none; null while it is not invoked. */
  readonly ends: Day | null;
  /** Days from invocation to the end of the last stage. */
  readonly days: number | null;
  readonly evidence: readonly ObservationRow[];
}

export interface Due {
  readonly day: Day;
  readonly what: string;
  readonly about: string;
  readonly kind: "achieve" | "report" | "stage" | "limit" | "begins" | "ends" | "crossing" | "inspection";
}

export interface Finding {
  readonly kind:
    | "conflict"
    | "transposed"
    | "revised"
    | "two-units"
    | "unclear"
    | "not-in-force"
    | "future"
    | "withdrawn"
    | "not-accepted"
    | "limit-changes"
    | "suspended"
    | "unattributed"
    | "not-counted"
    | "unspoken"
    | "duplicate"
    | "assumed"
    | "contested"
    | "malformed"
    | "more";
  readonly about: string;
  readonly text: string;
  /** Of observations.csv: the first of the rows that it is about. */
  readonly lines: readonly number[];
  /** How many rows it is about in all. */
  readonly rows: number;
  /** On which it could first be known: the last report of these rows; the as-of day where it is about none. */
  readonly day: Day;
}

export interface Monitoring extends Viewing {
  readonly sentence: string;
  /** What the sentence says, as codes and parameters. */
  readonly said: KeepingSaid;
  /** What is seen is what was reported by this day; null: all that is on record. */
  readonly knownAt: Day | null;
  readonly observations: {
    /** On record; of those, known by then; and those of a later day or not reported yet. */
    readonly rows: number;
    readonly known: number;
    readonly later: number;
    readonly malformed: number;
    /** SHA-256 of the rows as they were read, hexadecimal. */
    readonly digest: string;
  };
  readonly obligations: readonly ObligationStanding[];
  readonly powers: readonly PowerStanding[];
  /** What falls due from the as-of day on, soonest first. */
  readonly due: readonly Due[];
  /** What should be looked at by now. */
  readonly inspections: readonly { readonly about: string; readonly by: Day; readonly why: string }[];
  readonly findings: readonly Finding[];
  /** Days on which something was observed or reported, in order: the stops of a scrubber. */
  readonly days: readonly Day[];
}
