import { decidingFrontOf, type FrontCounts, frontOf, pathsOf } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { engineInput, generate, type Kind } from "./generate.js";

/** Work that a change should not add to, whatever the machine: sums looked at and rows kept over all merges. */
const HELD: readonly (readonly [Kind, number, number, number, FrontCounts])[] = [
  ["random", 2, 15, 10, { sums: 1176, kept: 839 }],
  ["opposed", 2, 7, 10, { sums: 3095, kept: 1848 }],
  ["integer", 2, 50, 10, { sums: 23_680, kept: 17_846 }],
  ["random", 3, 10, 10, { sums: 11_258, kept: 2973 }],
  ["random", 4, 6, 10, { sums: 2214, kept: 698 }],
];

describe("the work of a frontier", () => {
  it.each(HELD)("%s, %i parties, %i × %i options, has not grown", (kind, parties, issues, options, held) => {
    const counts = { sums: 0, kept: 0 };
    const { space, worths, offsets } = engineInput(generate({ kind, parties, issues, options, seed: 7 }));
    frontOf(space, worths, offsets, { rows: 50_000, counts });
    expect(counts).toEqual(held);
  });
});

/** Options weighed to find what decides, where each has 55 of 100 points without a deal: 10⁶ to 10¹⁶ packages. */
const WEIGHED: readonly (readonly [Kind, number, number, number, number])[] = [
  ["random", 3, 12, 4, 1307],
  ["random", 5, 13, 3, 3105],
  ["opposed", 5, 13, 3, 654],
  ["random", 6, 16, 3, 20_111],
  ["random", 5, 24, 5, 76_753],
];

describe("the work of what decides without a frontier", () => {
  it.each(WEIGHED)("%s, %i parties, %i × %i options, has not grown", (kind, parties, issues, options, held) => {
    const { space, worths, offsets } = engineInput(generate({ kind, parties, issues, options, seed: 7 }));
    const work = { most: 1e8, done: 0 };
    const front = decidingFrontOf(pathsOf(space, offsets), worths, offsets, new Array(parties).fill(0.55), work);
    expect(front.error).toBe(0);
    expect(work.done).toBe(held);
  });
});
