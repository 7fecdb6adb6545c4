// How good forecasts were: Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78, 1950, for two
// outcomes; against always saying how often things came true; and how often what was held to be so likely came true.
import type { Forecast } from "./ledger.js";

/** Forecasts of about the same probability. */
export interface Bin {
  /** From here, below the end; the last includes 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability, 0–1; null where there are none. */
  readonly said: number | null;
  readonly came: number;
  /** Nine-in-ten interval of the share that comes true, 0–1 (Wilson, JASA 22, 1927); null where there are none. */
  readonly interval: readonly [number, number] | null;
}

export interface Score {
  readonly count: number;
  readonly came: number;
  /** Mean squared distance between probability and outcome: 0 the best, 0.25 by always saying one half, 1 the worst. */
  readonly brier: number;
  /** The same for who always said how often things came true, which nobody knew before. */
  readonly brierOfBaseRate: number;
  /** 1 − brier ⁄ brierOfBaseRate: above 0 is better than the base rate; null where all came true, or none. */
  readonly skill: number | null;
  /** Mean probability less the share that came true: above 0 too much was expected. */
  readonly bias: number;
  readonly bins: readonly Bin[];
  /** Whether there are enough to say anything: `ENOUGH`. */
  readonly enough: boolean;
}

export interface Scores {
  /** Of everybody together, and by whose they are; null where nothing is settled. */
  readonly all: Score | null;
  readonly by: readonly { readonly name: string; readonly score: Score }[];
  readonly open: number;
  readonly void: number;
  /** Open ones that are past their day. */
  readonly overdue: readonly Forecast[];
}

/** Settled forecasts from which on a score is more than chance. */
const ENOUGH = 20;
const EDGES = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Of a normal distribution, for nine in ten. */
const Z = 1.6448536269514722;

/** @param today open forecasts that were due before it are overdue */
export function scoresOf(forecasts: readonly Forecast[], today: string): Scores {
  const settled = forecasts.filter(({ outcome }) => outcome === "yes" || outcome === "no");
  const names = [...new Set(settled.map(({ by }) => by))].sort();
  return {
    all: settled.length === 0 ? null : scoreOf(settled),
    by: names.map((name) => ({ name, score: scoreOf(settled.filter(({ by }) => by === name)) })),
    open: forecasts.filter(({ outcome }) => outcome === null).length,
    void: forecasts.filter(({ outcome }) => outcome === "void").length,
    overdue: forecasts.filter(({ outcome, due }) => outcome === null && due < today),
  };
}

function scoreOf(settled: readonly Forecast[]): Score {
  const count = settled.length;
  const came = settled.filter(({ outcome }) => outcome === "yes").length;
  const mean = (value: (one: Forecast) => number) => settled.reduce((sum, one) => sum + value(one), 0) / count;
  const base = came / count;
  const brier = mean(({ probability, outcome }) => (probability - (outcome === "yes" ? 1 : 0)) ** 2);
  const brierOfBaseRate = base * (1 - base);
  return {
    count,
    came,
    brier,
    brierOfBaseRate,
    skill: brierOfBaseRate === 0 ? null : 1 - brier / brierOfBaseRate,
    bias: mean(({ probability }) => probability) - base,
    bins: EDGES.slice(1).map((to, k) => binOf(settled, EDGES[k] ?? 0, to)),
    enough: count >= ENOUGH,
  };
}

function binOf(settled: readonly Forecast[], from: number, to: number): Bin {
  const inside = settled.filter(({ probability }) => probability >= from && (probability < to || to === 1));
  const count = inside.length;
  const came = inside.filter(({ outcome }) => outcome === "yes").length;
  return {
    from,
    to,
    count,
    came,
    said: count === 0 ? null : inside.reduce((sum, { probability }) => sum + probability, 0) / count,
    interval: count === 0 ? null : wilson(came, count),
  };
}

function wilson(came: number, count: number): readonly [number, number] {
  const share = came / count;
  const middle = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const whole = 1 + Z ** 2 / count;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}
