// The choice of the best method for finding the order of actions that exposes the parties least, and a check of any
// order's worst case.
import { type Aim, costOf, type Ordered } from "./aim.js";
import { byBeam } from "./by-beam.js";
import { byChains } from "./by-chains.js";
import { bySubsets, MOST_EXACT } from "./by-subsets.js";
import { type Exchange, totals, walk } from "./exchange.js";
import { areChains, chainsOf } from "./lower-bound.js";

/** How an order was found; all but the beam are exact. */
export type Method = "chains" | "all sets" | "beam search";

export interface FoundOrder extends Ordered {
  readonly method: Method;
}

/** By the best method for the shape at hand. @returns null where no order keeps the bounds (or the beam found none) */
export function safestOrder(exchange: Exchange, aim: Aim): FoundOrder | null {
  const alone = onlyParty(aim);
  if (exchange.size > MOST_EXACT && alone !== null && areChains(exchange)) return inChains(exchange, aim, alone);
  const exact = exchange.size <= MOST_EXACT;
  const found = exact ? bySubsets(exchange, aim) : byBeam(exchange, aim);
  return found && { ...found, method: exact ? "all sets" : "beam search" };
}

/** The one party whose exposure counts, where no bound but its own holds; null where there are more. */
function onlyParty({ least, weight, exposure, temptation }: Aim): number | null {
  const bounded = weight.flatMap((value, party) =>
    value > 0 || exposure[party]! < Number.POSITIVE_INFINITY ? [party] : [],
  );
  const free = temptation.every((bound) => bound === Number.POSITIVE_INFINITY);
  return least === "exposure" && free && bounded.length === 1 && weight[bounded[0]!]! > 0 ? bounded[0]! : null;
}

function inChains(exchange: Exchange, aim: Aim, party: number): FoundOrder | null {
  const chains = chainsOf(exchange);
  const costs = chains.map((chain) => chain.map((action) => -exchange.lasting[action * exchange.parties + party]!));
  const order = byChains(costs).order.map(([chain, step]) => chains[chain]![step]!);
  const worst = worstOf(exchange, aim, order);
  return worst === Number.POSITIVE_INFINITY ? null : { order, worst, atLeast: worst, method: "chains" };
}

/** The weighted worst case of an order; infinite where it breaks a bound. */
export function worstOf(exchange: Exchange, aim: Aim, order: readonly number[]): number {
  const { parties } = exchange;
  const cost = costOf(exchange, aim);
  const whole = totals(exchange);
  const { exposure, temptation } = walk(exchange, order);
  let worst = 0;
  for (let step = 0; step <= order.length; step++) {
    const kept = Array.from({ length: parties }, (_, p) => -exposure[step * parties + p]!);
    const gained = Array.from({ length: parties }, (_, p) => temptation[step * parties + p]! + whole[p]!);
    worst = Math.max(worst, cost(kept, gained));
  }
  return worst;
}
