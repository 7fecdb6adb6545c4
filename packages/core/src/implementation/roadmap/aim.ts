// What an order is sought for: the least of one kind of worst case, while both kinds keep their bounds.
import { at, TOLERANCE } from "../../math/index.js";
import { type Exchange, type ExchangeBounds, totals } from "./exchange.js";

export interface Aim extends ExchangeBounds {
  readonly least: "exposure" | "temptation";
  /** By party: how heavy its worst case counts; 0 where only its bound does. */
  readonly weight: readonly number[];
  /** By party: only what goes beyond this counts; 0 unless given. */
  readonly beyond?: readonly number[];
}

/** An order with its worst weighted case, and what no order can better. */
export interface Ordered {
  readonly order: readonly number[];
  readonly worst: number;
  /** No order has less than this; equal to `worst` where the method is exact. */
  readonly atLeast: number;
}

/** The weighted worst case of a set whose sums are given; infinite where a bound is broken. Never below zero. */
export type Cost = (kept: ArrayLike<number>, gained: ArrayLike<number>) => number;

/** @returns a function of the sums over a set, of `lasting` and of `worth`, by party */
export function costOf(exchange: Exchange, { least, weight, exposure, temptation, beyond }: Aim): Cost {
  const whole = totals(exchange);
  const exposed = least === "exposure";
  return (kept, gained) => {
    let worst = 0;
    for (let p = 0; p < whole.length; p++) {
      const [loss, gain] = [-kept[p]!, gained[p]! - whole[p]!];
      if (loss > exposure[p]! + TOLERANCE || gain > temptation[p]! + TOLERANCE) return Number.POSITIVE_INFINITY;
      worst = Math.max(worst, weight[p]! * ((exposed ? loss : gain) - (beyond?.[p] ?? 0)));
    }
    return worst;
  };
}

/** What is lost along the way by everybody, weighted: of two equal worst cases, the order with less is better. */
export function burdenOf({ weight, least }: Aim, whole: readonly number[]): Cost {
  return (kept, gained) => {
    let sum = 0;
    for (let p = 0; p < weight.length; p++)
      sum += at(weight, p) * Math.max(0, least === "exposure" ? -kept[p]! : gained[p]! - at(whole, p));
    return sum;
  };
}
