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
  /** Items to check, not rounded: C μ_i N_i / S. */
  readonly checks: readonly number[];
  /** What the diverter takes at the saddle point: M ε_i N_i / S. */
  readonly diverted: readonly number[];
  /** Σ μ_j ε_j N_j */
  readonly weight: number;
  /** 1 − exp(−C M / S), the small-sample form. */
  readonly detection: number;
}

/** The saddle point for an effort C and a goal quantity M, both in the units of the strata. */
export function allocate(strata: readonly Stratum[], effort: number, goal: number): Allocation {
  const weight = strata.reduce((sum, { items, each, effort: one }) => sum + items * each * one, 0);
  return {
    checks: strata.map(({ items, each }) => (effort * each * items) / weight),
    diverted: strata.map(({ items, effort: one }) => (goal * one * items) / weight),
    weight,
    detection: -Math.expm1((-effort * goal) / weight),
  };
}

/** Whole numbers of items within the effort: rounded down, then one at a time where most was lost by it. */
export function wholeChecks(strata: readonly Stratum[], effort: number, goal: number): number[] {
  const { checks } = allocate(strata, effort, goal);
  const whole = checks.map((n, i) => Math.min(strata[i]?.items ?? 0, Math.floor(n + 1e-9)));
  let left = effort - whole.reduce((sum, n, i) => sum + n * (strata[i]?.effort ?? 0), 0);
  for (;;) {
    let best = -1;
    strata.forEach(({ items, effort: one }, i) => {
      const more = (whole[i] ?? 0) < items && one <= left + 1e-9;
      if (more && (best < 0 || shortBy(checks, whole, i) > shortBy(checks, whole, best))) best = i;
    });
    const chosen = strata[best];
    if (!chosen) return whole;
    whole[best] = (whole[best] ?? 0) + 1;
    left -= chosen.effort;
  }
}

const shortBy = (wanted: readonly number[], whole: readonly number[], i: number): number =>
  ((wanted[i] ?? 0) - (whole[i] ?? 0)) / Math.max(1e-9, wanted[i] ?? 0);

/** As many states as are kept at once; beyond, amounts are rounded up in the diverter's favour. */
const MOST_STATES = 4096;

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
  strata.forEach((stratum, i) => {
    const most = Math.min(stratum.items, Math.ceil(goal / stratum.each - 1e-9));
    const logs = Array.from({ length: most + 1 }, (_, r) =>
      logNonDetection({ ...stratum, falsified: r }, checked[i] ?? 0),
    );
    const next: State[] = [];
    for (const state of states)
      for (let r = 0; r <= most; r++) {
        const log = state.log + (logs[r] ?? 0);
        if (log === Number.NEGATIVE_INFINITY) continue;
        next.push({ amount: Math.min(goal, state.amount + r * stratum.each), log, taken: r, before: state });
        if (state.amount + r * stratum.each >= goal - 1e-9) break;
      }
    states = undominated(next);
    if (states.length > MOST_STATES) {
      states = thinned(states, goal);
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
function thinned(states: readonly State[], goal: number): State[] {
  const step = goal / MOST_STATES;
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
