// The types of a case after it has been read: parties, issues, interests, record, commitments, obligations and
// verification plans.
import type { Day, PartialDate } from "./dates.js";
import type { Period } from "./periods.js";
import type { Place } from "./problems.js";

/**
 * `negotiating` parties have a veto and enter frontier and solutions; `interested` ones are valued only. Nobody writes
 * `absent`: so is a party seen on a day on which it is none (`seatedOn`); its name is still known.
 */
export type Role = "negotiating" | "interested" | "ratifying" | "mediator" | "absent";

export interface Party {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** What else documents call it; left out where the case does not say. */
  readonly aliases?: readonly string[];
  /** Whether it is spoken of as several; not there where its name is to tell. */
  readonly plural?: boolean;
  /** Whether it is the reader's own side, which is spoken to. */
  readonly addressed?: boolean;
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  /** From when it negotiates; before, it only exists. */
  readonly atTable?: PartialDate;
  /** How a ratifying party decides: by when, and which part of it must say yes where it is many people. */
  readonly ratifies?: { readonly by: PartialDate | null; readonly share: number | null };
}

/** Who must sign for an agreement to stand, where that is not all who negotiate. All of it must hold. */
export interface Acceptance {
  /** So many of the negotiating parties. */
  readonly atLeast: number;
  /** These each have a veto. */
  readonly all: readonly string[];
  readonly groups: readonly { readonly of: readonly string[]; readonly atLeast: number }[];
}

/** Somebody who speaks in documents. */
export interface KnownSpeaker {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role: string | null;
  /** For whom; null for outsiders. */
  readonly party: string | null;
}

export interface Goal {
  readonly id: string;
  readonly name: string;
}

export type OptionKind = "symbolic" | "reversible" | "irreversible";

export interface Option {
  readonly id: string;
  readonly name: string;
  /** 0–100 along the issue, from its first option to its last. */
  readonly at: number;
  /** Null where the case does not say. */
  readonly kind: OptionKind | null;
  /** How the other side would know; null when it could not. */
  readonly verify: string | null;
}

export interface Issue {
  readonly id: string;
  readonly name: string;
  /** Other words that documents have for it; left out where the case does not say. */
  readonly aliases?: readonly string[];
  readonly goal: string | null;
  readonly gives: readonly string[];
  /** Position in `options` of the option in force on the day from which the case is seen. */
  readonly today: number;
  /** What was in force from which day on, earliest first; left out where it never changed. */
  readonly states?: readonly { readonly from: PartialDate | null; readonly option: number }[];
  readonly ordered: boolean;
  readonly divisible: boolean;
  /** Where options are the numbers of a range: how far they lie apart, but for those that are written in between. Null where they are no numbers. */
  readonly step: number | null;
  /** Of options between the steps: the day on which the number was first said; left out of those that no dated entry says alone. */
  readonly saidOn?: ReadonlyMap<number, PartialDate>;
  /** Any number of the range may be agreed, not only those at the step. */
  readonly continuous: boolean;
  /** What its numbers by years come to; left out where nobody says. */
  readonly byYear?: "compound" | "sum";
  readonly unit: string | null;
  /** From least to most. */
  readonly options: readonly Option[];
}

/** One option for every issue: its position in the issue's options, in the order of the issues. */
export type Package = readonly number[];

/** Some issues only: for each, which of its options are meant. */
export type Conditions = ReadonlyMap<number, ReadonlySet<number>>;

/** What no package may be: all of `forbidden` at once. A rule `when … needs …` is one for every need. */
export interface Rule {
  readonly id: string;
  readonly text: string;
  readonly forbidden: readonly Conditions[];
}

export interface TermComponent {
  readonly id: string;
  readonly text: string;
  readonly issue?: string;
  /** What it asks of the issue: the first and the last option that do, by position; one and the same where it must be just that. */
  readonly asks?: { readonly least: number; readonly most: number };
}

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly components: readonly TermComponent[];
  readonly readings: readonly {
    readonly party: string;
    readonly in: readonly string[];
    readonly out: readonly string[];
    /** Component → how this party would write it. */
    readonly wording: ReadonlyMap<string, string>;
  }[];
}

/** A package that an answer or a reservation points to, with what it was called. */
export interface NamedPackage {
  readonly name: string;
  readonly options: Package;
  /** The day of the offer that it is; not there where it is none. */
  readonly since?: PartialDate;
  /** What it is said beside: today or no deal, as they are on the day that it is looked at, with these changes. Left out where it is the same on every day. */
  readonly beside?: { readonly base: "today" | "no-deal"; readonly changes: ReadonlyMap<number, number> };
}

/** An option that lies between two others, by position, and the share of the way from the lower to the upper. */
export interface Between {
  readonly option: number;
  readonly lower: number;
  readonly upper: number;
  readonly share: number;
}

/** What is said of a party's scores on one issue. Option positions refer to the issue's options. */
export interface ScoreStatement {
  /** Groups of equally good options, worst first; null when only points are given or the party is indifferent. */
  readonly levels: readonly (readonly number[])[] | null;
  /** Level k such that the step from k to k + 1 is worth most. */
  readonly largestStep: number | null;
  /** Normalised, 0 at the worst and 1 at the best; null when not given as numbers. */
  readonly numbers: readonly number[] | null;
  readonly intervals: readonly {
    readonly option: number;
    readonly low: number;
    readonly high: number;
    readonly place: Place;
  }[];
  readonly indifferent: boolean;
  /** Numbers between two steps, of which nothing is said by themselves: on the straight line between the options below and above. */
  readonly between?: readonly Between[];
  /** Whether it is not said yet what is better: nothing is computed from interests of which that is true of any issue. */
  readonly unsaid?: boolean;
  readonly place: Place;
}

export interface Answer {
  /** What is preferred, or "no deal" itself. */
  readonly prefer: NamedPackage | "no deal";
  readonly to: NamedPackage | "no deal";
  readonly date: PartialDate | null;
  readonly place: Place;
}

export type ResponseAnswer = "accepted" | "refused" | "countered" | "lapsed" | "withdrawn" | "let-stand";

/** What a party answered to an offer. */
export interface Response {
  /** The offer's id. */
  readonly to: string;
  readonly by: string;
  readonly date: PartialDate;
  readonly answer: ResponseAnswer;
  /** The offer that it countered with. */
  readonly with: string | null;
  /** What was better for it; null where that is not said. */
  readonly instead: "no deal" | "going on" | NamedPackage | null;
  /** Why it is not to be believed. */
  readonly tactical: string | null;
  /** The chance that it was meant: 1 unless somebody doubts it. */
  readonly reliability: number;
  readonly source: string | null;
  readonly place: Place;
}

/** What a month of waiting costs a party, from a day on. */
export interface CostOfDelay {
  readonly id: string;
  readonly text: string;
  readonly from: PartialDate;
  readonly until: PartialDate | null;
  /** Points a month, lowest and highest. */
  readonly low: number;
  readonly high: number;
  /** A month is worse, or less bad, than to go from the first of the two options to the second. */
  readonly compared: readonly {
    readonly worse: boolean;
    readonly issue: number;
    readonly from: number;
    readonly to: number;
    readonly place: Place;
  }[];
}

/** Points 0–100 as of a date, changing by so many a month, or as an inventory grows. */
export interface PointsOverTime {
  readonly low: number;
  readonly high: number;
  readonly perMonth: number;
  readonly delay: Delay | null;
  readonly date: PartialDate;
}

/** Points for each unit that an inventory grows by; over all of its scenarios where none is named. */
export interface Delay {
  readonly inventory: string;
  readonly scenario: string | null;
  readonly points: number;
}

export type Reservation =
  | { readonly form: "no-deal" }
  | { readonly form: "points"; readonly points: PointsOverTime }
  | { readonly form: "asGoodAs"; readonly package: NamedPackage; readonly perMonth: number; readonly date: PartialDate }
  | {
      readonly form: "between";
      readonly worse: NamedPackage;
      readonly better: NamedPackage;
      readonly perMonth: number;
      readonly date: PartialDate;
    };

/** How sure a rank is that somebody gives. */
export type Certainty = "sure" | "fairly-sure" | "a-guess";

export interface RedLine {
  readonly id: string;
  readonly text: string;
  readonly crossed: Conditions;
  readonly from?: PartialDate;
  readonly until?: PartialDate;
}

/** One file of interests: whose they are, in whose view. */
export interface Interests {
  readonly party: string;
  readonly holder: string;
  readonly file: string;
  readonly basis: "stated" | "elicited" | "estimated";
  readonly date: PartialDate;
  /** What an import left out of this party's own file or took to mean something. */
  readonly imported: readonly string[];
  /** Groups of issue positions, largest swing first; within a group the order is not said. */
  readonly swingRank: readonly (readonly number[])[];
  readonly rankPlace: Place;
  readonly certainty: Certainty;
  /** Weights that sum to 1, or null when not given as numbers. */
  readonly weights: readonly number[] | null;
  readonly weightIntervals: readonly {
    readonly issue: number;
    readonly low: number;
    readonly high: number;
    readonly place: Place;
  }[];
  /** One for every issue. */
  readonly scores: readonly ScoreStatement[];
  /** Issues of which something that is needed is not said yet; while there are any, nothing is computed from these interests. */
  readonly unsaid: readonly number[];
  readonly reservation: Reservation;
  readonly reservationPlace: Place;
  /** `from`: the day it is dated itself, null where only the file is. */
  readonly alternatives: readonly (PointsOverTime & {
    readonly id: string;
    readonly text: string;
    readonly from: PartialDate | null;
  })[];
  readonly redLines: readonly RedLine[];
  readonly answers: readonly Answer[];
  /** What the party answered to offers, as far as only the holder of this view knows. */
  readonly responses: readonly Response[];
  readonly costsOfDelay: readonly CostOfDelay[];
  readonly bluffs: readonly string[];
  readonly roadmap: RoadmapInterests;
}

export interface Stance {
  readonly issue: string;
  /** The options that the statement leaves open: one, a range, or all but those excluded. */
  readonly options: readonly string[];
}

export interface Statement {
  readonly id: string;
  readonly date: PartialDate;
  readonly speaker: string;
  readonly role: string | null;
  readonly party: string | null;
  readonly about: string | null;
  readonly stances: readonly Stance[];
  readonly term: string | null;
  readonly says: string;
  /** The speaker's own words, and where they stand in the document of the source; null where they were not kept. */
  readonly words: { readonly quote: string; readonly spans: readonly (readonly [start: number, end: number])[] } | null;
  readonly source: string;
  /** Other sources that give the same words; left out where there are none. */
  readonly witnesses?: readonly string[];
}

export type Rest = "today" | "previous" | "open";

export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly date: PartialDate;
  /** The parties that proposed it, together where they are several; empty when it binds nobody. */
  readonly by: readonly string[];
  readonly outsider: string | null;
  readonly withdrawn: PartialDate | null;
  /** The last day on which it can be accepted; left out where it has none. */
  readonly until?: PartialDate;
  /** What it hangs on; left out where it hangs on nothing. The package has it already. */
  readonly conditions?: Conditions;
  readonly says: string | null;
  readonly source: string | null;
  /** Terms whose words it uses. */
  readonly terms: readonly string[];
  readonly rest: Rest;
  /** Of issues that it leaves open within bounds: the first and the last option, by position. Left out where there are none. */
  readonly ranges?: ReadonlyMap<number, readonly [least: number, most: number]>;
  /** Issues whose number it gives by years: what of each. Left out where there are none; the package has what they come to. */
  readonly plans?: ReadonlyMap<number, readonly number[]>;
  /** Positions of the issues it names. */
  readonly named: readonly number[];
  /** The whole package; issues left open stand at today's option here and are listed in `open`. */
  readonly options: Package;
  readonly open: readonly number[];
  /** What the others answered, as the record has it, in its order. */
  readonly responses: readonly Response[];
  readonly place: Place;
}

/** One party's promise: usually to bring an issue to an option. */
export interface Commitment {
  readonly id: string;
  /** The parties that promise it, together where they are several. */
  readonly by: readonly string[];
  /** Whom it is said to serve; empty where nobody is named. */
  readonly for: readonly string[];
  /** What it moves; null where it moves no issue. */
  readonly move: Advance | null;
  readonly text: string;
  readonly article: string | null;
  readonly terms: readonly string[];
  /** What must be complete before it begins, the one before it on the same issue included. */
  readonly after: readonly string[];
  readonly takes: Period;
  readonly verification: { readonly method: string | null; readonly takes: Period };
  /** 0–1: the part that is taken back when the rest is called off. */
  readonly reversible: number;
  readonly divisible: boolean;
  /** The day on which it is planned to begin. */
  readonly start: Day | null;
  readonly due: Day | null;
}

/** A way along an issue: options by their position; `share` of the way from the one to the other. */
export interface Advance {
  readonly issue: string;
  readonly from: number;
  readonly to: number;
  /** How much of that way is done before, and by this: 0–1. */
  readonly begun: number;
  readonly share: number;
}

export interface Milestone {
  readonly id: string;
  readonly name: string;
  readonly at: Day | Period;
  readonly complete: readonly string[];
  readonly atMost: {
    readonly total: number;
    readonly of: Readonly<Record<string, number>>;
    readonly unit: string | null;
  } | null;
}

/** Commitments that somebody holds, and releases at once when all are verified. */
export interface Escrow {
  readonly id: string;
  readonly by: string | null;
  readonly text: string;
  readonly holds: readonly string[];
}

/** What stands beside the commitments: when they begin, and what makes them safer. */
export interface RoadmapTerms {
  readonly start: Day | null;
  readonly deposits: readonly { readonly id: string; readonly by: string; readonly text: string }[];
  readonly guarantees: readonly {
    readonly id: string;
    readonly by: string;
    readonly for: string;
    readonly text: string;
  }[];
  readonly escrows: readonly Escrow[];
  readonly milestones: readonly Milestone[];
}

/** What a party would accept on the way, in its own points; null where it does not say. */
export interface RoadmapInterests {
  readonly exposure: number | null;
  readonly temptation: number | null;
  /** By commitment, deposit or guarantee. */
  readonly worth: ReadonlyMap<string, number>;
}

export interface Session {
  readonly name: string;
  /** Of the meeting: 1 is its first. */
  readonly day: number;
  /** `09:30`, in the meeting's time zone; null where only the day is set. */
  readonly at: string | null;
  readonly minutes: number;
}

/** Which weekday of a month: 1 to 4, or −1 for the last; Monday is 1. */
export interface MonthDay {
  readonly nth: 1 | 2 | 3 | 4 | -1;
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** How often: planned at the least, held by the most. Of one unit each, months or days. */
export interface Rhythm {
  readonly least: Period;
  readonly most: Period;
  readonly on: MonthDay | null;
  readonly ends: Day | null;
}

export interface Meeting {
  readonly id: string;
  readonly name: string;
  /** Of the first, where it is held again and again. */
  readonly from: PartialDate;
  readonly days: number;
  readonly place: string | null;
  readonly timeZone: string | null;
  readonly parties: readonly string[];
  readonly sessions: readonly Session[];
  /** As it is written. */
  readonly every: string | null;
  readonly rhythm: Rhythm | null;
  readonly rounds: readonly { readonly name: string; readonly ahead: Period; readonly days: number }[];
  readonly agenda: readonly string[];
  readonly extension: string | null;
}

/** What the signed text says beside what is promised; null where nothing is said. */
export interface FrameworkTerms {
  readonly title: string | null;
  readonly place: string | null;
  readonly date: PartialDate | null;
  readonly entryIntoForce: string | null;
  readonly duration: string | null;
  readonly depositary: string | null;
  readonly disputes: string | null;
  readonly languages: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: PartialDate | null;
  readonly url: string | null;
  readonly author?: string;
  /** As in BCP 47; left out where nobody says. */
  readonly language?: string;
  /** How far it is to be trusted, by the Admiralty scale: "B2"; left out where it is not graded. */
  readonly grade?: string;
  /** SHA-256 of the text that is kept; left out where none was noted. */
  readonly digest?: string;
  /** Its text as it was read is documents/<document>.txt in the case folder. */
  readonly document: string | null;
}

/** A published figure: between `low` and `high`, most likely `central`; each null where not given. */
export interface Estimate {
  readonly id: string;
  readonly quantity: string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly central: number | null;
  readonly perYear: boolean;
  readonly asOf: PartialDate;
  readonly source: string;
}

/** Least, likeliest and most. `likely` is null where only the ends are known. */
export interface Amount {
  readonly low: number;
  readonly likely: number | null;
  readonly high: number;
}

/** What is added in a year: as given, or as a plant can make it (MW, share of the year, g/MWd; SWU, percent). */
export type Growth =
  | { readonly form: "given"; readonly rate: Amount }
  | {
      readonly form: "plutonium";
      readonly thermalPower: Amount;
      readonly capacityFactor: Amount;
      readonly gramsPerMegawattDay: Amount;
    }
  | {
      readonly form: "enrichment";
      readonly work: Amount;
      readonly product: number;
      readonly tails: number;
      readonly feed: number;
    };

/** A reading of what there is and how it grows, whole in itself. */
export interface InventoryScenario {
  readonly id: string;
  readonly name: string;
  readonly asOf: PartialDate;
  readonly stock: Amount;
  readonly growth: Growth;
  readonly method: string | null;
  readonly source: string | null;
}

/** What a side holds. */
export interface Inventory {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly unit: string;
  readonly declared: { readonly amount: number; readonly asOf: PartialDate; readonly source: string | null } | null;
  readonly scenarios: readonly InventoryScenario[];
  /** What it is counted from; empty where it is counted itself. */
  readonly of: readonly { readonly inventory: string; readonly per: number }[];
  readonly use: number;
}

/** What observations speak of. */
export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  /** Percent of uranium-235. */
  readonly enrichment: number | null;
  /** How long a proof of it stands, where an obligation does not say otherwise; null: not said. */
  readonly inspect: Period | null;
  /** A figure is of something that happened on its day and is over with it; else of a state that lasts until another is seen. */
  readonly occasions: boolean;
}

/** A part of what was observed over a time: the mean of its figures, once all of them are there. */
export interface Baseline {
  /** Per cent of the mean. */
  readonly share: number;
  readonly of: string;
  readonly from: Day;
  readonly until: Day;
}

/** One side of a limit, as its text gives it: the same in one or more units. `baseline`: what the value is a share of; it is then NaN until that is observed. */
export type Bound = readonly {
  readonly value: number;
  readonly unit: string | null;
  readonly baseline: Baseline | null;
}[];

/** What is made of figures before they are held against a limit. */
export interface Window {
  readonly take: "total" | "mean" | "trend";
  readonly length: Period;
  /** Windows follow on each other from this day; null: each reaches back from the day of its figure. */
  readonly starting: Day | null;
}

/** A deadline that runs from something that happened, by the name of its rows. */
export interface Trigger {
  readonly after: string;
  readonly within: Period;
}

/** What holds from a day on. */
export interface Limit {
  readonly from: Day | null;
  readonly atMost: Bound | null;
  readonly atLeast: Bound | null;
}

/** How much weight a figure has, heaviest first. */
export const PROOFS = ["verified", "reported", "declared", "estimated", "alleged"] as const;
export type Proof = (typeof PROOFS)[number];

/** The kinds of obligation, by the field that one is written in. What each answers stands in tables with a line for each. */
export const NORM_FORMS = ["keep", "achieve", "prohibit", "report"] as const;
export type NormForm = (typeof NORM_FORMS)[number];

/** Those that keep a figure within limits. */
export type LimitForm = "keep" | "prohibit";

interface LimitNorm {
  readonly metric: string;
  readonly limits: readonly Limit[];
  readonly over: Window | null;
}

interface NormFields {
  readonly keep: LimitNorm;
  readonly prohibit: LimitNorm;
  readonly achieve: {
    readonly metric: string | null;
    readonly limit: Limit | null;
    /** Null where it runs from something that happens. */
    readonly by: Day | null;
    readonly on: Trigger | null;
  };
  readonly report: {
    readonly metric: string;
    /** Null where each is owed after something that happens. */
    readonly first: Day | null;
    readonly on: Trigger | null;
    readonly every: Period | null;
    readonly grace: Period;
  };
}

/** What an obligation asks; of one form, or of any. */
export type Norm<F extends NormForm = NormForm> = {
  readonly [One in F]: { readonly form: One } & NormFields[One];
}[F];

export interface Obligation<F extends NormForm = NormForm> {
  readonly id: string;
  /** The parties that owe it, together. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly text: string;
  readonly article: string | null;
  readonly terms: readonly string[];
  readonly from: Day | null;
  readonly until: Day | null;
  /** The parties may agree that it lasts longer. */
  readonly extendable: boolean;
  /** It binds once it is activated. */
  readonly conditional: boolean;
  readonly norm: Norm<F>;
  readonly proof: Proof;
  /** How long a proof stands before there must be another. */
  readonly inspect: Period;
  /** Neither the obligation nor its metric says so. */
  readonly inspectAssumed: boolean;
  readonly warn: Period;
  readonly contested: readonly {
    readonly by: string;
    readonly text: string;
    readonly date: PartialDate | null;
    readonly source: string | null;
  }[];
  readonly source: string | null;
}

export interface Power {
  readonly id: string;
  readonly by: readonly string[];
  /** Whose breach it answers; null where that is not said. */
  readonly against: string | null;
  readonly text: string;
  readonly article: string | null;
  readonly after: readonly string[];
  /** It stands on a breach; else it may be used at any time. */
  readonly needsBreach: boolean;
  readonly stages: readonly {
    readonly id: string;
    readonly name: string;
    readonly takes: Period;
    readonly extendable: boolean;
  }[];
  readonly suspends: readonly string[];
  readonly terminates: readonly string[];
  readonly source: string | null;
}

/** A share between two ends, 0–1. */
export interface Chance {
  readonly low: number;
  readonly high: number;
}

export type Material = "plutonium" | "uranium-233" | "high-enriched-uranium" | "low-enriched-uranium";

/** A place that inspectors may go to. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  /** Declared items, and what each holds; null where the place is looked at whole. */
  readonly items: { readonly count: number; readonly each: number } | null;
  readonly effort: number;
  readonly identification: number;
  /** That something undeclared is here; null where nothing is suspected. */
  readonly belief: Chance | null;
  readonly overlook: Chance;
  readonly gain: number | null;
  readonly sanction: number | null;
  readonly source: string | null;
}

/** How one side would look: one file of verification/. What is not said is null; defaults are the analysis's. */
export interface VerificationPlan {
  readonly holder: string;
  readonly file: string;
  readonly date: PartialDate;
  readonly goal: {
    readonly material: Material | null;
    readonly quantity: number | null;
    readonly unit: string | null;
    readonly detection: number | null;
    readonly timeliness: Period | null;
    readonly source: string | null;
  };
  readonly effort: { readonly total: number; readonly unit: string; readonly every: Period | null } | null;
  readonly gain: number;
  readonly sanction: number;
  readonly occasions: { readonly periods: number; readonly inspections: number } | null;
  readonly sites: readonly Site[];
  readonly lists: { readonly declared: number; readonly known: number; readonly both: number } | null;
}

/** A day by which something must be agreed, and what no deal means from the day after. */
export interface Deadline {
  readonly id: string;
  readonly text: string;
  readonly on: PartialDate;
  /** Issue → option; empty where nothing changes by it. */
  readonly otherwise: ReadonlyMap<number, number>;
}

/** A letter that one side gives with the agreement: it binds its writer alone. */
export interface SideLetter {
  readonly id: string;
  readonly by: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly terms: readonly string[];
}

/** A case that passed: every name resolved, every package whole. */
export interface Case {
  readonly title: string;
  /** What it is about, in a few sentences; null where the case does not say. */
  readonly about: string | null;
  /** The files that it was made from, and what was left out of them or taken to mean something; null where it was written. */
  readonly imported: { readonly from: readonly string[]; readonly notes: readonly string[] } | null;
  /** The case's own as-of date, else the last record's, else null. */
  readonly asOf: Day | null;
  /** The party whose team works on the case, by id; null where the case does not say. */
  readonly team: string | null;
  readonly parties: readonly Party[];
  /** Left out where all who negotiate must sign. */
  readonly acceptance?: Acceptance;
  readonly goals: readonly Goal[];
  readonly issues: readonly Issue[];
  readonly rules: readonly Rule[];
  /** Options that nobody had said by the day from which the case is seen: in no package that is looked for. Left out where the case stands as it is written. */
  readonly notYetSaid?: readonly Conditions[];
  readonly today: Package;
  /** On the day from which the case is seen. Null when the case records none: then no deal is today, and answers say so. */
  readonly noDeal: Package | null;
  /** What no deal changes against today, from which day on, earliest first; left out where neither ever changes. */
  readonly noDeals?: readonly {
    readonly from: PartialDate | null;
    readonly changes: ReadonlyMap<number, number>;
  }[];
  /** Days by which something must be agreed, earliest first; what happens then is in `noDeals` too. Left out where there are none. */
  readonly deadlines?: readonly Deadline[];
  readonly terms: readonly Term[];
  readonly estimates: readonly Estimate[];
  readonly inventories: readonly Inventory[];
  readonly sources: readonly Source[];
  /** Who speaks in documents, by which names and for whom; left out where the case does not say. */
  readonly speakers?: readonly KnownSpeaker[];
  readonly interests: readonly Interests[];
  readonly statements: readonly Statement[];
  readonly offers: readonly Offer[];
  readonly commitments: readonly Commitment[];
  readonly roadmap: RoadmapTerms;
  readonly framework: FrameworkTerms;
  readonly meetings: readonly Meeting[];
  readonly metrics: readonly Metric[];
  readonly obligations: readonly Obligation[];
  readonly powers: readonly Power[];
  readonly sideLetters: readonly SideLetter[];
  readonly verification: readonly VerificationPlan[];
  /** The party that this is cut down to what it may read for; left out where nothing is left out. */
  readonly readBy?: string;
  readonly onTheTable: NamedPackage | null;
  /** SHA-256 over the files that were read, hexadecimal. */
  readonly digest: string;
}
