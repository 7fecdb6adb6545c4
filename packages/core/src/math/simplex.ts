// Luc Devroye, Non-Uniform Random Variate Generation (1986), ch. V.2: the spacings of sorted uniforms
// are uniform on the simplex. No logarithm is taken, so the draws are the same bits on every machine.
import type { Rng } from "./rng.js";

/** Fills `out` (length n ≥ 1) with a point uniform on {x ≥ 0, Σx = 1}. */
export function uniformSimplex(out: Float64Array, rng: Rng): Float64Array {
  const last = out.length - 1;
  for (let i = 0; i < last; i++) out[i] = rng();
  out[last] = 1;
  out.sort();
  for (let i = last; i > 0; i--) out[i] = out[i]! - out[i - 1]!;
  return out;
}

/** As `uniformSimplex`, then in descending order: uniform on {x₁ ≥ x₂ ≥ … ≥ xₙ ≥ 0, Σx = 1}. */
export function uniformRankedSimplex(out: Float64Array, rng: Rng): Float64Array {
  return uniformSimplex(out, rng).sort().reverse();
}
