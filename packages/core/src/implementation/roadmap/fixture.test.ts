// The checked figures of ../shared/data/hanoi_sequence_fixture.json; skipped where the file is not there.
import { describe, expect, it } from "vitest";
import { inPreference } from "../../../test/random-exchange.js";
import { exchangeIn, isHere, readFixture } from "../../../test/sequence-fixture.js";
import type { Aim } from "./aim.js";
import { unbounded, walk } from "./exchange.js";
import { safestOrder } from "./safest-order.js";

describe.skipIf(!isHere)("the fixture of ten commitments (skipped where ../shared/data is not there)", () => {
  const aim: Aim = { ...unbounded(2), least: "exposure", weight: [1, 1] };

  it("exposes the North 45 where it goes first, the United States 33, and either by 2 at the least", () => {
    const exchange = exchangeIn(readFixture());
    const worst = (order: readonly number[]) => walk(exchange, inPreference(exchange, order)).worstExposure;
    expect(worst([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([45, 0]);
    expect(worst([5, 6, 7, 8, 9, 0, 1, 2, 3, 4])).toEqual([0, 33]);
    expect(safestOrder(exchange, aim)).toMatchObject({ worst: 2, atLeast: 2, method: "all sets" });
  });

  it("has the least exposure 5, 4, 2 under a temptation of 4, 6, 10, and none under 0 or 2", () => {
    const exchange = exchangeIn(readFixture());
    const least = (slack: number) => safestOrder(exchange, { ...aim, temptation: [slack, slack] })?.worst ?? null;
    expect([0, 2, 4, 6, 10].map(least)).toEqual([null, null, 5, 4, 2]);
  });

  it("is safe for nobody at 1", () => {
    expect(safestOrder(exchangeIn(readFixture()), { ...aim, exposure: [1, 1] })).toBeNull();
  });
});
