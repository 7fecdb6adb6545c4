// A generator of small random exchanges of commitments, with helpers that list their possible orders, for tests of
// roadmaps.
import fc from "fast-check";
import type { Exchange } from "../src/implementation/roadmap/exchange.js";

/** An exchange from its worths (actions × parties) and precedences. */
export function exchangeOf(
  worth: readonly (readonly number[])[],
  before: readonly (readonly number[])[] = worth.map(() => []),
  lasting: readonly (readonly number[])[] = worth,
): Exchange {
  const parties = worth[0]?.length ?? 0;
  return {
    size: worth.length,
    parties,
    worth: Float64Array.from(worth.flat()),
    lasting: Float64Array.from(lasting.flat()),
    before,
  };
}

/** Small exchanges: each action costs its performer and serves another; ties, gifts and precedences are likely. */
export const randomExchange = (most: number, parties = 2) =>
  fc
    .array(
      fc.record({
        by: fc.nat(parties - 1),
        worth: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: parties, maxLength: parties }),
        kept: fc.constantFrom(1, 1, 0.5, 0),
        after: fc.array(fc.nat(most), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((actions) => {
      const worth = actions.map(({ by, worth }) => worth.map((value, p) => (p === by ? -value : value)));
      return exchangeOf(
        worth,
        actions.map(({ after }, action) => [...new Set(after.filter((first) => first < action))]),
        worth.map((row, action) => row.map((value) => value * (actions[action]?.kept ?? 1))),
      );
    });

/** Every order that keeps the precedences. */
export function* allOrders({ size, before }: Exchange, begun: readonly number[] = []): Generator<readonly number[]> {
  if (begun.length === size) yield begun;
  for (let action = 0; action < size; action++) {
    if (begun.includes(action) || before[action]?.some((first) => !begun.includes(first))) continue;
    yield* allOrders({ size, before } as Exchange, [...begun, action]);
  }
}

/** Everything once, each after what it needs, else in the given order of preference; for "they go first". */
export function inPreference({ size, before }: Exchange, preference: readonly number[]): number[] {
  const order: number[] = [];
  const taken = new Uint8Array(size);
  const take = (action: number) => {
    if (taken[action]) return;
    taken[action] = 1;
    for (const first of before[action] ?? []) take(first);
    order.push(action);
  };
  for (const action of preference) take(action);
  return order;
}
