import { describe, expect, it } from "vitest";
import type { Standing } from "./types.js";
import { OPEN_STANDINGS, URGENT_STANDINGS, urgencyOf } from "./urgency.js";

describe("how much a standing asks of a reader", () => {
  it("is most where something is wrong, less where it is a warning, and nothing where all is well", () => {
    const order: Standing[] = [
      "breached",
      "overdue",
      "outstanding",
      "at-risk",
      "unverified",
      "unobserved",
      "compliant",
    ];
    expect(order.map(urgencyOf)).toEqual([...order.map(urgencyOf)].sort((a, b) => a - b));
    expect(new Set(order.map(urgencyOf)).size).toBe(order.length);
    expect(urgencyOf("fulfilled")).toBe(urgencyOf("compliant"));
  });

  it("is no fault while a report is within its grace, nor a figure within its limit", () => {
    const warnings = URGENT_STANDINGS.filter((one) => !OPEN_STANDINGS.includes(one));
    expect(warnings).toEqual(["outstanding", "at-risk"]);
  });
});
