// The types of an assessment's results: verdicts, ledgers of what is given and gained, free gains, comparisons and
// turning points.
import type { ResponseAnswer, Rest } from "../../case/index.js";
import type { Prior } from "../../interests/index.js";
import type { Band } from "../../math/index.js";
import type { AskedFor, OfferRemark, OfferSaid, VerdictSaid } from "../../wording/index.js";
import type { GoalProgress } from "../progress.js";
import type { Provenance } from "../provenance.js";

/** In each model the first of these that holds; the probabilities sum to 1. */
export const CLASSES = ["infeasible", "noZone", "redLine", "walksAway", "thin", "noGain", "split"] as const;
export type VerdictClass = (typeof CLASSES)[number];

/** All probabilities 0–1, all values in a party's own points 0–100. */
export interface PartyVerdict {
  readonly party: string;
  readonly name: string;
  readonly accepts: number;
  readonly walksAway: number;
  /** Of `walksAway`: it is better for it than no deal, but no better than what it refused. */
  readonly holdsOut: number;
  readonly crossesRedLine: boolean;
  readonly value: Band;
  readonly reservation: Band;
  readonly surplus: Band;
  /** How far it falls short at the nearest package, in models without a zone; null where there is always one. */
  readonly shortfall: Band | null;
}

/** p's part of the whole, in the models in which the offer is a split; probabilities are of those models. */
export interface SplitVerdict {
  readonly party: string;
  readonly part: Band;
  /** Medians of the least and the most that a tied Nash or Kalai–Smorodinsky package gives it; not yet widened. */
  readonly fair: readonly [number, number];
  readonly tooLittle: number;
  readonly even: number;
  readonly more: number;
}

/** The verdict under one prior. */
export interface PriorVerdict {
  readonly prior: Prior;
  readonly classes: Readonly<Record<VerdictClass, number>>;
  /** Every negotiating party signs. */
  readonly signed: number;
  readonly parties: readonly PartyVerdict[];
  readonly split: readonly SplitVerdict[];
  /** Σσ as a share of the solutions' Σσ, in the models in which the offer is a split; null in none. */
  readonly ambition: Band | null;
  /** What the sentence turns on; priors with different keys disagree. */
  readonly key: string;
  /** The same as codes and parameters. */
  readonly said: VerdictSaid;
  /** Only numbers were given: one model, so nothing is left to chance. */
  readonly certain: boolean;
}

/** The parties whose needs may be seen, each by itself, where those of some others may not. */
export interface Side {
  readonly prior: Prior;
  readonly certain: boolean;
  readonly parties: readonly PartyVerdict[];
}

/** One issue that the offer changes against the baseline. */
export interface Move {
  readonly issue: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly kind: "symbolic" | "reversible" | "irreversible" | null;
  readonly verify: string | null;
  /** Change in each modelled party's own points. */
  readonly worth: Readonly<Record<string, Band>>;
  /** Parties for which it is a loss, and a gain. */
  readonly givenBy: readonly string[];
  readonly gainedBy: readonly string[];
}

/** What one party gives or gets, by kind of the option it ends at: shares of its points. */
export interface Substance {
  readonly symbolic: number;
  readonly reversible: number;
  readonly irreversible: number;
  readonly unsaid: number;
  readonly verifiable: number;
}

export interface Ledger {
  readonly party: string;
  readonly name: string;
  /** Own points lost and gained in all; zero bands where it gives or gets nothing. */
  readonly gives: Band;
  readonly gets: Band;
  readonly givesNothing: boolean;
  readonly getsNothing: boolean;
  readonly given: Substance | null;
  readonly gained: Substance | null;
  /** Issues given for good, where nothing that it gets in return is irreversible. */
  readonly irreversibleForReversible: readonly string[];
}

export interface FreeGain {
  readonly changes: readonly {
    readonly issue: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Share of models in which all are at least as well off and one is better off; the least over the priors. */
  readonly share: number;
  readonly sure: boolean;
  readonly worth: Readonly<Record<string, Band>>;
}

export interface LeftOnTable {
  /** Issues that the negotiation has opened. */
  readonly opened: readonly string[];
  readonly gains: readonly FreeGain[];
  /** The most that each party could still gain with nobody worse off, over all issues. */
  readonly frontier: Readonly<Record<string, Band>>;
  /** Set where the search was cut short. */
  readonly limited: string | null;
}

export interface Comparison {
  readonly offer: string;
  readonly name: string;
  /** Probability that each party prefers the assessed offer, and that it is indifferent; the range over the priors. */
  readonly prefers: Readonly<Record<string, readonly [number, number]>>;
  readonly indifferent: Readonly<Record<string, readonly [number, number]>>;
}

/** An input whose change flips the sentence. */
export interface TurningPoint {
  readonly input: "reservation" | "swing rank" | "largest step" | "option";
  readonly text: string;
  readonly becomes: string;
}

export interface Question {
  readonly party: string;
  readonly text: string;
  readonly asks: AskedFor;
  /** Share of the doubt (variance) that an answer would remove, expected. */
  readonly settles: number;
  /** The two packages, of which an answer prefers one, as a file writes them; null where an answer is no comparison. */
  readonly writes: { readonly one: Written; readonly other: Written } | null;
}

/** What a package changes against today, `{issue: option}`; or no deal. */
export type Written = "no-deal" | Readonly<Record<string, string>>;

/** An offer that leaves issues open: what holds for some completion, and for all. */
export interface OpenVerdict {
  readonly prior: Prior;
  /** Packages that the rules leave. */
  readonly completions: number;
  /** Probability that a completion exists that all would sign. */
  readonly signable: number;
  readonly parties: readonly {
    readonly party: string;
    readonly name: string;
    readonly acceptsSome: number;
    readonly acceptsAll: number;
    /** Null where no completion obeys the rules, or crosses none of its red lines. */
    readonly least: Band | null;
    readonly most: Band | null;
  }[];
}

/** What a party answered to an offer. */
export interface OfferResponse {
  readonly party: string;
  readonly name: string;
  readonly date: string;
  readonly answer: ResponseAnswer;
  /** The offer that it countered with, by id. */
  readonly with: string | null;
  readonly tactical: string | null;
  readonly reliability: number;
  /** Whether it still holds out for what it held out for then. */
  readonly holds: boolean;
  readonly source: string | null;
}

export interface OfferAssessment {
  readonly id: string;
  readonly name: string;
  readonly date: string | null;
  /** The parties that made it together, or the name of an outsider; empty where nobody did. */
  readonly by: readonly string[];
  /** Dated after the as-of day: it enters no model. */
  readonly later: boolean;
  readonly options: Readonly<Record<string, string>>;
  readonly rest: Rest;
  readonly open: readonly string[];
  /** What it is compared with. */
  readonly against: string;
  readonly sentence: string;
  /** What the sentence and the remarks say, as codes and parameters. */
  readonly said: { readonly sentence: OfferSaid; readonly remarks: readonly OfferRemark[] };
  /** What was answered to it by the as-of day, in the order of time. */
  readonly responses: readonly OfferResponse[];
  /** Further sentences that the figures carry: who gets nothing, irreversible for reversible, priors that disagree. */
  readonly remarks: readonly string[];
  readonly brokenRules: readonly { readonly id: string; readonly text: string }[];
  readonly redLines: readonly { readonly party: string; readonly text: string }[];
  readonly verdicts: readonly PriorVerdict[];
  readonly openVerdicts: readonly OpenVerdict[];
  /** One a prior, instead of verdicts, where not all negotiating parties are modelled. */
  readonly sides: readonly Side[];
  readonly moves: readonly Move[];
  readonly ledgers: readonly Ledger[];
  readonly left: LeftOnTable | null;
  readonly paired: readonly Comparison[];
  readonly turning: readonly TurningPoint[];
  readonly question: Question | null;
  readonly progress: readonly GoalProgress[];
}

export interface Assessment extends Provenance {
  readonly offers: readonly OfferAssessment[];
  /** On record after the as-of day; not assessed unless asked for. */
  readonly later: readonly { readonly id: string; readonly name: string; readonly date: string }[];
  /** Where some models have no zone of agreement: how many, and the package most often nearest to suiting all. */
  readonly noZone: {
    readonly probability: readonly number[];
    readonly nearest: Readonly<Record<string, string>> | null;
  } | null;
  /** What could not be said, and which file would let it be. */
  readonly missing: readonly string[];
  readonly assumptions: readonly string[];
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}
