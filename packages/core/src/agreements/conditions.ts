// What an offer hangs on, and whether the others' last offers have it.
import { type Case, type Day, inTime, type Offer, stands } from "../case/index.js";

/** met: the others' last offers have it. unmet: they have something else. open: they do not say. */
export type ConditionState = "met" | "unmet" | "open";

/** Whether the others have offered what an offer hangs on; null where it hangs on nothing. Each of them is taken by its last offer that stands. */
export function conditionState(
  { parties, offers }: Pick<Case, "parties" | "offers">,
  { conditions, by }: Pick<Offer, "conditions" | "by">,
  asOf: Day,
): ConditionState | null {
  if (!conditions) return null;
  const last = parties
    .filter(({ id, role }) => role === "negotiating" && !by.includes(id))
    .flatMap(({ id }) => {
      const own = offers.filter((one) => one.by.includes(id) && stands(one, asOf));
      return own.sort((a, b) => inTime(a.date, b.date)).slice(-1);
    });
  const states = [...conditions].map(([issue, allowed]): ConditionState => {
    const named = last.filter((one) => one.named.includes(issue) && !one.open.includes(issue));
    if (named.some((one) => allowed.has(one.options[issue] ?? -1))) return "met";
    return named.length > 0 ? "unmet" : "open";
  });
  if (states.every((one) => one === "met")) return "met";
  return states.includes("unmet") ? "unmet" : "open";
}
