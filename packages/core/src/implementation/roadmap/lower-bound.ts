// What no order can better. Two parties' losses are weighed into one dimension, in which the least peak over chains is known
// exactly; fewer precedences can only lower it, so that each such peak bounds the true one from below.
import type { Aim } from "./aim.js";
import { byChains } from "./by-chains.js";
import type { Exchange } from "./exchange.js";

/** How finely the weight between two parties is tried. */
const MIXES = 16;

/** In the aim's own units; 0 where nothing better is known. */
export function lowerBound(exchange: Exchange, aim: Aim): number {
  const counted = aim.weight.flatMap((weight, party) => (weight > 0 ? [party] : []));
  const chains = chainsOf(exchange);
  let most = 0;
  for (const [place, p] of counted.entries()) {
    for (const q of [p, ...counted.slice(place + 1)]) {
      for (let k = 0; k <= (p === q ? 0 : MIXES); k++) {
        const mix = p === q ? 1 : k / MIXES;
        most = Math.max(most, peakOf(exchange, aim, chains, [p, mix], [q, 1 - mix]));
      }
    }
  }
  return most;
}

/** A convex mix of weighted losses is at most the largest of them, so its least peak is at most theirs. */
function peakOf(
  { parties, lasting, worth }: Exchange,
  { least, weight, beyond }: Aim,
  chains: readonly (readonly number[])[],
  ...mix: readonly (readonly [party: number, share: number])[]
): number {
  const cost = (action: number): number =>
    mix.reduce((sum, [party, share]) => {
      const place = action * parties + party;
      const change = least === "exposure" ? -lasting[place]! : worth[place]!;
      return sum + share * weight[party]! * change;
    }, 0);
  const costs = chains.map((chain) => chain.map(cost));
  // Temptation is U(S) − U(N): it starts at −U(N), and its peak is that of the same chains shifted.
  const start = least === "exposure" ? 0 : -costs.flat().reduce((sum, one) => sum + one, 0);
  const spared = mix.reduce((sum, [party, share]) => sum + share * weight[party]! * (beyond?.[party] ?? 0), 0);
  return start + byChains(costs).peak - spared;
}

/** Chains that the precedences imply: every action keeps at most one that comes before and one that comes after it. */
export function chainsOf({ size, before }: Exchange): number[][] {
  const next = new Int32Array(size).fill(-1);
  const heads = new Set(Array.from({ length: size }, (_, action) => action));
  for (let action = 0; action < size; action++) {
    const first = before[action]!.find((one) => next[one] === -1);
    if (first === undefined) continue;
    next[first] = action;
    heads.delete(action);
  }
  return [...heads].map((head) => {
    const chain = [head];
    for (let one = next[head]!; one >= 0; one = next[one]!) chain.push(one);
    return chain;
  });
}

/** Whether the precedences are chains and nothing else. */
export const areChains = ({ before }: Exchange): boolean => {
  const followed = new Set<number>();
  return before.every((needed) => {
    if (needed.length > 1 || (needed[0] !== undefined && followed.has(needed[0]))) return false;
    if (needed[0] !== undefined) followed.add(needed[0]);
    return true;
  });
};
