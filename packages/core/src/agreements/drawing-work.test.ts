import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { assess } from "./assessment/assess.js";
import { modelsWithin } from "./drawing-work.js";
import { frontier } from "./frontier.js";

const cost = fc.record({
  drawing: fc.constantFrom("exact" as const, "hit-and-run" as const),
  chain: fc.integer({ min: 0, max: 10_000_000 }),
  each: fc.integer({ min: 0, max: 5_000_000 }),
});

describe("how many models are drawn", () => {
  it("is what was asked for where that is little work, and never more", () => {
    expect(modelsWithin([{ drawing: "exact", chain: 0, each: 100 }], 2000)).toBe(2000);
    expect(modelsWithin([{ drawing: "numbers", chain: 0, each: 0 }], 7)).toBe(7);
    fc.assert(
      fc.property(fc.array(cost, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 5000 }), (costs, asked) => {
        const count = modelsWithin(costs, asked);
        expect(count).toBeLessThanOrEqual(asked);
        expect(count === 0 || count >= Math.min(50, asked)).toBe(true);
      }),
    );
  });

  it("does not grow where each takes more, and is none where even the fewest take too long", () => {
    const counts = [1e3, 1e4, 1e5, 1e6, 1e7].map((each) => modelsWithin([{ drawing: "exact", chain: 0, each }], 2000));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect([counts[0], counts.at(-1)]).toEqual([2000, 0]);
  });
});

describe("a case too large for its frontier", () => {
  const issues = Array.from({ length: 24 }, (_, k) => issue(`i${k}`, 5));
  const parties = ["a", "b", "c", "d", "e", "f"];
  const large = buildCase({
    case: { issues, parties: parties.map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })) },
    record: { offers: [{ id: "o", date: "2020-01-02", by: "a", package: { i0: "o4" } }] },
    interests: parties.map((party, p) => ({
      party,
      swings: { rank: issues.map((_, k) => `i${(k + 5 * p) % issues.length}`) },
      scores: Object.fromEntries(issues.map(({ id }, k) => [id, { prefer: (k + p) % 2 === 0 ? "more" : "less" }])),
    })),
  });

  it("is assessed party by party, and the answer says what was left out, why and what to do", () => {
    const found = assess(large, { asOf: "2020-06-30" });
    if (!found.ok) throw new Error(found.reasons.join());
    const [offer] = found.value.offers;
    expect(offer?.verdicts).toEqual([]);
    expect(offer?.sides[0]?.parties.map(({ party }) => party)).toEqual(parties);
    expect(offer?.ledgers.length).toBe(parties.length);
    expect(found.value.limits?.join(" ")).toMatch(/frontier was left out.*6 parties over 24 issues.*Leave out issues/);
    expect(offer?.sentence).toContain("the case is too large");
  });

  it("has its frontier refused with the same reason, before it is laid", () => {
    const found = frontier(large, { asOf: "2020-06-30" });
    expect(found.ok ? "" : found.reasons.join(" ")).toContain("6 parties over 24 issues");
  });
});
