// A statement as a form of text yields it, before days, numbers and what it may speak to in a case are looked for.
import type { ReadStatement } from "./reading.js";
import type { Span } from "./span.js";

export type Proposed = Omit<
  ReadStatement,
  "id" | "dates" | "quantities" | "suggestions" | "term" | "party" | "holderParty"
> & {
  /** Where the cue and its day stand. */
  readonly said: readonly Span[];
};

export const startOf = ({ content, segments }: Proposed): number =>
  Math.min(...[...content, ...segments].map(({ start }) => start));
