// The least peak of a sum over chains in one dimension: Abdel-Wahab and Kameda (Operations Research 26(1), 1978). Each chain
// is cut into humps; humps that end lower go first, by their peaks; the others last, as if time ran backwards.
import { TOLERANCE } from "../../math/index.js";

interface Hump {
  readonly chain: number;
  /** Actions of the chain, from … to − 1. */
  readonly from: number;
  readonly to: number;
  readonly peak: number;
  readonly net: number;
}

/**
 * @param chains costs in the order in which each chain is gone through; a gain is below zero
 * @returns the order as (chain, step) pairs, and its highest running sum, at least 0. O(n log n), exact.
 */
export function byChains(chains: readonly (readonly number[])[]): {
  readonly order: readonly (readonly [chain: number, step: number])[];
  readonly peak: number;
} {
  const falling: Hump[] = [];
  const rising: Hump[] = [];
  for (const [chain, costs] of chains.entries()) {
    const turn = turnOf(costs);
    falling.push(...descents(costs.slice(0, turn)).map((hump) => ({ ...hump, chain })));
    rising.push(
      ...ascents(costs.slice(turn)).map((hump) => ({ ...hump, chain, from: hump.from + turn, to: hump.to + turn })),
    );
  }
  falling.sort((a, b) => a.peak - b.peak);
  rising.sort((a, b) => b.peak - b.net - (a.peak - a.net));
  const order = [...falling, ...rising].flatMap(({ chain, from, to }) =>
    Array.from({ length: to - from }, (_, k): [number, number] => [chain, from + k]),
  );
  let [sum, peak] = [0, 0];
  for (const [chain, step] of order) {
    sum += chains[chain]![step]!;
    peak = Math.max(peak, sum);
  }
  return { order, peak };
}

/** How many steps lead to the last of the lowest running sums. */
function turnOf(costs: readonly number[]): number {
  let [sum, lowest, turn] = [0, 0, 0];
  for (const [step, cost] of costs.entries()) {
    sum += cost;
    if (sum <= lowest) [lowest, turn] = [sum, step + 1];
  }
  return turn;
}

/** Cut wherever the sum is as low as never before; what peaks lower than its predecessor goes with it. */
function descents(costs: readonly number[]): Omit<Hump, "chain">[] {
  const found: Omit<Hump, "chain">[] = [];
  let [from, net, peak] = [0, 0, 0];
  for (const [step, cost] of costs.entries()) {
    net += cost;
    peak = Math.max(peak, net);
    if (net > TOLERANCE && step + 1 < costs.length) continue;
    let hump = { from, to: step + 1, peak, net };
    for (let last = found.at(-1); last && last.peak >= hump.peak; last = found.at(-1)) {
      found.pop();
      hump = {
        from: last.from,
        to: hump.to,
        peak: Math.max(last.peak, last.net + hump.peak),
        net: last.net + hump.net,
      };
    }
    found.push(hump);
    [from, net, peak] = [step + 1, 0, 0];
  }
  return found;
}

/** The mirror image: backwards in time a hump of peak p and net g has the peak p − g and the net −g. */
function ascents(costs: readonly number[]): Omit<Hump, "chain">[] {
  const backwards = costs.map((cost) => -cost).reverse();
  return descents(backwards)
    .reverse()
    .map(({ from, to, peak, net }) => ({
      from: costs.length - to,
      to: costs.length - from,
      peak: peak - net,
      net: -net,
    }));
}
