// Values that statements are made of: a package's, a number, a coordinate of what is not known, or what lies between two
// packages; each with what time adds to it.
import type { Package, Place } from "../case/index.js";

/** What time adds: points 0–1, and months of costs of delay that are themselves coordinates (subtracted). */
export interface Added {
  readonly plus: number;
  readonly costs: readonly { readonly index: number; readonly months: number }[];
}

/** A package's value (−1 in place of an option: the party's best there), a coordinate of a, what lies between, or a number. */
export type ReservationTerm = (
  | { readonly form: "package"; readonly options: Package }
  | { readonly form: "coordinate"; readonly index: number }
  /** A coordinate's share of the way from one package's value to another's, so that it weighs no model more than another. */
  | { readonly form: "between"; readonly index: number; readonly worse: Package; readonly better: Package }
  | { readonly form: "number"; readonly value: number }
) & { readonly added?: Added };

/** plus − minus ≥ 0. */
export interface Inequality {
  readonly plus: ReservationTerm;
  readonly minus: ReservationTerm;
}

/** One thing that was said: any one of its parts holds (nearly always there is just one part). */
export interface Claim {
  readonly label: string;
  readonly place: Place;
  /** Alternatives; in each, all inequalities hold. */
  readonly anyOf: readonly (readonly Inequality[])[];
}

export const packageTerm = (options: Package): ReservationTerm => ({ form: "package", options });

/** The term with more added to it. */
export function withAdded(term: ReservationTerm, plus: number, costs: Added["costs"] = []): ReservationTerm {
  if (plus === 0 && costs.length === 0) return term;
  const before = term.added ?? { plus: 0, costs: [] };
  return { ...term, added: { plus: before.plus + plus, costs: [...before.costs, ...costs] } };
}

/** Whether a term holds a coordinate of a, of any kind. */
export const standsOn = (term: ReservationTerm, index: number): boolean =>
  ((term.form === "coordinate" || term.form === "between") && term.index === index) ||
  (term.added?.costs.some((cost) => cost.index === index) ?? false);
