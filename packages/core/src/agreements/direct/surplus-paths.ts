// The paths of a space with what every arc brings to every party in one model; and the best path for given weights.
import type { Worth } from "../front-table.js";
import type { Paths } from "./paths.js";

/** Paths in one model. Arcs of an issue that stands alone are left out where another option is as good for everybody. */
export interface SurplusPaths {
  readonly parties: number;
  readonly issues: number;
  readonly roots: Int32Array;
  readonly arcs: Int32Array;
  readonly issue: Int32Array;
  readonly option: Int32Array;
  readonly to: Int32Array;
  /** Worth of every arc to every party, arcs × parties, 0–1. */
  readonly worth: Float64Array;
  /** What every party has to begin with: minus its reservation value. */
  readonly start: Float64Array;
}

export function surplusPathsOf(paths: Paths, worths: readonly Worth[], reservation: ArrayLike<number>): SurplusPaths {
  const parties = worths.length;
  const nodes = paths.arcs.length - 1;
  const all = paths.to.length;
  const worth = new Float64Array(all * parties);
  for (let arc = 0; arc < all; arc++)
    for (let p = 0; p < parties; p++) worth[arc * parties + p] = worths[p]![paths.place[arc]!]!;
  // Step 1: which arcs stay.
  const kept = new Int32Array(all);
  const arcs = new Int32Array(nodes + 1);
  let count = 0;
  const alone = new Uint8Array(nodes);
  for (let block = 0; block + 1 < paths.roots.length; block++)
    if (paths.roots[block + 1]! - paths.roots[block]! === 1) alone[paths.roots[block]!] = 1;
  for (let node = 0; node < nodes; node++) {
    const [from, to] = [paths.arcs[node]!, paths.arcs[node + 1]!];
    for (let arc = from; arc < to; arc++)
      if (alone[node] === 0 || !isDominated(worth, parties, arc, from, to)) kept[count++] = arc;
    arcs[node + 1] = count;
  }
  // Step 2: their lists.
  const pick = (list: Int32Array): Int32Array => {
    const out = new Int32Array(count);
    for (let k = 0; k < count; k++) out[k] = list[kept[k]!]!;
    return out;
  };
  const own = new Float64Array(count * parties);
  for (let k = 0; k < count; k++)
    for (let p = 0; p < parties; p++) own[k * parties + p] = worth[kept[k]! * parties + p]!;
  const start = new Float64Array(parties);
  for (let p = 0; p < parties; p++) start[p] = -reservation[p]!;
  const { issues, roots } = paths;
  return {
    parties,
    issues,
    roots,
    arcs,
    issue: pick(paths.issue),
    option: pick(paths.option),
    to: pick(paths.to),
    worth: own,
    start,
  };
}

/** Whether another arc of the same node is at least as good for everybody; of arcs that are the same the first stays. */
function isDominated(worth: Float64Array, parties: number, arc: number, from: number, to: number): boolean {
  for (let other = from; other < to; other++) {
    if (other === arc) continue;
    let [asGood, better] = [true, false];
    for (let p = 0; p < parties && asGood; p++) {
      const difference = worth[other * parties + p]! - worth[arc * parties + p]!;
      asGood = difference >= 0;
      better ||= difference > 0;
    }
    if (asGood && (better || other < arc)) return true;
  }
  return false;
}

/** A package as the arcs that it takes, one an issue, and what it leaves every party above its reservation value. */
export interface Found {
  readonly chosen: Int32Array;
  readonly surplus: Float64Array;
}

/** A package's options, one entry an issue. */
export function optionsOf({ issues, issue, option }: SurplusPaths, { chosen }: Found): Int32Array {
  const options = new Int32Array(issues);
  for (const arc of chosen) options[issue[arc]!] = option[arc]!;
  return options;
}

/** Room for the best path, kept from one call to the next. */
let value = new Float64Array(0);
let best = new Int32Array(0);

/** The package of the largest weighted sum: every block by itself, from its end. */
export function heaviest(paths: SurplusPaths, weights: Float64Array): Found {
  const { parties, roots, arcs, to, worth, start, issues } = paths;
  const nodes = arcs.length - 1;
  if (value.length < nodes) [value, best] = [new Float64Array(2 * nodes), new Int32Array(2 * nodes)];
  for (let node = nodes - 1; node >= 0; node--) {
    let [most, which] = [Number.NEGATIVE_INFINITY, -1];
    for (let arc = arcs[node]!; arc < arcs[node + 1]!; arc++) {
      let sum = to[arc]! < 0 ? 0 : value[to[arc]!]!;
      for (let p = 0, k = arc * parties; p < parties; p++, k++) sum += weights[p]! * worth[k]!;
      if (sum > most) [most, which] = [sum, arc];
    }
    value[node] = most;
    best[node] = which;
  }
  const chosen = new Int32Array(issues);
  const surplus = Float64Array.from(start);
  let depth = 0;
  for (let block = 0; block + 1 < roots.length; block++) {
    for (let node = roots[block]!; node >= 0; ) {
      const arc = best[node]!;
      chosen[depth++] = arc;
      for (let p = 0; p < parties; p++) surplus[p] = surplus[p]! + worth[arc * parties + p]!;
      node = to[arc]!;
    }
  }
  return { chosen, surplus };
}
