// The mixture of packages with the largest product of surpluses, and the weights at it: at one over each surplus no package
// has a larger weighted sum than the mixture itself. Pairwise steps: Lacoste-Julien & Jaggi, "On the Global Linear
// Convergence of Frank–Wolfe Optimization Variants", NIPS 2015.
import type { Bound } from "./mixture.js";
import { type Found, heaviest, type SurplusPaths } from "./surplus-paths.js";
import type { Work } from "./work.js";

const ROUNDS = 60;
/** Of the logarithm of the product: closer to the mixture than this saves the search nothing. */
const CLOSE = 1e-3;

/**
 * Weights λ, zero but for the parties that are counted, and the largest Σ λ × surplus of any package. By the inequality of
 * arithmetic and geometric means no product of the n counted surpluses passes (most ⁄ n)ⁿ ⁄ Π λ.
 * @param from a package by which all that are counted gain
 * @param seen told of every package on the way
 */
export function productBound(
  paths: SurplusPaths,
  counted: readonly number[],
  from: Found,
  seen: (found: Found) => void,
  work: Work,
): Bound {
  const n = counted.length;
  const mixture = Float64Array.from(counted, (p) => from.surplus[p]!);
  const vertices: { readonly at: Float64Array; part: number }[] = [{ at: Float64Array.from(mixture), part: 1 }];
  let best: Bound & { readonly log: number } = {
    weights: new Float64Array(paths.parties),
    most: Number.POSITIVE_INFINITY,
    log: Number.POSITIVE_INFINITY,
  };
  const direction = new Float64Array(n);
  for (let round = 0; round < ROUNDS; round++) {
    // Step 1: the package of the largest sum for the weights of the mixture, and the bound that they make.
    const weights = new Float64Array(paths.parties);
    let logs = 0;
    for (let k = 0; k < n; k++) {
      weights[counted[k]!] = 1 / mixture[k]!;
      logs -= Math.log(mixture[k]!);
    }
    const found = heaviest(paths, weights);
    seen(found);
    work.done += paths.to.length;
    const own = Float64Array.from(counted, (p) => found.surplus[p]!);
    const sumOf = (at: Float64Array): number => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += at[k]! / mixture[k]!;
      return sum;
    };
    const most = sumOf(own);
    const log = n * Math.log(most / n) - logs;
    if (log < best.log) best = { weights, most, log };
    if (most - n < CLOSE) break;
    // Step 2: the package of the mixture with the least sum gives way to it, as far as the product grows.
    const least = vertices.reduce((worst, vertex) => (sumOf(vertex.at) < sumOf(worst.at) ? vertex : worst));
    for (let k = 0; k < n; k++) direction[k] = own[k]! - least.at[k]!;
    const part = along(mixture, direction, least.part);
    if (part <= 0) break;
    for (let k = 0; k < n; k++) mixture[k] = mixture[k]! + part * direction[k]!;
    least.part -= part;
    if (least.part <= 0) vertices.splice(vertices.indexOf(least), 1);
    vertices.push({ at: own, part });
  }
  return best;
}

/** How far along a direction, up to `most`, the sum of logarithms grows. */
function along(from: Float64Array, direction: Float64Array, most: number): number {
  const rises = (part: number): boolean => {
    let slope = 0;
    for (let k = 0; k < from.length; k++) {
      const here = from[k]! + part * direction[k]!;
      if (here <= 0) return false;
      slope += direction[k]! / here;
    }
    return slope > 0;
  };
  if (rises(most)) return most;
  let [low, high] = [0, most];
  for (let round = 0; round < 30; round++) {
    const middle = (low + high) / 2;
    if (rises(middle)) low = middle;
    else high = middle;
  }
  return low;
}
