import { at, below, type HalfSpace, hitAndRunStep, type Rng } from "../math/index.js";
import type { Inequality, Preferences, Term } from "./preferences.js";
import { holds, type ModelState, newState, type Prior, ranksOnly, termValue } from "./state.js";

/**
 * Hit-and-run on the joint set of models, a block at a time: w given (s, a), s given (w, a), a given (w, s).
 * Each block is convex; the joint set is not. Claims with several alternatives are left to `wanted`.
 *
 * Half of the directions are differences of two models drawn from the ranks alone: they have the shape of
 * the ranked simplex, in which a round direction would take tiny steps. The other half change one thing.
 */
export interface Chain {
  readonly state: ModelState;
  /** One sweep over the blocks. */
  readonly sweep: () => void;
  /** Whether the state also agrees with the claims that are not convex. */
  readonly wanted: () => boolean;
}

export function startChain(preferences: Preferences, prior: Prior, start: ModelState, rng: Rng): Chain {
  const state: ModelState = { w: start.w.slice(), s: start.s.slice(), a: start.a.slice() };
  const [one, other] = [newState(preferences), newState(preferences)];
  const draw = ranksOnly(preferences, prior, rng);
  const convex = preferences.claims.flatMap(({ anyOf }) => (anyOf.length === 1 ? (anyOf[0] ?? []) : []));
  const unions = preferences.claims.filter(({ anyOf }) => anyOf.length > 1);
  const blocks: Block[] = [weightBlock(preferences, state, convex), scoreBlock(preferences, state, convex, prior)];
  return {
    state,
    sweep: () => {
      draw(one);
      draw(other);
      for (const block of blocks) moveBlock(block, one, other, rng);
      for (let index = 0; index < state.a.length; index++) movePoint(preferences, state, convex, index, rng);
    },
    wanted: () => unions.every(({ anyOf }) => holds(anyOf, state, preferences.offsets)),
  };
}

interface Block {
  readonly point: Float64Array;
  readonly part: (state: ModelState) => Float64Array;
  /** Half-spaces at the present values of the other blocks. */
  readonly halfSpaces: () => readonly HalfSpace[];
  /** Keeps one small part of a direction: a pair of weights, one issue's scores. */
  readonly narrow: (direction: Float64Array, rng: Rng) => void;
}

function moveBlock(block: Block, one: ModelState, other: ModelState, rng: Rng): void {
  const direction = Float64Array.from(block.part(one), (value, i) => value - block.part(other)[i]!);
  const halfSpaces = block.halfSpaces();
  hitAndRunStep(block.point, direction, halfSpaces, rng);
  block.narrow(direction, rng);
  hitAndRunStep(block.point, direction, halfSpaces, rng);
}

const unit = (size: number, entries: readonly (readonly [number, number])[]): Float64Array => {
  const row = new Float64Array(size);
  for (const [index, value] of entries) row[index] = row[index]! + value;
  return row;
};

function weightBlock(preferences: Preferences, state: ModelState, claims: readonly Inequality[]): Block {
  const { interests, freeIssues, offsets } = preferences;
  const size = state.w.length;
  const fixed: HalfSpace[] = freeIssues.map((issue) => ({ row: unit(size, [[issue, 1]]), offset: 0 }));
  interests.swingRank.slice(1).forEach((group, place) => {
    for (const upper of at(interests.swingRank, place))
      for (const lower of group)
        fixed.push({
          row: unit(size, [
            [upper, 1],
            [lower, -1],
          ]),
          offset: 0,
        });
  });
  for (const { issue, low, high } of interests.weightIntervals) {
    fixed.push({ row: unit(size, [[issue, 1]]), offset: -low }, { row: unit(size, [[issue, -1]]), offset: high });
  }
  const scoreOf = (term: Term, issue: number) =>
    term.form !== "package"
      ? 0
      : at(term.options, issue) < 0
        ? 1
        : at(state.s, at(offsets, issue) + at(term.options, issue));
  const constantOf = (term: Term) => (term.form === "package" ? 0 : termValue(term, state, offsets));
  return {
    point: state.w,
    part: ({ w }) => w,
    halfSpaces: () => [
      ...fixed,
      ...claims.map(({ plus, minus }) => ({
        row: Float64Array.from({ length: size }, (_, issue) => scoreOf(plus, issue) - scoreOf(minus, issue)),
        offset: constantOf(plus) - constantOf(minus),
      })),
    ],
    narrow: (direction, rng) => {
      direction.fill(0);
      if (freeIssues.length < 2) return;
      const first = below(rng, freeIssues.length);
      const second = (first + 1 + below(rng, freeIssues.length - 1)) % freeIssues.length;
      direction[at(freeIssues, first)] = 1;
      direction[at(freeIssues, second)] = -1;
    },
  };
}

function scoreBlock(preferences: Preferences, state: ModelState, claims: readonly Inequality[], prior: Prior): Block {
  const { offsets, scores } = preferences;
  const fixed = scores.flatMap((_, issue) => scoreHalfSpaces(preferences, issue, state.s.length, prior));
  const loose = scores.flatMap(({ levels, numbers }, issue) => (levels && !numbers ? [issue] : []));
  const row = ({ plus, minus }: Inequality) => {
    const out = new Float64Array(state.s.length);
    for (const [term, sign] of [
      [plus, 1],
      [minus, -1],
    ] as const) {
      if (term.form !== "package") continue;
      term.options.forEach((option, issue) => {
        if (option >= 0)
          out[at(offsets, issue) + option] = out[at(offsets, issue) + option]! + sign * at(state.w, issue);
      });
    }
    return out;
  };
  const best = (term: Term) =>
    term.form === "package"
      ? term.options.reduce((sum, option, issue) => sum + (option < 0 ? at(state.w, issue) : 0), 0)
      : termValue(term, state, offsets);
  return {
    point: state.s,
    part: ({ s }) => s,
    halfSpaces: () => [
      ...fixed,
      ...claims.map((claim) => ({ row: row(claim), offset: best(claim.plus) - best(claim.minus) })),
    ],
    narrow: (direction, rng) => {
      const kept = loose.length > 0 ? at(loose, below(rng, loose.length)) : -1;
      scores.forEach((_, issue) => {
        if (issue !== kept) direction.fill(0, at(offsets, issue), at(offsets, issue + 1));
      });
    },
  };
}

function scoreHalfSpaces({ scores, offsets }: Preferences, issue: number, size: number, prior: Prior): HalfSpace[] {
  const { levels, numbers, largestStep, intervals } = at(scores, issue);
  if (!levels || numbers) return [];
  const offset = at(offsets, issue);
  const first = levels.map((level) => offset + at(level, 0));
  const ranked = new Set(levels.flat());
  const out: HalfSpace[] = [];
  const push = (entries: readonly (readonly [number, number])[], constant = 0) =>
    out.push({ row: unit(size, entries), offset: constant });
  const step = (k: number, sign: number) =>
    [
      [at(first, k + 1), sign],
      [at(first, k), -sign],
    ] as const;
  const steps = first.slice(1).map((_, k) => k);
  for (const k of steps) push(step(k, 1));
  for (let option = 0; option < at(offsets, issue + 1) - offset; option++) {
    if (!ranked.has(option)) {
      push([[offset + option, 1]]);
      push([[offset + option, -1]], 1);
    }
  }
  if (largestStep !== null)
    for (const k of steps) if (k !== largestStep) push([...step(largestStep, 1), ...step(k, -1)]);
  if (largestStep === null && prior === "diminishing")
    for (const k of steps.slice(1)) push([...step(k - 1, 1), ...step(k, -1)]);
  for (const { option, low, high } of intervals) {
    push([[offset + option, 1]], -low);
    push([[offset + option, -1]], high);
  }
  return out;
}

/** One coordinate of the reservation: uniform between the bounds that its range and the claims leave. */
function movePoint(
  { coordinates, offsets }: Preferences,
  state: ModelState,
  claims: readonly Inequality[],
  index: number,
  rng: Rng,
): void {
  let { low, high } = at(coordinates, index);
  const own = (term: Term) => term.form === "coordinate" && term.index === index;
  for (const { plus, minus } of claims) {
    if (own(plus) && !own(minus)) low = Math.max(low, termValue(minus, state, offsets));
    if (own(minus) && !own(plus)) high = Math.min(high, termValue(plus, state, offsets));
  }
  if (low < high) state.a[index] = low + (high - low) * rng();
}
