// The days of rounds: they begin with the first day, lie the same days apart, and the last is the latest that the deadline allows.
import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, daysBetween } from "../case/index.js";
import { daysOfRounds, isDaysApart, roundsUntil } from "./days.js";

it("rounds come so many days apart, and as many as the deadline leaves room for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 8000 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 366 }),
      (start, until, apart) => {
        const first = addDays("2012-02-28", start);
        const deadline = addDays(first, until);
        const rounds = roundsUntil(first, deadline, apart);
        const days = daysOfRounds(first, apart, rounds);
        expect(days).toHaveLength(rounds);
        expect(days[0]).toBe(first);
        for (let k = 1; k < days.length; k++) expect(daysBetween(days[k - 1] ?? "", days[k] ?? "")).toBe(apart);
        const last = days.at(-1) ?? "";
        expect(last <= deadline && addDays(last, apart) > deadline).toBe(true);
        expect(roundsUntil(first, addDays(first, -1 - until), apart)).toBe(0);
      },
    ),
  );
});

it("are known across the end of February and of a year", () => {
  expect(daysOfRounds("2019-12-30", 2, 3)).toEqual(["2019-12-30", "2020-01-01", "2020-01-03"]);
  expect(roundsUntil("2020-02-28", "2020-03-01", 1)).toBe(3);
  expect(roundsUntil("2019-02-28", "2019-03-01", 1)).toBe(2);
});

it("are a whole number of days apart, and at most a year", () => {
  expect([1, 366].map(isDaysApart)).toEqual([true, true]);
  expect([0, -1, 1.5, 367, Number.NaN].map(isDaysApart)).toEqual([false, false, false, false, false]);
});
