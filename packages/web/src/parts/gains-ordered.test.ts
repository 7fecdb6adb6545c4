import { describe, expect, it } from "vitest";
import { helpsAll, inOrder } from "./gains-ordered.js";

const band = (median: number) => ({ median, low: median, high: median });
const gain = (changes: number, a: number, b: number) => ({
  changes: Array.from({ length: changes }, (_, k) => ({ issue: `i${k}`, name: "I", from: "o0", to: "o1" })),
  worth: { a: band(a), b: band(b) },
});

describe("changes that help", () => {
  it("help all where each has more of it than half a point", () => {
    expect(helpsAll(gain(1, 3, 0.6))).toBe(true);
    expect(helpsAll(gain(1, 3, 0.5))).toBe(false);
  });

  it("come in the order to make them: single ones for all, others for all, the rest; each as found", () => {
    const [one, two, three, four] = [gain(1, 9, 0), gain(2, 1, 1), gain(1, 1, 1), gain(1, 2, 0)];
    const found = [one, two, three, four];
    expect(inOrder(found)).toEqual([three, two, one, four]);
    expect(found[0]).toBe(one);
  });
});
