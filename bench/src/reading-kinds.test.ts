// The least that docs/reading.md promises of each kind of text.
import { describe, expect, it } from "vitest";
import { kindScores } from "./reading-kinds.js";

const LEAST: Readonly<Record<string, readonly [found: number, speaker: number]>> = {
  transcript: [0.95, 0.93],
  formal: [0.95, 0.55],
  own: [0.95, 0.8],
  news: [0.88, 0.7],
  list: [0.75, 0.55],
  notes: [0.75, 0.65],
};

describe("texts of six kinds, marked by a reader who had not seen the program", () => {
  it("are read as well as is said of each kind", async () => {
    const scores = await kindScores();
    expect(scores.map(({ kind }) => kind)).toEqual(Object.keys(LEAST));
    for (const { kind, statements, found, speaker, taken, notSaid, days, documents } of scores) {
      const [least, right] = LEAST[kind] ?? [1, 1];
      expect([kind, found / statements]).toEqual([kind, expect.toSatisfy((share: number) => share >= least)]);
      expect([kind, speaker / statements]).toEqual([kind, expect.toSatisfy((share: number) => share >= right)]);
      expect(taken / notSaid).toBeLessThanOrEqual(0.2);
      expect(days).toBeGreaterThanOrEqual(documents - 1);
    }
  });
});
