// Branch and bound over the issues (Land & Doig, Econometrica 28(3), 1960): a partial package is left as soon as one party
// can no longer reach its least, or a weighted sum its threshold.
import type { Bound } from "./mixture.js";
import type { Found, SurplusPaths } from "./surplus-paths.js";
import type { Work } from "./work.js";

/** What a package must reach; the search reads it anew at every step, so that it may rise as better packages are found. */
export interface Threshold {
  /** The least surplus of every party, then the least weighted sum. */
  readonly low: Float64Array;
}

/** Room for one search, kept from one to the next. */
let room = { arcs: 0, depths: 0, columns: 0 };
let reach = new Float64Array(0);
let step = new Float64Array(0);
let sorted = new Int32Array(0);
let sums = new Float64Array(0);
let cursor = new Int32Array(0);
let ends = new Int32Array(0);
let places = new Int32Array(0);
let suffix = new Float64Array(0);

function makeRoom(arcs: number, depths: number, columns: number): void {
  if (room.arcs >= arcs && room.depths >= depths && room.columns >= columns) return;
  room = {
    arcs: Math.max(room.arcs, arcs),
    depths: Math.max(room.depths, depths),
    columns: Math.max(room.columns, columns),
  };
  reach = new Float64Array(room.arcs * room.columns);
  step = new Float64Array(room.arcs * room.columns);
  sorted = new Int32Array(room.arcs);
  sums = new Float64Array((room.depths + 1) * room.columns);
  cursor = new Int32Array(room.depths + 1);
  ends = new Int32Array(room.depths + 1);
  places = new Int32Array(room.depths + 1);
  suffix = new Float64Array((room.arcs + 1) * room.columns);
}

/**
 * Goes through every package that reaches the threshold.
 * @param visit told of each; it may raise the threshold
 * @returns false where the work ran out before all were gone through
 */
export function search(
  paths: SurplusPaths,
  { weights }: Bound,
  { low }: Threshold,
  work: Work,
  visit: (found: Found) => void,
): boolean {
  const { parties, roots, arcs, to, worth, start, issues } = paths;
  const columns = parties + 1;
  const nodes = arcs.length - 1;
  const blocks = roots.length - 1;
  makeRoom(Math.max(to.length, nodes), issues, columns);
  // Step 1: what every arc brings, to every party and to the sum, and the most that can follow it in its block.
  for (let arc = 0; arc < to.length; arc++) {
    let sum = 0;
    for (let p = 0; p < parties; p++) {
      const own = worth[arc * parties + p]!;
      step[arc * columns + p] = own;
      sum += weights[p]! * own;
    }
    step[arc * columns + parties] = sum;
  }
  for (let node = nodes - 1; node >= 0; node--) {
    for (let c = 0; c < columns; c++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let arc = arcs[node]!; arc < arcs[node + 1]!; arc++) {
        const after = to[arc]!;
        const own = step[arc * columns + c]! + (after < 0 ? 0 : suffix[after * columns + c]!);
        reach[arc * columns + c] = own;
        if (own > most) most = own;
      }
      suffix[node * columns + c] = most;
    }
  }
  // Step 2: blocks where a wrong option costs the sum most come first: what is left then differs little.
  const regret = new Float64Array(blocks);
  for (let block = 0; block < blocks; block++) {
    const root = roots[block]!;
    let [first, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let arc = arcs[root]!; arc < arcs[root + 1]!; arc++) {
      const own = reach[arc * columns + parties]!;
      if (own > first) [first, second] = [own, first];
      else if (own > second) second = own;
    }
    regret[block] = first - second;
  }
  const order = Array.from(regret, (_, block) => block).sort((a, b) => regret[b]! - regret[a]! || a - b);
  // Step 3: to the reach of every arc is added the most of all blocks that come later.
  const next = new Int32Array(nodes);
  for (let c = 0; c < columns; c++) {
    let after = 0;
    for (let k = blocks - 1; k >= 0; k--) {
      const block = order[k]!;
      for (let arc = arcs[roots[block]!]!; arc < arcs[roots[block + 1]!]!; arc++)
        reach[arc * columns + c] = reach[arc * columns + c]! + after;
      after += suffix[roots[block]! * columns + c]!;
    }
  }
  for (let k = 0; k < blocks; k++)
    for (let node = roots[order[k]!]!; node < roots[order[k]! + 1]!; node++)
      next[node] = k + 1 < blocks ? roots[order[k + 1]!]! : -1;
  // Step 4: the arcs of every node by the sum that can still be had, so that the first that falls short ends the node.
  for (let node = 0; node < nodes; node++) {
    const from = arcs[node]!;
    for (let k = from; k < arcs[node + 1]!; k++) {
      const own = reach[k * columns + parties]!;
      let place = k;
      while (place > from && reach[sorted[place - 1]! * columns + parties]! < own) {
        sorted[place] = sorted[place - 1]!;
        place--;
      }
      sorted[place] = k;
    }
  }
  // Step 5: depth first.
  let depth = 0;
  sums.set(start);
  let total = 0;
  for (let p = 0; p < parties; p++) total += weights[p]! * start[p]!;
  sums[parties] = total;
  cursor[0] = arcs[roots[order[0]!]!]!;
  ends[0] = arcs[roots[order[0]!]! + 1]!;
  places[0] = roots[order[0]!]!;
  let looked = 0;
  const allowed = work.most - work.done;
  while (depth >= 0) {
    if (cursor[depth]! >= ends[depth]!) {
      depth--;
      continue;
    }
    if (++looked > allowed) break;
    const arc = sorted[cursor[depth]!]!;
    cursor[depth] = cursor[depth]! + 1;
    const [own, base] = [arc * columns, depth * columns];
    if (sums[base + parties]! + reach[own + parties]! < low[parties]!) {
      depth--;
      continue;
    }
    let inside = true;
    for (let p = 0; p < parties; p++) {
      if (sums[base + p]! + reach[own + p]! < low[p]!) {
        inside = false;
        break;
      }
    }
    if (!inside) continue;
    const node = to[arc]! >= 0 ? to[arc]! : next[places[depth]!]!;
    if (node < 0) {
      const chosen = Int32Array.from({ length: issues }, (_, k) => sorted[cursor[k]! - 1]!);
      visit({ chosen, surplus: Float64Array.from({ length: parties }, (_, p) => sums[base + p]! + step[own + p]!) });
      continue;
    }
    for (let c = 0; c < columns; c++) sums[base + columns + c] = sums[base + c]! + step[own + c]!;
    depth++;
    cursor[depth] = arcs[node]!;
    ends[depth] = arcs[node + 1]!;
    places[depth] = node;
  }
  work.done += Math.min(looked, allowed);
  return looked <= allowed;
}
