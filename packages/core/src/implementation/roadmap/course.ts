// What a plan comes to on the calendar. Losses count from the start of a step; its performer's own gains from its end, the
// others' when they know of it. Pure arithmetic on days, quick enough to follow a hand.
import { addDays, addPeriod, daysBetween, isNone, type Period } from "../../case/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { inOrder, type Road, type RoadStep } from "./road.js";

/** Days from the road's start. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  /** When the others know. */
  readonly known: number;
}

export interface Course {
  readonly bars: readonly Bar[];
  /** Days on which something changes, ascending, from the first. */
  readonly days: readonly number[];
  /** By party, on each of these days and until the next: points lost so far; below zero it is ahead. */
  readonly exposure: readonly (readonly number[])[];
  /** By party: what stopping would leave it beyond completing. */
  readonly temptation: readonly (readonly number[])[];
  /** By party: the most, and since which day. */
  readonly worst: readonly { readonly exposure: number; readonly on: number; readonly temptation: number }[];
  /** When the last step is known to be complete. */
  readonly end: number;
  /** Steps that begin before what they wait for. */
  readonly early: readonly number[];
  /** Steps that end after they are due. */
  readonly late: readonly number[];
}

/** Turns lengths of time into days from the road's start; remembers what it has worked out. */
export function calendarOf({ start }: Road): (from: number, period: Period) => number {
  const known = new Map<number, number>();
  return (from, { months, days }) => {
    if (months === 0) return from + days;
    const key = from * 2048 + months;
    const ends = known.get(key) ?? daysBetween(start, addPeriod(addDays(start, from), { months, days: 0 }));
    known.set(key, ends);
    return ends + days;
  };
}

/** The bar of a step that begins on a day. */
export function barOf(step: RoadStep, start: number, calendar: ReturnType<typeof calendarOf>): Bar {
  const end = calendar(start, step.takes);
  return { start, end, known: isNone(step.lag) ? end : calendar(end, step.lag) };
}

/** @param starts by step, in days from the road's start */
export function follow(road: Road, starts: readonly number[], calendar = calendarOf(road)): Course {
  const bars = road.steps.map((step, place) => barOf(step, at(starts, place), calendar));
  const days = daysOf(bars);
  const index = new Map(days.map((day, place) => [day, place]));
  const exposure = road.parties.map((_, party) => lossesOver(road, bars, party, days.length, index));
  const temptation = road.parties.map((_, party) => gainsOver(road, bars, party, days.length, index));
  return {
    bars,
    days,
    exposure,
    temptation,
    worst: road.parties.map((_, party) => {
      const losses = at(exposure, party);
      const most = Math.max(0, ...losses);
      return {
        exposure: most,
        on: days[losses.findIndex((loss) => loss >= most - TOLERANCE)] ?? 0,
        // Before anything is done, stopping is not to sign.
        temptation: Math.max(-total(road, party), ...at(temptation, party)),
      };
    }),
    end: Math.max(0, ...bars.map(({ known }) => known)),
    early: road.steps.flatMap((step, place) =>
      at(bars, place).start < readyOn(step, bars) || at(bars, place).start < 0 ? [place] : [],
    ),
    late: road.steps.flatMap(({ due }, place) =>
      due !== null && at(bars, place).end > daysBetween(road.start, due) ? [place] : [],
    ),
  };
}

const total = ({ steps }: Road, party: number): number => steps.reduce((sum, { worth }) => sum + at(worth, party), 0);

/** The first day, and every day on which something begins, ends, becomes known or comes to count. */
function daysOf(bars: readonly Bar[]): number[] {
  const days = bars.flatMap(({ start, end, known }) => [start, start + 1, end, end + 1, known]);
  return [...new Set([0, ...days])].sort((a, b) => a - b);
}

/** The first day on which a step may begin. */
export function readyOn({ after, waitsToKnow }: RoadStep, bars: readonly (Bar | undefined)[]): number {
  let ready = 0;
  for (const first of after) {
    const bar = bars[first];
    if (bar) ready = Math.max(ready, waitsToKnow ? bar.known : bar.end);
  }
  return ready;
}

/** Everything as soon as what it waits for is complete, whoever is exposed; no step sooner than its day in `notBefore`. */
export function soonestStarts(road: Road, notBefore: readonly number[] = []): number[] {
  const calendar = calendarOf(road);
  const bars: (Bar | undefined)[] = road.steps.map(() => undefined);
  for (const place of inOrder(road.steps)) {
    const step = at(road.steps, place);
    bars[place] = barOf(step, Math.max(notBefore[place] ?? 0, readyOn(step, bars)), calendar);
  }
  return bars.map((bar) => bar?.start ?? 0);
}

/**
 * By step, the last day on which it may begin so that it, and what waits for it, ends by its due day; infinite where nothing is
 * due. Days that cannot be kept even when everything is done as soon as it can be are left out: they bind nothing else.
 */
export function latestStarts(road: Road): number[] {
  const calendar = calendarOf(road);
  const soonest = soonestStarts(road);
  const latest = road.steps.map(() => Number.POSITIVE_INFINITY);
  for (const place of [...inOrder(road.steps)].reverse()) {
    const step = at(road.steps, place);
    const soon = at(soonest, place);
    const within = (start: number): boolean => {
      const { end, known } = barOf(step, start, calendar);
      if (step.due !== null && end > daysBetween(road.start, step.due)) return false;
      return road.steps.every(
        (later, other) => !later.after.includes(place) || (later.waitsToKnow ? known : end) <= at(latest, other),
      );
    };
    const bound = Math.min(
      step.due === null ? Number.POSITIVE_INFINITY : daysBetween(road.start, step.due),
      ...road.steps.flatMap((later, other) => (later.after.includes(place) ? [at(latest, other)] : [])),
    );
    if (bound === Number.POSITIVE_INFINITY || !within(soon)) continue;
    let start = bound;
    while (!within(start)) start--;
    latest[place] = start;
  }
  return latest;
}

/**
 * When points of a step come to count for a party's exposure. What begins and is known on one day counts as a return on the
 * next: two steps of one day are worth the worse of their two orders.
 */
export function countsOn(step: RoadStep, bar: Bar, party: number, points: number): number {
  if (points < 0) return bar.start;
  return Math.max(step.by === party ? bar.end : bar.known, bar.start + 1);
}

/** When points of a step come to count for a party's temptation: what it delivers on a day, after what it receives then. */
export const temptsOn = ({ end }: Bar, points: number): number => (points < 0 ? end + 1 : end);

type Index = ReadonlyMap<number, number>;

function lossesOver(road: Road, bars: readonly Bar[], party: number, count: number, index: Index): number[] {
  const change = new Float64Array(count);
  for (const [place, step] of road.steps.entries()) {
    const points = at(step.lasting, party);
    change[index.get(countsOn(step, at(bars, place), party, points)) ?? 0]! -= points;
  }
  return runningSum(change, 0);
}

function gainsOver(road: Road, bars: readonly Bar[], party: number, count: number, index: Index): number[] {
  const change = new Float64Array(count);
  let whole = 0;
  for (const [place, step] of road.steps.entries()) {
    const points = at(step.worth, party);
    whole += points;
    change[index.get(temptsOn(at(bars, place), points)) ?? 0]! += points;
  }
  return runningSum(change, -whole);
}

function runningSum(change: Float64Array, from: number): number[] {
  let sum = from;
  return Array.from(change, (one) => {
    sum += one;
    return Math.abs(sum) < TOLERANCE ? 0 : sum;
  });
}

/** The steps without slack: from each that ends last, back to what it waited for. */
export function criticalSteps(road: Road, { bars, end }: Course): number[] {
  const critical = new Set<number>();
  const open = bars.flatMap(({ known }, place) => (known === end ? [place] : []));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (critical.has(place)) continue;
    critical.add(place);
    const { start } = at(bars, place);
    const { after, waitsToKnow } = at(road.steps, place);
    for (const first of after) {
      const bar = at(bars, first);
      if (start > 0 && (waitsToKnow ? bar.known : bar.end) === start) open.push(first);
    }
    // What it did not wait for by name, it may have waited for as a return: what became known on that very day.
    if (start > 0)
      bars.forEach(({ known }, other) => {
        if (other !== place && known === start) open.push(other);
      });
  }
  return [...critical].sort((a, b) => a - b);
}
