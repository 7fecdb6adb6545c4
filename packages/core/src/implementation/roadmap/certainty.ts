// How sure the plan is: in how many models each step keeps everybody within bounds, and which step most often does not.
import { at, type Band, band, TOLERANCE } from "../../math/index.js";
import { type Course, countsOn } from "./course.js";
import type { Road, SurveyedRoad } from "./road.js";

export interface Certainty {
  /** What a party is held against: what it accepts, or, where it does not say, what the plan draws. */
  readonly against: Readonly<Record<string, { readonly points: number; readonly stated: boolean }>>;
  /** Share of models in which nobody is ever beyond; the least over the priors. */
  readonly whole: number;
  /** For every step: the share of models in which nobody is beyond on the day it begins or ends. */
  readonly steps: readonly number[];
  /** The step that most often breaks the road; null where none ever does. */
  readonly weakest: number | null;
  /** Each party's worst exposure over the models. */
  readonly exposure: Readonly<Record<string, Band>>;
}

/** @param course of the plan, whose events are the same in every model */
export function certaintyOf(
  { road, models, counts, commitments }: SurveyedRoad,
  course: Course,
  reversible: readonly number[],
): Certainty {
  const { parties, steps } = road;
  const bounds = parties.map(({ exposure }, party) => exposure ?? at(course.worst, party).exposure);
  const dayIndex = new Map(course.days.map((day, index) => [day, index]));
  const indexOf = (day: number) => dayIndex.get(day) ?? 0;
  const shares = models.map((values, prior) => {
    const count = at(counts, prior);
    const within = new Uint32Array(steps.length);
    const worst = parties.map(() => new Float64Array(count));
    let whole = 0;
    const change = new Float64Array(course.days.length);
    const beyond = new Uint8Array(course.days.length);
    for (let model = 0; model < count; model++) {
      beyond.fill(0);
      for (const [party] of parties.entries()) {
        change.fill(0);
        enter(
          road,
          course,
          reversible,
          commitments.length,
          (step) => values[(step * parties.length + party) * count + model]!,
          party,
          (day, points) => {
            change[indexOf(day)]! -= points;
          },
        );
        let lost = 0;
        for (let day = 0; day < change.length; day++) {
          lost += change[day]!;
          if (lost > at(bounds, party) + TOLERANCE) beyond[day] = 1;
          worst[party]![model] = Math.max(worst[party]![model]!, lost);
        }
      }
      if (beyond.every((one) => one === 0)) whole++;
      for (const [step, bar] of course.bars.entries())
        if (!beyond[indexOf(bar.start)] && !beyond[indexOf(bar.end)]) within[step]!++;
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

/** Enters the points of every commitment, in one model, on the days on which they count; what is held, on its release. */
function enter(
  { steps }: Road,
  { bars }: Course,
  reversible: readonly number[],
  commitments: number,
  pointsOf: (step: number) => number,
  party: number,
  take: (day: number, points: number) => void,
): void {
  for (let place = 0; place < commitments; place++) {
    const points = pointsOf(place) * (1 - at(reversible, place));
    const release = steps.findIndex(({ waitsToKnow, after }) => waitsToKnow && after.includes(place));
    const counted = release < 0 ? place : release;
    if (points !== 0) take(countsOn(at(steps, counted), at(bars, counted), party, points), points);
  }
}
