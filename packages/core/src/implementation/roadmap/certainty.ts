// How sure the plan is: in how many models each step keeps everybody within bounds, and which step most often does not.
import { at, type Band, band, TOLERANCE } from "../../math/index.js";
import { type Course, countsOn, temptsOn } from "./course.js";
import type { SurveyedRoad } from "./road.js";

export interface Certainty {
  /** What a party is held against: what it accepts, or, where it does not say, what the plan draws. */
  readonly against: Readonly<Record<string, { readonly points: number; readonly stated: boolean }>>;
  /** Share of models in which nobody is ever exposed or tempted beyond its bounds; the least over the priors. */
  readonly whole: number;
  /** For every step: the share of models in which nobody is beyond on the day it begins or ends. */
  readonly steps: readonly number[];
  /** The step that most often breaks the road; null where none ever does. */
  readonly weakest: number | null;
  /** Each party's worst exposure over the models. */
  readonly exposure: Readonly<Record<string, Band>>;
}

/** @param course of the plan, whose events are the same in every model */
export function certaintyOf(surveyed: SurveyedRoad, course: Course, reversible: readonly number[]): Certainty {
  const { road, models, counts } = surveyed;
  const { parties, steps } = road;
  const bounds = parties.map(({ exposure }, party) => exposure ?? at(course.worst, party).exposure);
  const index = new Map(course.days.map((day, place) => [day, place]));
  const shares = models.map((values, prior) => {
    const count = at(counts, prior);
    const tally = tallyOf(surveyed, course, bounds, reversible, index);
    const within = new Uint32Array(steps.length);
    const worst = parties.map(() => new Float64Array(count));
    let whole = 0;
    for (let model = 0; model < count; model++) {
      const { beyond, early, losses } = tally(
        (step, party) => values[(step * parties.length + party) * count + model]!,
      );
      losses.forEach((loss, party) => {
        at(worst, party)[model] = loss;
      });
      if (!early && beyond.every((one) => one === 0)) whole++;
      for (const [step, { start, end }] of course.bars.entries())
        if (!beyond[index.get(start) ?? 0] && !beyond[index.get(end) ?? 0]) within[step]!++;
    }
    return { whole: whole / count, steps: Array.from(within, (one) => one / count), worst };
  });
  const least = (read: (one: (typeof shares)[number]) => number): number => Math.min(1, ...shares.map(read));
  const stepShares = steps.map((_, step) => least((one) => at(one.steps, step)));
  const lowest = Math.min(1, ...stepShares);
  return {
    against: Object.fromEntries(
      parties.map(({ id, exposure }, party) => [id, { points: at(bounds, party), stated: exposure !== null }]),
    ),
    whole: least(({ whole }) => whole),
    steps: stepShares,
    weakest: lowest < 1 ? stepShares.indexOf(lowest) : null,
    exposure: Object.fromEntries(
      parties.map(({ id }, party) => [id, band(shares.flatMap(({ worst }) => [...at(worst, party)]))]),
    ),
  };
}

interface Tally {
  /** By day of the course: 1 where somebody is beyond a bound. */
  readonly beyond: Uint8Array;
  /** Somebody would rather not sign, by more than it would forgo. */
  readonly early: boolean;
  /** Each party's worst. */
  readonly losses: readonly number[];
}

/** What one model makes of the plan; what a third party holds counts on its release. */
function tallyOf(
  { road: { parties, steps }, commitments }: SurveyedRoad,
  { bars, days }: Course,
  bounds: readonly number[],
  reversible: readonly number[],
  index: ReadonlyMap<number, number>,
): (pointsOf: (step: number, party: number) => number) => Tally {
  const counted = commitments.map((_, place) => {
    const release = steps.findIndex(({ waitsToKnow, after }) => waitsToKnow && after.includes(place));
    return release < 0 ? place : release;
  });
  const [lost, gained] = [new Float64Array(days.length), new Float64Array(days.length)];
  const on = (day: number): number => index.get(day) ?? 0;
  return (pointsOf) => {
    const beyond = new Uint8Array(days.length);
    let early = false;
    const losses = parties.map(({ temptation }, party) => {
      lost.fill(0);
      gained.fill(0);
      let whole = 0;
      for (const [place, step] of counted.entries()) {
        const points = pointsOf(place, party);
        const kept = points * (1 - at(reversible, place));
        const [by, bar] = [at(steps, step), at(bars, step)];
        whole += points;
        lost[on(countsOn(by, bar, party, kept))]! += kept;
        gained[on(temptsOn(bar, points))]! += points;
      }
      const slack = (temptation ?? Number.POSITIVE_INFINITY) + TOLERANCE;
      if (-whole > slack) early = true;
      let [loss, worst, gain] = [0, 0, -whole];
      for (let day = 0; day < days.length; day++) {
        loss -= lost[day]!;
        gain += gained[day]!;
        worst = Math.max(worst, loss);
        if (loss > at(bounds, party) + TOLERANCE || gain > slack) beyond[day] = 1;
      }
      return worst;
    });
    return { beyond, early, losses };
  };
}
