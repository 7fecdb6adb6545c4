// An exchange without a court: Sandholm and Lesser, An Exchange Protocol without Enforcement (AAAI WS-94-02). A path of
// completed actions is safe where, at every prefix S, −L ≤ U(S) ≤ U(N) + δ for every party: what it has lost if the
// others stop now, and what it would win by stopping itself.
import { at, TOLERANCE } from "../../math/index.js";

/** Actions, numbered from 0: what each is worth to everybody, and what must be done before it. */
export interface Exchange {
  readonly size: number;
  readonly parties: number;
  /** actions × parties, in each party's own points: below zero where it costs the party. */
  readonly worth: Float64Array;
  /** The same, less what is taken back when the rest is called off. Exposure counts this. */
  readonly lasting: Float64Array;
  /** Actions that must be complete first, by action. No cycles. */
  readonly before: readonly (readonly number[])[];
}

/** Bounds in each party's own points; infinite where there is none. */
export interface ExchangeBounds {
  /** L: the loss that a party accepts. */
  readonly exposure: readonly number[];
  /** δ: the gain from stopping that a party would forgo. */
  readonly temptation: readonly number[];
}

export const unbounded = (parties: number): ExchangeBounds => ({
  exposure: Array<number>(parties).fill(Number.POSITIVE_INFINITY),
  temptation: Array<number>(parties).fill(Number.POSITIVE_INFINITY),
});

/** What an order asks of every party. */
export interface Walk {
  /** (actions + 1) × parties: −U of what lasts, from the empty prefix on; below zero a party is ahead. */
  readonly exposure: Float64Array;
  /** (actions + 1) × parties: U(S) − U(N). */
  readonly temptation: Float64Array;
  readonly worstExposure: readonly number[];
  readonly worstTemptation: readonly number[];
}

/** @param order every action once. @throws where it is not, or an action comes before what it needs. */
export function walk(exchange: Exchange, order: readonly number[]): Walk {
  expectOrder(exchange, order);
  const { parties, size, worth, lasting } = exchange;
  const exposure = new Float64Array((size + 1) * parties);
  const temptation = new Float64Array((size + 1) * parties);
  const whole = totals(exchange);
  for (let p = 0; p < parties; p++) temptation[p] = -at(whole, p);
  for (const [step, action] of order.entries()) {
    for (let p = 0; p < parties; p++) {
      const [now, then] = [step * parties + p, (step + 1) * parties + p];
      exposure[then] = exposure[now]! - lasting[action * parties + p]!;
      temptation[then] = temptation[now]! + worth[action * parties + p]!;
    }
  }
  const worst = (of: Float64Array) =>
    Array.from({ length: parties }, (_, p) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let i = p; i < of.length; i += parties) most = Math.max(most, of[i]!);
      return most;
    });
  return { exposure, temptation, worstExposure: worst(exposure), worstTemptation: worst(temptation) };
}

/** What the whole is worth to every party. */
export function totals({ size, parties, worth }: Exchange): number[] {
  return Array.from({ length: parties }, (_, p) => {
    let sum = 0;
    for (let action = 0; action < size; action++) sum += worth[action * parties + p]!;
    return sum;
  });
}

/** Whether every prefix keeps every bound. */
export const isWithin = (reached: Walk, { exposure, temptation }: ExchangeBounds): boolean =>
  reached.worstExposure.every((value, p) => value <= at(exposure, p) + TOLERANCE) &&
  reached.worstTemptation.every((value, p) => value <= at(temptation, p) + TOLERANCE);

function expectOrder({ size, before }: Exchange, order: readonly number[]): void {
  const place = new Map(order.map((action, step) => [action, step]));
  if (order.length !== size || place.size !== size) throw new RangeError(`${order} is no order of ${size} actions`);
  before.forEach((needed, action) => {
    for (const first of needed)
      if ((place.get(first) ?? size) > (place.get(action) ?? -1))
        throw new RangeError(`action ${action} comes before ${first}, which it needs`);
  });
}
