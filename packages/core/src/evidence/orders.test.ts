import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, lastDay } from "../case/index.js";
import { ordersOf, surelyPlaced } from "./orders.js";

const date = fc.constantFrom("2019", "2019-01", "2019-02", "2019-03", "2019-01-10", "2019-02-10", "2019-03-20", "2020");
const items = fc
  .uniqueArray(date, { maxLength: 6 })
  .map((dates) =>
    dates
      .sort((a, b) => `${lastDay(a)} ${firstDay(a)}`.localeCompare(`${lastDay(b)} ${firstDay(b)}`, "en"))
      .map((one) => ({ date: one })),
  );
const before = (a: { date: string }, b: { date: string }) => lastDay(a.date) < firstDay(b.date);

function permutations<T>(list: readonly T[]): T[][] {
  return list.length === 0
    ? [[]]
    : list.flatMap((one, k) => permutations(list.filter((_, at) => at !== k)).map((rest) => [one, ...rest]));
}

describe("orders that partial dates allow", () => {
  it("are all those in which nothing stands before what was surely there first (brute force)", () => {
    fc.assert(
      fc.property(items, (list) => {
        const allowed = permutations(list).filter((order) =>
          order.every((one, k) => order.slice(k + 1).every((later) => !before(later, one))),
        );
        const key = (orders: { date: string }[][]) => orders.map((order) => order.map((one) => one.date).join()).sort();
        expect(key(ordersOf(list) ?? [])).toEqual(key(allowed));
      }),
    );
  });

  it("place surely whatever is surely before or after each other item (brute force)", () => {
    fc.assert(
      fc.property(items, (list) => {
        expect(surelyPlaced(list)).toEqual(
          list.filter((one) => list.every((other) => other === one || before(one, other) || before(other, one))),
        );
      }),
    );
  });
});
