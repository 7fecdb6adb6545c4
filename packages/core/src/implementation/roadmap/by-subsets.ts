// Bottleneck path through the lattice of completed sets, exact for any precedence and any bounds: 2^n sets, n steps into
// each. The problem is strongly NP-hard (3-PARTITION), so nothing much better is to be had.
import { TOLERANCE } from "../../math/index.js";
import { type Aim, burdenOf, costOf, type Ordered } from "./aim.js";
import { type Exchange, totals } from "./exchange.js";

/** Beyond this many actions the table would not fit: 2^22 sets take 68 MB and about a second. */
export const MOST_EXACT = 22;

/** @returns the best order, ties by the burden along the way, then by number; null where none keeps the bounds. */
export function bySubsets(exchange: Exchange, aim: Aim): Ordered | null {
  const { size, parties, before } = exchange;
  if (size > MOST_EXACT) throw new RangeError(`${size} actions are more than ${MOST_EXACT}`);
  const cost = costOf(exchange, aim);
  const burden = burdenOf(aim, totals(exchange));
  const sums = sumsOf(exchange);
  const needs = Int32Array.from(before, (first) => first.reduce((set, action) => set | (1 << action), 0));
  const sets = 2 ** size;
  const worst = new Float64Array(sets).fill(Number.POSITIVE_INFINITY);
  const along = new Float64Array(sets);
  const last = new Int8Array(sets).fill(-1);
  const [kept, gained] = [new Float64Array(parties), new Float64Array(parties)];
  sums(0, kept, gained);
  worst[0] = cost(kept, gained);
  for (let set = 1; set < sets; set++) {
    // 1. The best way into the set, whatever it costs itself.
    let [best, bestAlong, via] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1];
    for (let rest = set; rest !== 0; rest &= rest - 1) {
      const action = 31 - Math.clz32(rest & -rest);
      const from = set ^ (1 << action);
      if ((from & needs[action]!) !== needs[action]! || worst[from] === Number.POSITIVE_INFINITY) continue;
      const [before, carried] = [worst[from]!, along[from]!];
      if (before > best + TOLERANCE || (before > best - TOLERANCE && carried > bestAlong - TOLERANCE)) continue;
      [best, bestAlong, via] = [before, carried, action];
    }
    if (via < 0) continue;
    // 2. The worse of that and of standing here.
    sums(set, kept, gained);
    const here = cost(kept, gained);
    if (here === Number.POSITIVE_INFINITY) continue;
    worst[set] = Math.max(best, here);
    along[set] = bestAlong + burden(kept, gained);
    last[set] = via;
  }
  const found = worst[sets - 1]!;
  if (found === Number.POSITIVE_INFINITY) return null;
  const order: number[] = [];
  for (let set = sets - 1; set !== 0; set ^= 1 << last[set]!) order.push(last[set]!);
  return { order: order.reverse(), worst: found, atLeast: found };
}

/** Sums over a set as two look-ups, one for its lower half of actions and one for its upper. */
function sumsOf({ size, parties, lasting, worth }: Exchange) {
  const half = size >> 1;
  const table = (values: Float64Array, from: number, to: number): Float64Array => {
    const found = new Float64Array(2 ** (to - from) * parties);
    for (let set = 1; set < 2 ** (to - from); set++) {
      const action = from + 31 - Math.clz32(set);
      const rest = set ^ (1 << (action - from));
      for (let p = 0; p < parties; p++)
        found[set * parties + p] = found[rest * parties + p]! + values[action * parties + p]!;
    }
    return found;
  };
  const [keptLow, keptHigh] = [table(lasting, 0, half), table(lasting, half, size)];
  const [gainedLow, gainedHigh] = [table(worth, 0, half), table(worth, half, size)];
  const mask = (1 << half) - 1;
  return (set: number, kept: Float64Array, gained: Float64Array): void => {
    const [low, high] = [(set & mask) * parties, (set >>> half) * parties];
    for (let p = 0; p < parties; p++) {
      kept[p] = keptLow[low + p]! + keptHigh[high + p]!;
      gained[p] = gainedLow[low + p]! + gainedHigh[high + p]!;
    }
  };
}
