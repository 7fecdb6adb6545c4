// Effort over strata of declared items, and what a diverter can do against it.
//
// Avenhaus & Canty, Compliance Quantified (1996), ch. 3: the saddle point of the small-sample form; after rounding the
// diverter's best reply is found exactly.
import { logNonDetection } from "./sample-size.js";

export interface Stratum {
  /** Items, a whole number. */
  readonly items: number;
  /** What one item holds of what the goal is counted in; above 0. */
  readonly each: number;
  /** Effort to check one item; above 0. */
  readonly effort: number;
  readonly identification: number;
}

export interface Allocation {
  /** Items to check, not rounded: C (μ_i N_i / p_i) / S. */
  readonly checks: readonly number[];
  /** What the diverter takes at the saddle point: M (ε_i N_i / p_i) / S. */
  readonly diverted: readonly number[];
  /** S = Σ ε_j μ_j N_j / p_j */
  readonly weight: number;
  /** 1 − exp(−C M / S), the small-sample form. */
  readonly detection: number;
}

/**
 * The saddle point for an effort C and a goal quantity M, both in the units of the strata. A check that recognises a false
 * item with probability p only leaves 1 − p n / N of one unseen, so that p multiplies what a check sees: the formulas of the
 * source with N / p in place of N.
 */
export function allocate(strata: readonly Stratum[], effort: number, goal: number): Allocation {
  const weight = strata.reduce((sum, one) => sum + (one.items * one.each * one.effort) / one.identification, 0);
  return {
    checks: strata.map(({ items, each, identification: p }) => (effort * each * items) / p / weight),
    diverted: strata.map(({ items, effort: one, identification: p }) => (goal * one * items) / p / weight),
    weight,
    detection: -Math.expm1((-effort * goal) / weight),
  };
}

/**
 * Whole numbers of items within the effort that make the diverter's best reply be seen most surely. Where there are few plans
 * all are tried; else the saddle point is rounded, and then improved as long as moving the checks of a few items from one
 * stratum to another helps.
 * @param most replies of the diverter that are worked out at the most
 */
export function wholeChecks(
  strata: readonly Stratum[],
  effort: number,
  goal: number,
  most: number = Number.POSITIVE_INFINITY,
): number[] {
  const tries = Math.min(most, triesFor(strata, goal));
  const every = fullPlans(strata, effort, tries);
  return every ? best(strata, every, goal) : improvedChecks(strata, effort, goal, tries);
}

/** The plan that sees most; of those that see the same, the cheapest. */
function best(strata: readonly Stratum[], plans: readonly (readonly number[])[], goal: number): number[] {
  const cost = (plan: readonly number[]): number => plan.reduce((sum, n, i) => sum + n * (strata[i]?.effort ?? 0), 0);
  const found = plans
    .map((plan) => ({ plan, seen: worstDiversion(strata, plan, goal).detection ?? 1, cost: cost(plan) }))
    .reduce((one, other) =>
      other.seen > one.seen + 1e-12 || (other.seen > one.seen - 1e-12 && other.cost < one.cost) ? other : one,
    );
  return [...found.plan];
}

/** All plans to which no check of the largest stratum can be added; null where there are more than so many. */
function fullPlans(strata: readonly Stratum[], effort: number, most: number): number[][] | null {
  const largest = strata.reduce((one, { items }, i) => (items > (strata[one]?.items ?? 0) ? i : one), 0);
  const fits = (i: number, left: number): number =>
    Math.min(strata[i]?.items ?? 0, Math.max(0, Math.floor(left / (strata[i]?.effort ?? 1) + 1e-9)));
  let plans = [{ checks: strata.map(() => 0), left: effort }];
  for (const [i, { effort: one }] of strata.entries()) {
    if (i === largest) continue;
    if (plans.reduce((sum, { left }) => sum + fits(i, left) + 1, 0) > most) return null;
    plans = plans.flatMap(({ checks, left }) =>
      Array.from({ length: fits(i, left) + 1 }, (_, n) => ({ checks: checks.with(i, n), left: left - n * one })),
    );
  }
  return plans.map(({ checks, left }) => checks.with(largest, fits(largest, left)));
}

/** The saddle point rounded, and improved by moving a few checks at a time; `most` as in `wholeChecks`. */
export function improvedChecks(strata: readonly Stratum[], effort: number, goal: number, most: number): number[] {
  let checks = roundedChecks(strata, effort, goal);
  let seen = worstDiversion(strata, checks, goal).detection ?? 1;
  for (let tries = most; tries > 0; ) {
    let better: readonly number[] | null = null;
    for (const moved of neighbours(strata, checks, effort)) {
      if (tries-- <= 0) break;
      const now = worstDiversion(strata, moved, goal).detection ?? 1;
      if (now > seen + 1e-12) [better, seen] = [moved, now];
    }
    if (!better) break;
    checks = [...better];
  }
  return checks;
}

/** As many checks as are taken off one stratum at a time. */
const MOST_MOVED = 6;

/** Plans in which the effort of a few checks of one stratum, with what is left over, goes to another. */
function* neighbours(strata: readonly Stratum[], checks: readonly number[], effort: number): Generator<number[]> {
  const cost = (i: number): number => strata[i]?.effort ?? 0;
  const spare = effort - checks.reduce((sum, n, i) => sum + n * cost(i), 0);
  for (let from = 0; from < strata.length; from++)
    for (let to = 0; to < strata.length; to++)
      for (let taken = 1; from !== to && taken <= Math.min(MOST_MOVED, checks[from] ?? 0); taken++) {
        const room = (strata[to]?.items ?? 0) - (checks[to] ?? 0);
        const more = Math.min(room, Math.floor((spare + taken * cost(from)) / cost(to) + 1e-9));
        if (more >= 1) yield checks.map((n, i) => (i === from ? n - taken : i === to ? n + more : n));
      }
}

/** Replies of the diverter that can be worked out, so that all of them take about as long as the largest one. */
export function triesFor(strata: readonly Stratum[], goal: number): number {
  const { choices, kept } = sizes(strata.length);
  const each = strata.map((stratum) => Math.min(choices, stratum.items, Math.ceil(goal / stratum.each)) + 1);
  const states = Math.min(
    kept,
    each.reduce((all, one) => all * one, 1),
  );
  const steps = each.reduce((sum, one) => sum + one * states, 0);
  return Math.floor(MOST_STEPS / steps);
}

/**
 * Rounded down, what is left over where all are checked given to the others, then one more of each as far as it goes, first
 * where most was lost by rounding.
 */
function roundedChecks(strata: readonly Stratum[], effort: number, goal: number): number[] {
  const whole = strata.map(() => 0);
  let left = effort;
  let wanted: readonly number[] = whole;
  let open = strata.map((_, i) => i);
  while (open.length > 0) {
    const { checks } = allocate(
      open.map((i) => strata[i] as Stratum),
      left,
      goal,
    );
    const full = open.filter((i, k) => (checks[k] ?? 0) >= (strata[i]?.items ?? 0));
    for (const [k, i] of open.entries())
      whole[i] = Math.min(strata[i]?.items ?? 0, Math.floor((checks[k] ?? 0) + 1e-9));
    if (full.length === 0) {
      wanted = strata.map((_, i) => checks[open.indexOf(i)] ?? whole[i] ?? 0);
      break;
    }
    left -= full.reduce((sum, i) => sum + (whole[i] ?? 0) * (strata[i]?.effort ?? 0), 0);
    open = open.filter((i) => !full.includes(i));
  }
  let spare = effort - whole.reduce((sum, n, i) => sum + n * (strata[i]?.effort ?? 0), 0);
  for (const i of [...open].sort((a, b) => shortBy(wanted, whole, b) - shortBy(wanted, whole, a) || a - b)) {
    const { items = 0, effort: one = 0 } = strata[i] ?? {};
    if ((whole[i] ?? 0) < items && one <= spare + 1e-9) {
      whole[i] = (whole[i] ?? 0) + 1;
      spare -= one;
    }
  }
  return whole;
}

const shortBy = (wanted: readonly number[], whole: readonly number[], i: number): number =>
  ((wanted[i] ?? 0) - (whole[i] ?? 0)) / Math.max(1e-9, wanted[i] ?? 0);

/** As many steps in all: of the order of a second. Beyond, amounts are rounded up in the diverter's favour. */
const MOST_STEPS = 20_000_000;

/** As many numbers of items as are tried in a stratum, and amounts as are kept after one. */
function sizes(strata: number): { readonly choices: number; readonly kept: number } {
  const root = Math.sqrt(MOST_STEPS / strata);
  return { choices: Math.min(512, Math.max(16, Math.floor(root / 2))), kept: Math.min(4096, Math.floor(2 * root)) };
}

export interface WorstDiversion {
  /** What the diverter falsifies, by stratum. */
  readonly diverted: readonly number[];
  /** The least probability, 0–1, with which taking the goal quantity is detected; null where there is not so much. */
  readonly detection: number | null;
  /** The figure is a lower bound, not the least itself: amounts were rounded. */
  readonly bound: boolean;
}

interface State {
  readonly amount: number;
  readonly log: number;
  readonly taken: number;
  readonly before: State | null;
}

/**
 * The diverter's best reply to `checked` items a stratum: r with Σ μ_i r_i ≥ M whose exact non-detection, the product over
 * the strata, is largest. Stratum by stratum, keeping for every amount the best way to it.
 */
export function worstDiversion(strata: readonly Stratum[], checked: readonly number[], goal: number): WorstDiversion {
  let states: State[] = [{ amount: 0, log: 0, taken: 0, before: null }];
  let bound = false;
  const { choices: mostChoices, kept } = sizes(strata.length);
  strata.forEach((stratum, i) => {
    const most = Math.min(stratum.items, Math.ceil(goal / stratum.each - 1e-9));
    // Where there are too many numbers to try, every so manieth: as seen as that, and credited with the next but one.
    const step = Math.max(1, Math.ceil(most / mostChoices));
    bound ||= step > 1;
    const choices = Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => ({
      taken: k * step,
      amount: (k === 0 ? 0 : Math.min(most, k * step + step - 1)) * stratum.each,
      log: logNonDetection({ ...stratum, falsified: k * step }, checked[i] ?? 0),
    }));
    // Fewer than one step is taken for nothing to see.
    if (step > 1)
      choices.splice(1, 0, {
        taken: 1,
        amount: (step - 1) * stratum.each,
        log: logNonDetection({ ...stratum, falsified: 1 }, checked[i] ?? 0),
      });
    const next: State[] = [];
    for (const state of states)
      for (const { taken, amount, log: own } of choices) {
        const log = state.log + own;
        if (log === Number.NEGATIVE_INFINITY) continue;
        next.push({ amount: Math.min(goal, state.amount + amount), log, taken, before: state });
        if (state.amount + amount >= goal - 1e-9) break;
      }
    states = undominated(next);
    if (states.length > kept) {
      states = thinned(states, goal, kept);
      bound = true;
    }
  });
  const best = states.find(({ amount }) => amount >= goal - 1e-9);
  const possible = strata.reduce((sum, { items, each }) => sum + items * each, 0) >= goal - 1e-9;
  return {
    diverted: best ? takenBy(best) : strata.map(() => 0),
    detection: best ? -Math.expm1(best.log) : possible ? 1 : null,
    bound,
  };
}

/** From the largest amount down, those with less amount only where they are less likely to be seen. */
function undominated(states: State[]): State[] {
  states.sort((a, b) => b.amount - a.amount || b.log - a.log);
  let best = Number.NEGATIVE_INFINITY;
  return states.filter(({ log }) => {
    if (log <= best) return false;
    best = log;
    return true;
  });
}

/** One state a step of the amount, each taken as the largest amount of its step. */
function thinned(states: readonly State[], goal: number, kept: number): State[] {
  const step = goal / kept;
  const best = new Map<number, State>();
  for (const state of states) {
    const rank = Math.ceil(state.amount / step - 1e-9);
    const known = best.get(rank);
    if (!known || state.log > known.log) best.set(rank, { ...state, amount: Math.min(goal, rank * step) });
  }
  return undominated([...best.values()]);
}

function takenBy(state: State): number[] {
  const taken: number[] = [];
  for (let one: State | null = state; one?.before; one = one.before) taken.unshift(one.taken);
  return taken;
}
