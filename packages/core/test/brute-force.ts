// Slow, simple calculations over every package of a small case, against which tests check the fast methods.
import type { Case, Conditions } from "../src/case/index.js";
import { meets } from "../src/case/index.js";

/** Every package of a small case. */
function allPackages(negotiation: Case): number[][] {
  return negotiation.issues.reduce<number[][]>(
    (packages, issue) => packages.flatMap((one) => issue.options.map((_, option) => [...one, option])),
    [[]],
  );
}

/** The packages that none of the conditions covers. */
export function possible(negotiation: Case, forbidden: readonly Conditions[]): number[][] {
  return allPackages(negotiation).filter((options) => !forbidden.some((conditions) => meets(options, conditions)));
}

/** Weights times scores of a party given as numbers, summed in the order of the issues. */
export function valueTo(negotiation: Case, party: string, options: readonly number[]): number {
  const interests = negotiation.interests.find((one) => one.party === party);
  return options.reduce(
    (sum, option, issue) =>
      sum + (interests?.weights?.[issue] ?? 0) * (interests?.scores[issue]?.numbers?.[option] ?? 0),
    0,
  );
}

/** Rows that no other row dominates beyond the tolerance. */
export function undominated(rows: readonly (readonly number[])[], tolerance = 1e-9): number[] {
  return rows.flatMap((row, index) =>
    rows.some(
      (other) =>
        other.every((v, p) => v >= (row[p] ?? 0) - tolerance) && other.some((v, p) => v > (row[p] ?? 0) + tolerance),
    )
      ? []
      : [index],
  );
}
