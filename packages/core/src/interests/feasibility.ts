// Is there any model at all? In u = w·s everything that can be said is linear, so a linear programme decides,
// and its deepest point starts the chains. (Sampling stays in w and s: uniform in u would favour some weights.)
import type { Place } from "../case/index.js";
import { at, deepestPoint, type InteriorPoint, type LinearConstraint } from "../math/index.js";
import type { Inequality, Preferences, Term } from "./preferences.js";
import { type ModelState, newState, type Prior } from "./state.js";

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
export interface Conflict {
  readonly statements: readonly { readonly label: string; readonly place: Place }[];
}

export type Feasibility =
  | { readonly state: ModelState; readonly depth: number; readonly tight: Conflict | null }
  | { readonly state: null; readonly conflict: Conflict };

/** No point lies deeper than this: what was said leaves no room. */
const NO_DEPTH = 1e-9;
/** Less than this share of the depth that ranks alone leave: nearly no room. */
const NEARLY_NONE = 0.02;

/** Whether any model agrees with everything said, one that lies deep inside, and what is tight or in conflict. */
export function feasibility(preferences: Preferences, prior: Prior): Feasibility {
  const layout = layOut(preferences);
  const structure = structureGroups(preferences, layout, prior);
  const said = saidGroups(preferences, layout);
  const found = solve(layout.size, [...structure, ...said], NEARLY_NONE);
  if (!found || found.depth <= NO_DEPTH)
    return { state: null, conflict: fewest(layout.size, structure, said, NO_DEPTH) };
  const roomy = solve(layout.size, structure);
  const wanted = NEARLY_NONE * (roomy?.depth ?? 0);
  const tight = found.depth < wanted ? fewest(layout.size, structure, said, wanted) : null;
  return { state: toState(preferences, layout, found.point), depth: found.depth, tight };
}

interface Layout {
  readonly size: number;
  /** LP variable of u for an option (flat), or −1 where it is a multiple of the issue's weight. */
  readonly variable: Int32Array;
  /** LP variable of an issue's weight, or −1 where the weight is known. */
  readonly weight: Int32Array;
  /** LP variable of coordinate 0 (shifted by its low end, so that it is not negative). */
  readonly points: number;
}

function layOut({ freeIssues, scores, offsets, coordinates }: Preferences): Layout {
  let size = 0;
  const weight = new Int32Array(scores.length).fill(-1);
  for (const issue of freeIssues) weight[issue] = size++;
  const variable = new Int32Array(at(offsets, scores.length)).fill(-1);
  scores.forEach(({ levels, numbers }, issue) => {
    if (!levels || numbers) return;
    const middle = new Map<number, number>();
    levels.slice(1, -1).forEach((level) => {
      const own = size++;
      for (const option of level) middle.set(option, own);
    });
    const ends = new Set([...(levels[0] ?? []), ...(levels.at(-1) ?? [])]);
    for (let option = 0; option < at(offsets, issue + 1) - at(offsets, issue); option++) {
      if (!ends.has(option)) variable[at(offsets, issue) + option] = middle.get(option) ?? size++;
    }
  });
  return { size: size + coordinates.length, variable, weight, points: size };
}

const nothing = (): Expression => ({ coefficients: new Map(), constant: 0 });

function add(to: Expression, variable: number, coefficient: number): void {
  to.coefficients.set(variable, (to.coefficients.get(variable) ?? 0) + coefficient);
}

function addWeight(to: Expression, { interests }: Preferences, layout: Layout, issue: number, factor: number): void {
  const variable = at(layout.weight, issue);
  if (variable >= 0) add(to, variable, factor);
  else to.constant += factor * (interests.weights?.[issue] ?? 0);
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
  const { levels, numbers } = at(preferences.scores, issue);
  const variable = option < 0 ? -1 : at(layout.variable, at(preferences.offsets, issue) + option);
  // Where the weight is known the variable is the score itself: a small weight must not look like no room.
  const known = at(layout.weight, issue) < 0 ? (preferences.interests.weights?.[issue] ?? 0) : 1;
  if (variable >= 0) add(to, variable, factor * known);
  else if (option < 0) addWeight(to, preferences, layout, issue, factor);
  else if (numbers) addWeight(to, preferences, layout, issue, factor * at(numbers, option));
  else if (levels?.at(-1)?.includes(option)) addWeight(to, preferences, layout, issue, factor);
}

function addTerm(to: Expression, preferences: Preferences, layout: Layout, term: Term, factor: number): void {
  if (term.form === "number") to.constant += factor * term.value;
  else if (term.form === "coordinate") {
    add(to, layout.points + term.index, factor);
    to.constant += factor * at(preferences.coordinates, term.index).low;
  } else term.options.forEach((option, issue) => addScored(to, preferences, layout, issue, option, factor));
}

const atLeastZero = ({ coefficients, constant }: Expression): LinearConstraint => ({ coefficients, bound: -constant });

/** What holds of any model with these ranks: weights sum to 1, orders hold, steps shrink where the prior says so. */
function structureGroups(preferences: Preferences, layout: Layout, prior: Prior): Group[] {
  const { interests, scores, freeIssues, coordinates } = preferences;
  const constraints: LinearConstraint[] = [];
  const require = (expression: Expression) => constraints.push(atLeastZero(expression));
  if (freeIssues.length > 0) {
    constraints.push({
      coefficients: new Map(freeIssues.map((issue) => [at(layout.weight, issue), 1])),
      bound: 1,
      equal: true,
    });
  }
  const difference = (upper: number, lower: number) => {
    const expression = nothing();
    addWeight(expression, preferences, layout, upper, 1);
    if (lower >= 0) addWeight(expression, preferences, layout, lower, -1);
    require(expression);
  };
  for (const issue of freeIssues) difference(issue, -1);
  interests.swingRank.slice(1).forEach((group, place) => {
    if (!interests.weights)
      for (const upper of at(interests.swingRank, place)) for (const lower of group) difference(upper, lower);
  });
  scores.forEach((_, issue) => {
    for (const expression of orderOf(preferences, layout, issue, prior)) require(expression);
  });
  coordinates.forEach(({ low, high }, index) => {
    constraints.push({ coefficients: new Map([[layout.points + index, 1]]), bound: 0 });
    constraints.push({ coefficients: new Map([[layout.points + index, -1]]), bound: low - high });
  });
  return [{ label: "ranks", place: null, alternatives: [constraints] }];
}

/** Expressions ≥ 0: steps between levels, unranked options within the ends, the largest step, shrinking steps. */
function orderOf(preferences: Preferences, layout: Layout, issue: number, prior: Prior): Expression[] {
  const { levels, numbers, largestStep } = at(preferences.scores, issue);
  if (!levels || numbers) return [];
  const known = at(layout.weight, issue) < 0 ? (preferences.interests.weights?.[issue] ?? 1) : 1;
  const scored = (parts: readonly (readonly [number, number])[]) => {
    const expression = nothing();
    for (const [option, factor] of parts) addScored(expression, preferences, layout, issue, option, factor / known);
    return expression;
  };
  const first = levels.map((level) => at(level, 0));
  const step = (k: number, factor: number): (readonly [number, number])[] => [
    [at(first, k + 1), factor],
    [at(first, k), -factor],
  ];
  const steps = first.slice(1).map((_, k) => k);
  const expressions = steps.map((k) => scored(step(k, 1)));
  const ranked = new Set(levels.flat());
  const size = at(preferences.offsets, issue + 1) - at(preferences.offsets, issue);
  for (let option = 0; option < size; option++) {
    if (!ranked.has(option))
      expressions.push(
        scored([[option, 1]]),
        scored([
          [-1, 1],
          [option, -1],
        ]),
      );
  }
  if (largestStep !== null)
    for (const k of steps) if (k !== largestStep) expressions.push(scored([...step(largestStep, 1), ...step(k, -1)]));
  if (largestStep === null && prior === "diminishing")
    for (const k of steps.slice(1)) expressions.push(scored([...step(k - 1, 1), ...step(k, -1)]));
  return expressions;
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
function fewest(size: number, structure: readonly Group[], said: readonly Group[], depth: number): Conflict {
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
    const variable = at(layout.weight, issue);
    state.w[issue] = variable >= 0 ? at(point, variable) : (interests.weights?.[issue] ?? 0);
    const weight = variable >= 0 ? at(point, variable) : 1;
    for (let flat = at(offsets, issue); flat < at(offsets, issue + 1); flat++) {
      const option = flat - at(offsets, issue);
      const own = at(layout.variable, flat);
      if (own >= 0) state.s[flat] = at(point, own) / weight;
      else state.s[flat] = numbers ? at(numbers, option) : levels?.at(-1)?.includes(option) ? 1 : 0;
    }
  });
  coordinates.forEach(({ low }, index) => {
    state.a[index] = low + at(point, layout.points + index);
  });
  return state;
}
