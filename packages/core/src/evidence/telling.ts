// What a statement that was read would be new to the record: whether it moves a position, denies one, is the first of a party on
// an issue, or speaks of a term. By this the list of what waits for a person is sorted.
import type { Case } from "../case/index.js";
import { isOwnPosition, type ReadStatement } from "./reading/reading.js";

/**
 * moves: another option than the party's last on record. contradicts: denies. first: no position of the party on the issue is
 * on record. term: speaks of a term by name. confirms: the same as on record, or no option told. evidence: speaks to no issue.
 */
export type News = "moves" | "contradicts" | "first" | "term" | "confirms" | "evidence";

/** From what is looked at first to what is looked at last. */
export const NEWNESS: readonly News[] = ["moves", "contradicts", "first", "term", "confirms", "evidence"];

/** Whose position a statement tells, as far as the case knows; null where it does not. */
export const toldOf = ({ holder, holderParty, party }: ReadStatement): string | null => (holder ? holderParty : party);

export function newsOf(statement: ReadStatement, { statements }: Case): News {
  const { suggestions, stance, term } = statement;
  const about = toldOf(statement);
  const [first] = suggestions;
  if (about === null || !first) return term === null ? "evidence" : "term";
  if (stance.act === "denies") return "contradicts";
  if (!isOwnPosition(statement) && statement.holder === null) return "confirms";
  const last = statements.findLast(
    (one) => one.about === about && one.stances.some(({ issue }) => issue === first.issue),
  );
  const known = last?.stances.find(({ issue }) => issue === first.issue);
  if (!known) return "first";
  if (first.option === null) return "confirms";
  // Against an option that was left open, or for one that was not.
  const isAgainst = stance.act === "refuses";
  return known.options.includes(first.option) === isAgainst ? "moves" : "confirms";
}
