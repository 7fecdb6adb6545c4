// Where one side's deliveries stand against a payment of the other's that can be cut at will: how much must still be unpaid
// before each delivery, so that neither would rather stop.
import { at } from "../../math/index.js";
import { type Delivery, deliveryOrder, paymentCorridor, pieces, slackNeeded } from "./deliveries.js";
import type { Road } from "./road.js";

/** Parts are of the whole payment, 0–1. */
export interface Slices {
  readonly payment: string;
  /** Both sides' accepted temptation together, in parts of the payment: what is needed, and what they say. */
  readonly needed: number;
  readonly accepted: number | null;
  /** The deliveries in their best order, and how much must be unpaid before each; null where the sides do not say. */
  readonly deliveries: readonly { readonly step: string; readonly unpaid: { low: number; high: number } | null }[];
  /** Where the delivery can be cut as well: the parts of it, first to last, with the fewest cuts. */
  readonly pieces: readonly number[] | null;
}

/** @returns null where the road has another shape: more than two parties, waiting, or no payment that can be cut */
export function slicesOf({ parties, steps }: Road): Slices | null {
  if (parties.length !== 2 || steps.some(({ after, by }) => after.length > 0 || by < 0)) return null;
  const payer = [0, 1].find((party) => {
    const own = steps.filter(({ by }) => by === party);
    return own.length === 1 && own[0]?.divisible;
  });
  const payment = steps.find(({ by }) => by === payer);
  if (payer === undefined || !payment) return null;
  const supplier = 1 - payer;
  const [pays, brings] = [-at(payment.worth, payer), at(payment.worth, supplier)];
  const delivered = steps.filter(({ by }) => by === supplier);
  if (!(pays > 0 && brings > 0) || delivered.length === 0) return null;
  // In parts of the payment, both sides' points are one scale.
  const items = delivered.map(
    ({ worth }): Delivery => ({ cost: -at(worth, supplier) / brings, value: at(worth, payer) / pays }),
  );
  const order = deliveryOrder(items);
  const [toSupplier, toPayer] = [at(parties, supplier).temptation, at(parties, payer).temptation];
  const slack =
    toSupplier === null || toPayer === null ? null : { supplier: toSupplier / brings, payer: toPayer / pays };
  const accepted = slack && slack.supplier + slack.payer;
  const corridor = slack && paymentCorridor(items, order, slack);
  const [only] = items;
  const cuts =
    delivered.length === 1 && delivered[0]?.divisible && only && accepted && only.cost > 0 && only.value >= only.cost
      ? pieces(1, only, accepted)
      : null;
  return {
    payment: payment.id,
    needed: Math.max(0, slackNeeded(items, order)),
    accepted,
    deliveries: order.map((place, turn) => {
      const unpaid = corridor?.[turn];
      return {
        step: at(delivered, place).id,
        unpaid:
          unpaid && unpaid.low <= unpaid.high ? { low: Math.max(0, unpaid.low), high: Math.min(1, unpaid.high) } : null,
      };
    }),
    pieces: cuts,
  };
}
