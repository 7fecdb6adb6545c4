// Points of the simplex that are nearer to its middle than uniform ones are. G. Marsaglia, "Polar methods" (for half the
// square of a normal deviate: Marsaglia & Bray, SIAM Review 6(3), 1964, 260–264); gamma deviates of a half-integer shape are
// sums of exponential ones and of half such a square (Devroye, Non-Uniform Random Variate Generation, 1986, ch. IX.3).
import type { Rng } from "./rng.js";
import { sortAscending } from "./simplex.js";

/** Fills `out` (length n ≥ 1) with a point of the symmetric Dirichlet distribution of shape 2.5. */
function dirichlet(out: Float64Array, rng: Rng): Float64Array {
  let sum = 0;
  for (let i = 0; i < out.length; i++) {
    out[i] = gamma(rng);
    sum += out[i]!;
  }
  for (let i = 0; i < out.length; i++) out[i] = out[i]! / sum;
  return out;
}

/** As `dirichlet`, then in descending order. */
export const rankedDirichlet = (out: Float64Array, rng: Rng): Float64Array =>
  sortAscending(dirichlet(out, rng)).reverse();

/** How much denser the distribution is where a coordinate has one value than where it has the other. */
export function densityRatio(to: number, from: number): number {
  const ratio = to / from;
  return ratio * Math.sqrt(ratio);
}

/** A gamma deviate of shape 2.5: two exponential deviates and half the square of a normal one. */
function gamma(rng: Rng): number {
  let [a, square] = [0, 0];
  do {
    a = 2 * rng() - 1;
    const b = 2 * rng() - 1;
    square = a * a + b * b;
  } while (square >= 1 || square === 0);
  return -logarithm(between(rng) * between(rng)) - (logarithm(square) * a * a) / square;
}

const between = (rng: Rng): number => 1 - rng();

const { LN2 } = Math;

/**
 * Natural logarithm of a number above 0, from basic arithmetic alone: engines differ in the last bit of `Math.log`, and draws are
 * to be the same bits on every machine. Exact to about 1e-15 of its value or of 1.
 */
function logarithm(x: number): number {
  let [mantissa, exponent] = [x, 0];
  for (; mantissa > 1.5; exponent++) mantissa /= 2;
  for (; mantissa < 0.75; exponent--) mantissa *= 2;
  // ln m = 2 artanh((m − 1) ⁄ (m + 1)), by its series.
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let [term, sum] = [ratio, 0];
  for (let k = 1; k < 40 && Math.abs(term) > 1e-18; k += 2) {
    sum += term / k;
    term *= square;
  }
  return 2 * sum + exponent * LN2;
}
