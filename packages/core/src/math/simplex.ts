// Luc Devroye, Non-Uniform Random Variate Generation (1986), ch. V.2: the spacings of sorted uniforms
// are uniform on the simplex. No logarithm is taken, so the draws are the same bits on every machine.
import type { Rng } from "./rng.js";

/** Fills `out` (length n ≥ 1) with a point uniform on {x ≥ 0, Σx = 1}. */
export function uniformSimplex(out: Float64Array, rng: Rng): Float64Array {
  const last = out.length - 1;
  for (let i = 0; i < last; i++) out[i] = rng();
  out[last] = 1;
  sortAscending(out);
  for (let i = last; i > 0; i--) out[i] = out[i]! - out[i - 1]!;
  return out;
}

/** As `uniformSimplex`, then in descending order: uniform on {x₁ ≥ x₂ ≥ … ≥ xₙ ≥ 0, Σx = 1}. */
export function uniformRankedSimplex(out: Float64Array, rng: Rng): Float64Array {
  return sortAscending(uniformSimplex(out, rng)).reverse();
}

/** Up to so many numbers are sorted by insertion: an issue has few steps, and millions of them are drawn. */
const FEW = 24;

/** In place. */
export function sortAscending(out: Float64Array): Float64Array {
  if (out.length > FEW) return out.sort();
  for (let i = 1; i < out.length; i++) {
    const value = out[i]!;
    let k = i - 1;
    for (; k >= 0 && out[k]! > value; k--) out[k + 1] = out[k]!;
    out[k + 1] = value;
  }
  return out;
}
