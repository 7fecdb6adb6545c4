// Packages by the ids of a case and by positions, one from the other.
import { brokenRules } from "../agreements/index.js";
import { type Case, done, misused, type Outcome } from "../case/index.js";
import type { OfferedPackage } from "./moves.js";

/** Options by issue; an issue that is open (−1) is left out. */
export const idsOf = ({ issues }: Pick<Case, "issues">, options: ArrayLike<number>): OfferedPackage =>
  Object.fromEntries(
    issues.flatMap(({ id, options: all }, issue) => {
      const option = all[options[issue] ?? -1];
      return option ? [[id, option.id]] : [];
    }),
  );

/** Positions of the options, −1 where an issue is left out. @returns refused where it names what is not there, or breaks a rule */
export function placesOf(negotiation: Case, offered: OfferedPackage): Outcome<number[]> {
  const known = new Map(negotiation.issues.map((issue) => [issue.id, issue]));
  for (const [id, option] of Object.entries(offered)) {
    const issue = known.get(id);
    if (!issue) return misused(`there is no issue "${id}". Write one of ${[...known.keys()].join(", ")}.`);
    if (!issue.options.some((one) => one.id === option))
      return misused(
        `"${option}" is no option of ${id}. Write one of ${issue.options.map((one) => one.id).join(", ")}.`,
      );
  }
  const places = negotiation.issues.map(({ id, options }) =>
    Object.hasOwn(offered, id) ? options.findIndex((option) => option.id === offered[id]) : -1,
  );
  if (places.every((place) => place < 0)) return misused("an offer settles one issue at least.");
  const broken = places.includes(-1) ? [] : brokenRules(negotiation, places);
  if (broken.length === 0) return done(places);
  const texts = negotiation.rules.filter(({ id }) => broken.includes(id)).map(({ text }) => text);
  return misused(`the rules of the case do not allow this package: ${texts.join(" ")}`);
}
