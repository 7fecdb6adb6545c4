// How far advice may go: to what somebody has proposed, unless the reader opens more.
import { type Case, type Day, isBy, type Package } from "../../case/index.js";
import { at } from "../../math/index.js";

export type Within = "proposed" | "any";

/** Whether an option of an issue may be advised. */
export type Reach = (issue: number, option: number) => boolean;

/** Issues named by any offer on record by the as-of day, or by the offer itself. */
export function openedIssues(negotiation: Case, asOf: Day, named: readonly number[]): number[] {
  const opened = new Set(named);
  for (const offer of negotiation.offers)
    if (isBy(offer.date, asOf)) for (const issue of offer.named) opened.add(issue);
  return [...opened].sort((a, b) => a - b);
}

/**
 * Options that somebody has offered, or taken as its own position, by the as-of day, with what the subject and today have. On an
 * issue that runs from least to most, all between the outermost of these too.
 */
export function reachOf(negotiation: Case, asOf: Day, subject: { readonly options: Package }, within: Within): Reach {
  if (within === "any") return () => true;
  const reached = negotiation.issues.map((issue, index) => new Set([issue.today, at(subject.options, index)]));
  for (const offer of negotiation.offers)
    if (isBy(offer.date, asOf)) for (const issue of offer.named) reached[issue]?.add(at(offer.options, issue));
  for (const { party, about, date, stances } of negotiation.statements) {
    if (party === null || party !== about || !isBy(date, asOf)) continue;
    for (const stance of stances) {
      const index = negotiation.issues.findIndex(({ id }) => id === stance.issue);
      const options = negotiation.issues[index]?.options ?? [];
      for (const option of stance.options) reached[index]?.add(options.findIndex(({ id }) => id === option));
    }
  }
  const ends = reached.map((options) => [Math.min(...options), Math.max(...options)] as const);
  return (issue, option) => {
    const [least, most] = at(ends, issue);
    return at(negotiation.issues, issue).ordered
      ? option >= least && option <= most
      : (reached[issue]?.has(option) ?? false);
  };
}
