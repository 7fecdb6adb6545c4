// What is said in a rehearsal, as codes with the names of what they speak of.
import type { Named } from "../named.js";

/** Why another did what it did. Issues by their names. */
export interface RehearsedSaid {
  readonly code:
    | "crosses"
    | "worse-than-none"
    | "asks"
    | "gives"
    | "takes-back"
    | "holds"
    | "opens"
    | "completes"
    | "accepts"
    | "gains"
    | "keeps"
    | "goes-along"
    | "gives-way"
    | "walks"
    | "nothing";
  readonly party: Named;
  readonly issues: readonly string[];
  /** What it asks for: options by their issues. */
  readonly options: readonly (readonly [issue: string, option: string])[];
  /** Of a red line: its words. */
  readonly text: string;
}

/** What a person may learn from a rehearsal; points of their own scale, and those of the others. */
export interface LessonSaid {
  readonly code:
    | "no-deal-though"
    | "no-deal-rightly"
    | "worse-than-none"
    | "crossed-line"
    | "left-on-table"
    | "dear-step"
    | "gave-more"
    | "more-to-have"
    | "not-given"
    | "gave-way"
    | "kept-worse"
    | "did-well"
    | "empty-threat"
    | "waited";
  readonly points: number;
  readonly others: number;
  readonly round: number;
  readonly issues: readonly string[];
  readonly party: Named;
  /** Of red lines: their words. */
  readonly texts: readonly string[];
}
