import { beforeAll, describe, expect, it } from "vitest";
import { quotationScore } from "./quotation-score.js";
import {
  attributionsIn,
  f1,
  indirectScore,
  type MarkedText,
  markedTexts,
  markedTokens,
  missing,
  precision,
  type ReadPart,
  readTexts,
  recall,
  tokenScores,
} from "./reading-scores.js";

const TEXT =
  "“We will sign on Friday,” Anna Keller told reporters. Benn Roth said that the price is too high. ``Nobody has asked us,'' he added.\n\nThe song “Hold the Line” was played all day.";

type Said = readonly [source: string, content: string];

/** The text with who is marked to have said what. */
function marked(...said: readonly Said[]): MarkedText {
  const spanOf = (words: string) => {
    const start = TEXT.search(new RegExp(`(?<!\\w)${words}(?!\\w)`));
    if (start < 0) throw new Error(words);
    return { start, end: start + words.length };
  };
  return {
    name: "made",
    text: TEXT,
    attributions: said.map(([source, content]) => ({
      sources: source === "" ? [] : [spanOf(source)],
      cues: [],
      contents: [spanOf(content)],
    })),
  };
}

describe("the measures, counted by hand on a text written for it", () => {
  const right = [
    ["Anna Keller", "“We will sign on Friday,”"],
    ["Benn Roth", "that the price is too high"],
    ["he", "``Nobody has asked us,''"],
  ] as const;

  it("are 100 where everything is found", () => {
    const read = readTexts([marked(...right)]);
    const { segments, joint, speakers } = quotationScore(read);
    for (const score of [segments, joint]) expect(score).toEqual({ predicted: 2, annotated: 2, right: 2, found: 2 });
    expect(speakers).toEqual({ right: 2, all: 2 });
    expect(indirectScore(read)).toEqual({ predicted: 1, annotated: 1, right: 1, found: 1 });
    expect(f1(joint)).toBe(100);
  });

  it("count a quotation that was missed, a wrong speaker, and one whom nobody marked", () => {
    const [first, second] = right;
    const read = readTexts([marked(first, second, ["Benn Roth", "``Nobody has asked us,''"], ["", "“Hold the Line”"])]);
    const { segments, joint, speakers } = quotationScore(read);
    expect(segments).toEqual({ predicted: 2, annotated: 3, right: 2, found: 2 });
    expect(joint).toEqual({ predicted: 2, annotated: 3, right: 1, found: 1 });
    expect(speakers).toEqual({ right: 1, all: 2 });
    expect([precision(joint), recall(joint)].map(Math.round)).toEqual([50, 33]);
    expect(f1(joint)).toBeCloseTo(40, 9);
    // Any speaker is right where none is marked.
    expect(quotationScore(readTexts([marked(["", "“We will sign on Friday,”"])])).joint.right).toBe(1);
  });

  it("take a quotation for found where it overlaps four fifths, a report where it overlaps a half", () => {
    const scores = (...said: readonly Said[]) => {
      const read = readTexts([marked(...said)]);
      return [quotationScore(read).segments.found, indirectScore(read).found];
    };
    expect(scores(["he", "``Nobody has asked"], ["Benn Roth", "the price is too high"])).toEqual([1, 1]);
    expect(scores(["he", "``Nobody has"], ["Benn Roth", "too high"])).toEqual([0, 0]);
  });

  it("are 0 where nothing was found or marked", () => {
    const none: ReadPart = { texts: [marked(...right)], readings: [null], bytes: 0, seconds: 0 };
    expect(f1(quotationScore(none).joint)).toBe(0);
    expect(f1(indirectScore({ ...none, texts: [marked()] }))).toBe(0);
  });

  it("by the token need every token", () => {
    const tokens = "`` We will sign . '' Anna Keller said .".split(" ");
    const scores = (labels: string) =>
      tokenScores(JSON.stringify({ id: "made", tokens, labels: labels.split(" ").map(labelOf) }));
    const all = { predicted: 1, annotated: 1, right: 1, found: 1 };
    const { content, source } = scores("C c c c c c S s O O");
    expect(source).toEqual(all);
    expect(scores("C c c c c c S O O O").source).toEqual({ ...all, right: 0, found: 0 });
    // Quotation marks belong to the content there.
    expect([content, scores("O C c c c O S s O O").content]).toEqual([all, { ...all, right: 0, found: 0 }]);
  });

  it("read the standoff form: stretches in several pieces, roles with numbers", () => {
    const lines = [
      "T1\tSource 5 9\tAnna",
      "T2\tContent 0 4;12 20\tWe w sign",
      "E1\tAttribution:T3 Source1:T1 Content:T2",
      "",
    ];
    expect(attributionsIn(lines.join("\n"))).toEqual([
      {
        sources: [{ start: 5, end: 9 }],
        cues: [],
        contents: [
          { start: 0, end: 4 },
          { start: 12, end: 20 },
        ],
      },
    ]);
  });
});

const labelOf = (short: string): string =>
  ({ C: "B-content", c: "I-content", S: "B-source", s: "I-source" })[short] ?? "O";

// The least that docs/reading.md promises, on texts that the rules were not written on (PolNeAR, development part).
describe.skipIf(missing.length > 0)(
  `reading, against texts that people marked, which are their publishers'${missing.length > 0 ? ` (skipped without ${missing.join(", ")})` : ""}`,
  () => {
    let read: ReadPart;
    beforeAll(() => {
      read = readTexts(markedTexts("dev"));
    });

    it("finds quotations with their speakers: joint F1 at least 86", () => {
      expect(f1(quotationScore(read).joint)).toBeGreaterThanOrEqual(86);
    });

    it("finds what is reported without quotation marks: F1 at least 58", () => {
      expect(f1(indirectScore(read))).toBeGreaterThanOrEqual(58);
    });

    it("finds contents and sources to the token: F1 at least 50 and 66", () => {
      const { content, source } = tokenScores(markedTokens());
      expect(f1(content)).toBeGreaterThanOrEqual(50);
      expect(f1(source)).toBeGreaterThanOrEqual(66);
    });
  },
);
