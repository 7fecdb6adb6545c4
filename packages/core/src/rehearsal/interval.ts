// How far a mean over sampled truths can be trusted: Efron, "Bootstrap methods: another look at the jackknife", Annals of
// Statistics 7, 1979, by percentiles.
import { below, quantile, type Rng } from "../math/index.js";

/** A mean in points, with the ends between which nine in ten of its resamples lie. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 400;

/** Resamples of so many truths, the same ones for all that is compared. */
export function intervalsOf(truths: number, rng: Rng) {
  const picks = Int32Array.from({ length: RESAMPLES * truths }, () => below(rng, truths));
  const means = (values: Float64Array) =>
    Float64Array.from({ length: RESAMPLES }, (_, k) => {
      let sum = 0;
      for (let i = k * truths; i < (k + 1) * truths; i++) sum += values[picks[i]!]!;
      return sum / truths;
    }).sort();
  return {
    /** @param values 0–1, one a truth */
    of: (values: Float64Array): Interval => {
      const sorted = means(values);
      const mean = values.reduce((sum, value) => sum + value, 0) / truths;
      return { mean: 100 * mean, low: 100 * quantile(sorted, 0.05), high: 100 * quantile(sorted, 0.95) };
    },
    /** Whether the first is above the second in nineteen of twenty resamples: paired, truth by truth. */
    above: (one: Float64Array, other: Float64Array): boolean =>
      quantile(means(one.map((value, k) => value - other[k]!)), 0.05) > 0,
  };
}
