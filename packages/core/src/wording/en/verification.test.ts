import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceText, enoughText, figureText } from "./numbers.js";
import { type GoalSaid, verification } from "./verification.js";

const read = (text: string): number => Number(text.replace("−", "-"));

describe("figures in words", () => {
  it("never say less than what is enough, and no more than a step of the last figure above it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (value) => {
        const said = read(enoughText(value));
        expect(said).toBeGreaterThanOrEqual(value - 1e-6);
        expect(said - read(figureText(value))).toBeLessThanOrEqual(value >= 100 ? 1 : value >= 10 ? 0.1 : 0.01 + 1e-9);
      }),
    );
    expect([7.8333, 7.8, 12.31, 405.2].map(enoughText)).toEqual(["7.84", "7.8", "12.4", "406"]);
  });

  it("say a range that begins at nearly nothing by its other end", () => {
    expect(chanceText({ low: 0.003, high: 0.01 })).toBe("at most 1 %");
    expect(chanceText({ low: 0.001, high: 0.004 })).toBe("under 1 %");
    expect(chanceText({ low: 0, high: 0.11 })).toBe("0–11 %");
    expect(chanceText({ low: 0.4, high: 0.999 })).toBe("40 % to over 99 %");
    expect(chanceText({ low: 0.001, high: 0.999 })).toBe("under 1 % to over 99 %");
    expect(chanceText({ low: 0.1, high: 0.5 })).toBe("10–50 %");
  });

  it("leave no brackets empty where a goal is all the plan's own", () => {
    const own: GoalSaid = {
      quantity: 6,
      unit: "guns",
      detection: 0.9,
      timeliness: "1 month",
      source: null,
      defaults: [],
    };
    const title = (source: string) => source.toUpperCase();
    expect(verification.goal(own, title)).toBe("6 guns seen with 90 %, within 1 month");
    expect(verification.goal({ ...own, source: "treaty" }, title)).toMatch(/ \(TREATY\)$/);
    expect(verification.goal({ ...own, defaults: ["detection"] }, title)).toMatch(/ \(detection by default\)$/);
  });
});
