// Dates for an order: each step in turn as early as nobody is exposed beyond a cap (a serial schedule generation scheme),
// then other orders near the best one. Steps that a person pinned stay where they are.
import { daysBetween } from "../../case/index.js";
import { at, below, stream, TOLERANCE } from "../../math/index.js";
import { type Bar, barOf, type Course, calendarOf, countsOn, follow, readyOn } from "./course.js";
import type { ExchangeBounds } from "./exchange.js";
import type { Road, RoadStep } from "./road.js";

export interface LaidRoad {
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
 * @param latest by step: the day by which it must begin for every due day to be kept; then days go before caps
 * @returns the soonest end without a breach; where there is always one, the least breach. With `latest`, of the plans that
 * keep the most due days.
 */
export function lay(
  road: Road,
  orders: readonly (readonly number[])[],
  caps: ExchangeBounds,
  placings = PLACINGS,
  latest: readonly number[] | null = null,
): LaidRoad {
  const place = placerOf(road, caps, latest);
  const isBetter = latest ? keepsMore : isSafer;
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

/** Due days are what was agreed: they go before exposure. */
function keepsMore(one: LaidRoad, other: LaidRoad): boolean {
  const late = ({ course }: LaidRoad) => course.late.length;
  return late(one) === late(other) ? isSafer(one, other) : late(one) < late(other);
}

function isSafer(one: LaidRoad, other: LaidRoad): boolean {
  if (Math.abs(one.beyond - other.beyond) > TOLERANCE) return one.beyond < other.beyond;
  const broken = ({ course }: LaidRoad) => course.early.length + course.late.length;
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
function placerOf(
  road: Road,
  caps: ExchangeBounds,
  latest: readonly number[] | null,
): (order: readonly number[]) => LaidRoad {
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
      const last = latest?.[place] ?? Number.POSITIVE_INFINITY;
      const waits = readyOn(step, bars);
      const ready = Math.max(waits, inTurn ? Math.min(soonestToEnd(step, lastEnd, calendar), last) : 0);
      const bar = barOf(step, pins[place] ?? ledger.firstSafe(step, ready, caps, calendar, last), calendar);
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

/** The points that have been placed so far. */
function ledgerOf(road: Road) {
  const accounts = road.parties.map(accountOf);
  /** Days on which anybody's points count, ascending. */
  const days: number[] = [];
  return {
    enter(step: RoadStep, bar: Bar): void {
      for (const [party, account] of accounts.entries()) {
        const points = at(step.lasting, party);
        if (points === 0) continue;
        const day = countsOn(step, bar, party, points);
        account.enter(day, points);
        const place = after(days, day);
        if (days[place - 1] !== day) days.splice(place, 0, day);
      }
    },
    /**
     * The first day, from `ready` on and no later than `last`, on which a step's losses keep every cap then and ever after;
     * where there is none, the one that goes least beyond.
     */
    firstSafe(
      step: RoadStep,
      ready: number,
      { exposure }: ExchangeBounds,
      calendar: ReturnType<typeof calendarOf>,
      last: number,
    ): number {
      let best = { day: ready, over: Number.POSITIVE_INFINITY };
      for (let place = after(days, ready) - 1; place < days.length; place++) {
        const day = Math.max(ready, days[place] ?? ready);
        if (day > last && day > ready) break;
        const bar = barOf(step, day, calendar);
        let over = 0;
        for (const [party, account] of accounts.entries()) {
          const points = at(step.lasting, party);
          if (points >= 0 || exposure[party] === Number.POSITIVE_INFINITY) continue;
          over = Math.max(over, account.worstFrom(countsOn(step, bar, party, points)) - points - exposure[party]!);
        }
        if (over <= TOLERANCE) return day;
        if (over < best.over - TOLERANCE) best = { day, over };
      }
      return best.day;
    },
  };
}

/** How many of ascending days are no later than a day. */
function after(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One party's points by their days, and what it has lost by each. */
function accountOf() {
  const days: number[] = [];
  const points: number[] = [];
  /** Lost before each entry, and after the last. */
  let lost = [0];
  /** The most lost when the day of an entry, or of a later one, is over. */
  let worst: number[] = [];
  let stale = false;
  const reckon = () => {
    lost = [0];
    for (const [k, one] of points.entries()) lost.push(lost[k]! - one);
    worst = [];
    for (let k = points.length - 1; k >= 0; k--) {
      const later = worst[k + 1] ?? Number.NEGATIVE_INFINITY;
      worst[k] = days[k + 1] === days[k] ? later : Math.max(later, lost[k + 1]!);
    }
    stale = false;
  };
  return {
    enter(day: number, one: number): void {
      const place = after(days, day);
      days.splice(place, 0, day);
      points.splice(place, 0, one);
      stale = true;
    },
    /** The most that it has lost on a day or later. */
    worstFrom(day: number): number {
      if (stale) reckon();
      const place = after(days, day);
      return Math.max(lost[place]!, worst[place] ?? Number.NEGATIVE_INFINITY);
    },
  };
}

/** How far the worst breach goes. */
export function breach({ worst }: Course, { exposure, temptation }: ExchangeBounds): number {
  const most = Math.max(
    0,
    ...worst.map((one, party) => Math.max(one.exposure - at(exposure, party), one.temptation - at(temptation, party))),
  );
  return most < TOLERANCE ? 0 : most;
}
