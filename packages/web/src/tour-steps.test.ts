import { describe, expect, it } from "vitest";
import { TOUR, type TourSeen, toured } from "./tour-steps.js";

const seen = (more: Partial<TourSeen>): TourSeen => ({
  page: "set-up",
  digest: "a",
  offers: 2,
  builds: false,
  ...more,
});

describe("the tour", () => {
  it("goes on when a step was done, and only then", () => {
    const stations: readonly [TourSeen, number][] = [
      [seen({}), 0],
      [seen({ digest: "b" }), 1],
      [seen({ digest: "b" }), 1],
      [seen({ digest: "b", page: "overview" }), 2],
      [seen({ digest: "b", page: "bargaining" }), 2],
      [seen({ digest: "b", page: "bargaining", builds: true }), 3],
      [seen({ digest: "c", page: "bargaining", offers: 3 }), 4],
      [seen({ digest: "c", page: "overview", offers: 3 }), 4],
      [seen({ digest: "b", page: "overview", offers: 2 }), 5],
      [seen({ digest: "z", offers: 9 }), 5],
    ];
    let state = { step: 0, digest: "a", offers: 2 };
    for (const [one, step] of stations) {
      state = toured(state, one);
      expect(state.step).toBe(step);
    }
    expect(state.step).toBe(TOUR.length);
  });
});
