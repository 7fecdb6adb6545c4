// Dates for an order: each step in turn as early as nobody is exposed beyond a cap (a serial schedule generation scheme),
// then other orders near the best one. Steps that a person pinned stay where they are.
import { daysBetween } from "../../case/index.js";
import { at, below, stream, TOLERANCE } from "../../math/index.js";
import { type Bar, barOf, type Course, calendarOf, countsOn, follow, readyOn } from "./course.js";
import type { Bounds } from "./exchange.js";
import type { Road, RoadStep } from "./road.js";

export interface Laid {
  readonly starts: readonly number[];
  readonly course: Course;
  /** How far the worst breach of a cap goes, in points; 0 where all hold. */
  readonly beyond: number;
}

/** Steps placed while looking for a better order: about half a second. */
const PLACINGS = 12_000;
/** Orders without a better one before it is given up. */
const PATIENCE = 150;

/**
 * @param orders orders to begin with, every step in each after what it waits for
 * @param caps exposure and temptation that nobody is to go beyond
 * @returns the soonest end without a breach; where there is always one, the least breach
 */
export function lay(road: Road, orders: readonly (readonly number[])[], caps: Bounds, placings = PLACINGS): Laid {
  const place = placerOf(road, caps);
  const first = orders.map((order) => ({ order, laid: place(order) }));
  let best = first.reduce((one, other) => (isBetter(other.laid, one.laid) ? other : one));
  const rng = stream(0, "orders");
  let idle = 0;
  for (let used = orders.length * road.steps.length; used < placings && idle < PATIENCE; used += road.steps.length) {
    const order = moved(road, best.order, rng);
    if (!order) break;
    const laid = place(order);
    idle = isBetter(laid, best.laid) ? 0 : idle + 1;
    if (!isBetter(best.laid, laid)) best = { order, laid };
  }
  return best.laid;
}

function isBetter(one: Laid, other: Laid): boolean {
  if (Math.abs(one.beyond - other.beyond) > TOLERANCE) return one.beyond < other.beyond;
  const broken = ({ course }: Laid) => course.early.length + course.late.length;
  if (broken(one) !== broken(other)) return broken(one) < broken(other);
  if (one.course.end !== other.course.end) return one.course.end < other.course.end;
  return sum(one.starts) < sum(other.starts);
}

const sum = (starts: readonly number[]): number => starts.reduce((total, start) => total + start, 0);

/** The order with one step moved, never before what it waits for nor after what waits for it. */
function moved({ steps }: Road, order: readonly number[], rng: () => number): number[] | null {
  if (order.length < 2) return null;
  const from = below(rng, order.length);
  const step = at(order, from);
  const waits = new Set(at(steps, step).after);
  let [least, most] = [from, from];
  while (least > 0 && !waits.has(at(order, least - 1))) least--;
  while (most + 1 < order.length && !at(steps, at(order, most + 1)).after.includes(step)) most++;
  const to = least + below(rng, most - least + 1);
  const next = order.filter((one) => one !== step);
  next.splice(to, 0, step);
  return next;
}

/** Places the steps of an order one by one. */
function placerOf(road: Road, caps: Bounds): (order: readonly number[]) => Laid {
  const calendar = calendarOf(road);
  const pins = road.steps.map(({ pinned }) => (pinned === null ? null : daysBetween(road.start, pinned)));
  // Whoever stops must not have been better off: then steps end in the order in which they were found safe.
  const inTurn = caps.temptation.some((cap) => cap < Number.POSITIVE_INFINITY);
  return (order) => {
    const bars: (Bar | undefined)[] = road.steps.map(() => undefined);
    const ledger = ledgerOf(road);
    let lastEnd = -1;
    for (const place of order) {
      const step = at(road.steps, place);
      const ready = Math.max(readyOn(step, bars), inTurn ? soonestToEnd(step, lastEnd, calendar) : 0);
      const bar = barOf(step, pins[place] ?? ledger.firstSafe(step, ready, caps, calendar), calendar);
      bars[place] = bar;
      lastEnd = Math.max(lastEnd, bar.end);
      ledger.enter(step, bar);
    }
    const starts = bars.map((bar) => bar?.start ?? 0);
    const course = follow(road, starts, calendar);
    return { starts, course, beyond: breach(course, caps) };
  };
}

/** The first day from which a step ends after the one before it. */
function soonestToEnd(step: RoadStep, lastEnd: number, calendar: ReturnType<typeof calendarOf>): number {
  let start = Math.max(0, lastEnd - calendar(0, step.takes));
  while (calendar(start, step.takes) <= lastEnd) start++;
  return start;
}

/** The points that have been placed so far, in the order of their days. */
function ledgerOf(road: Road) {
  const entries: { day: number; party: number; points: number }[] = [];
  const parties = road.parties.length;
  return {
    enter(step: RoadStep, bar: Bar): void {
      for (let party = 0; party < parties; party++) {
        const points = at(step.lasting, party);
        if (points !== 0) entries.push({ day: countsOn(step, bar, party, points), party, points });
      }
      entries.sort((a, b) => a.day - b.day);
    },
    /** The first day, from `ready` on, on which a step's losses keep every cap then and ever after. */
    firstSafe(step: RoadStep, ready: number, { exposure }: Bounds, calendar: ReturnType<typeof calendarOf>): number {
      const days = [ready, ...new Set(entries.flatMap(({ day }) => (day > ready ? [day] : [])))];
      let best = { day: ready, over: Number.POSITIVE_INFINITY };
      for (const day of days) {
        const bar = barOf(step, day, calendar);
        let over = 0;
        for (let party = 0; party < parties; party++) {
          const points = at(step.lasting, party);
          if (points >= 0 || exposure[party] === Number.POSITIVE_INFINITY) continue;
          over = Math.max(
            over,
            worstFrom(entries, party, countsOn(step, bar, party, points)) - points - exposure[party]!,
          );
        }
        if (over <= TOLERANCE) return day;
        if (over < best.over - TOLERANCE) best = { day, over };
      }
      return best.day;
    },
  };
}

/** The most that a party has lost on a day or later. */
function worstFrom(
  entries: readonly { readonly day: number; readonly party: number; readonly points: number }[],
  party: number,
  day: number,
): number {
  let [lost, worst, begun] = [0, Number.NEGATIVE_INFINITY, false];
  for (const [index, entry] of entries.entries()) {
    if (entry.day > day && !begun) [worst, begun] = [lost, true];
    if (entry.party === party) lost -= entry.points;
    // Only what stands when a day is over counts.
    if (entry.day >= day && entries[index + 1]?.day !== entry.day) [worst, begun] = [Math.max(worst, lost), true];
  }
  return begun ? worst : lost;
}

/** How far the worst breach goes. */
export function breach({ worst }: Course, { exposure, temptation }: Bounds): number {
  const most = Math.max(
    0,
    ...worst.map((one, party) => Math.max(one.exposure - at(exposure, party), one.temptation - at(temptation, party))),
  );
  return most < TOLERANCE ? 0 : most;
}
