// What a roadmap says beside its picture: how sure it is, what it risks, what would make it safe.

import { type Band, bandText, tenthText } from "../../math/index.js";
import type { Names } from "../named.js";
import { capital, listed, verb } from "./grammar.js";
import { percent } from "./likelihood.js";
import { pointsText } from "./numbers.js";
import { wholeRoad } from "./sentences/roadmap.js";

/** Steps by what they are. */
export interface WithSteps {
  readonly steps: readonly { readonly id: string; readonly text: string }[];
}

const stepText = ({ steps }: WithSteps, id: string): string => `“${steps.find((step) => step.id === id)?.text ?? id}”`;

const chance = (share: number): string => percent([share]);

export interface MilestoneSaid {
  readonly name: string;
  readonly day: string;
  readonly met: boolean;
  /** Ids of steps. */
  readonly missing: readonly string[];
  readonly atMost: {
    readonly left: number;
    readonly total: number;
    readonly unit: string | null;
    readonly of: readonly {
      readonly issue: string;
      readonly counts: number;
      readonly stands: number;
      readonly most: number;
    }[];
  } | null;
}

function milestone(map: WithSteps, { name, day, met, missing, atMost }: MilestoneSaid): string {
  const lacks = missing.map((id) => stepText(map, id)).join(", ");
  const reached = met ? "reached if the plan is kept" : `missed even then${lacks ? `, lacking ${lacks}` : ""}`;
  return `${name}, ${day}: ${reached}.${atMost ? remaining(atMost) : ""}`;
}

function remaining({ left, total, unit, of }: NonNullable<MilestoneSaid["atMost"]>): string {
  const each = of.map(
    ({ issue, counts, stands, most }) =>
      `${issue} ${tenthText(stands)}, each counting ${tenthText(counts)}: ${tenthText(most)} at most if nothing else were left`,
  );
  return ` ${tenthText(left)} of at most ${tenthText(total)}${unit ? ` ${unit}` : ""} left (${each.join("; ")}).`;
}

export interface CertaintySaid extends WithSteps {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly certainty: {
    readonly whole: number;
    readonly weakest: number | null;
    readonly steps: readonly number[];
    readonly exposure: Readonly<Record<string, Band>>;
    readonly against: Readonly<Record<string, { readonly stated: boolean }>>;
  } | null;
}

/** In how many models the plan keeps everybody within bounds, how bad it gets, and what most often breaks it. */
function certainty({ certainty: sure, steps, parties }: CertaintySaid): string | null {
  if (!sure) return null;
  const stated = Object.values(sure.against).every((one) => one.stated);
  const worst = parties.flatMap(({ id, name }) => {
    const band = sure.exposure[id];
    return band ? [`${name} ${verb(name, "loses")} ${bandText(band)}`] : [];
  });
  const weakest =
    sure.weakest === null
      ? ""
      : ` The step most likely to break the road: “${steps[sure.weakest]?.text}”, which holds in ${chance(sure.steps[sure.weakest] ?? 0)}.`;
  return `In ${chance(sure.whole)} of the models nobody goes beyond ${stated ? "what it accepts" : "what is drawn"}; over them, at the worst, ${listed(worst)}.${weakest}`;
}

/** A road beside the plan: what it is called, and the due days that it does not keep. */
const road = (name: string, late: number): string =>
  late === 0 ? name : `${name}, with ${late} due ${late === 1 ? "day" : "days"} not kept`;

export interface PlanSaid {
  readonly steps: readonly { readonly pinned: boolean }[];
  readonly course: { readonly late: readonly unknown[] };
}

/** The plan in a list of other roads, which hold nothing to a day. */
const plan = ({ steps, course }: PlanSaid): string =>
  road(
    steps.some(({ pinned }) => pinned) ? "this plan, with the days that are pinned" : "this plan",
    course.late.length,
  );

export interface TemptationSaid {
  readonly name: string;
  readonly temptation: number;
  readonly forgoes: number | null;
}

/** What stopping at the best moment would bring a party, beside what it would cost. */
const temptation = ({ temptation: brings, forgoes }: Omit<TemptationSaid, "name">): string =>
  `stopping would bring at most ${tenthText(Math.max(0, brings))} points${forgoes === null ? "" : `, where up to ${tenthText(forgoes)} would be forgone`}`;

/** Worst exposures are shares of what is accepted, or points. */
export type ExposureScale = "accepted" | "points";

/** Shares of what is accepted may be more than all of it. */
const onScale = (scale: ExposureScale, value: number): string =>
  scale === "accepted" ? `${Math.round(100 * value)} %` : tenthText(value);

export interface OrderSaid {
  readonly scale: ExposureScale;
  readonly leastTemptation: number | null;
  readonly order: { readonly method: string; readonly worst: number; readonly atLeast: number } | null;
}

/** How safe the safest order is, and from which temptation on there is one at all. */
function order({ order: safest, leastTemptation, scale }: OrderSaid): string {
  if (!safest) return "No order was found that keeps everybody’s temptation to stop within its bounds.";
  const open = safest.worst - safest.atLeast > 1e-6;
  const least = open ? `no order has less than ${onScale(scale, safest.atLeast)}` : "none has less";
  const exists =
    leastTemptation === null || leastTemptation < 0.05
      ? ""
      : ` Such an order exists only where everybody would forgo ${tenthText(leastTemptation)} points that stopping would bring.`;
  return `The safest order (${safest.method}) exposes the most exposed by ${onScale(scale, safest.worst)} ${scale === "accepted" ? "of what is accepted" : "points"}; ${least}.${exists}`;
}

export type FixSaid =
  | { readonly kind: "all accept" | "all forgo" | "all accept and forgo"; readonly points: number }
  | { readonly kind: "deposit" | "guarantee"; readonly party: string; readonly points: number }
  | { readonly kind: "split"; readonly step: string; readonly parts: number }
  | { readonly kind: "escrow"; readonly steps: readonly [string, string] };

export interface FixedRoad extends WithSteps {
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

/** What would make a road safe, as one would propose it. */
function fix(map: FixedRoad, of: FixSaid): string {
  const party = (id: string) => map.parties.find((one) => one.id === id)?.name ?? id;
  switch (of.kind) {
    case "all accept":
      return `every side with a bound accepts ${pointsText(of.points)} more exposure`;
    case "all forgo":
      return `every side with a bound would forgo ${pointsText(of.points)} more`;
    case "all accept and forgo":
      return `every side with a bound accepts ${pointsText(of.points)} more exposure, and would forgo as many more`;
    case "deposit":
      return `a deposit by ${party(of.party)} that it would lose where it stops: ${pointsText(of.points)} to it, and as many to the others`;
    case "guarantee":
      return `a guarantee that makes good ${pointsText(of.points)} to ${party(of.party)}`;
    case "split":
      return `${stepText(map, of.step)} in ${of.parts} equal parts, one after the other`;
    case "escrow":
      return `${stepText(map, of.steps[0])} and ${stepText(map, of.steps[1])} held by a third party and released at once`;
  }
}

export interface SlicedRoad extends WithSteps {
  readonly slices: {
    readonly payment: string;
    readonly needed: number;
    readonly accepted: number | null;
    readonly deliveries: readonly {
      readonly step: string;
      readonly unpaid: { readonly low: number; readonly high: number } | null;
    }[];
    readonly pieces: readonly number[] | null;
  } | null;
}

/** How a payment that can be cut stands against what is delivered for it; none where the road has another shape. */
function slices(map: SlicedRoad): string[] {
  if (!map.slices) return [];
  const { payment, needed, accepted, deliveries, pieces } = map.slices;
  const forgo = accepted === null ? "" : `; they would forgo ${chance(accepted)}`;
  return [
    `${stepText(map, payment)} can be cut at will. The best order asks both sides together to forgo ${chance(needed)} of it${forgo}.`,
    ...deliveries.map(
      ({ step, unpaid }) =>
        `Before ${stepText(map, step)}: ${unpaid ? `between ${chance(unpaid.low)} and ${chance(unpaid.high)} still unpaid` : "no part of the payment keeps both at it"}.`,
    ),
    ...(pieces ? [`Both can be cut. The fewest parts, first to last: ${pieces.map(chance).join(", ")}.`] : []),
  ];
}

export interface Undone {
  readonly name: string;
  readonly tableName: string;
  readonly reachedName: string;
}

/** Of what a package changes, that on which no promise can be proposed. */
const left = (
  of: readonly { readonly issue: string; readonly why: "nobody-gives" | "on-the-way-elsewhere" }[],
  names: Names,
): string[] => {
  const on = (why: "nobody-gives" | "on-the-way-elsewhere") =>
    listed(of.filter((one) => one.why === why).map(({ issue }) => `“${names.issue(issue)}”`));
  const [nobody, elsewhere] = [on("nobody-gives"), on("on-the-way-elsewhere")];
  return [
    ...(nobody ? [`Nothing is proposed on ${nobody}: the case does not say who gives there.`] : []),
    ...(elsewhere ? [`Nothing is proposed on ${elsewhere}: what is promised stops on the way to another option.`] : []),
  ];
};

const undone = ({ name, tableName, reachedName }: Undone): string =>
  `${name}: on the table is “${tableName}”, the commitments reach “${reachedName}”`;

export const roadmap = {
  wholeRoad,
  certainty,
  fix,
  headings: {
    fixes: "What would make it safe",
    milestones: "Milestones",
    slices: "The payment in slices",
    undone: "Not on this road",
  },
  milestone,
  onScale,
  order,
  plan,
  road,
  /** As sentences of their own. */
  sentences: {
    fix: (map: FixedRoad, of: FixSaid) => `${capital(fix(map, of))}.`,
    temptation: (of: TemptationSaid) => `${capital(of.name)}: ${temptation(of)}.`,
    undone: (of: Undone) => `${undone(of)}.`,
  },
  slices,
  temptation,
  left,
  undone,
};
