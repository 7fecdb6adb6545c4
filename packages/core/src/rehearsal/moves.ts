// What a person does in a rehearsal: plain data, so that a rehearsal is kept as its moves and played again from them.
import type { AnalysisOptions } from "../agreements/index.js";
import type { Protocol } from "./protocol.js";

/** Option by issue, by their ids; an issue that is left out is open. */
export type OfferedPackage = Readonly<Record<string, string>>;

/** What the person does. */
export type OwnMove =
  | { readonly kind: "offer"; readonly package: OfferedPackage }
  /** Takes the offer of another; with a single text: would rather have the draft, or signs. */
  | { readonly kind: "accept" }
  /** With a single text: keeps the text that stands, or does not sign. */
  | { readonly kind: "keep" }
  | { readonly kind: "walk" }
  /** "We walk out after this round unless there is a deal." It takes no turn. */
  | { readonly kind: "warn"; readonly round: number };

export interface PracticeOptions extends AnalysisOptions {
  /** Whom the person plays. */
  readonly party: string;
  /** The style of all others, as it is written; `linear` unless given. */
  readonly against?: string;
  /** Rounds until the deadline, 12 unless given. */
  readonly rounds?: number;
  /** Days from one round to the next, 1–366. Rounds have days then, of which the first is the day of the case. */
  readonly daysApart?: number;
  /** What everybody loses of its gain with every round that passes, 0–0.5; 0 unless given. */
  readonly delay?: number;
  /** How it is negotiated; by alternating offers unless given. */
  readonly protocol?: Protocol;
  /** Whether the others make the first offer; there is one in alternating offers alone. */
  readonly second?: boolean;
  /** Whether hints are wanted. */
  readonly hints?: boolean;
}

export const DEFAULT_ROUNDS = 12;
export const MOST_PRACTICE_ROUNDS = 200;
/** Of a person in one rehearsal, warnings among them. */
export const MOST_MOVES = 3 * MOST_PRACTICE_ROUNDS;
/** Characters in which styles are written. */
export const MOST_STYLE_TEXT = 500;
