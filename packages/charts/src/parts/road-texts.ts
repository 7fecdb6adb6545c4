// What a roadmap says beside its picture, as one would say it.
import { bandText, type Fix, listed, percent, type Roadmap, tenthText, verb } from "@parley/core";

const counted = (value: number): string => `${tenthText(value)} point${tenthText(value) === "1" ? "" : "s"}`;

const stepText = ({ steps }: Roadmap, id: string): string => `“${steps.find((step) => step.id === id)?.text ?? id}”`;

const chance = (share: number): string => percent([share]);

export function milestoneText(
  map: Roadmap,
  { name, day, met, missing, atMost }: Roadmap["milestones"][number],
): string {
  const lacks = missing.map((id) => stepText(map, id)).join(", ");
  const left = atMost
    ? ` ${tenthText(atMost.left)} of at most ${tenthText(atMost.total)}${atMost.unit ? ` ${atMost.unit}` : ""} left (${atMost.of.map(({ issue, counts, stands, most }) => `${issue} ${tenthText(stands)}, each counting ${tenthText(counts)}: ${tenthText(most)} at most if nothing else were left`).join("; ")}).`
    : "";
  return `${name}, ${day}: ${met ? "reached" : `missed${lacks ? `, lacking ${lacks}` : ""}`}.${left}`;
}

/** In how many models the plan keeps everybody within bounds, how bad it gets, and what most often breaks it. */
export function certaintyText({ certainty, steps, parties }: Roadmap): string | null {
  if (!certainty) return null;
  const stated = Object.values(certainty.against).every((one) => one.stated);
  const worst = parties.flatMap(({ id, name }) => {
    const band = certainty.exposure[id];
    return band ? [`${name} ${verb(name, "loses")} ${bandText(band)}`] : [];
  });
  const weakest =
    certainty.weakest === null
      ? ""
      : ` The step most likely to break the road: “${steps[certainty.weakest]?.text}”, which holds in ${chance(certainty.steps[certainty.weakest] ?? 0)}.`;
  return `In ${chance(certainty.whole)} of the models nobody goes beyond ${stated ? "what it accepts" : "what is drawn"}; over them, at the worst, ${listed(worst)}.${weakest}`;
}

/** A road beside the plan: what it is called, and the due days that it does not keep. */
export const roadText = (name: string, late: number): string =>
  late === 0 ? name : `${name}, with ${late} due ${late === 1 ? "day" : "days"} not kept`;

/** The plan in a list of other roads, which hold nothing to a day. */
export const planText = ({ steps, course }: Roadmap): string =>
  roadText(
    steps.some(({ pinned }) => pinned) ? "this plan, with the days that are pinned" : "this plan",
    course.late.length,
  );

/** What stopping at the best moment would bring a party, beside what it would cost. */
export const temptationText = ({ temptation, forgoes }: Roadmap["parties"][number]): string =>
  `stopping would bring at most ${tenthText(Math.max(0, temptation))} points${forgoes === null ? "" : `, where up to ${tenthText(forgoes)} would be forgone`}`;

/** How safe the safest order is, and from which temptation on there is one at all. */
export function orderText({ order, leastTemptation, scale }: Roadmap): string {
  if (!order) return "No order was found that keeps everybody’s temptation to stop within its bounds.";
  const shown = (value: number): string => (scale === "accepted" ? `${Math.round(100 * value)} %` : tenthText(value));
  const least = order.worst - order.atLeast > 1e-6 ? `no order has less than ${shown(order.atLeast)}` : "none has less";
  const exists =
    leastTemptation === null || leastTemptation < 0.05
      ? ""
      : ` Such an order exists only where everybody would forgo ${tenthText(leastTemptation)} points that stopping would bring.`;
  return `The safest order (${order.method}) exposes the most exposed by ${shown(order.worst)} ${scale === "accepted" ? "of what is accepted" : "points"}; ${least}.${exists}`;
}

/** What would make a road safe, as one would propose it. */
export function fixText(map: Roadmap, fix: Fix): string {
  const party = (id: string) => map.parties.find((one) => one.id === id)?.name ?? id;
  switch (fix.kind) {
    case "all accept":
      return `every side with a bound accepts ${counted(fix.points)} more exposure`;
    case "all forgo":
      return `every side with a bound would forgo ${counted(fix.points)} more`;
    case "all accept and forgo":
      return `every side with a bound accepts ${counted(fix.points)} more exposure, and would forgo as many more`;
    case "deposit":
      return `a deposit by ${party(fix.party)} that it would lose where it stops: ${counted(fix.points)} to it, and as many to the others`;
    case "guarantee":
      return `a guarantee that makes good ${counted(fix.points)} to ${party(fix.party)}`;
    case "split":
      return `${stepText(map, fix.step)} in ${fix.parts} equal parts, one after the other`;
    case "escrow":
      return `${stepText(map, fix.steps[0])} and ${stepText(map, fix.steps[1])} held by a third party and released at once`;
  }
}

/** How a payment that can be cut stands against what is delivered for it; none where the road has another shape. */
export function sliceTexts(map: Roadmap): string[] {
  const { slices } = map;
  if (!slices) return [];
  return [
    `${stepText(map, slices.payment)} can be cut at will. The best order asks both sides together to forgo ${chance(slices.needed)} of it${slices.accepted === null ? "" : `; they would forgo ${chance(slices.accepted)}`}.`,
    ...slices.deliveries.map(
      ({ step, unpaid }) =>
        `Before ${stepText(map, step)}: ${unpaid ? `between ${chance(unpaid.low)} and ${chance(unpaid.high)} still unpaid` : "no part of the payment keeps both at it"}.`,
    ),
    ...(slices.pieces
      ? [`Both can be cut. The fewest parts, first to last: ${slices.pieces.map(chance).join(", ")}.`]
      : []),
  ];
}
