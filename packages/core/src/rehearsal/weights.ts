// How much each issue matters to a party: what lies between its worst and its best option, as a share of all issues.
import type { Worth } from "../agreements/index.js";
import { type Band, pointsBand, quantile } from "../math/index.js";
import type { ModelSet } from "./beliefs.js";

/** Shares that sum to 1; 0 for all where nothing matters. */
export function weightsOf(worth: Worth, offsets: Int32Array): Float64Array {
  const spans = Float64Array.from({ length: offsets.length - 1 }, (_, issue) => {
    const own = worth.subarray(offsets[issue]!, offsets[issue + 1]!);
    return own.reduce((most, value) => Math.max(most, value)) - own.reduce((least, value) => Math.min(least, value));
  });
  const sum = spans.reduce((total, span) => total + span, 0);
  return sum > 0 ? spans.map((span) => span / sum) : spans;
}

/** What is believed of the weights, in points: one band an issue. @param chances of the models; even unless given */
export function weightBands({ count, worth }: ModelSet, offsets: Int32Array, chances: Float64Array | null): Band[] {
  const size = worth.length / count;
  const all = Array.from({ length: count }, (_, model) =>
    weightsOf(worth.subarray(model * size, (model + 1) * size), offsets),
  );
  return Array.from({ length: offsets.length - 1 }, (_, issue) => {
    const values = Float64Array.from(all, (weights) => weights[issue]!);
    return chances === null ? pointsBand(values) : weighted(values, chances);
  });
}

/** Median and 5–95 % of values that are not equally likely, in points. */
function weighted(values: Float64Array, chances: Float64Array): Band {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  // Each value stands as often as it is likely, in a thousand: one way of taking quantiles for all bands.
  const spread: number[] = [];
  let passed = 0;
  for (const place of order) {
    passed += chances[place]!;
    while (spread.length < Math.round(1000 * passed)) spread.push(100 * values[place]!);
  }
  const sorted = Float64Array.from(spread.length > 0 ? spread : values);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
}
