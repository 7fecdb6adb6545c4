// A partial date means any day in it, so that the order of a record may be open. What is sure is sure in every order.
import { type Day, firstDay, lastDay, type PartialDate } from "../case/index.js";

interface Dated {
  readonly date: PartialDate;
}

/** More orders than these are not gone through. */
const MOST_ORDERS = 1000;

/** An item with the first and the last day that its date can mean. */
interface Spanned<T> {
  readonly item: T;
  readonly first: Day;
  readonly last: Day;
}

const spanned = <T extends Dated>(item: T): Spanned<T> => ({
  item,
  first: firstDay(item.date),
  last: lastDay(item.date),
});

/**
 * Every order that the dates allow, that of the list first.
 * @param items in an order that the dates allow
 * @returns null where there are over a thousand
 */
export function ordersOf<T extends Dated>(items: readonly T[]): T[][] | null {
  const all = items.map(spanned);
  const orders: T[][] = [];
  const extend = (done: readonly T[], left: readonly Spanned<T>[]): boolean => {
    if (left.length === 0) {
      orders.push([...done]);
      return orders.length <= MOST_ORDERS;
    }
    // What may come next begins before any of the others is surely over.
    const over = left.reduce((least, { last }) => (last < least ? last : least), left[0]?.last ?? "");
    return left
      .filter(({ first }) => first <= over)
      .every((next) =>
        extend(
          [...done, next.item],
          left.filter((other) => other !== next),
        ),
      );
  };
  // Long records of whole days have one order; going down one by one would only be deep.
  if (all.every(({ first }, index) => index === 0 || (all[index - 1]?.last ?? "") < first)) return [[...items]];
  if (items.length > 200) return null;
  return extend([], all) ? orders : null;
}

/** Those of the items whose place among the others is known. */
export function surelyPlaced<T extends Dated>(items: readonly T[]): T[] {
  const all = items.map(spanned).sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const sure = new Set<T>();
  let [before, index] = ["", 0];
  for (const { item, first, last } of all) {
    const next = all[++index]?.first;
    if (before < first && (next === undefined || last < next)) sure.add(item);
    if (last > before) before = last;
  }
  return items.filter((item) => sure.has(item));
}
