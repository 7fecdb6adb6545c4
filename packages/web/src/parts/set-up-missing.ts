// What is missing for a verdict, in the order in which it is asked for, each with the field in which it is given.
import type { Case, Issue, Wording } from "@parley/core/internal";

export interface MissingField {
  readonly text: string;
  /** The id of the field. */
  readonly field: string;
}

/** Ids of fields, so that what is missing leads to the very one. */
export const fieldId = {
  party: (place: number) => `party-${place}`,
  newParty: "new-party",
  newIssue: "new-issue",
  options: (issue: string) => `options-${issue}`,
  best: (party: string, issue: string) => `best-${party}-${issue}`,
  rank: (party: string, issue: string) => `rank-${party}-${issue}`,
  addOffer: "add-offer",
};

export function missingFields(negotiation: Case, { lacks }: Wording["pages"]["setUp"]["side"]): MissingField[] {
  const { issues, offers } = negotiation;
  const agreeing = negotiation.parties.filter(({ role }) => role === "negotiating");
  return [
    ...(agreeing.length < 2 ? [{ text: lacks.party, field: fieldId.newParty }] : []),
    ...(issues.length === 0 ? [{ text: lacks.issue, field: fieldId.newIssue }] : []),
    ...issues
      .filter(({ options }) => options.length < 2)
      .map(({ id, name }) => ({ text: lacks.option(name), field: fieldId.options(id) })),
    ...(offers.length === 0 && issues.length > 0 ? [{ text: lacks.offer, field: fieldId.addOffer }] : []),
    ...agreeing.flatMap(({ id, name }) => needsOf(negotiation, id, name, lacks)),
  ];
}

function needsOf(
  { issues, interests }: Case,
  party: string,
  name: string,
  lacks: Wording["pages"]["setUp"]["side"]["lacks"],
): MissingField[] {
  const own = interests.find((one) => one.party === party);
  const open = issues.filter(
    (issue: Issue, place) => issue.options.length > 1 && (own?.unsaid.includes(place) ?? true),
  );
  const [first] = open;
  if (first) return [{ text: lacks.better(name, open.length), field: fieldId.best(party, first.id) }];
  const weighed = own && (own.weights !== null || own.weightIntervals.length > 0 || own.answers.length > 0);
  const ranked = new Set(own?.swingRank.flat());
  const unranked = issues.find((_, place) => !ranked.has(place) && own?.scores[place]?.indifferent === false);
  if (issues.length < 2 || weighed || !unranked) return [];
  return [{ text: lacks.rank(name), field: fieldId.rank(party, unranked.id) }];
}
