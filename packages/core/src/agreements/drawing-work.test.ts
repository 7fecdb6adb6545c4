import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { assess } from "./assessment/assess.js";
import { layPart } from "./assessment/lay.js";
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

/** So many issues with so many options each, ranked by so many parties; or with an interval beside, which takes chains. */
function sized(count: number, options: number, members: number, chains = false) {
  const issues = Array.from({ length: count }, (_, k) => issue(`i${k}`, options));
  const parties = ["a", "b", "c", "d", "e", "f"].slice(0, members);
  return buildCase({
    case: { issues, parties: parties.map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })) },
    record: { offers: [{ id: "o", date: "2020-01-02", by: "a", package: { i0: "o4" } }] },
    interests: parties.map((party, p) => ({
      party,
      swings: {
        rank: issues.map((_, k) => `i${(k + 5 * p) % issues.length}`),
        ...(chains && { intervals: { [`i${(5 * p) % issues.length}`]: [0.05, 0.15] } }),
      },
      scores: Object.fromEntries(issues.map(({ id }, k) => [id, { prefer: (k + p) % 2 === 0 ? "more" : "less" }])),
    })),
  });
}

describe("a case too large for its frontier", () => {
  const parties = ["a", "b", "c", "d", "e", "f"];
  const large = sized(24, 5, 6);

  it("is assessed party by party, and the answer says what was left out, why and what to do", () => {
    const found = assess(sized(60, 9, 6), { asOf: "2020-06-30" });
    if (!found.ok) throw new Error(found.reasons.join());
    const [offer] = found.value.offers;
    expect(offer?.verdicts).toEqual([]);
    expect(offer?.sides[0]?.parties.map(({ party }) => party)).toEqual(parties);
    expect(offer?.ledgers.length).toBe(parties.length);
    expect(found.value.limits?.join(" ")).toMatch(
      /zone of agreement was left out.*6 parties over 60 issues.*Leave out issues/,
    );
    expect(offer?.sentence).toContain("the case is too large");
  });

  it("is called too rough only where it would be", () => {
    const found = frontier(sized(24, 5, 3), { asOf: "2020-06-30" });
    expect(found.ok ? "" : found.reasons.join(" ")).toContain("with 120 options it would take too long. Leave out");
    const rough = frontier(large, { asOf: "2020-06-30" });
    expect(rough.ok ? "" : rough.reasons.join(" ")).toContain(
      "it would take too long, and be too rough to say anything",
    );
  });

  it("says both that fewer models were drawn and that still fewer were laid", () => {
    const laid = layPart(sized(8, 150, 2, true), { asOf: "2020-06-30" }, "independent", { part: 0, of: 100 });
    if (!laid.ok) throw new Error(laid.reasons.join());
    const [panel] = laid.value.panels;
    expect(panel?.limits.length).toBe(2);
    expect(panel?.limits[0]).toMatch(/^Only \d+ of 2,000 models of each party were drawn/);
    expect(panel?.limits[1]).toMatch(/^Only \d+ models of each party were used instead of 2,000/);
  });

  it("has its frontier refused with the same reason, before it is laid", () => {
    const found = frontier(large, { asOf: "2020-06-30" });
    expect(found.ok ? "" : found.reasons.join(" ")).toContain("6 parties over 24 issues");
  });
});
