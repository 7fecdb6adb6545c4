// How well 1,005 pairs of people did who agreed, against the exact frontier of what they could have agreed on.
// The figures are those recomputed from the published data (CaSiNo, Chawla et al., NAACL 2021).
import { describe, expect, it } from "vitest";
import { dialogues } from "../../test/evidence/casino.js";
import { frontOf } from "./front.js";

describe("what people agreed on (CaSiNo)", () => {
  it("is efficient, joint-maximal and worth as much as the data's own figures say", () => {
    const offsets = Int32Array.of(0, 4, 8, 12);
    const blocks = [0, 1, 2].map((issue) => ({
      issues: [issue],
      layers: [[{ from: 0, to: 0, options: [0, 1, 2, 3] }]],
    }));
    const space = { sizes: [4, 4, 4], forbidden: [], blocks, empty: false };
    const points: number[] = [];
    const joint: number[] = [];
    const best: number[] = [];
    let [efficient, maximal, equal, agreed] = [0, 0, 0, 0];
    for (const dialogue of dialogues) {
      const deal = dialogue.deals.at(-1);
      const people = [...dialogue.points];
      if (!dialogue.agreed || !deal) {
        for (const _ of people) points.push(5);
        continue;
      }
      agreed++;
      // Option k of a good: the first person has k packages of it, the second 3 − k.
      const worths = people.map(([, each], p) =>
        Float64Array.from({ length: 12 }, (_, flat) => (each[flat >> 2] ?? 0) * (p === 0 ? flat % 4 : 3 - (flat % 4))),
      );
      const front = frontOf(space, worths, offsets, { rows: 1000 });
      const [one = 0, other = 0] = people.map(([person, each]) =>
        deal.mine.reduce((sum, got, good) => sum + (each[good] ?? 0) * (person === deal.by ? got : 3 - got), 0),
      );
      points.push(one, other);
      joint.push(one + other);
      const sums = Array.from(
        { length: front.size },
        (_, k) => (front.values[2 * k] ?? 0) + (front.values[2 * k + 1] ?? 0),
      );
      best.push(Math.max(...sums));
      if (sums.some((_, k) => front.values[2 * k] === one && front.values[2 * k + 1] === other)) efficient++;
      if (one + other === Math.max(...sums)) maximal++;
      if (one === other) equal++;
    }
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(agreed).toBe(1005);
    expect(mean(points)).toBeCloseTo(18.6374, 4);
    expect(Math.sqrt(mean(points.map((value) => (value - mean(points)) ** 2)))).toBeCloseTo(3.5361, 3);
    expect(mean(joint)).toBeCloseTo(37.9532, 4);
    expect((100 * efficient) / agreed).toBeCloseTo(67.363, 3);
    expect((100 * maximal) / agreed).toBeCloseTo(39.403, 3);
    // Two of three integrative potentials (36, 39, 42): the best possible joint points of all.
    expect(mean(best)).toBeCloseTo(39.4149, 3);
    expect((100 * equal) / agreed).toBeCloseTo(4.577, 3);
  });
});
