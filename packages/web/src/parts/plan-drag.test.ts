import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf, heldOver } from "./plan-drag.js";

describe("a bar under the hand", () => {
  it("moves as many days as the way of the hand stands for", () => {
    expect(heldOver({ x: 100, day: 10, perHundred: 50 }, 120, 10)).toBe(20);
    expect(heldOver({ x: 100, day: 10, perHundred: 50 }, 80, 10)).toBe(0);
  });

  it("is not moved by a press alone, and comes back to where it was taken", () => {
    const grip = { x: 100, day: 10, perHundred: 50 };
    expect(heldOver(grip, 100, 10)).toBeNull();
    expect(heldOver(grip, 100, 14)).toBe(10);
  });

  it("goes the same way back, wherever it was taken", () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(400), fc.integer({ min: -300, max: 300 }), (x, day, way) => {
        // Whole days, so that nothing is rounded.
        const there = heldOver({ x, day, perHundred: 100 }, x + way, day) ?? day;
        expect((heldOver({ x: x + way, day: there, perHundred: 100 }, x, there) ?? there) + 0).toBe(day);
      }),
    );
  });
});

describe("a key", () => {
  it.each([
    ["ArrowRight", false, 1],
    ["ArrowRight", true, 7],
    ["ArrowLeft", false, -1],
    ["ArrowLeft", true, -7],
    ["PageUp", false, 30],
    ["PageDown", false, -30],
    ["Enter", false, 0],
  ])("%s (Shift: %s) moves it by %i days", (key, shiftKey, days) => {
    expect(daysOf({ key, shiftKey })).toBe(days);
  });
});
