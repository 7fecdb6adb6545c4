// A partial date means any day in it, so that the order of a record may be open. What is sure is sure in every order.
import { firstDay, lastDay, type PartialDate } from "../case/index.js";

interface Dated {
  readonly date: PartialDate;
}

/** More orders than these are not gone through. */
const MOST_ORDERS = 1000;

/** Whether the one was surely there before the other. */
const surelyBefore = (a: Dated, b: Dated): boolean => lastDay(a.date) < firstDay(b.date);

/**
 * Every order that the dates allow, that of the list first.
 * @param items in an order that the dates allow
 * @returns null where there are over a thousand
 */
export function ordersOf<T extends Dated>(items: readonly T[]): T[][] | null {
  const orders: T[][] = [];
  const extend = (done: readonly T[], left: readonly T[]): boolean => {
    if (left.length === 0) {
      orders.push([...done]);
      return orders.length <= MOST_ORDERS;
    }
    return left
      .filter((next) => !left.some((other) => surelyBefore(other, next)))
      .every((next) =>
        extend(
          [...done, next],
          left.filter((other) => other !== next),
        ),
      );
  };
  // Long records of whole days have one order; going down one by one would only be deep.
  if (items.every((item, index) => index === 0 || surelyBefore(items[index - 1] as T, item))) return [[...items]];
  if (items.length > 200) return null;
  return extend([], items) ? orders : null;
}

/** Those of the items whose place among the others is known. */
export const surelyPlaced = <T extends Dated>(items: readonly T[]): T[] =>
  items.filter((item) =>
    items.every((other) => other === item || surelyBefore(item, other) || surelyBefore(other, item)),
  );
