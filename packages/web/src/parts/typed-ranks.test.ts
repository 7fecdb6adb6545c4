import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbersOf, numbersShown, rankOfNumbers } from "./typed-ranks.js";

const numbers = fc
  .dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 9 }))
  .map((typed) => new Map(Object.entries(typed)));

describe("typed ranks", () => {
  it("come to an order in which a smaller number stands before a larger one, and equal ones together", () => {
    fc.assert(
      fc.property(numbers, (typed) => {
        const place = numbersOf(rankOfNumbers(typed));
        for (const [one, number] of typed)
          for (const [other, another] of typed)
            expect(Math.sign((place.get(one) ?? 0) - (place.get(other) ?? 0))).toBe(Math.sign(number - another));
      }),
    );
  });

  it("stay as typed while they come to what is kept, and follow it where it is another", () => {
    const typed = new Map([
      ["a", 1],
      ["b", 3],
    ]);
    expect(numbersShown(typed, [["a"], ["b"]])).toBe(typed);
    expect(numbersShown(typed, [["b"], ["a"]]).get("a")).toBe(2);
  });
});
