import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { stream } from "../math/index.js";
import { startChain } from "./chain.js";
import { feasibility } from "./feasibility.js";
import { preferencesOf } from "./preferences.js";

/** Coefficients that a hundred sweeps look at, for a party that ranks so many issues and made one offer. */
function looked(count: number): number {
  const issues = Array.from({ length: count }, (_, k) => issue(`i${k}`, 5));
  const built = buildCase({
    case: { issues },
    record: { offers: [{ id: "o", date: "2020-01-02", by: "a", package: { i0: "o4", i1: "o2" } }] },
    interests: [
      {
        party: "a",
        swings: { rank: issues.map(({ id }) => id) },
        scores: Object.fromEntries(issues.map(({ id }) => [id, { prefer: "more" }])),
      },
    ],
  });
  const [own] = built.interests;
  if (!own) throw new Error("no interests");
  const preferences = preferencesOf(built, own, "2020-06-30");
  const found = feasibility(preferences, "diminishing");
  if (!found.state) throw new Error("no model");
  const counts = { coefficients: 0 };
  const chain = startChain(preferences, "diminishing", found.state, stream("chain"), counts);
  for (let sweep = 0; sweep < 100; sweep++) chain.sweep();
  return counts.coefficients;
}

describe("a sweep of a chain", () => {
  it("looks at what grows with the issues, and not with their square", () => {
    const [few, many] = [looked(15), looked(60)];
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeLessThan(4.5);
  });
});
