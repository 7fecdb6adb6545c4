// A random walk (hit-and-run) through all models of a party's preferences that agree with what was said, for drawing
// samples.
import type { Package } from "../case/index.js";
import {
  at,
  below,
  type Density,
  densityRatio,
  type HalfSpace,
  halfSpace,
  hitAndRunStep,
  type Rng,
  type StepCounts,
  sliceStep,
} from "../math/index.js";
import type { Preferences } from "./preferences.js";
import { addedIn, holds, type ModelState, newState, type Prior, ranksOnly, slackOf, termValue } from "./state.js";
import { type Inequality, type ReservationTerm, standsOn } from "./terms.js";

/**
 * Hit-and-run on the joint set of models, a block at a time: w given (s, a), s given (w, a), a given (w, s).
 * Each block is convex but for claims with several alternatives. These, the density of the weights and ranks that are not sure
 * are followed by slice sampling along the line.
 *
 * Half of the directions are differences of two models drawn from the ranks alone: they have the shape of
 * the ranked simplex, in which a round direction would take tiny steps. The other half change one thing.
 */
export interface Chain {
  readonly state: ModelState;
  /** One sweep over the blocks. */
  readonly sweep: () => void;
}

export function startChain(
  preferences: Preferences,
  prior: Prior,
  start: ModelState,
  rng: Rng,
  counts: StepCounts | null = null,
): Chain {
  const state: ModelState = { w: start.w.slice(), s: start.s.slice(), a: start.a.slice() };
  const [one, other] = [newState(preferences), newState(preferences)];
  const draw = ranksOnly(preferences, prior, rng, rng);
  const convex = preferences.claims.flatMap(({ anyOf }) => (anyOf.length === 1 ? (anyOf[0] ?? []) : []));
  const unions = preferences.claims.filter(({ anyOf }) => anyOf.length > 1);
  const inUnions = () => unions.every(({ anyOf }) => holds(anyOf, state, preferences.offsets));
  const densities = [weightDensity(preferences, state, inUnions), unions.length > 0 ? within(inUnions) : null];
  const blocks: Block[] = [weightBlock(preferences, state, convex), scoreBlock(preferences, state, convex, prior)];
  return {
    state,
    sweep: () => {
      draw(one);
      draw(other);
      blocks.forEach((block, k) => {
        moveBlock(block, one, other, rng, counts, densities[k] ?? null);
      });
      for (let index = 0; index < state.a.length; index++)
        movePoint(preferences, state, convex, index, rng, densities[1] ?? null);
    },
  };
}

/** Uniform on what a test lets in. */
const within = (test: () => boolean): Density => ({ mark: () => {}, ratio: () => (test() ? 1 : 0) });

/** Weights follow a Dirichlet distribution, and every stated pair of ranks that is the other way round is φ times as likely. */
function weightDensity(
  { interests, freeIssues, rankNoise }: Preferences,
  { w }: ModelState,
  test: () => boolean,
): Density {
  const before = new Float64Array(w.length);
  let reversedBefore = 0;
  const pairs = rankNoise > 0 ? statedPairs(interests.swingRank) : [];
  const reversed = () => pairs.reduce((count, [upper, lower]) => count + (w[upper]! < w[lower]! ? 1 : 0), 0);
  return {
    mark: () => {
      before.set(w);
      reversedBefore = reversed();
    },
    ratio: () => {
      if (!test()) return 0;
      let ratio = 1;
      for (const issue of freeIssues)
        if (w[issue] !== before[issue]) ratio *= densityRatio(Math.max(0, w[issue]!), before[issue]!);
      return pairs.length === 0 ? ratio : ratio * rankNoise ** (reversed() - reversedBefore);
    },
  };
}

/** Pairs of issues of which the first is stated to weigh more. */
const statedPairs = (rank: readonly (readonly number[])[]): (readonly [number, number])[] =>
  rank.flatMap((group, place) =>
    group.flatMap((upper) =>
      rank
        .slice(place + 1)
        .flat()
        .map((lower) => [upper, lower] as const),
    ),
  );

interface Block {
  readonly point: Float64Array;
  readonly part: (state: ModelState) => Float64Array;
  /** What stays the same, and for every coordinate those of it that it stands in. */
  readonly fixed: readonly HalfSpace[];
  readonly fixedAt: readonly (readonly HalfSpace[])[];
  /** The claims at the present values of the other blocks. */
  readonly claims: () => readonly HalfSpace[];
  /** Keeps one small part of a direction, a pair of weights or one issue's scores, and says of which coordinates. */
  readonly narrow: (direction: Float64Array, rng: Rng) => readonly number[];
}

function moveBlock(
  block: Block,
  one: ModelState,
  other: ModelState,
  rng: Rng,
  counts: StepCounts | null,
  density: Density | null,
): void {
  const { point, fixed, fixedAt } = block;
  const [from, to] = [block.part(other), block.part(one)];
  const direction = new Float64Array(point.length);
  for (let i = 0; i < direction.length; i++) direction[i] = to[i]! - from[i]!;
  const claims = block.claims();
  hitAndRunStep(point, direction, [...fixed, ...claims], rng, counts, density);
  // What stands only in coordinates that stay is not crossed.
  const moved = block.narrow(direction, rng).flatMap((coordinate) => at(fixedAt, coordinate));
  hitAndRunStep(point, direction, [...moved, ...claims], rng, counts, density);
}

/** For every coordinate the half-spaces that it stands in. */
function byCoordinate(size: number, halfSpaces: readonly HalfSpace[]): HalfSpace[][] {
  const found: HalfSpace[][] = Array.from({ length: size }, () => []);
  for (const one of halfSpaces) for (const column of one.columns) at(found, column).push(one);
  return found;
}

/** Issues on which a claim compares two different things: only there it has a coefficient. */
function comparedIn({ plus, minus }: Inequality, issues: number): number[] {
  const options = (term: ReservationTerm, issue: number) =>
    partsOf(term)
      .map((part) => at(part.options, issue))
      .join();
  return Array.from({ length: issues }, (_, issue) => issue).filter(
    (issue) => options(plus, issue) !== options(minus, issue),
  );
}

/** The packages that a term's value is made of, each with its share of it. */
function partsOf(term: ReservationTerm): { options: Package; share: (state: ModelState) => number }[] {
  if (term.form === "package") return [{ options: term.options, share: () => 1 }];
  if (term.form !== "between") return [];
  return [
    { options: term.worse, share: ({ a }) => 1 - at(a, term.index) },
    { options: term.better, share: ({ a }) => at(a, term.index) },
  ];
}

interface ScoreEntry {
  readonly column: number;
  readonly issue: number;
  /** What the weight of the issue is multiplied by. */
  readonly factor: (state: ModelState) => number;
}

/** The scores that a claim compares, by their coordinates in ascending order, each once. */
function scoreEntries(claim: Inequality, offsets: Int32Array): ScoreEntry[] {
  const parts = [claim.plus, claim.minus].flatMap((term, side) =>
    partsOf(term).map(({ options, share }) => ({ options, share, sign: side === 0 ? 1 : -1 })),
  );
  return comparedIn(claim, offsets.length - 1).flatMap((issue) => {
    const taken = [...new Set(parts.map(({ options }) => at(options, issue)))].filter((option) => option >= 0);
    return taken
      .sort((a, b) => a - b)
      .map((option): ScoreEntry => {
        const own = parts.filter(({ options }) => at(options, issue) === option);
        const factor = (state: ModelState) => own.reduce((sum, { sign, share }) => sum + sign * share(state), 0);
        return { column: at(offsets, issue) + option, issue, factor };
      });
  });
}

function weightBlock(preferences: Preferences, state: ModelState, claims: readonly Inequality[]): Block {
  const { interests, freeIssues, offsets, rankNoise } = preferences;
  const size = state.w.length;
  const fixed: HalfSpace[] = freeIssues.map((issue) => halfSpace([[issue, 1]], 0));
  const sure = rankNoise > 0 ? [] : interests.swingRank;
  sure.slice(1).forEach((group, place) => {
    for (const upper of at(sure, place))
      for (const lower of group)
        fixed.push(
          halfSpace(
            [
              [upper, 1],
              [lower, -1],
            ],
            0,
          ),
        );
  });
  for (const { issue, low, high } of interests.weightIntervals) {
    fixed.push(halfSpace([[issue, 1]], -low), halfSpace([[issue, -1]], high));
  }
  const optionScore = (option: number, issue: number) => (option < 0 ? 1 : at(state.s, at(offsets, issue) + option));
  const scoreOf = (parts: ReturnType<typeof partsOf>, issue: number) =>
    parts.reduce((sum, { options, share }) => sum + share(state) * optionScore(at(options, issue), issue), 0);
  const differencesOn = (columns: Int32Array, plus: ReservationTerm, minus: ReservationTerm) => {
    const [upper, lower] = [partsOf(plus), partsOf(minus)];
    const out = new Float64Array(columns.length);
    for (let k = 0; k < out.length; k++) out[k] = scoreOf(upper, columns[k]!) - scoreOf(lower, columns[k]!);
    return out;
  };
  const constantOf = (term: ReservationTerm) =>
    partsOf(term).length > 0 ? addedIn(term, state) : termValue(term, state, offsets);
  const compared = claims.map((claim) => ({ ...claim, columns: Int32Array.from(comparedIn(claim, size)) }));
  return {
    point: state.w,
    part: ({ w }) => w,
    fixed,
    fixedAt: byCoordinate(size, fixed),
    claims: () =>
      compared.map(({ plus, minus, columns }) => ({
        columns,
        coefficients: differencesOn(columns, plus, minus),
        offset: constantOf(plus) - constantOf(minus),
      })),
    narrow: (direction, rng) => {
      direction.fill(0);
      if (freeIssues.length < 2) return [];
      const first = below(rng, freeIssues.length);
      const second = (first + 1 + below(rng, freeIssues.length - 1)) % freeIssues.length;
      const pair = [at(freeIssues, first), at(freeIssues, second)] as const;
      direction[pair[0]] = 1;
      direction[pair[1]] = -1;
      return pair;
    },
  };
}

function scoreBlock(preferences: Preferences, state: ModelState, claims: readonly Inequality[], prior: Prior): Block {
  const { offsets, scores } = preferences;
  const size = state.s.length;
  const fixed = scores.flatMap((_, issue) => scoreHalfSpaces(preferences, issue, prior));
  const loose = scores.flatMap(({ levels, numbers }, issue) => (levels && !numbers ? [issue] : []));
  const compared = claims.map((claim) => {
    const entries = scoreEntries(claim, offsets);
    return { ...claim, entries, columns: Int32Array.from(entries, ({ column }) => column) };
  });
  const best = (term: ReservationTerm) => {
    const parts = partsOf(term);
    if (parts.length === 0) return termValue(term, state, offsets);
    let sum = addedIn(term, state);
    for (const { options, share } of parts) {
      const part = share(state);
      for (let issue = 0; issue < options.length; issue++) if (options[issue]! < 0) sum += part * state.w[issue]!;
    }
    return sum;
  };
  return {
    point: state.s,
    part: ({ s }) => s,
    fixed,
    fixedAt: byCoordinate(size, fixed),
    claims: () =>
      compared.map(({ plus, minus, columns, entries }) => ({
        columns,
        coefficients: Float64Array.from(entries, ({ issue, factor }) => factor(state) * state.w[issue]!),
        offset: best(plus) - best(minus),
      })),
    narrow: (direction, rng) => {
      const kept = loose.length > 0 ? at(loose, below(rng, loose.length)) : -1;
      if (kept < 0) {
        direction.fill(0);
        return [];
      }
      const [from, to] = [at(offsets, kept), at(offsets, kept + 1)];
      direction.fill(0, 0, from).fill(0, to);
      return Array.from({ length: to - from }, (_, option) => from + option);
    },
  };
}

function scoreHalfSpaces({ scores, offsets }: Preferences, issue: number, prior: Prior): HalfSpace[] {
  const { levels, numbers, largestStep, intervals, between = [] } = at(scores, issue);
  if (!levels || numbers) return [];
  const offset = at(offsets, issue);
  const first = levels.map((level) => offset + at(level, 0));
  // What lies on the line between two others moves with them, and bounds nothing.
  const ranked = new Set([...levels.flat(), ...between.map(({ option }) => option)]);
  const out: HalfSpace[] = [];
  const push = (entries: readonly (readonly [number, number])[], constant = 0) =>
    out.push(halfSpace(entries, constant));
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

/** One coordinate of the reservation: uniform between the bounds that its range and the claims leave. Every slack is linear in it. */
function movePoint(
  { coordinates, offsets }: Preferences,
  state: ModelState,
  claims: readonly Inequality[],
  index: number,
  rng: Rng,
  density: Density | null,
): void {
  const range = at(coordinates, index);
  const before = at(state.a, index);
  const slackAt = (claim: Inequality, value: number): number => {
    state.a[index] = value;
    return slackOf(claim, state, offsets);
  };
  let { low, high } = range;
  for (const claim of claims) {
    if (!standsOn(claim.plus, index) && !standsOn(claim.minus, index)) continue;
    const [first, last] = [slackAt(claim, range.low), slackAt(claim, range.high)];
    if (first === last) continue;
    const root = range.low + (range.high - range.low) * (first / (first - last));
    if (last > first) low = Math.max(low, root);
    else high = Math.min(high, root);
  }
  state.a[index] = before;
  if (!(low < high)) return;
  if (!density) state.a[index] = low + (high - low) * rng();
  else {
    const moveBy = (step: number) => {
      state.a[index] = before + step;
    };
    sliceStep(Math.min(0, low - before), Math.max(0, high - before), moveBy, rng, density);
  }
}
