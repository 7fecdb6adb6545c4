// What is known of what each side needs, as the page Set up shows it, and whose view is changed there.
import type { Case, Interests, Issue, View } from "@parley/core/internal";

/** Which option is best, where the others follow in their order; `own`: in another order. */
export type Best = "more" | "less" | "same" | "own" | null;

export function bestOf(interests: Interests | undefined, issue: number, options: number): Best {
  const score = interests?.scores[issue];
  if (!score || score.unsaid) return null;
  if (score.indifferent) return "same";
  const levels = score.levels?.map(([first]) => first) ?? [];
  if (score.levels?.some((level) => level.length > 1) || levels.length !== options) return "own";
  if (levels.every((option, place) => option === place)) return "more";
  return levels.every((option, place) => option === options - 1 - place) ? "less" : "own";
}

/** The view of a party that is changed: its own, else the only one, else a new one; null where there are several. */
export function viewOf(
  { interests, team }: Case,
  party: string,
  day: string,
): { readonly view: View; readonly of: Interests | undefined } | null {
  const files = interests.filter((one) => one.party === party);
  const own = files.find(({ holder }) => holder === party) ?? (files.length === 1 ? files[0] : undefined);
  if (!own && files.length > 1) return null;
  if (own)
    return {
      view: { party, holder: own.holder, basis: own.basis === "stated" ? "stated" : "estimated", date: own.date },
      of: own,
    };
  // What we think that the others need is our estimate, and nobody else's to see.
  const estimated = team !== null && team !== party;
  return {
    view: { party, holder: estimated ? team : party, basis: estimated ? "estimated" : "stated", date: day },
    of: undefined,
  };
}

/** The issues of a rank by their ids. */
export const rankIds = (issues: readonly Issue[], interests: Interests | undefined): string[][] =>
  (interests?.swingRank ?? []).map((group) => group.map((place) => issues[place]?.id ?? ""));
