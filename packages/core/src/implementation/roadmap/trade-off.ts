// What a faster road costs in exposure: for growing caps, the soonest end. A solver that is passed in proves or betters it.
import type { Day } from "../../case/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { capsAt, scaleOf, worstOn } from "./aims.js";
import { type Course, follow } from "./course.js";
import type { ExchangeBounds } from "./exchange.js";
import { breach, type LaidRoad, lay } from "./lay.js";
import { dayOf, type Programme, programmeOf, unitOf } from "./programme.js";
import { inOrder, type Road } from "./road.js";

/** A plan on the frontier of exposure and duration. */
export interface TradeOff {
  /** The cap that it was found under, and the worst exposure that it comes to, on the road's scale. */
  readonly cap: number;
  readonly exposure: number;
  /** When the last step is known to be complete: days from the start, and in the units that were counted. */
  readonly end: number;
  readonly starts: readonly number[];
  /** Due days that it does not keep. */
  readonly late: number;
  /** A solver found that no plan in whole months (or weeks) is sooner under this cap. */
  readonly proven: boolean;
}

/** Answers a programme; null where it found nothing in its time. @throws never: what fails is null */
export type Solve = (
  programme: Programme,
) => Promise<{ readonly starts: readonly number[]; readonly optimal: boolean } | null>;

/** How many caps are tried between the safest order and everything at once. */
const CAPS = 9;
/** Beyond this many unknowns a solver takes longer than people wait. */
const MOST_BINARIES = 3000;

/** The caps worth trying: from the least exposure of any order to that of doing all at once. */
export function capsFor(road: Road, hasty: Course, least: number): number[] {
  const most = worstOn(
    road,
    hasty.worst.map(({ exposure }) => exposure),
  );
  if (most <= least + TOLERANCE) return [least];
  const even = Array.from({ length: CAPS }, (_, k) => least + ((most - least) * k) / (CAPS - 1));
  // Where everybody says what it accepts, that is a cap of its own.
  return scaleOf(road) === "accepted" && least < 1 && most > 1 ? [...even, 1].sort((a, b) => a - b) : even;
}

/**
 * Plans for ascending caps, each sooner than the one before it.
 * @param safest an order within the least of the caps
 */
export function tradeOffs(
  road: Road,
  caps: readonly number[],
  safest: readonly number[],
  placings?: number,
): TradeOff[] {
  const found: TradeOff[] = [];
  for (const cap of caps) {
    const last = found.slice(-1).map(({ starts }) => byStart(road, starts));
    const laid = lay(road, [safest, inOrder(road.steps), ...last], capsAt(road, cap), placings);
    if (laid.beyond > TOLERANCE) continue;
    const before = found.at(-1);
    // Only what is sooner for being more exposed is worth showing.
    if (!before || laid.course.end < before.end) found.push(pointOf(road, cap, laid, false));
  }
  return found;
}

/** An order in which the steps begin. */
export function byStart({ steps }: Road, starts: readonly number[]): number[] {
  const place = new Map(inOrder(steps).map((step, index) => [step, index]));
  return starts
    .map((_, step) => step)
    .sort((a, b) => at(starts, a) - at(starts, b) || (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

const pointOf = (
  road: Road,
  cap: number,
  { course, starts }: Pick<LaidRoad, "course" | "starts">,
  proven: boolean,
): TradeOff => ({
  cap,
  exposure: worstOn(
    road,
    course.worst.map(({ exposure }) => exposure),
  ),
  end: course.end,
  starts,
  late: course.late.length,
  proven,
});

/**
 * The same plans, each handed to a solver with its end as the latest: it finds a sooner one, or that there is none.
 */
export async function proven(
  road: Road,
  found: readonly TradeOff[],
  solve: Solve,
  onProgress: (share: number) => void,
): Promise<TradeOff[]> {
  const points: TradeOff[] = [];
  for (const [index, point] of found.entries()) {
    const caps = capsAt(road, point.cap);
    const programme = programmeFor(road, point.end, caps);
    const answer = programme && (await solve(programme));
    const best = answer ? sooner(road, point, caps, answer) : point;
    const before = points.at(-1);
    if (!before || best.end < before.end) points.push(best);
    onProgress((index + 1) / found.length);
  }
  return points;
}

/** The solver's plan where it is sooner on the calendar and keeps every cap there; else the one that was known. */
function sooner(
  road: Road,
  point: TradeOff,
  caps: ExchangeBounds,
  { starts, optimal }: NonNullable<Awaited<ReturnType<Solve>>>,
): TradeOff {
  const course = follow(road, starts);
  // Months differ in length: whichever ends on the earlier day is kept.
  if (course.end >= point.end) return { ...point, proven: optimal };
  const kept = breach(course, caps) <= 1e-6 && course.early.length + course.late.length === 0;
  return kept ? pointOf(road, point.cap, { course, starts }, optimal) : point;
}

/** In the road's own unit, or in months where weeks would be too many; null where even these are. */
function programmeFor(road: Road, end: number, caps: ExchangeBounds): Programme | null {
  for (const unit of new Set([unitOf(road), "month" as const])) {
    const horizon = unit === "week" ? Math.ceil(end / 7) : monthsUntil(road.start, end);
    const programme = programmeOf(road, caps, horizon, unit, MOST_BINARIES);
    if (programme) return programme;
  }
  return null;
}

/** Whole months until a day is past. */
function monthsUntil(start: Day, day: number): number {
  let months = Math.max(0, Math.floor(day / 31) - 1);
  while (dayOf(start, "month", months) < day) months++;
  return months;
}
