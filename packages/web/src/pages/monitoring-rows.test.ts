import type { ObligationStanding, ObservationRow } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestRows, placeOf } from "./monitoring-rows.js";

describe("the place of a day", () => {
  it("is the last day of which something is known that is not after it, and the first before all", () => {
    const day = fc.integer({ min: 10, max: 99 }).map((k) => `2020-01-${k}`);
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1 }), day, (unsorted, asked) => {
        const days = unsorted.sort();
        const known = days.filter((one) => one <= asked);
        expect(placeOf(days, asked)).toBe(Math.max(0, known.length - 1));
      }),
    );
  });
});

describe("the latest rows of an obligation", () => {
  const row = (line: number) => ({ line }) as ObservationRow;
  const of = (last: ObservationRow | null, lastProof: ObservationRow | null, evidence: ObservationRow[]) =>
    latestRows({ last, lastProof, episodes: [{ evidence }] } as unknown as ObligationStanding);

  it("are the last and the last proof, each once, where no episode shows them", () => {
    expect(of(row(5), row(3), []).rest.map(({ line }) => line)).toEqual([5, 3]);
    expect(of(row(5), row(5), []).rest.map(({ line }) => line)).toEqual([5]);
    expect(of(row(5), row(3), [row(3), row(4)]).rest.map(({ line }) => line)).toEqual([5]);
    expect(of(null, null, [row(3)])).toEqual({ shown: [row(3)], rest: [] });
  });
});
