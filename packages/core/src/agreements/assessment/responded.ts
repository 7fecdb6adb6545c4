// What was answered to an offer, and whose walk-away is so low that a verdict leans on it: remarks on the offer.
import { type Case, type Day, isBy, lastDay, type Package, type Response } from "../../case/index.js";
import { LIKELY, type OfferRemark, partyName, partyNamed } from "../../wording/index.js";
import { enoughOf } from "../acceptance.js";
import { conditionState } from "../conditions.js";
import { type Panel, signedShare } from "../panel.js";
import { LOW_WALK_AWAY, walkAwayShare } from "../walk-away-share.js";
import { type Ground, vetoes } from "./ground.js";
import type { Subject } from "./request.js";
import type { OfferResponse, PriorVerdict } from "./types.js";

/** What was answered to an offer by a day: on record, and as far as the views that are used know it. */
export function responsesTo(negotiation: Case, panel: Panel | null, subject: Subject, asOf: Day): OfferResponse[] {
  const heard = (panel?.members ?? []).flatMap(({ preferences }) => preferences.responded);
  const onRecord = negotiation.offers.find(({ id }) => id === subject.id)?.responses ?? [];
  // By what they say and where: models that were drawn elsewhere come with copies of the case.
  const all = new Map(onRecord.map((response) => [keyOf(response), { response, holds: false }]));
  for (const { response, holds } of heard)
    if (response.to === subject.id) all.set(keyOf(response), { response, holds });
  return [...all.values()]
    .filter(({ response: { date } }) => isBy(date, asOf))
    .sort((a, b) => a.response.date.localeCompare(b.response.date, "en"))
    .map(({ response, holds }) => told(negotiation, response, holds));
}

/**
 * The day on which the last of those accepted an offer who must sign for it to stand; null where some have not, or have
 * answered otherwise since. Who made it is taken to have accepted it, as long as it stands.
 */
export function acceptedOn(
  negotiation: Case,
  subject: Subject,
  responses: readonly OfferResponse[],
  asOf: Day,
): string | null {
  const offer = negotiation.offers.find(({ id }) => id === subject.id);
  if (!offer || (offer.withdrawn !== null && isBy(offer.withdrawn, asOf))) return null;
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => ({ party: id }));
  const last = new Map(responses.map((one) => [one.party, one]));
  const accepts = ({ party }: { readonly party: string }) => {
    const answer = last.get(party);
    return answer ? answer.answer === "accepted" && answer.tactical === null : offer.by.includes(party);
  };
  const enough = enoughOf(negotiation, seated)((place) => seated[place] !== undefined && accepts(seated[place]));
  const days = [...last.values()].filter(accepts).map(({ date }) => date);
  return enough ? (days.sort().at(-1) ?? null) : null;
}

const keyOf = ({ place: { file, line, column } }: Response): string => `${file} ${line} ${column}`;

const told = (negotiation: Case, response: Response, holds: boolean): OfferResponse => ({
  party: response.by,
  name: partyName(negotiation, response.by),
  date: response.date,
  answer: response.answer,
  with: response.with,
  tactical: response.tactical,
  reliability: response.reliability,
  holds,
  source: response.source,
});

export const responseRemarks = (negotiation: Case, responses: readonly OfferResponse[]): OfferRemark[] =>
  responses.map(({ party, answer, date, tactical, holds, with: counter }) => ({
    code: "responded",
    party: partyNamed(negotiation, party),
    answer,
    date,
    counter: counter === null ? null : (negotiation.offers.find(({ id }) => id === counter)?.name ?? counter),
    tactical,
    holds,
  }));

/** Parties that are said to sign, and for which nearly anything is better than no deal. */
export function lowWalkAways(
  negotiation: Case,
  grounds: readonly Ground[],
  verdicts: readonly PriorVerdict[],
): OfferRemark[] {
  const [ground] = grounds;
  if (!ground || ground.space.empty) return [];
  return vetoes(ground.panel).flatMap((member, p): OfferRemark[] => {
    if (!verdicts.every(({ parties }) => (parties[p]?.accepts ?? 0) >= LIKELY)) return [];
    const share = walkAwayShareOf(ground, member.party, () => walkAwayShare(ground.panel, member, ground.space));
    if (share >= LOW_WALK_AWAY) return [];
    return [{ code: "lowWalkAway", party: partyNamed(negotiation, member.party), points: Math.max(0, 100 * share) }];
  });
}

/** All offers of an assessment lean on the same walk-aways. */
const known = new WeakMap<Ground, Map<string, number>>();

function walkAwayShareOf(ground: Ground, party: string, make: () => number): number {
  const shares = known.get(ground) ?? new Map<string, number>();
  known.set(ground, shares);
  const share = shares.get(party) ?? make();
  shares.set(party, share);
  return share;
}

/** That an offer has lapsed, and what it hangs on. */
export function standingRemarks(negotiation: Case, subject: Subject, asOf: Day): OfferRemark[] {
  const offer = negotiation.offers.find(({ id }) => id === subject.id);
  if (!offer) return [];
  const { until, conditions, responses } = offer;
  const taken = responses.some(({ answer, date }) => answer === "accepted" && isBy(date, asOf));
  const lapsed: OfferRemark[] =
    until !== undefined && asOf > lastDay(until) && !taken ? [{ code: "lapsed", until }] : [];
  const ranges: OfferRemark[] = offer.ranges
    ? [
        {
          code: "ranges",
          on: [...offer.ranges].map(([issue, [least, most]]) => {
            const { name = "", options = [] } = negotiation.issues[issue] ?? {};
            return { issue: name, least: options[least]?.name ?? "", most: options[most]?.name ?? "" };
          }),
        },
      ]
    : [];
  const plans: OfferRemark[] = offer.plans
    ? [{ code: "plans", on: [...offer.plans].flatMap(planSaid(negotiation, offer)) }]
    : [];
  const standing = [...lapsed, ...plans, ...ranges];
  if (!conditions) return standing;
  const state = conditionState(negotiation, offer, asOf) ?? "open";
  const on = [...conditions].map(([issue, allowed]) => {
    const { name, options } = negotiation.issues[issue] ?? { name: "", options: [] };
    return { issue: name, options: options.filter((_, option) => allowed.has(option)).map((option) => option.name) };
  });
  return [...standing, { code: "conditional", on, state }];
}

/** A number by years, and what it comes to. */
const planSaid =
  ({ issues }: Case, { options }: Subject) =>
  ([place, years]: readonly [number, readonly number[]]) => {
    const issue = issues[place];
    const unit = issue?.unit ? ` ${issue.unit}` : "";
    return issue?.byYear
      ? [
          {
            issue: issue.name,
            years: years.map((year) => `${year}${unit}`),
            how: issue.byYear,
            total: issue.options[options[place] ?? -1]?.name ?? "",
          },
        ]
      : [];
  };

/** Whether those would say yes who decide after the signature, by what is known of their needs. */
export function ratifications(negotiation: Case, panels: readonly Panel[], options: Package): OfferRemark[] {
  return negotiation.parties.flatMap(({ id, role, ratifies }): OfferRemark[] => {
    if (role !== "ratifying") return [];
    const chances = panels.flatMap((panel) =>
      panel.members.filter(({ party }) => party === id).map((member) => signedShare(panel, member, options)),
    );
    const { by = null, share = null } = ratifies ?? {};
    return [{ code: "ratifies", party: partyNamed(negotiation, id), chances, by, share }];
  });
}
