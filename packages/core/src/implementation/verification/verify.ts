// Would we know? One plan of inspection, at an effort: what is seen, where, how surely, and what stays possible.

import {
  addPeriod,
  type Case,
  type Chance,
  done,
  lacking,
  misused,
  type Outcome,
  periodText,
  refuse,
  type Site,
  type VerificationPlan,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../../case/index.js";
import { costOfDelay, projectInventories } from "../../evidence/index.js";
import { listed, wordingIn } from "../../wording/index.js";
import { type DetectionGoal, goalOf } from "./goals.js";
import { announcedDelay, inspectNow, UNANNOUNCED_DELAY, violatorValue } from "./inspection-game.js";
import { siteWay, type Way } from "./level.js";
import { inspectionSaid } from "./said.js";
import {
  detection,
  exactSampleSize,
  iaeaSampleSize,
  improvedSampleSize,
  itemsToDivert,
  logNonDetection,
} from "./sample-size.js";
import { beliefAfter, chapman, looksUntil, searchOrder } from "./search.js";
import { type Checked, type Spender, spenderOf } from "./spending.js";
import { allocate, type Stratum, worstDiversion } from "./strata.js";
import type { PlacePlan, StratumPlan, Verification } from "./types.js";

export interface VerifyOptions extends ViewingOptions {
  /** Whose plan; the only one, or the reader's own, unless said. */
  readonly holder?: string;
  /** In place of the plan's effort. */
  readonly effort?: number;
}

/** Probabilities of the sample-size table: the IAEA's low, medium and high, and one more. */
const PROBABILITIES = [0.2, 0.5, 0.9, 0.95];
const LOOKS_SHOWN = 12;
const SURE = 0.05;
const CURVE_STEPS = 24;
const YEARS = [0, 1, 3, 5];
/** An effort is compared with what it must buy with this much rounding. */
const TIE = 1e-9;

/** @returns refused where the case has neither inventories nor a plan of inspection that may be seen */
export function verify(negotiation: Case, options: VerifyOptions = {}): Outcome<Verification> {
  const viewing = viewingOf(negotiation, options);
  if (!viewing.ok) return viewing;
  const plan = planOf(negotiation, options);
  if (!plan.ok) return plan;
  if (plan.value === null && negotiation.inventories.length === 0)
    return refuse(
      "nothing says what is to be verified: put sites into verification/HOLDER.yaml (docs/verification.md), or inventories into case.yaml.",
    );
  if (options.effort !== undefined && !(options.effort >= 0 && options.effort <= 1e9))
    return misused("an effort is a number from 0 on.");
  const result = {
    ...stocks(negotiation, viewing.value),
    ...(plan.value ? inspection(plan.value, options.effort) : NOTHING),
  };
  const said = inspectionSaid(result);
  return done({ ...viewing.value, ...result, said, sentence: wordingIn("en").verification.inspection(said) });
}

/** The plan that is asked for, the reader's own, or the only one. */
function planOf({ verification }: Case, { holder, sharedWith }: VerifyOptions): Outcome<VerificationPlan | null> {
  const holders = verification.map((plan) => plan.holder);
  const wanted = holder ?? (holders.length > 1 ? holders.find((one) => one === sharedWith) : holders[0]);
  if (wanted === undefined)
    return holders.length === 0
      ? done(null)
      : lacking("holder", misused(`there are plans of ${listed(holders)}: choose one of them.`));
  const plan = verification.find((one) => one.holder === wanted);
  if (plan) return done(plan);
  return misused(
    holders.length === 0
      ? `there is no verification/${wanted}.yaml that may be seen here.`
      : `there is no verification/${wanted}.yaml. There is: ${listed(holders)}.`,
  );
}

function stocks(negotiation: Case, { asOf }: Viewing): Pick<Verification, "days" | "inventories" | "delays"> {
  const days = YEARS.map((years) => addPeriod(asOf, { months: 12 * years, days: 0 }));
  const inYear = days[1] ?? asOf;
  return {
    days,
    inventories: projectInventories(negotiation, days),
    delays: negotiation.interests.flatMap(({ party, holder, reservation, alternatives }) =>
      [
        ...(reservation.form === "points" ? [{ text: "its reservation", ...reservation.points }] : []),
        ...alternatives,
      ].flatMap(({ text, delay }) =>
        delay
          ? [
              {
                party,
                holder,
                what: text,
                inventory: delay.inventory,
                ...costOfDelay(negotiation, delay, asOf, inYear),
              },
            ]
          : [],
      ),
    ),
  };
}

type Inspection = Omit<Verification, keyof Viewing | "sentence" | "said" | "days" | "inventories" | "delays">;

const NOTHING: Inspection = {
  holder: null,
  goal: null,
  effort: null,
  declared: null,
  places: [],
  overall: null,
  curve: [],
  ways: [],
  occasions: null,
  search: null,
  lists: null,
  remarks: [],
};

const DECLARED = { id: "declared", name: "From declared items" };

interface InspectionGround {
  readonly plan: VerificationPlan;
  readonly goal: DetectionGoal | null;
  readonly strata: readonly { readonly site: Site; readonly stratum: Stratum }[];
  readonly places: readonly Site[];
  readonly ways: readonly (Way & { readonly id: string; readonly name: string })[];
  readonly spender: Spender;
}

function inspection(plan: VerificationPlan, asked: number | undefined): Inspection {
  const goal = goalOf(plan);
  const strata = plan.sites.flatMap((site) =>
    site.items
      ? [
          {
            site,
            stratum: {
              items: site.items.count,
              each: site.items.each,
              effort: site.effort,
              identification: site.identification,
            },
          },
        ]
      : [],
  );
  const places = plan.sites.filter(({ items }) => items === null);
  const ways = waysOf(plan, goal, strata, places);
  const ground: InspectionGround = { plan, goal, strata, places, ways, spender: spenderFor(ways, goal, strata) };
  const total = asked ?? plan.effort?.total ?? 0;
  const { checked, detection: seen } = ground.spender.spend(total);
  const declared = goal && strata.length > 0 ? declaredPlan(ground, goal, checked) : null;
  const placed = places.map((site, index) => placePlan(site, seen[index + (checked ? 1 : 0)] ?? 0));
  return {
    holder: plan.holder,
    goal,
    effort: plan.effort
      ? {
          total,
          planned: plan.effort.total,
          unit: plan.effort.unit,
          every: plan.effort.every && periodText(plan.effort.every),
        }
      : { total, planned: 0, unit: "units of effort", every: null },
    declared,
    places: placed,
    overall: overallOf(ground, seen, placed),
    curve: curveOf(ground, total, seen),
    ways: ground.ways.map(({ id, name }) => ({ id, name })),
    occasions: occasionsOf(plan),
    search: searchOf(places, placed, total),
    lists: listsOf(plan),
    remarks: remarksOf(ground, total),
  };
}

/** Whether the items hold the goal quantity at all: what cannot be taken is no way to break a deal. */
const canTake = (kinds: readonly Stratum[], goal: number): boolean =>
  kinds.reduce((sum, { items, each }) => sum + items * each, 0) >= goal - 1e-9;

/** What the violator may do: take the goal quantity from declared items, or do it at one of the places. */
function waysOf(
  plan: VerificationPlan,
  goal: DetectionGoal | null,
  strata: InspectionGround["strata"],
  places: readonly Site[],
): InspectionGround["ways"] {
  const stakes = ({ gain, sanction }: { gain: number | null; sanction: number | null }) => ({
    unseen: gain ?? plan.gain,
    seen: -(sanction ?? plan.sanction),
  });
  const kinds = strata.map(({ stratum }) => stratum);
  const all = kinds.map(({ items }) => items);
  const own: InspectionGround["ways"] =
    goal && kinds.length > 0 && canTake(kinds, goal.quantity)
      ? [
          {
            ...DECLARED,
            ...stakes({ gain: null, sanction: null }),
            ...declaredWay(kinds, goal.quantity, worstDiversion(kinds, all, goal.quantity).detection ?? 1),
          },
        ]
      : [];
  return [
    ...own,
    ...places.map((site) => {
      const { unseen, seen } = stakes(site);
      return { id: site.id, name: site.name, ...siteWay(unseen, seen, site.effort, seenBy(site).low) };
    }),
  ];
}

function spenderFor(
  ways: InspectionGround["ways"],
  goal: DetectionGoal | null,
  strata: InspectionGround["strata"],
): Spender {
  const [first, ...others] = ways;
  return goal && first?.id === DECLARED.id
    ? spenderOf({ strata: strata.map(({ stratum }) => stratum), goal: goal.quantity, way: first }, others)
    : spenderOf(null, ways);
}

/** How surely a visit sees what is at a place: by the surest look, and by the least sure one, by which a plan goes. */
const seenBy = ({ overlook }: Site): Chance => ({ low: 1 - overlook.high, high: 1 - overlook.low });

/** The effort for a detection probability by the small-sample form; everything checked is the most there is. */
function declaredWay(strata: readonly Stratum[], goal: number, most: number): Pick<Way, "effort" | "most"> {
  const { weight } = allocate(strata, 0, goal);
  const whole = strata.reduce((sum, { items, effort }) => sum + items * effort, 0);
  return {
    most,
    effort: (probability) =>
      probability <= 0 ? 0 : probability >= most ? whole : Math.min(whole, (-weight / goal) * Math.log1p(-probability)),
  };
}

function declaredPlan(
  { strata }: InspectionGround,
  goal: DetectionGoal,
  checked: Checked | null,
): NonNullable<Verification["declared"]> {
  const kinds = strata.map(({ stratum }) => stratum);
  const { checks, spent: effort } = checked ?? { checks: kinds.map(() => 0), spent: 0 };
  const worst = worstDiversion(kinds, checks, goal.quantity);
  const saddle = allocate(kinds, effort, goal.quantity);
  return {
    effort,
    detection: worst.detection,
    bound: worst.bound,
    saddle: { checks: saddle.checks, diverted: saddle.diverted, detection: saddle.detection },
    strata: strata.map(({ site, stratum }, i) =>
      stratumPlan(site, stratum, goal, checks[i] ?? 0, worst.diverted[i] ?? 0),
    ),
  };
}

function stratumPlan(site: Site, stratum: Stratum, goal: DetectionGoal, checks: number, diverted: number): StratumPlan {
  const { items, each, effort, identification } = stratum;
  const falsified = itemsToDivert(items, each, goal.quantity);
  const sampling = { items, falsified, identification };
  const probabilities = [...new Set([...PROBABILITIES, goal.detection])].sort((a, b) => a - b);
  return {
    id: site.id,
    name: site.name,
    items,
    each,
    effort,
    identification,
    checks,
    diverted,
    detection: detection(sampling, checks),
    possible: Array.from({ length: LOOKS_SHOWN + 1 }, (_, rounds) => possibleAfter(stratum, checks, rounds)),
    falsified,
    samples: probabilities.map((probability) => ({
      probability,
      exact: exactSampleSize(sampling, probability),
      iaea: Math.min(items, iaeaSampleSize(sampling, probability)),
      improved: Math.min(items, improvedSampleSize(sampling, probability)),
    })),
  };
}

/** The most items that could be false and still leave one chance in twenty that all rounds were clean; by bisection. */
function possibleAfter({ items, identification }: Stratum, checks: number, rounds: number): number {
  let [low, high] = [0, items];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (
      rounds === 0 ||
      rounds * logNonDetection({ items, falsified: middle, identification }, checks) >= Math.log(SURE)
    )
      low = middle;
    else high = middle - 1;
  }
  return low;
}

function placePlan(site: Site, seen: number): PlacePlan {
  const { belief, overlook } = site;
  const { low: least, high: surest } = seenBy(site);
  const visits = least > 0 ? seen / least : 0;
  const after = (looks: number): Chance => ({
    low: beliefAfter(belief?.low ?? 0, 1 - overlook.low, looks),
    high: beliefAfter(belief?.high ?? 0, 1 - overlook.high, looks),
  });
  return {
    id: site.id,
    name: site.name,
    effort: site.effort,
    visits,
    detection: seen,
    detectionHigh: visits * surest,
    most: least,
    belief: belief ? Array.from({ length: LOOKS_SHOWN + 1 }, (_, looks) => after(looks)) : null,
    looks: belief
      ? {
          least: looksUntil(belief.low, 1 - overlook.low, SURE),
          most: looksUntil(belief.high, 1 - overlook.high, SURE),
        }
      : null,
  };
}

/** What the violator does best against the plan as it is carried out. */
function overallOf(
  { ways, spender }: InspectionGround,
  seen: readonly number[],
  places: readonly PlacePlan[],
): Verification["overall"] {
  if (ways.length === 0) return null;
  const worth = ways.map(({ unseen, seen: caught }, i) => unseen - (seen[i] ?? 0) * (unseen - caught));
  const value = Math.max(...worth);
  const best = ways.map((_, i) => i).filter((i) => (worth[i] ?? 0) >= value - TIE);
  return {
    value,
    // Between ways that are as good for it, the one that is best for the inspector (strong Stackelberg).
    detection: Math.max(...best.map((i) => seen[i] ?? 0)),
    atLeast: places.some(
      ({ detection: least, detectionHigh }, k) =>
        detectionHigh > least && best.includes(k + ways.length - places.length),
    ),
    by: best.map((i) => ways[i]?.name ?? ""),
    deterrence: spender.deterrence,
  };
}

/** At even steps of effort, and at the effort of the plan itself. */
function curveOf(
  { ways, plan, spender }: InspectionGround,
  total: number,
  seen: readonly number[],
): Verification["curve"] {
  if (ways.length === 0) return [];
  const most = Math.max(2 * (plan.effort?.total ?? 0), total, 1.2 * (spender.deterrence ?? 0), 1);
  const steps = Array.from({ length: CURVE_STEPS + 1 }, (_, step) => (most * step) / CURVE_STEPS);
  return [...new Set([...steps, total])]
    .sort((a, b) => a - b)
    .map((effort) => ({ effort, detection: effort === total ? seen : spender.outline(effort) }));
}

function occasionsOf({ occasions, gain, sanction }: VerificationPlan): Verification["occasions"] {
  if (!occasions) return null;
  const { periods, inspections } = occasions;
  const b = sanction / gain;
  return {
    ...occasions,
    sanction: b,
    value: violatorValue(periods, inspections, b),
    chances: Array.from({ length: periods }, (_, past) => inspectNow(periods - past, inspections, b)),
    announced: announcedDelay(inspections),
    unannounced: inspections === 1 ? UNANNOUNCED_DELAY : null,
  };
}

function searchOf(places: readonly Site[], placed: readonly PlacePlan[], effort: number): Verification["search"] {
  const suspected = places.flatMap((site, i) => (site.belief ? [{ site, belief: site.belief, plan: placed[i] }] : []));
  if (suspected.length === 0) return null;
  const middle = ({ low, high }: Chance) => (low + high) / 2;
  const sum = suspected.reduce((total, { belief }) => total + middle(belief), 0);
  const looks = searchOrder(
    suspected.map(({ site, belief }) => ({
      prior: middle(belief) / Math.max(1, sum),
      overlook: middle(site.overlook),
      cost: site.effort,
    })),
    { looks: LOOKS_SHOWN, effort: Math.max(effort, 0) },
  );
  const any = (of: (one: (typeof suspected)[number], end: "low" | "high") => number): Chance => ({
    low: 1 - suspected.reduce((none, one) => none * (1 - of(one, "low")), 1),
    high: 1 - suspected.reduce((none, one) => none * (1 - of(one, "high")), 1),
  });
  const counts = suspected.map((_, i) => looks.filter(({ place }) => place === i).length);
  return {
    looks: looks.map(({ place, spent, found }) => ({
      id: suspected[place]?.site.id ?? "",
      name: suspected[place]?.site.name ?? "",
      spent,
      found,
    })),
    before: any(({ belief }, end) => belief[end]),
    after: any((one, end) =>
      beliefAfter(one.belief[end], 1 - one.site.overlook[end], counts[suspected.indexOf(one)] ?? 0),
    ),
  };
}

/** Two standard deviations, nearly: 95 % of a normal distribution. */
const NORMAL_95 = 1.96;

function listsOf({ lists }: VerificationPlan): Verification["lists"] {
  if (!lists) return null;
  const { count, variance } = chapman(lists.declared, lists.known, lists.both);
  const seen = lists.declared + lists.known - lists.both;
  const spread = NORMAL_95 * Math.sqrt(variance);
  return {
    count,
    low: Math.max(seen, count - spread),
    high: Math.max(seen, count + spread),
    missing: Math.max(0, count - lists.declared),
  };
}

function remarksOf({ plan, goal, strata, places }: InspectionGround, total: number): string[] {
  const remarks: string[] = [];
  if (!plan.effort) remarks.push("The plan says no effort: with none, nothing is looked at. Add effort: to it.");
  if (strata.length > 0 && !goal)
    remarks.push(
      "The declared items are left out: the plan says neither a material nor a quantity that must not go unseen (goal:).",
    );
  const there = strata.reduce((sum, { stratum }) => sum + stratum.items * stratum.each, 0);
  if (goal && strata.length > 0 && there < goal.quantity)
    remarks.push(
      `All declared items together hold less than the goal quantity (${goal.quantity} ${goal.unit}): nobody can take it from them.`,
    );
  if (
    goal?.period &&
    plan.effort?.every &&
    addPeriod("2001-01-01", plan.effort.every) > addPeriod("2001-01-01", goal.period)
  )
    remarks.push(
      `A round every ${periodText(plan.effort.every)} is too seldom for the goal of ${periodText(goal.period)}: what is done just after one is seen too late.`,
    );
  const believed = places.reduce((sum, { belief }) => sum + (belief ? (belief.low + belief.high) / 2 : 0), 0);
  if (believed > 1)
    remarks.push(
      "The beliefs about places come to more than one: the order of looks takes them as shares of one hidden site.",
    );
  if (plan.lists)
    remarks.push(
      "The count from two lists takes them as independent. Whoever declares may know what is known, and declare just that: then there is more than it says.",
    );
  if (places.some(({ belief }) => belief))
    remarks.push(
      "How likely something undeclared is found cannot be one number: it is as wide as the beliefs that it stands on.",
    );
  if (total > 0 && plan.effort && total !== plan.effort.total)
    remarks.push(`Shown at ${total} ${plan.effort.unit}; the plan has ${plan.effort.total}.`);
  return remarks;
}
