import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomCase } from "../../test/random-case.js";
import { inputOf } from "../../test/solving-input.js";
import { stream } from "../math/index.js";
import { bestOf, nashOf, zoneFrontOf } from "./direct-solutions.js";
import { frontOf } from "./front.js";
import { valueIn } from "./panel.js";
import { SOLUTION_KEYS } from "./solutions.js";
import { buildSpace } from "./space.js";
import { solve, zoneOf } from "./zone.js";

const LIMIT = { rows: 1e6 };

const key = (values: Float64Array, parties: number, rows: readonly number[]) =>
  rows.map((row) => Array.from(values.subarray(row * parties, (row + 1) * parties), (v) => v.toFixed(9)).join()).sort();

describe("solutions without the whole frontier", () => {
  it.each([2, 3, 4])("are those of the whole frontier (%i parties, rules, ties)", (parties) => {
    fc.assert(
      fc.property(randomCase(parties), (negotiation) => {
        const { space, worths, offsets, reservation } = inputOf(negotiation);
        if (space.empty) return;
        const whole = frontOf(space, worths, offsets, LIMIT);
        const zone = zoneOf(whole, reservation);
        const direct = zoneFrontOf(space, worths, offsets, reservation, LIMIT);
        expect(key(direct.front.values, parties, direct.zone.rows)).toEqual(key(whole.values, parties, zone.rows));
        if (zone.rows.length > 0)
          for (const concept of SOLUTION_KEYS)
            expect(key(direct.front.values, parties, solve(direct.zone, concept))).toEqual(
              key(whole.values, parties, solve(zone, concept)),
            );
        const nash = nashOf(space, worths, offsets, reservation, LIMIT);
        if (nash)
          expect(key(nash.front.values, parties, nash.rows)).toEqual(key(whole.values, parties, solve(zone, "nash")));
      }),
      { numRuns: 200 },
    );
  });

  it.each([2, 3, 4])(
    "need fewer rows than the frontier has, and give the same Nash package (%i parties, random)",
    (parties) => {
      const rng = stream("direct", parties);
      const [issues, options] = [9, 6];
      const offsets = Int32Array.from({ length: issues + 1 }, (_, k) => k * options);
      const space = buildSpace(
        {
          issues: Array.from({ length: issues }, (_, k) => ({
            id: `i${k}`,
            options: new Array<null>(options).fill(null),
          })),
        },
        [],
      );
      if (!space.ok) throw new Error("a space");
      const worths = Array.from({ length: parties }, () =>
        Float64Array.from({ length: issues * options }, () => rng() / issues),
      );
      const whole = frontOf(space.value, worths, offsets, LIMIT);
      const reservation = worths.map((worth) => 0.6 * valueIn(worth, bestOf(space.value, worth, offsets), offsets));
      const [all, less] = [
        { sums: 0, kept: 0 },
        { sums: 0, kept: 0 },
      ];
      frontOf(space.value, worths, offsets, { ...LIMIT, counts: all });
      const nash = nashOf(space.value, worths, offsets, reservation, { ...LIMIT, counts: less });
      expect(key(nash?.front.values ?? new Float64Array(0), parties, nash?.rows ?? [])).toEqual(
        key(whole.values, parties, solve(zoneOf(whole, reservation), "nash")),
      );
      expect(less.kept).toBeLessThan(0.8 * all.kept);
    },
  );

  it("find a Nash package that no weighted sum leads to", () => {
    const space = buildSpace({ issues: [{ id: "x", options: [null, null, null] }] }, []);
    if (!space.ok) throw new Error("a space");
    const worths = [Float64Array.of(1, 0.4, 0), Float64Array.of(0, 0.4, 1)];
    const found = nashOf(space.value, worths, Int32Array.of(0, 3), [0.1, 0.1], LIMIT);
    expect(found && key(found.front.values, 2, found.rows)).toEqual(["0.400000000,0.400000000"]);
    expect(nashOf(space.value, worths, Int32Array.of(0, 3), [0.5, 0.5], LIMIT)).toBeNull();
  });

  it("the best package of one list of worths is the best of all (rules too)", () => {
    fc.assert(
      fc.property(randomCase(1), (negotiation) => {
        const { space, worths, offsets } = inputOf(negotiation);
        const [worth] = worths;
        if (space.empty || !worth) return;
        const front = frontOf(space, [worth], offsets, LIMIT);
        expect(valueIn(worth, bestOf(space, worth, offsets), offsets)).toBeCloseTo(front.values[0] ?? Number.NaN, 12);
      }),
    );
  });
});
