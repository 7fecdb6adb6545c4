// What is said of an offer, as codes and parameters: each language makes its own sentences of them.
import type { Named } from "../named.js";

/** Chances 0–1, one a prior. `certain`: numbers leave no doubt, so none is said. */
export interface Chance {
  readonly chances: readonly number[];
  readonly certain: boolean;
}

/** What a party would do with an offer. */
export interface Leaning extends Chance {
  readonly party: Named;
  /** `holdOut`: it would be better for it than no deal, but is no better than what it refused. */
  readonly does: "sign" | "walkAway" | "holdOut";
}

export interface CrossedLine {
  readonly party: Named;
  readonly text: string;
}

/** Which answer would remove most of the doubt; `decisive`: at least half of it. */
export interface Asked {
  readonly asks: AskedFor;
  readonly decisive: boolean;
}

export type AskedFor =
  /** A part of what is open, with all else as today: would the party take it rather than no deal? */
  | { readonly code: "takes"; readonly party: Named; readonly changes: readonly StepAsked[] }
  /** Which of two steps is worth more to the party. */
  | { readonly code: "trade"; readonly party: Named; readonly one: StepAsked; readonly other: StepAsked }
  | { readonly code: "largestStep"; readonly party: Named; readonly issue: string };

/** From one option of an issue to another, by their names. */
export interface StepAsked {
  readonly issue: string;
  readonly from: string;
  readonly to: string;
}

/** A party's part of the whole, 0–100, and the least and the most that the solutions give it. */
export interface Part {
  readonly party: Named;
  readonly part: number;
  readonly fair: readonly [number, number];
}

/** How it is split where all sign. `open`: the part is a median under each prior, 0–1. */
export type SplitSaid =
  | { readonly code: "unknown" | "frontierTooLarge" | "searchTooLong" | "whoGainsIsOpen" }
  | ({ readonly code: "thin" | "noGain" | "thinIsOpen" | "noGainIsOpen" } & Chance)
  | { readonly code: "more" | "tooLittle"; readonly parts: readonly (Part & Chance)[] }
  | ({ readonly code: "even" } & Part & Chance)
  | {
      readonly code: "open";
      readonly party: Named;
      readonly medians: readonly number[];
      readonly fair: readonly [number, number];
    };

export type OfferSaid =
  | { readonly code: "impossible"; readonly rules: readonly string[] }
  | { readonly code: "impossibleToFill" }
  | { readonly code: "unseen" }
  | {
      readonly code: "bySides";
      readonly lines: readonly CrossedLine[];
      readonly leanings: readonly Leaning[];
      /** Whose needs may not be seen; none where the case is too large for the split. */
      readonly unseen: readonly Named[];
    }
  | ({
      readonly code: "noZone";
      readonly short: readonly { readonly party: Named; readonly points: number }[];
    } & Chance)
  | { readonly code: "redLine"; readonly lines: readonly CrossedLine[]; readonly walking: readonly Leaning[] }
  | ({
      readonly code: "signed";
      /** Set where not all have to sign, and enough would. */
      readonly enough?: true;
      readonly parties: readonly Named[];
      readonly split: SplitSaid;
      readonly question: Asked | null;
    } & Chance)
  | {
      readonly code: "refused";
      readonly walking: readonly Leaning[];
      readonly signing: readonly Leaning[];
      readonly question: Asked | null;
    }
  | {
      readonly code: "unlikely" | "open";
      /** How many would have to sign; `enough`: not all of them have to. */
      readonly parties: number;
      readonly enough?: true;
      readonly chances: readonly number[];
      readonly question: Asked | null;
    }
  | OpenOfferSaid
  /** Who must sign has accepted it, the last on a day; `enough`: not all have to; `known`: what their needs, as far as they are known, say of it. */
  | { readonly code: "accepted"; readonly date: string; readonly enough?: true; readonly known: OfferSaid };

/** An offer that leaves issues open. `signable`: the share of models in which it can be filled so that all sign; none where not modelled. */
export interface OpenOfferSaid {
  readonly code: "leavesOpen";
  readonly issues: number;
  readonly signable: readonly number[];
}

/** What one prior's verdict comes to, short enough to compare. */
export type VerdictSaid =
  | { readonly code: "impossible" | "noZone" | "open" }
  | { readonly code: "redLine" | "refused"; readonly parties: readonly Named[] }
  | {
      readonly code: "signed";
      readonly split: "unknown" | "thin" | "thinIsOpen" | "noGain" | "noGainIsOpen" | "nobodyClearlyShort";
    }
  | { readonly code: "divided"; readonly more: readonly Named[]; readonly tooLittle: readonly Named[] };

/** Further sentences that the figures of an offer carry. */
export type OfferRemark =
  | {
      readonly code: "getsNothing";
      readonly party: Named;
      readonly gives: readonly { readonly issue: string; readonly option: string }[];
      /** What it is compared with: the day's state, no deal, or an offer's name. */
      readonly against: "today" | "no-deal" | { readonly offer: string };
    }
  | { readonly code: "givesForGood"; readonly party: Named; readonly issues: readonly string[] }
  | {
      readonly code: "priorsDisagree";
      readonly verdicts: readonly { readonly prior: string; readonly verdict: VerdictSaid }[];
    }
  | {
      readonly code: "responded";
      readonly party: Named;
      readonly answer: "accepted" | "refused" | "countered" | "lapsed" | "withdrawn" | "let-stand";
      readonly date: string;
      /** The offer that it countered with. */
      readonly counter: string | null;
      /** Why it is not to be believed. */
      readonly tactical: string | null;
      /** Whether it still holds out for what it held out for then. */
      readonly holds: boolean;
    }
  /** Who signs hangs on the order of two issues in a party's ranking. `basis`: how sure that is. */
  | {
      readonly code: "turnsOnRank";
      readonly party: Named;
      readonly upper: string;
      readonly lower: string;
      readonly signs: readonly [now: number, then: number];
      readonly becomes: VerdictSaid;
    }
  /** A body that decides after the signature. `share`: the part of it that must say yes; the chances are then parts of it. */
  | {
      readonly code: "ratifies";
      readonly party: Named;
      readonly chances: readonly number[];
      readonly by: string | null;
      readonly share: number | null;
    }
  /** What an offer hangs on, and whether the others' own offers have it. */
  | {
      readonly code: "conditional";
      readonly on: readonly { readonly issue: string; readonly options: readonly string[] }[];
      readonly state: "met" | "unmet" | "open";
    }
  | { readonly code: "lapsed"; readonly until: string }
  /** Numbers by years, with the unit, and what they come to in all. */
  | {
      readonly code: "plans";
      readonly on: readonly {
        readonly issue: string;
        readonly years: readonly string[];
        readonly how: "compound" | "sum";
        readonly total: string;
      }[];
    }
  | {
      readonly code: "ranges";
      readonly on: readonly { readonly issue: string; readonly least: string; readonly most: string }[];
    }
  /** `points`: what it has without a deal, of 100 that it could get. */
  | { readonly code: "lowWalkAway"; readonly party: Named; readonly points: number }
  | { readonly code: "frontierTooLarge"; readonly points: number }
  /** Models in which the even split could not be found, of all. */
  | { readonly code: "searchTooLong"; readonly models: number; readonly of: number }
  | { readonly code: "fillOpenIssues" };
