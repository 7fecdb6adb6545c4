// Ten commitments whose best orders are known from going through all of them.
import { describe, expect, it } from "vitest";
import { leastExposure, tenCommitments } from "../../../test/evidence/ten-commitments.js";
import { inPreference } from "../../../test/random-exchange.js";
import type { Aim } from "./aim.js";
import { unbounded, walk } from "./exchange.js";
import { safestOrder } from "./safest-order.js";

describe("the fixture of ten commitments", () => {
  const exchange = tenCommitments();
  const aim: Aim = { ...unbounded(2), least: "exposure", weight: [1, 1] };

  it("exposes the North 45 where it goes first, the United States 33, and either by 2 at the least", () => {
    const worst = (order: readonly number[]) => walk(exchange, inPreference(exchange, order)).worstExposure;
    expect(worst([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([45, 0]);
    expect(worst([5, 6, 7, 8, 9, 0, 1, 2, 3, 4])).toEqual([0, 33]);
    expect(safestOrder(exchange, aim)).toMatchObject({ worst: 2, atLeast: 2, method: "all sets" });
  });

  it("has the least exposure 5, 4, 2 under a temptation of 4, 6, 10, and none under 0 or 2", () => {
    for (const { temptation, exposure } of leastExposure)
      expect(safestOrder(exchange, { ...aim, temptation: [temptation, temptation] })?.worst ?? null).toBe(exposure);
  });

  it("is safe for nobody at 1", () => {
    expect(safestOrder(exchange, { ...aim, exposure: [1, 1] })).toBeNull();
  });
});
