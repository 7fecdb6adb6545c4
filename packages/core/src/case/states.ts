// What is in force, and what no deal would mean, on a day: both may change while people negotiate.
import { begunBefore, inForce } from "./dated.js";
import type { Day } from "./dates.js";
import { withOptions } from "./names.js";
import type { Case, Issue, NamedPackage, Package } from "./types.js";

/** What was in force on a day, on every issue. */
export const todayFrom = (issues: readonly Issue[], today: Package, day: Day): Package =>
  issues.some(({ states }) => states)
    ? issues.map(({ states, today: now }) => (states ? (inForce(states, day)?.option ?? now) : now))
    : today;

/** What no deal would mean, seen from a day; today's options where the case records none. */
export function noDealOn(negotiation: Pick<Case, "issues" | "today" | "noDeal" | "noDeals">, day: Day): Package {
  const { issues, today, noDeal, noDeals } = negotiation;
  if (!noDeals) return noDeal ?? todayFrom(issues, today, day);
  return withOptions(todayFrom(issues, today, day), begunBefore(noDeals, day)?.changes ?? new Map());
}

/** A package as it is on a day, where it is said beside today or no deal. */
export function packageOn(
  negotiation: Pick<Case, "issues" | "today" | "noDeal" | "noDeals">,
  { options, beside }: NamedPackage,
  day: Day,
): Package {
  if (!beside) return options;
  const base =
    beside.base === "no-deal" ? noDealOn(negotiation, day) : todayFrom(negotiation.issues, negotiation.today, day);
  return withOptions(base, beside.changes);
}

type Standing = Pick<Case, "issues" | "today" | "noDeal">;

/** By the issues of a case and the day: the same objects again, so that what was drawn for them is found again. */
const known = new WeakMap<Case["issues"], Map<Day, { readonly of: Case["noDeals"]; readonly standing: Standing }>>();

/** The case with what is in force, and what no deal would mean, on a day. The same case where neither ever changes. */
export function standingOn<C extends Case>(negotiation: C, day: Day): C {
  const { issues, noDeals } = negotiation;
  if (!noDeals && !issues.some(({ states }) => states)) return negotiation;
  const days = known.get(issues) ?? new Map();
  known.set(issues, days);
  const found = days.get(day);
  const standing: Standing = found?.of === noDeals ? found.standing : standingParts(negotiation, day);
  days.set(day, { of: noDeals, standing });
  return { ...negotiation, ...standing };
}

function standingParts(negotiation: Case, day: Day): Standing {
  const { issues, today, noDeal } = negotiation;
  const now = todayFrom(issues, today, day);
  return {
    today: now,
    issues: issues.map((issue, index) => ({ ...issue, today: now[index] ?? issue.today })),
    noDeal: noDeal === null ? null : noDealOn(negotiation, day),
  };
}
