// Is there any model at all? In steps of u = w·s everything that can be said is linear, so a linear programme decides,
// and its deepest point starts the chains. (Sampling stays in w and s: uniform in u would favour some weights.)
import type { Package, Place } from "../case/index.js";
import { at, deepestPoint, type InteriorPoint, type LinearConstraint } from "../math/index.js";
import type { Preferences } from "./preferences.js";
import { fillBetween, type ModelState, newState, type Prior, termValue, underPrior } from "./state.js";
import type { Inequality, ReservationTerm } from "./terms.js";

/** Something said, as constraints: all of one alternative hold. */
interface Group {
  readonly label: string;
  readonly place: Place | null;
  readonly alternatives: readonly (readonly LinearConstraint[])[];
}

/** A linear expression: coefficients of LP variables, and a constant. */
interface Expression {
  readonly coefficients: Map<number, number>;
  constant: number;
}

/** What keeps models from existing, or nearly: the fewest statements that cannot stand together. */
export interface StatementConflict {
  readonly statements: readonly { readonly label: string; readonly place: Place }[];
}

export type Feasibility =
  | { readonly state: ModelState; readonly depth: number; readonly tight: StatementConflict | null }
  | { readonly state: null; readonly conflict: StatementConflict };

/** No point lies deeper than this: what was said leaves no room. */
const NO_DEPTH = 1e-9;
/** Less than this share of the depth that ranks alone leave: nearly no room. */
const NEARLY_NONE = 0.02;

/** Whether any model agrees with everything said, one that lies deep inside, and what is tight or in conflict. */
export function feasibility(stated: Preferences, prior: Prior): Feasibility {
  const preferences = underPrior(stated, prior);
  const found = feasibleWith(preferences, prior);
  // Ranks that are not sure are no reason why nothing is possible.
  return found.state || preferences.rankNoise === 0
    ? found
    : feasibleWith({ ...preferences, interests: { ...preferences.interests, swingRank: [] } }, prior);
}

function feasibleWith(preferences: Preferences, prior: Prior): Feasibility {
  const layout = layOut(preferences);
  const structure = structureGroups(preferences, layout, prior);
  const said = saidGroups(preferences, layout);
  const found = solve(layout.size, [...structure, ...said], NEARLY_NONE);
  if (!found || found.depth <= NO_DEPTH)
    return { state: null, conflict: fewest(layout.size, structure, said, NO_DEPTH) };
  // Only where what was said might be tight is it worth finding how much room the ranks alone leave.
  const roomy = found.depth < NEARLY_NONE * mostRoom(preferences, layout, prior) ? solve(layout.size, structure) : null;
  const wanted = NEARLY_NONE * (roomy?.depth ?? 0);
  const tight = found.depth < wanted ? fewest(layout.size, structure, said, wanted) : null;
  return { state: toState(preferences, layout, found.point), depth: found.depth, tight };
}

/**
 * What the programme's variables stand for. A weight is the sum of its issue's steps from level to level, and an option is
 * worth those below its level: that weights and steps are not negative then needs no row of its own.
 */
interface Layout {
  readonly size: number;
  /** For every issue: its steps, worst first; its weight alone where its scores are known; none where both are. */
  readonly parts: readonly (readonly number[])[];
  /** For every option (flat): how many of the steps it is worth; −1 where it is not ranked. */
  readonly level: Int32Array;
  /** LP variable of an option that is not ranked, else −1. */
  readonly unranked: Int32Array;
  /** LP variable of coordinate 0 (shifted by its low end, so that it is not negative). */
  readonly points: number;
}

const isFree = ({ interests, scores }: Preferences, issue: number): boolean =>
  !interests.weights && !at(scores, issue).indifferent;

/** Whether an issue's scores are open, so that its steps are variables. */
const hasSteps = ({ levels, numbers }: Preferences["scores"][number]): boolean =>
  levels !== null && !numbers && levels.length > 1;

function layOut(preferences: Preferences): Layout {
  const { scores, offsets, coordinates } = preferences;
  let size = 0;
  const level = new Int32Array(at(offsets, scores.length)).fill(-1);
  const unranked = new Int32Array(at(offsets, scores.length)).fill(-1);
  const parts = scores.map((score, issue): number[] => {
    const { levels, numbers } = score;
    if (levels && !numbers)
      for (const [place, options] of levels.entries())
        for (const option of options) level[at(offsets, issue) + option] = place;
    if (hasSteps(score)) {
      const line = new Set((score.between ?? []).map(({ option }) => at(offsets, issue) + option));
      for (let flat = at(offsets, issue); flat < at(offsets, issue + 1); flat++)
        if (at(level, flat) < 0 && !line.has(flat)) unranked[flat] = size++;
      return (levels ?? []).slice(1).map(() => size++);
    }
    return isFree(preferences, issue) ? [size++] : [];
  });
  return { size: size + coordinates.length, parts, level, unranked, points: size };
}

const nothing = (): Expression => ({ coefficients: new Map(), constant: 0 });

function add(to: Expression, variable: number, coefficient: number): void {
  to.coefficients.set(variable, (to.coefficients.get(variable) ?? 0) + coefficient);
}

function addWeight(to: Expression, preferences: Preferences, layout: Layout, issue: number, factor: number): void {
  if (isFree(preferences, issue)) for (const part of at(layout.parts, issue)) add(to, part, factor);
  else to.constant += factor * (preferences.interests.weights?.[issue] ?? 0);
}

/** factor · w_i · s_i(option); option −1 stands for the best. */
function addScored(
  to: Expression,
  preferences: Preferences,
  layout: Layout,
  issue: number,
  option: number,
  factor: number,
): void {
  const { levels, numbers, between = [] } = at(preferences.scores, issue);
  const line = numbers ? undefined : between.find((one) => one.option === option);
  if (line) {
    addScored(to, preferences, layout, issue, line.lower, factor * (1 - line.share));
    addScored(to, preferences, layout, issue, line.upper, factor * line.share);
    return;
  }
  const flat = at(preferences.offsets, issue) + option;
  // Where the weight is known the steps are of the score itself: a small weight must not look like no room.
  const known = isFree(preferences, issue) ? 1 : (preferences.interests.weights?.[issue] ?? 0);
  if (option < 0) addWeight(to, preferences, layout, issue, factor);
  else if (numbers) addWeight(to, preferences, layout, issue, factor * at(numbers, option));
  else if (at(layout.unranked, flat) >= 0) add(to, at(layout.unranked, flat), factor * known);
  else if (levels && at(layout.level, flat) === levels.length - 1) addWeight(to, preferences, layout, issue, factor);
  else
    for (let step = 0; step < at(layout.level, flat); step++)
      add(to, at(at(layout.parts, issue), step), factor * known);
}

function addTerm(
  to: Expression,
  preferences: Preferences,
  layout: Layout,
  term: ReservationTerm,
  factor: number,
): void {
  if (term.added) {
    to.constant += factor * term.added.plus;
    for (const { index, months } of term.added.costs) {
      add(to, layout.points + index, -factor * months);
      to.constant -= factor * months * at(preferences.coordinates, index).low;
    }
  }
  if (term.form === "number") to.constant += factor * term.value;
  else if (term.form !== "package") {
    // What lies between two packages is a value here; that it lies between them is what the claim says.
    add(to, layout.points + term.index, factor);
    to.constant += factor * at(preferences.coordinates, term.index).low;
  } else term.options.forEach((option, issue) => addScored(to, preferences, layout, issue, option, factor));
}

const atLeastZero = ({ coefficients, constant }: Expression): LinearConstraint => ({ coefficients, bound: -constant });

/** What holds of any model with these ranks: weights sum to 1, orders hold, steps shrink where the prior says so. */
function structureGroups(preferences: Preferences, layout: Layout, prior: Prior): Group[] {
  const { interests, scores, freeIssues, coordinates } = preferences;
  const constraints: LinearConstraint[] = [];
  const one = (variables: readonly number[]) =>
    constraints.push({ coefficients: new Map(variables.map((variable) => [variable, 1])), bound: 1, equal: true });
  const atLeast = (upper: number, lower: number | null) =>
    constraints.push({
      coefficients: new Map(lower === null ? [[upper, 1]] : [[upper, 1] as const, [lower, -1] as const]),
      bound: 0,
    });
  if (freeIssues.length > 0) one(freeIssues.flatMap((issue) => at(layout.parts, issue)));
  scores.forEach((score, issue) => {
    const parts = at(layout.parts, issue);
    if (hasSteps(score) && !isFree(preferences, issue)) one(parts);
    for (const part of parts) atLeast(part, null);
    for (const [upper, lower] of orderOf(score, parts, prior)) atLeast(upper, lower);
  });
  interests.swingRank.slice(1).forEach((group, place) => {
    if (interests.weights) return;
    for (const upper of at(interests.swingRank, place))
      for (const lower of group) {
        const difference = nothing();
        addWeight(difference, preferences, layout, upper, 1);
        addWeight(difference, preferences, layout, lower, -1);
        constraints.push(atLeastZero(difference));
      }
  });
  constraints.push(...withinEnds(preferences, layout));
  coordinates.forEach(({ low, high }, index) => {
    constraints.push({ coefficients: new Map([[layout.points + index, 1]]), bound: 0 });
    constraints.push({ coefficients: new Map([[layout.points + index, -1]]), bound: low - high });
  });
  return [{ label: "ranks", place: null, alternatives: [constraints] }];
}

/**
 * No less than the depth that ranks alone leave: every step of a free issue is at least one depth above nothing, or above the
 * one that it exceeds, every ranked weight one above those below it, and all weights together are 1.
 */
function mostRoom(preferences: Preferences, layout: Layout, prior: Prior): number {
  const { interests, freeIssues, scores } = preferences;
  const ranked = new Set(interests.swingRank.flat());
  if (freeIssues.length === 0 || [...ranked].some((issue) => !isFree(preferences, issue)))
    return Number.POSITIVE_INFINITY;
  const least = (issue: number): number => {
    const parts = at(layout.parts, issue).length;
    const shrinking = prior === "diminishing" && hasSteps(at(scores, issue)) && at(scores, issue).largestStep === null;
    return shrinking ? (parts * (parts + 1)) / 2 : parts;
  };
  let depths = freeIssues.reduce((sum, issue) => sum + (ranked.has(issue) ? 0 : least(issue)), 0);
  let below = 0;
  for (const group of [...interests.swingRank].reverse()) {
    const own = group.map((issue) => Math.max(least(issue), below));
    depths += own.reduce((sum, depth) => sum + depth, 0);
    below = Math.max(...own) + 1;
  }
  return 1 / depths;
}

/** Which step is at least which: the largest one, or each the next where they shrink. */
function orderOf(
  score: Preferences["scores"][number],
  parts: readonly number[],
  prior: Prior,
): (readonly [number, number])[] {
  if (!hasSteps(score)) return [];
  const { largestStep } = score;
  if (largestStep !== null)
    return parts.flatMap((part, k) => (k === largestStep ? [] : [[at(parts, largestStep), part] as const]));
  return prior === "diminishing" ? parts.slice(1).map((part, k) => [at(parts, k), part] as const) : [];
}

/** Options that are not ranked lie between the worst and the best. */
function withinEnds(preferences: Preferences, layout: Layout): LinearConstraint[] {
  return preferences.scores.flatMap((_, issue) => {
    const [from, to] = [at(preferences.offsets, issue), at(preferences.offsets, issue + 1)];
    return Array.from(layout.unranked.subarray(from, to)).flatMap((variable): LinearConstraint[] => {
      if (variable < 0) return [];
      const room = nothing();
      for (const part of at(layout.parts, issue)) add(room, part, 1);
      add(room, variable, -1);
      return [{ coefficients: new Map([[variable, 1]]), bound: 0 }, atLeastZero(room)];
    });
  });
}

/** One group for every interval and every claim. */
function saidGroups(preferences: Preferences, layout: Layout): Group[] {
  const { interests, scores, claims } = preferences;
  const groups: Group[] = [];
  const bounds = (
    label: string,
    place: Place,
    [low, high]: [number, number],
    scoredBy: (expression: Expression, factor: number) => void,
    weighedBy: (expression: Expression, factor: number) => void,
  ) => {
    const [above, under] = [nothing(), nothing()];
    scoredBy(above, 1);
    weighedBy(above, -low);
    scoredBy(under, -1);
    weighedBy(under, high);
    groups.push({ label, place, alternatives: [[atLeastZero(above), atLeastZero(under)]] });
  };
  const one = (expression: Expression, factor: number) => {
    expression.constant += factor;
  };
  for (const { issue, low, high, place } of interests.weightIntervals) {
    bounds(`weight ${low}–${high}`, place, [low, high], (e, f) => addWeight(e, preferences, layout, issue, f), one);
  }
  scores.forEach(({ intervals }, issue) => {
    for (const { option, low, high, place } of intervals) {
      bounds(
        `score ${low}–${high}`,
        place,
        [low, high],
        (e, f) => addScored(e, preferences, layout, issue, option, f),
        (e, f) => addWeight(e, preferences, layout, issue, f),
      );
    }
  });
  for (const { label, place, anyOf } of claims) {
    groups.push({
      label,
      place,
      alternatives: anyOf.map((all) => all.map((inequality) => linear(preferences, layout, inequality))),
    });
  }
  return groups;
}

function linear(preferences: Preferences, layout: Layout, { plus, minus }: Inequality): LinearConstraint {
  const expression = nothing();
  addTerm(expression, preferences, layout, plus, 1);
  addTerm(expression, preferences, layout, minus, -1);
  return atLeastZero(expression);
}

/** Linear programmes solved at most in search of alternatives that stand together. */
const MOST_SOLVED = 2000;

/** A point at least so deep, if there is one, else the deepest that was found: alternatives are tried depth first. */
function solve(size: number, groups: readonly Group[], wanted = 0) {
  const open = groups.filter(({ alternatives }) => alternatives.length !== 1);
  const settled = groups.flatMap(({ alternatives }) => (alternatives.length === 1 ? at(alternatives, 0) : []));
  let solved = 0;
  let best: InteriorPoint | null = null;
  const descend = (constraints: readonly LinearConstraint[], rest: readonly Group[]): void => {
    const found = solved++ < MOST_SOLVED ? deepestPoint(size, constraints) : null;
    if (!found || found.depth <= NO_DEPTH) return;
    const [next, ...later] = rest;
    if (!next) {
      if (!best || found.depth > best.depth) best = found;
      return;
    }
    for (const all of next.alternatives) {
      descend([...constraints, ...all], later);
      if (best && best.depth > wanted) return;
    }
  };
  descend(settled, open);
  return best as InteriorPoint | null;
}

/** Deletion filter: leave out whatever is not needed for the conflict; what stays cannot stand together. */
function fewest(size: number, structure: readonly Group[], said: readonly Group[], depth: number): StatementConflict {
  let kept = [...said];
  for (const group of said) {
    const without = kept.filter((other) => other !== group);
    const solution = solve(size, [...structure, ...without], depth);
    if (!solution || solution.depth <= depth) kept = without;
  }
  return { statements: kept.flatMap(({ label, place }) => (place ? [{ label, place }] : [])) };
}

function toState(preferences: Preferences, layout: Layout, point: Float64Array): ModelState {
  const state = newState(preferences);
  const { offsets, scores, interests, coordinates } = preferences;
  scores.forEach(({ levels, numbers }, issue) => {
    const parts = at(layout.parts, issue);
    const whole = parts.reduce((sum, part) => sum + at(point, part), 0);
    state.w[issue] = isFree(preferences, issue) ? whole : (interests.weights?.[issue] ?? 0);
    for (let flat = at(offsets, issue); flat < at(offsets, issue + 1); flat++) {
      const [own, level] = [at(layout.unranked, flat), at(layout.level, flat)];
      const below = () => parts.slice(0, level).reduce((sum, part) => sum + at(point, part), 0);
      if (own >= 0) state.s[flat] = at(point, own) / whole;
      else if (numbers) state.s[flat] = at(numbers, flat - at(offsets, issue));
      else if (levels && level === levels.length - 1) state.s[flat] = 1;
      else state.s[flat] = level > 0 ? below() / whole : 0;
    }
  });
  for (const [issue, { numbers, between }] of scores.entries())
    if (!numbers && between) fillBetween(state.s.subarray(at(offsets, issue), at(offsets, issue + 1)), between);
  coordinates.forEach(({ low }, index) => {
    state.a[index] = low + at(point, layout.points + index);
  });
  for (const term of preferences.betweens)
    if (term.form === "between") state.a[term.index] = shareOfTheWay(term, state, offsets);
  return state;
}

/** A value between two packages as the share of the way from the worse to the better. */
function shareOfTheWay(
  { index, worse, better }: Extract<ReservationTerm, { form: "between" }>,
  state: ModelState,
  offsets: Int32Array,
): number {
  const worth = (options: Package) => termValue({ form: "package", options }, state, offsets);
  const [from, to] = [worth(worse), worth(better)];
  return to > from ? Math.min(1, Math.max(0, (at(state.a, index) - from) / (to - from))) : 0;
}
