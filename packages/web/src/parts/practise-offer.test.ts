import { describe, expect, it } from "vitest";
import { changedIn, lastOfferOf, practiceOptions, todayOf, worthOf } from "./practise-offer.js";

describe("what an offer changes", () => {
  it("is all of it where there was none before", () => {
    expect(changedIn({ x: "a", y: "b" }, null)).toEqual([
      { issue: "x", option: "a" },
      { issue: "y", option: "b" },
    ]);
  });

  it("is what it says otherwise, and what it leaves open now", () => {
    expect(changedIn({ x: "a", y: "c" }, { x: "a", y: "b", z: "d" })).toEqual([
      { issue: "y", option: "c" },
      { issue: "z", option: null },
    ]);
    expect(changedIn({ x: "a" }, { x: "a" })).toEqual([]);
  });
});

describe("what is asked for a rehearsal", () => {
  it("is its setting in the view of the case, and nothing that this view does not say", () => {
    expect(practiceOptions({ options: {} }, { party: "a", rounds: 4 })).toEqual({ party: "a", rounds: 4 });
    const view = { options: { sharedWith: "a", asOf: "2019-02-27", views: { a: "talks" } } };
    expect(practiceOptions(view, { party: "a", asOf: "2019-01-01" })).toEqual({
      party: "a",
      sharedWith: "a",
      asOf: "2019-01-01",
      views: { a: "talks" },
    });
  });
});

describe("offers of a rehearsal", () => {
  const move = (by: string, kind: "offer" | "accept", option: string | null) => ({
    by,
    name: by,
    round: 1,
    kind,
    package: option === null ? null : { x: option },
    text: null,
    textWorth: null,
    own: null,
    said: [],
    until: null,
    crosses: [],
  });

  it("are each one's last, whatever others and they themselves did since", () => {
    const moves = [
      move("a", "offer", "one"),
      move("a", "offer", "two"),
      move("b", "offer", "three"),
      move("a", "accept", null),
    ];
    expect(lastOfferOf({ moves }, "a")).toEqual({ x: "two" });
    expect(lastOfferOf({ moves }, "b")).toEqual({ x: "three" });
    expect(lastOfferOf({ moves }, "c")).toBeNull();
  });

  it("begin from today, and are worth the sum of their options", () => {
    const issue = (id: string, today: number) =>
      ({ id, today, options: [{ id: "one" }, { id: "two" }] }) as unknown as Parameters<
        typeof todayOf
      >[0]["issues"][number];
    expect(todayOf({ issues: [issue("x", 1), issue("y", 0)] })).toEqual({ x: "two", y: "one" });
    expect(worthOf({ worth: { x: { one: 1, two: 30 }, y: { one: 12.5 } } }, { x: "two", y: "one" })).toBe(42.5);
    expect(worthOf({ worth: {} }, { x: "two" })).toBe(0);
  });
});
