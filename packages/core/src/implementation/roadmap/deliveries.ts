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
 * value over cost. Every quantity is in the good's unit, `slack` in the payment's.
 */
export function pieces(quantity: number, { cost, value }: Delivery, slack: number): number[] {
  if (!(quantity > 0 && cost > 0 && slack > 0 && value >= cost))
    throw new RangeError(`no pieces of ${quantity} at cost ${cost}, value ${value}, slack ${slack}`);
  const found: number[] = [];
  let [left, next] = [quantity, slack / cost];
  while (left > next * (1 + 1e-12)) {
    found.push(next);
    left -= next;
    next *= value / cost;
    if (found.length > 10_000) throw new RangeError(`more than 10,000 pieces of ${quantity}`);
  }
  found.push(left);
  return found.reverse();
}
