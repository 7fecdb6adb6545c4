// The cost of delay: what a party has away from the table moves as an inventory of the case grows.
import { describe, expect, it } from "vitest";
import { buildCase, numbers, problemsIn } from "../../test/build-case.js";
import { preferencesOf } from "./preferences.js";

const inventories = [
  {
    id: "arms",
    name: "Arms",
    unit: "weapons",
    scenarios: [
      { id: "one", asOf: "2020-01-01", stock: 20, growth: [3, 5] },
      { id: "two", asOf: "2020-01-01", stock: 30, growth: 10 },
    ],
  },
];
const written = (delay: object, more: object = {}) => ({
  case: { inventories },
  interests: [
    {
      ...numbers("a", { x: 1 }, { x: [0, 1] }),
      reservation: { points: 40, date: "2020-01-01", delay, ...more },
    },
  ],
});

describe("the cost of delay", () => {
  const at = (delay: object, day: string) => {
    const negotiation = buildCase(written(delay));
    const [interests] = negotiation.interests;
    if (!interests) throw new Error("no interests");
    const { reservation, coordinates } = preferencesOf(negotiation, interests, day);
    const [term] = reservation;
    return term?.form === "number" ? term.value : coordinates[0];
  };

  it("is the growth of the inventory in points, as wide as the growth is known", () => {
    const found = at({ inventory: "arms", scenario: "one", points: -2 }, "2021-01-01") as { low: number; high: number };
    // A year and a day's share: 366 of 365.25 days; 5 weapons at −2 points, and 3.
    expect(found.low).toBeCloseTo(0.4 - (2 * 5 * 366) / 365.25 / 100, 12);
    expect(found.high).toBeCloseTo(0.4 - (2 * 3 * 366) / 365.25 / 100, 12);
  });

  it("is the range over all scenarios where none is named, and one number where the growth is one", () => {
    const found = at({ inventory: "arms", points: -2 }, "2021-01-01") as { low: number; high: number };
    expect(found.low).toBeCloseTo(0.4 - (2 * 10 * 366) / 365.25 / 100, 12);
    expect(found.high).toBeCloseTo(0.4 - (2 * 3 * 366) / 365.25 / 100, 12);
    expect(at({ inventory: "arms", scenario: "two", points: -1 }, "2021-01-01")).toBeCloseTo(
      0.4 - (10 * 366) / 365.25 / 100,
      12,
    );
  });

  it("is nothing on its own day, nor before", () => {
    expect(at({ inventory: "arms", points: -2 }, "2020-01-01")).toBe(0.4);
    expect(at({ inventory: "arms", points: -2 }, "2019-06-01")).toBe(0.4);
  });

  it.each([
    [{ inventory: "amrs", points: 1 }, {}, 'unknown inventory "amrs". Did you mean "arms"?'],
    [{ inventory: "arms", scenario: "three", points: 1 }, {}, 'unknown scenario "three"'],
    [{ inventory: "arms", points: 1 }, { pointsPerMonth: 1 }, "goes instead of pointsPerMonth"],
  ])("says what is wrong with it: %j", (delay, more, message) => {
    expect(problemsIn(written(delay, more)).join("\n")).toContain(message);
  });
});
