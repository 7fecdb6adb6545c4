import { describe, expect, it } from "vitest";
import { areThere, f1, indirectScore, quotationScores, readPart, tokenScores } from "./reading-scores.js";

// The least that docs/reading.md promises, on texts that the rules were not written on (PolNeAR, development part).
describe.skipIf(!areThere())(
  "reading, against texts that people marked (../shared/data is not part of the project)",
  () => {
    const read = readPart("dev");

    it("finds quotations with their speakers: joint F1 at least 86", () => {
      const joint = /joint .* F1 ([\d.]+)/.exec(quotationScores("dev", read))?.[1];
      expect(Number(joint)).toBeGreaterThanOrEqual(86);
    });

    it("finds what is reported without quotation marks: F1 at least 58", () => {
      expect(f1(indirectScore(read))).toBeGreaterThanOrEqual(58);
    });

    it("finds contents and sources to the token: F1 at least 50 and 66", () => {
      const { content, source } = tokenScores();
      expect(f1(content)).toBeGreaterThanOrEqual(50);
      expect(f1(source)).toBeGreaterThanOrEqual(66);
    });
  },
);
