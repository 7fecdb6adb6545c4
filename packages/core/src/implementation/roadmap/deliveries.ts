// Deliveries that depend on nothing against a payment that can be cut at will (Sandholm and Lesser 1994), and equal pieces
// of one good. Costs and values are in units of the payment, so that both sides' points are one scale.

export interface Delivery {
  /** To the supplier. */
  readonly cost: number;
  /** To who pays. */
  readonly value: number;
}

/** What the best order asks for is what Johnson's rule gives backwards in time: losses by value, then gains by cost. */
export function deliveryOrder(items: readonly Delivery[]): number[] {
  const places = items.map((_, place) => place);
  const [losses, gains] = [true, false].map((loss) =>
    places.filter((place) => items[place]!.value < items[place]!.cost === loss),
  ) as [number[], number[]];
  losses.sort((a, b) => items[a]!.value - items[b]!.value);
  gains.sort((a, b) => items[b]!.cost - items[a]!.cost);
  return [...losses, ...gains];
}

/** The least sum of both sides' accepted temptation with which an order can be kept. */
export function slackNeeded(items: readonly Delivery[], order: readonly number[]): number {
  let [rest, worst] = [0, Number.NEGATIVE_INFINITY];
  for (const place of [...order].reverse()) {
    const { cost, value } = items[place]!;
    worst = Math.max(worst, cost - rest);
    rest += value - cost;
  }
  return worst;
}

/** Before each delivery in turn: between how much must still be unpaid. Empty (low > high) where the slack is too small. */
export function paymentCorridor(
  items: readonly Delivery[],
  order: readonly number[],
  slack: { readonly supplier: number; readonly payer: number },
): { readonly low: number; readonly high: number }[] {
  let [costs, values] = [0, 0];
  const backwards = [...order].reverse().map((place) => {
    const { cost, value } = items[place]!;
    costs += cost;
    const corridor = { low: costs - slack.supplier, high: values + slack.payer };
    values += value;
    return corridor;
  });
  return backwards.reverse();
}

/**
 * The fewest pieces into which a good must be cut, first to last: backwards, each may be larger than the one after it by
 * value over cost. Every quantity is in the good's unit, `slack` in the payment's. @returns null for more than a thousand
 */
export function pieces(quantity: number, { cost, value }: Delivery, slack: number): number[] | null {
  if (!(quantity > 0 && cost > 0 && slack > 0 && value >= cost))
    throw new RangeError(`no pieces of ${quantity} at cost ${cost}, value ${value}, slack ${slack}`);
  const growth = value / cost;
  const count =
    growth === 1 ? (quantity * cost) / slack : Math.log1p((quantity * (value - cost)) / slack) / Math.log(growth);
  // What rounding adds is no piece.
  const needed = Math.max(1, Math.ceil(count - 1e-9));
  if (needed > MOST_PIECES) return null;
  const last = Array.from({ length: needed - 1 }, (_, back) => (slack / cost) * growth ** back);
  const first = quantity - last.reduce((sum, one) => sum + one, 0);
  return [first, ...last.reverse()];
}

/** Nobody delivers in more. */
const MOST_PIECES = 1000;
