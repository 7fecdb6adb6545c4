// The time-indexed programme: which step begins in which month (or week) so that the last is known soonest and nobody is
// exposed beyond a cap. Precedence row by row, which is much tighter than one row a pair (Christofides and others, 1987).
import { addPeriod, type Day, daysBetween, type Period } from "../../case/index.js";
import { at } from "../../math/index.js";
import type { ExchangeBounds } from "./exchange.js";
import { inOrder, type Road, type RoadStep } from "./road.js";

/** What a solver is asked, in CPLEX's LP format, and how its answer is read. */
export interface Programme {
  readonly text: string;
  /** Binary unknowns: beyond about 3,000 a solver takes longer than people wait. */
  readonly binaries: number;
  /** @param isOne whether an unknown, by name, is 1 in the answer. @returns starts in days, by step; null for no answer */
  readonly startsIn: (isOne: (name: string) => boolean) => readonly number[] | null;
}

/** Months where everything is said in months, else weeks; lengths are rounded up, so that what is safe here is safe. */
export function unitOf({ steps }: Road): "month" | "week" {
  return steps.every(({ takes, lag }) => takes.days === 0 && lag.days === 0) ? "month" : "week";
}

const lengthIn = (unit: "month" | "week", { months, days }: Period): number =>
  unit === "month" ? months + Math.ceil(days / 28) : Math.ceil((months * 31 + days) / 7);

/** The day on which a month or week of the road begins. */
export const dayOf = (start: Day, unit: "month" | "week", index: number): number =>
  unit === "month" ? daysBetween(start, addPeriod(start, { months: index, days: 0 })) : 7 * index;

/**
 * @param road whose steps are free: what a person pinned is no part of it
 * @param horizon in units: no step may be known later
 * @param unit weeks may be too many unknowns: then months, whatever the lengths
 * @param most unknowns. @returns null where there would be more
 */
export function programmeOf(
  road: Road,
  caps: ExchangeBounds,
  horizon: number,
  unit = unitOf(road),
  most = Number.POSITIVE_INFINITY,
): Programme | null {
  const takes = road.steps.map((step) => lengthIn(unit, step.takes));
  const lags = road.steps.map((step) => lengthIn(unit, step.lag));
  const windows = windowsOf(road, takes, lags, horizon);
  if (windows.reduce((sum, { from, to }) => sum + Math.max(0, to - from + 1), 0) > most) return null;
  const rows: string[] = [];
  const name = (step: number, time: number) => `x${step}_${time}`;
  const timesOf = (step: number): number[] => {
    const { from, to } = at(windows, step);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
  };
  const begunBy = (step: number, time: number): string[] =>
    timesOf(step)
      .filter((begin) => begin <= time)
      .map((begin) => name(step, begin));
  road.steps.forEach((step, place) => {
    // 1. Every step begins once, and its end bounds the end of all.
    rows.push(
      `${
        timesOf(place)
          .map((time) => name(place, time))
          .join(" + ") || "0 finish"
      } = 1`,
    );
    const ends = timesOf(place).map((time) => `${time + takes[place]! + lags[place]!} ${name(place, time)}`);
    if (ends.length > 0) rows.push(`finish - ${ends.join(" - ")} >= 0`);
    // 2. What it waits for is complete by then.
    for (const first of step.after) {
      const done = takes[first]! + (step.waitsToKnow ? lags[first]! : 0);
      for (const time of timesOf(place)) {
        const before = begunBy(first, time - done);
        const own = begunBy(place, time);
        rows.push(`${own.join(" + ")}${before.map((one) => ` - ${one}`).join("")} <= 0`);
      }
    }
  });
  // 3. Nobody is exposed beyond its cap, at any time.
  road.parties.forEach((_, party) => {
    const cap = at(caps.exposure, party);
    if (cap === Number.POSITIVE_INFINITY) return;
    for (let time = 0; time <= horizon; time++) rows.push(...exposureRow(road, party, time, cap));
  });
  function exposureRow({ steps }: Road, party: number, time: number, cap: number): string[] {
    const terms = steps.flatMap((step, place) => {
      const points = at(step.lasting, party);
      if (points === 0) return [];
      // What takes no time counts as a return in the next month or week.
      const returns = Math.max(1, takes[place]! + (step.by === party ? 0 : lags[place]!));
      const by = points < 0 ? time : time - returns;
      const sign = points < 0 ? "+" : "-";
      return begunBy(place, by).map((one) => `${sign} ${Math.abs(points)} ${one}`);
    });
    return terms.length === 0 ? [] : [`${terms.join(" ")} <= ${cap + 1e-7}`];
  }
  const names = road.steps.flatMap((_, place) => timesOf(place).map((time) => name(place, time)));
  return {
    text: [
      "Minimize",
      " obj: finish",
      "Subject To",
      // The format's lines are short: a row goes on over as many as it takes.
      ...rows.map((row, index) => ` r${index}: ${row.replaceAll(/ (?=[+-] )/g, "\n  ")}`),
      "Bounds",
      ` 0 <= finish <= ${horizon}`,
      "Binary",
      ...names.map((one) => ` ${one}`),
      "End",
      "",
    ].join("\n"),
    binaries: names.length,
    startsIn: (isOne) => {
      const begins = road.steps.map((_, place) => timesOf(place).find((time) => isOne(name(place, time))));
      if (begins.some((time) => time === undefined)) return null;
      return begins.map((time) => dayOf(road.start, unit, time ?? 0));
    },
  };
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** The earliest and the latest beginning of every step: forwards from what it waits for, backwards from the horizon. */
function windowsOf(road: Road, takes: readonly number[], lags: readonly number[], horizon: number): Window[] {
  const { steps } = road;
  const gap = (step: RoadStep, first: number) => at(takes, first) + (step.waitsToKnow ? at(lags, first) : 0);
  const from = new Array<number>(steps.length).fill(0);
  const to = steps.map((_, place) => horizon - at(takes, place) - at(lags, place));
  for (const place of inOrder(steps)) {
    const step = at(steps, place);
    from[place] = Math.max(0, ...step.after.map((first) => at(from, first) + gap(step, first)));
  }
  for (const place of inOrder(steps).reverse())
    for (const first of at(steps, place).after)
      to[first] = Math.min(at(to, first), at(to, place) - gap(at(steps, place), first));
  return steps.map((_, place) => ({ from: at(from, place), to: at(to, place) }));
}
