// What an offer hangs on, and whether the others' last offers have it.
import { type Case, counts, type Day, inTime, type Offer, stands } from "../case/index.js";

/** met: the others' last offers have it. unmet: they have something else. open: they do not say. */
export type ConditionState = "met" | "unmet" | "open";

/**
 * Whether the others have offered what an offer hangs on; null where it hangs on nothing. Each of them is taken by its last
 * offer that stands; where the case says who gives on an issue, only these can. Who has accepted the offer gives it.
 */
export function conditionState(
  { parties, offers, issues }: Pick<Case, "parties" | "offers" | "issues">,
  { conditions, by, responses }: Pick<Offer, "conditions" | "by" | "responses">,
  asOf: Day,
): ConditionState | null {
  if (!conditions) return null;
  const others = parties.filter(({ id, role }) => role === "negotiating" && !by.includes(id)).map(({ id }) => id);
  const accepted = (party: string) =>
    responses.some((one) => one.by === party && one.answer === "accepted" && counts(one, asOf));
  const lastOf = (party: string) =>
    offers
      .filter((one) => one.by.includes(party) && stands(one, asOf))
      .sort((a, b) => inTime(a.date, b.date))
      .at(-1);
  const states = [...conditions].map(([issue, allowed]): ConditionState => {
    const gives = issues[issue]?.gives ?? [];
    const givers = others.filter((id) => gives.includes(id));
    const said = (givers.length > 0 ? givers : others).map((party): ConditionState => {
      if (accepted(party)) return "met";
      const last = lastOf(party);
      if (!last?.named.includes(issue) || last.open.includes(issue)) return "open";
      return allowed.has(last.options[issue] ?? -1) ? "met" : "unmet";
    });
    if (said.includes("unmet")) return "unmet";
    // Where it is not said who gives, one who offers it is enough; else each of them must.
    const enough = givers.length > 0 ? said.every((one) => one === "met") : said.includes("met");
    return enough ? "met" : "open";
  });
  if (states.every((one) => one === "met")) return "met";
  return states.includes("unmet") ? "unmet" : "open";
}
