// Who does what when: the agreement's commitments in an order that exposes nobody beyond what it accepts, on the calendar.
import {
  type AnalysisOptions,
  drawPanel,
  type Panel,
  priorsOf,
  provenanceOf,
  type Setting,
  settingOf,
} from "../../agreements/index.js";
import { addDays, type Case, daysBetween, done, type Outcome, refuse } from "../../case/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { sentencesIn } from "../../wording/index.js";
import { allSay, boundsOf, capsAt, leastExposure, scaleOf, worstOn } from "./aims.js";
import { baselinesOf } from "./baselines.js";
import { certaintyOf } from "./certainty.js";
import { type Course, criticalSteps, follow, latestStarts, soonestStarts } from "./course.js";
import { unbounded } from "./exchange.js";
import { fixesFor } from "./fixes.js";
import { breach, type LaidRoad, lay } from "./lay.js";
import { milestonesOf } from "./milestones.js";
import { reachedBy } from "./proposed.js";
import { remarksOn } from "./remarks.js";
import { exchangeIn, inOrder, type Road, type RoadReading, type SurveyedRoad, survey } from "./road.js";
import { type FoundOrder, type Method, safestOrder } from "./safest-order.js";
import { roadSaid } from "./said.js";
import { slicesOf } from "./slices.js";
import { byStart, capsFor, proven, type Solve, tradeOffs } from "./trade-off.js";
import type { Roadmap, RoadmapStep } from "./types.js";

export interface RoadmapOptions extends AnalysisOptions {
  /** Starts in place of those in the file: step → day; null takes a pin away. */
  readonly starts?: Readonly<Record<string, string | null>>;
  /** Only the plan and how exposed it leaves each side: what a hand waits for. */
  readonly quick?: boolean;
  /** Plans found elsewhere, in days from the road's start: taken where they are better than the one that is found here. */
  readonly plans?: readonly (readonly number[])[];
}

/** @returns refused where there is nothing promised, or what was said leaves no model */
export function roadmap(written: Case, options: RoadmapOptions = {}): Outcome<Roadmap> {
  const surveyed = surveyedRoad(written, options);
  if (!surveyed.ok) return surveyed;
  const { setting, panels, survey: found } = surveyed.value;
  const road = withStarts(found.road, options.starts ?? {});
  const exchange = exchangeIn(road);
  const safest = safestOrder(exchange, leastExposure(road)) ?? safestOrder(exchange, leastExposure(road, false));
  const free = unpinned(road);
  const hasty = follow(free, soonestStarts(free));
  const whole = !options.quick && road.parties.length > 0;
  const fixes = whole ? fixesFor(road, safest?.order ?? null) : [];
  const offs = whole && safest ? tradeOffs(free, capsFor(free, hasty, safest.worst), safest.order, QUICK) : [];
  const baselines = baselinesOf(free, hasty);
  const known = [...offs, ...baselines].map(({ starts }) => starts);
  const plan = bestOf(road, planFor(road, safest, options.quick), [...known, ...(options.plans ?? [])]);
  const beyond = road.parties.length === 0 ? 0 : breach(plan.course, boundsOf(road));
  const partial = {
    ...provenanceOf(setting, panels, methodText(found.reading, safest?.method ?? null)),
    scale: scaleOf(road),
    reading: found.reading,
    road,
    steps: stepsOf(setting, found, road, plan.course),
    course: plan.course,
    starts: plan.starts,
    end: addDays(road.start, plan.course.end),
    parties: partiesOf(road, plan.course),
    worst: exposedBy(road, plan.course),
    beyond,
    safer: saferOf(road, plan),
    order: safest && {
      method: safest.method,
      worst: safest.worst,
      atLeast: safest.atLeast,
      steps: safest.order.map((step) => at(road.steps, step).id),
    },
    leastTemptation: whole ? leastTemptation(road) : null,
    fixes,
    baselines,
    tradeOffs: offs,
    milestones: milestonesOf(setting.negotiation, road, plan.course),
    // With numbers only there is one model, and nothing to count.
    certainty:
      road.parties.length === 0 || found.counts.every((count) => count === 1)
        ? null
        : certaintyOf(
            { ...found, road },
            plan.course,
            found.commitments.map(({ reversible }) => reversible),
          ),
    slices: slicesOf(road),
    undone: undoneIn(setting.negotiation),
    remarks: remarksOn(setting, found, road),
  };
  return done(inWords(setting.negotiation, partial));
}

/** Orders looked at for each cap before a solver is asked. */
const QUICK = 4000;

/**
 * The same roadmap with its trade-offs proven, or bettered, by a solver; and on a better plan, where one of them is.
 * @param found the roadmap of this case with these options
 */
export async function withProof(
  written: Case,
  options: RoadmapOptions,
  found: Roadmap,
  solve: Solve,
  onProgress: (share: number) => void = () => {},
): Promise<Roadmap> {
  const road = unpinned(found.road);
  const tradeOffs = await proven(road, found.tradeOffs, solve, onProgress);
  const plans = tradeOffs.map(({ starts }) => starts);
  const best = bestOf(found.road, found, plans);
  const again = best === found ? null : roadmap(written, { ...options, plans });
  return { ...(again?.ok ? again.value : found), tradeOffs };
}

/**
 * The same roadmap with its steps on other days: what it then comes to, quick enough to follow a hand.
 * @param starts by step, in days from the road's start
 * @param pinned steps that are held where they are
 */
export function restated(
  negotiation: Case,
  found: Roadmap,
  starts: readonly number[],
  pinned: readonly boolean[],
): Roadmap {
  const { road } = found;
  const course = follow(road, starts);
  const dates = datesOf(road, course);
  const partial = {
    ...found,
    steps: found.steps.map((step, place) => ({ ...step, ...at(dates, place), pinned: at(pinned, place) })),
    course,
    starts,
    end: addDays(road.start, course.end),
    parties: partiesOf(road, course),
    worst: exposedBy(road, course),
    beyond: breach(course, boundsOf(road)),
    milestones: milestonesOf(negotiation, road, course),
    // Which models keep their bounds was counted for the plan as it was.
    certainty: null,
    safer: null,
  };
  return inWords(negotiation, partial);
}

/** With what is said of it, and its sentence. */
function inWords(negotiation: Case, laid: Omit<Roadmap, "sentence" | "said">): Roadmap {
  const said = roadSaid(negotiation, laid);
  return { ...laid, said, sentence: sentencesIn("en").roadmap.wholeRoad(said) };
}

interface Ready {
  readonly setting: Setting;
  readonly panels: readonly Panel[];
  readonly survey: SurveyedRoad;
}

function surveyedRoad(written: Case, options: AnalysisOptions): Outcome<Ready> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views } = setting.value;
  if (negotiation.commitments.length === 0)
    return refuse(
      "nothing is promised yet: agreement.yaml lists no commitments. Write who brings which issue to what (commitments: by, issue, to), and how long it takes.",
    );
  const panels: Panel[] = [];
  for (const prior of priorsOf(setting.value)) {
    const panel = drawPanel(negotiation, views, prior, setting.value);
    if (panel.ok) panels.push(panel.value);
    // The second prior may contradict what was said.
    else if (prior === "independent") return panel;
    if (panel.ok && panel.value.numbers) break;
  }
  return done({ setting: setting.value, panels, survey: survey(setting.value, panels) });
}

function withStarts(road: Road, starts: Readonly<Record<string, string | null>>): Road {
  return {
    ...road,
    steps: road.steps.map((step) =>
      Object.hasOwn(starts, step.id) ? { ...step, pinned: starts[step.id] ?? null } : step,
    ),
  };
}

const unpinned = (road: Road): Road => ({
  ...road,
  steps: road.steps.map((step) => ({ ...step, pinned: null })),
});

interface Planned extends LaidRoad {
  /** Where due days cannot be kept without going beyond what is accepted, or is safest: the road that does not. */
  readonly safer: LaidRoad | null;
}

/**
 * Due days are kept where they can be; then as soon as everybody's bounds allow, or, where somebody states none, as safe as can
 * be. What is pinned stays.
 */
function planFor(road: Road, safest: FoundOrder | null, quick = false): Planned {
  const pins = road.steps.map(({ pinned }) => (pinned === null ? null : daysBetween(road.start, pinned)));
  const bounds = boundsOf(road);
  if (pins.every((pin) => pin !== null)) {
    const starts = pins.map((pin) => pin ?? 0);
    const course = follow(road, starts);
    return { starts, course, beyond: breach(course, bounds), safer: null };
  }
  const pinned = byStart(
    road,
    pins.map((pin) => pin ?? 0),
  );
  const seeds = [...(safest ? [safest.order] : []), inOrder(road.steps), pinned];
  const caps = allSay(road) || !safest ? bounds : capsAt(road, safest.worst);
  const placings = quick ? QUICK : undefined;
  const latest = latestStarts(road);
  const safe = lay(road, seeds, caps, placings);
  const least = safest?.worst ?? 0;
  if (latest.every((day) => day === Number.POSITIVE_INFINITY) || safe.course.late.length === 0)
    return { ...sparing(road, safe, least, null, placings), safer: null };
  const urgent = byStart(road, latest);
  const kept = lay(road, [...seeds, urgent], caps, placings, latest);
  if (kept.course.late.length >= safe.course.late.length)
    return { ...sparing(road, safe, least, null, placings), safer: null };
  return {
    ...sparing(road, kept, least, latest, placings),
    safer: kept.beyond > safe.beyond + TOLERANCE ? safe : null,
  };
}

/** Caps tried between the safest order and the plan, each halving what is left. */
const SPARINGS = 5;

/** A plan that ends no later and keeps the same days, with less exposure where steps that are not urgent can wait for it. */
function sparing(
  road: Road,
  plan: LaidRoad,
  least: number,
  latest: readonly number[] | null,
  placings: number = QUICK,
): LaidRoad {
  let best = plan;
  let [low, high] = [least, exposedBy(road, plan.course)];
  for (let k = 0; k < SPARINGS && high - low > TOLERANCE; k++) {
    const cap = k === 0 ? low : (low + high) / 2;
    const laid = lay(road, [byStart(road, best.starts)], capsAt(road, cap), Math.min(placings, QUICK), latest);
    if (isBetter(road, laid.course, best.course)) [best, high] = [laid, exposedBy(road, laid.course)];
    else low = Math.max(cap, low);
    if (k === 0 && best !== plan) break;
  }
  return best === plan ? plan : { ...best, beyond: plan.beyond };
}

/**
 * The plan, unless another ends no later and exposes less, keeps as many due days, what is pinned and what comes first, and goes
 * no further beyond what is accepted. Of several, the one that ends soonest, then the one that exposes least.
 */
function bestOf<P extends Pick<LaidRoad, "starts" | "course">>(
  road: Road,
  plan: P,
  others: readonly (readonly number[])[],
): P | (P & Pick<LaidRoad, "starts" | "course">) {
  if (road.parties.length === 0 || road.steps.some(({ pinned }) => pinned !== null)) return plan;
  const laid = others.map((starts) => ({ starts, course: follow(road, starts) }));
  const best = laid.reduce<Pick<LaidRoad, "starts" | "course">>(
    (one, other) => (isBetter(road, other.course, one.course) ? other : one),
    plan,
  );
  return best === plan ? plan : { ...plan, starts: best.starts, course: best.course };
}

/** Whether a course is no worse than another in every way, and ends sooner or exposes the most exposed less. */
function isBetter(road: Road, one: Course, other: Course): boolean {
  const spared = exposedBy(road, other) - exposedBy(road, one);
  const bounds = boundsOf(road);
  return (
    one.end <= other.end &&
    spared > -TOLERANCE &&
    (one.end < other.end || spared > TOLERANCE) &&
    one.early.length <= other.early.length &&
    one.late.every((step) => other.late.includes(step)) &&
    breach(one, bounds) <= breach(other, bounds) + TOLERANCE
  );
}

/** The road that keeps within bounds and not to the days, beside one that does the reverse. */
function saferOf(road: Road, { safer, course: plan }: Planned): Roadmap["safer"] {
  if (!safer) return null;
  const { course, beyond } = safer;
  // A day that both roads miss is no price of the safer one.
  const late = course.late.filter((place) => !plan.late.includes(place));
  return {
    end: addDays(road.start, course.end),
    beyond,
    exposure: Object.fromEntries(road.parties.map(({ id }, party) => [id, at(course.worst, party).exposure])),
    late: late.map((place) => {
      const { id, due } = at(road.steps, place);
      return { id, due: due ?? "", end: addDays(road.start, at(course.bars, place).end) };
    }),
  };
}

function leastTemptation(road: Road): number | null {
  const { exposure } = boundsOf(road);
  const count = road.parties.length;
  if (count === 0) return null;
  const aim = {
    least: "temptation" as const,
    weight: Array<number>(count).fill(1),
    exposure,
    temptation: unbounded(count).temptation,
  };
  return safestOrder(exchangeIn(road), aim)?.worst ?? null;
}

function stepsOf(
  { negotiation }: Setting,
  { commitments, bands }: SurveyedRoad,
  road: Road,
  course: Course,
): RoadmapStep[] {
  const dates = datesOf(road, course);
  return road.steps.map((step, place) => {
    const commitment = commitments[place];
    const escrow = negotiation.roadmap.escrows.find(({ id }) => id === step.id);
    const issue = negotiation.issues.find(({ id }) => id === commitment?.move?.issue);
    const optionId = (option: number): string => issue?.options[option]?.id ?? "";
    const move = commitment?.move ?? null;
    return {
      id: step.id,
      by: commitment?.by ?? [],
      for: commitment?.for ?? [],
      text: commitment?.text ?? escrow?.text ?? step.id,
      article: commitment?.article ?? null,
      move: move && { issue: move.issue, from: optionId(move.from), to: optionId(move.to), share: move.share },
      method: commitment?.verification.method ?? null,
      terms: commitment?.terms ?? [],
      reversible: commitment?.reversible ?? 0,
      worth: Object.fromEntries(
        road.parties.flatMap(({ id }, party) => (bands[place] ? [[id, at(bands[place], party)]] : [])),
      ),
      after: step.after.map((first) => at(road.steps, first).id),
      pinned: step.pinned !== null,
      due: step.due,
      ...at(dates, place),
    };
  });
}

/** What the calendar says of every step. */
function datesOf(
  road: Road,
  course: Course,
): Pick<RoadmapStep, "start" | "end" | "known" | "late" | "early" | "critical">[] {
  const critical = new Set(criticalSteps(road, course));
  return course.bars.map(({ start, end, known }, place) => ({
    start: addDays(road.start, start),
    end: addDays(road.start, end),
    known: addDays(road.start, known),
    late: course.late.includes(place),
    early: course.early.includes(place),
    critical: critical.has(place),
  }));
}

const partiesOf = (road: Road, { worst }: Course): Roadmap["parties"] =>
  road.parties.map(({ id, name, exposure, temptation }, party) => {
    const one = at(worst, party);
    return {
      id,
      name,
      exposure: one.exposure,
      on: addDays(road.start, one.on),
      accepts: exposure,
      temptation: one.temptation,
      forgoes: temptation,
    };
  });

const exposedBy = (road: Road, { worst }: Course): number =>
  worstOn(
    road,
    worst.map(({ exposure }) => exposure),
  );

/** Issues where the commitments together do not reach the package on the table. */
function undoneIn(negotiation: Case): Roadmap["undone"] {
  const { issues, onTheTable } = negotiation;
  if (!onTheTable) return [];
  return issues.flatMap((issue, index) => {
    const reached = reachedBy(negotiation, issue);
    const table = at(onTheTable.options, index);
    if (table === reached) return [];
    const [wanted, brought] = [at(issue.options, table), at(issue.options, reached)];
    return [
      {
        issue: issue.id,
        name: issue.name,
        table: wanted.id,
        tableName: wanted.name,
        reached: brought.id,
        reachedName: brought.name,
      },
    ];
  });
}

const methodText = (reading: RoadReading, method: Method | null): string =>
  `order by ${method ?? "precedence"}; ${reading === "median" ? "medians of costs and receipts" : "own costs at the 95th, receipts at the 5th percentile"}; dates placed one by one, months by the calendar`;
