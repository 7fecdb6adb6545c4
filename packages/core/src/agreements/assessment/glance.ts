// A party's verdict on an offer reduced to a few words that fit in a table cell, and the choice of the latest of
// several offers.
import { LIKELY } from "../../wording/index.js";
import { over, type SplitClass, splitChances } from "./said.js";
import type { OfferAssessment } from "./types.js";

/** What an offer comes to for one party, in as few words as stand in a cell. */
export type Glance =
  | "cannot be done"
  | "red line"
  | "walks away"
  | "holds out"
  | "open whether it signs"
  | "refused by another"
  | "too little"
  | "more than its part"
  | "even"
  | "open who gains";

/** What the sentence says of one party, at a glance; null where nothing can be said of it. */
export function atAGlance(
  { verdicts, brokenRules }: Pick<OfferAssessment, "verdicts" | "brokenRules">,
  party: string,
): Glance | null {
  if (brokenRules.length > 0) return "cannot be done";
  const [first] = verdicts;
  const own = first?.parties.find((other) => other.party === party);
  if (!first || !own) return null;
  if (own.crossesRedLine) return "red line";
  const chancesOf = (what: "accepts" | "walksAway") => Math.min(...over(verdicts, own, what));
  if (chancesOf("walksAway") >= LIKELY) return own.holdsOut > own.walksAway / 2 ? "holds out" : "walks away";
  if (chancesOf("accepts") < LIKELY) return "open whether it signs";
  if (verdicts.every(({ signed: all }) => all <= 1 - LIKELY)) return "refused by another";
  if (!verdicts.every(({ split }) => split.length > 1)) return "open who gains";
  const surely = (what: SplitClass) => Math.min(...splitChances(verdicts, party, what)) >= LIKELY;
  if (surely("tooLittle")) return "too little";
  if (surely("more")) return "more than its part";
  return surely("even") ? "even" : "open who gains";
}

interface Proposal {
  readonly date: string | null;
  /** Who made it: parties, or in an assessment anybody. */
  readonly by: readonly string[];
  readonly outsider?: string | null;
  /** Dated after the as-of day. */
  readonly later?: boolean;
}

/**
 * The offer that is spoken of where none is named: the last that somebody made by the as-of day; of several on one day, the
 * last on record. A proposal of nobody's only where there is no other.
 */
export function latestOf<T extends Proposal>(offers: readonly T[]): T | undefined {
  const known = offers.filter(({ later }) => !later);
  const made = known.filter(({ by, outsider }) => by.length > 0 || (outsider ?? null) !== null);
  const [candidates = []] = [made, known, offers].filter(({ length }) => length > 0);
  return candidates.reduce<T | undefined>(
    (one, other) => (!one || (other.date ?? "") >= (one.date ?? "") ? other : one),
    undefined,
  );
}
