// One model of a party's preferences as numbers, how packages are valued in it, and random draws that respect the
// stated rankings.
import type { Between, Package } from "../case/index.js";
import {
  at,
  nearbyOrder,
  type Rng,
  rankedDirichlet,
  shuffle,
  uniformRankedSimplex,
  uniformSimplex,
} from "../math/index.js";
import type { Preferences } from "./preferences.js";
import type { Inequality, ReservationTerm } from "./terms.js";

/** One model of a party: weights (one an issue), scores (one an option, flat), points (coordinates of the reservation). */
export interface ModelState {
  readonly w: Float64Array;
  readonly s: Float64Array;
  readonly a: Float64Array;
}

/** What the unsaid is taken to look like: any steps, steps that shrink from the worst option to the best, or steps alike. */
export const PRIORS = ["independent", "diminishing", "equal"] as const;
export type Prior = (typeof PRIORS)[number];

/**
 * The preferences under a prior. Where steps are alike, scores follow from their ranks, unless something was said of the steps of
 * an issue; every other prior leaves them open.
 */
export function underPrior(preferences: Preferences, prior: Prior): Preferences {
  if (prior !== "equal") return preferences;
  return {
    ...preferences,
    scores: preferences.scores.map((score, issue) => {
      const { levels, numbers, largestStep, intervals } = score;
      const size = at(preferences.offsets, issue + 1) - at(preferences.offsets, issue);
      const { between = [] } = score;
      const open = !levels || numbers || largestStep !== null || intervals.length > 0;
      if (open || levels.length < 3 || levels.flat().length + between.length < size) return score;
      const alike = new Array<number>(size).fill(0);
      levels.forEach((level, k) => {
        for (const option of level) alike[option] = k / (levels.length - 1);
      });
      fillBetween(alike, between);
      return { ...score, numbers: alike };
    }),
  };
}

/** Puts every option that lies between two others on the straight line between them, in place. */
export function fillBetween(scores: Float64Array | number[], between: readonly Between[]): void {
  for (const { option, lower, upper, share } of between)
    scores[option] = (1 - share) * scores[lower]! + share * scores[upper]!;
}

export const newState = ({ offsets, coordinates }: Preferences): ModelState => ({
  w: new Float64Array(offsets.length - 1),
  s: new Float64Array(at(offsets, offsets.length - 1)),
  a: new Float64Array(coordinates.length),
});

/** Value of a term in a model, 0–1 (points: as given). */
export function termValue(term: ReservationTerm, state: ModelState, offsets: Int32Array): number {
  return baseValue(term, state, offsets) + addedIn(term, state);
}

/** What time adds to a term in a model, in points 0–1. */
export const addedIn = ({ added }: ReservationTerm, { a }: ModelState): number =>
  added ? added.costs.reduce((left, { index, months }) => left - months * at(a, index), added.plus) : 0;

function baseValue(term: ReservationTerm, state: ModelState, offsets: Int32Array): number {
  if (term.form === "number") return term.value;
  if (term.form === "package") return packageValue(term.options, state, offsets);
  const coordinate = at(state.a, term.index);
  if (term.form === "coordinate") return coordinate;
  const [worse, better] = [packageValue(term.worse, state, offsets), packageValue(term.better, state, offsets)];
  return worse + coordinate * (better - worse);
}

function packageValue(options: Package, { w, s }: ModelState, offsets: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < w.length; i++) {
    const option = options[i]!;
    sum += w[i]! * (option < 0 ? 1 : s[offsets[i]! + option]!);
  }
  return sum;
}

/** plus − minus. */
export const slackOf = ({ plus, minus }: Inequality, state: ModelState, offsets: Int32Array): number =>
  termValue(plus, state, offsets) - termValue(minus, state, offsets);

/** The reservation value: the best of what a party has without this agreement. */
export function reservationOf({ reservation, offsets }: Preferences, state: ModelState): number {
  return reservation.reduce((best, term) => Math.max(best, termValue(term, state, offsets)), Number.NEGATIVE_INFINITY);
}

/** What counts as more, in values 0–1: a ten-thousandth of a point. */
const MORE = 1e-6;

/** The least for which the party would sign today: no deal, or what it holds out for. */
export function thresholdOf(preferences: Preferences, state: ModelState): number {
  const worth = (term: ReservationTerm) => termValue(term, state, preferences.offsets);
  return preferences.holdsOut.reduce(
    (most, { expects, refused, since, meant }) => {
      if (meant && at(state.a, meant.index) >= meant.below) return most;
      // Of what it refused it signs nothing that is just as good.
      const least = refused ? Math.min(worth(expects), worth(refused)) + MORE : worth(expects);
      const capped = since.reduce((lowest, term) => Math.min(lowest, worth(term)), least);
      return Math.max(most, capped);
    },
    reservationOf(preferences, state),
  );
}

/**
 * A drawer of models that know only ranks and orders: weights by a symmetric Dirichlet distribution of shape 2.5, dealt out by
 * rank; steps uniform on all that agree with what is said of them. Intervals and claims are not looked at.
 * @param pointsRng for the points of the reservation: a stream of its own, so that its form changes nothing else
 */
export function ranksOnly(
  preferences: Preferences,
  prior: Prior,
  rng: Rng,
  pointsRng: Rng,
): (state: ModelState) => void {
  const drawWeights = weightDrawer(preferences, rng);
  const drawScores = preferences.scores.map((_, issue) => scoreDrawer(preferences, issue, prior, rng));
  return (state) => {
    drawWeights(state.w);
    for (const draw of drawScores) draw(state.s);
    fillBetween(state.s, preferences.between);
    preferences.coordinates.forEach(({ low, high }, index) => {
      state.a[index] = low + (high - low) * pointsRng();
    });
  };
}

/** Weights of the free issues: sorted, then dealt out in a random order that agrees with the ranking, or nearly where it is not sure. */
function weightDrawer({ interests, freeIssues, rankNoise }: Preferences, rng: Rng): (w: Float64Array) => void {
  const { weights } = interests;
  if (weights) return (w) => w.set(weights);
  if (freeIssues.length === 0) return () => {};
  const buffer = new Float64Array(freeIssues.length);
  const ranked = interests.swingRank.flat();
  const places = freeIssues.map((_, place) => place);
  const unranked = freeIssues.filter((issue) => !ranked.includes(issue));
  return (w) => {
    rankedDirichlet(buffer, rng);
    const stated = interests.swingRank.flatMap((group) => (group.length > 1 ? shuffle([...group], rng) : group));
    const order = rankNoise > 0 ? nearbyOrder(stated, rankNoise, rng) : stated;
    if (unranked.length === 0) {
      for (let i = 0; i < order.length; i++) w[order[i]!] = buffer[i]!;
      return;
    }
    // Unranked issues take random places; the ranked ones take those left over, in their order.
    shuffle(places, rng);
    unranked.forEach((issue, i) => {
      w[issue] = buffer[places[i]!]!;
    });
    const left = places.slice(unranked.length).sort((a, b) => a - b);
    for (let i = 0; i < order.length; i++) w[order[i]!] = buffer[left[i]!]!;
  };
}

/** Scores of one issue: its steps are uniform on a simplex, sorted or led by the largest where that is said. */
function scoreDrawer(
  { scores, offsets }: Preferences,
  issue: number,
  prior: Prior,
  rng: Rng,
): (s: Float64Array) => void {
  const statement = at(scores, issue);
  const offset = at(offsets, issue);
  const { numbers, levels, largestStep } = statement;
  if (numbers) return (s) => s.set(numbers, offset);
  if (!levels) return () => {};
  const ranked = new Set([...levels.flat(), ...(statement.between ?? []).map(({ option }) => option)]);
  const unranked = Array.from({ length: at(offsets, issue + 1) - offset }, (_, option) => option).filter(
    (option) => !ranked.has(option),
  );
  const steps = new Float64Array(levels.length - 1);
  const ranks = largestStep === null && prior === "diminishing";
  // Where each level's options stand, one level after the other: a chain draws millions of these.
  const places = Int32Array.from(levels.flat(), (option) => offset + option);
  const ends = Int32Array.from(levels, (_, level) => levels.slice(0, level + 1).flat().length);
  const last = levels.length - 1;
  return (s) => {
    if (ranks) uniformRankedSimplex(steps, rng);
    else uniformSimplex(steps, rng);
    if (largestStep !== null) putLargestAt(steps, largestStep);
    let score = 0;
    let k = 0;
    for (let level = 0; level <= last; level++) {
      if (level > 0) score = level === last ? 1 : score + steps[level - 1]!;
      for (const end = ends[level]!; k < end; k++) s[places[k]!] = score;
    }
    for (const option of unranked) s[offset + option] = rng();
  };
}

function putLargestAt(steps: Float64Array, place: number): void {
  let largest = 0;
  for (let k = 1; k < steps.length; k++) if (steps[k]! > steps[largest]!) largest = k;
  const step = steps[place]!;
  steps[place] = steps[largest]!;
  steps[largest] = step;
}

/** Whether a model drawn from ranks alone also agrees with the intervals and everything else that was said. */
export function agrees({ interests, scores, offsets, claims }: Preferences, state: ModelState): boolean {
  for (const { issue, low, high } of interests.weightIntervals) {
    if (state.w[issue]! < low || state.w[issue]! > high) return false;
  }
  for (let i = 0; i < scores.length; i++) {
    for (const { option, low, high } of scores[i]!.intervals) {
      const score = state.s[offsets[i]! + option]!;
      if (score < low || score > high) return false;
    }
  }
  return claims.every((claim) => holds(claim.anyOf, state, offsets));
}

/** Known weights add up with rounding; what is equal must not be refused for it. */
const ROUNDING = 1e-12;

/** Whether any of the alternatives holds whole. */
export function holds(anyOf: readonly (readonly Inequality[])[], state: ModelState, offsets: Int32Array): boolean {
  return anyOf.some((all) => all.every((inequality) => slackOf(inequality, state, offsets) >= -ROUNDING));
}
