// The choice of whose view of each party's interests an analysis uses, where several people have written one.
import { type Case, done, type Interests, lacking, misused, type Outcome, suggestion } from "../case/index.js";

/** Which holder's view of a party to use, by party id. */
export type Views = Readonly<Record<string, string>>;

/**
 * One view of every party that has interests on file: the one asked for, else the party's own, else the only one.
 * @returns the interests in the order of the case's parties; refused when a party has several views and none is its own.
 */
export function chooseViews(negotiation: Case, views: Views = {}): Outcome<Interests[]> {
  const reasons: string[] = [];
  let open = false;
  for (const party of Object.keys(views)) {
    const ids = negotiation.parties.map(({ id }) => id);
    if (!ids.includes(party)) reasons.push(`a view is chosen of an unknown party "${party}".${suggestion(party, ids)}`);
  }
  const chosen = negotiation.parties.flatMap((party) => {
    const files = negotiation.interests.filter((interests) => interests.party === party.id);
    const holders = files.map(({ holder }) => holder);
    const wanted = Object.hasOwn(views, party.id) ? views[party.id] : undefined;
    const view =
      wanted === undefined
        ? (files.find(({ holder }) => holder === party.id) ?? (files.length === 1 ? files[0] : undefined))
        : files.find(({ holder }) => holder === wanted);
    if (view) return [view];
    if (wanted !== undefined)
      reasons.push(`there is no view of ${party.id} by "${wanted}".${suggestion(wanted, holders)}`);
    else if (files.length > 1) {
      open = true;
      reasons.push(`${party.id} is seen by ${holders.join(", ")} and not by itself: choose whose view to use.`);
    }
    return [];
  });
  if (reasons.length === 0) return done(chosen);
  return open ? lacking("view", misused(...reasons)) : misused(...reasons);
}
