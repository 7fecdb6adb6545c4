import { type FrontCounts, frontOf } from "@parley/core";
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
