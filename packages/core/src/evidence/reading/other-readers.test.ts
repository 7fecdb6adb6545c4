import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromOther } from "../index.js";

const TEXT = "– We will sign, said Keller.\n– We will see, said Brandt.\nWe will see.";

describe("what another reader proposes", () => {
  it("is taken where it stands in the text letter for letter, and marked", () => {
    const { statements, dropped } = fromOther(
      TEXT,
      [
        JSON.stringify({ quote: "We will sign", start: 2, speaker: "Keller", act: "offers", confidence: 1 }),
        JSON.stringify({ quote: "said Brandt", speaker: "Brandt" }),
        "",
      ],
      "mine",
    );
    expect(dropped).toEqual([]);
    expect(statements).toMatchObject([
      {
        quote: "We will sign",
        by: "mine",
        confidence: 0.6,
        stance: { act: "offers" },
        segments: [{ start: 2, end: 14 }],
      },
      { quote: "said Brandt", by: "mine", confidence: 0.5 },
    ]);
  });

  it.each([
    ["other words", { quote: "We shall sign", start: 2, speaker: "Keller" }],
    ["another place", { quote: "We will sign", start: 3, speaker: "Keller" }],
    ["words that stand twice, without a place", { quote: "We will see", speaker: "Brandt" }],
    ["a field that is none", { quote: "We will sign", start: 2, speaker: "Keller", score: 1 }],
    ["nobody", { quote: "We will sign", start: 2 }],
  ])("is left out, and that is said, for %s", (_, proposal) => {
    const { statements, dropped } = fromOther(TEXT, [JSON.stringify(proposal)], "mine");
    expect(statements).toEqual([]);
    expect(dropped).toEqual([expect.stringMatching(/^mine, line 1: .*left out\.$/)]);
  });

  it("is never anything that is not in the text", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.oneof(fc.json(), fc.string())), (text, lines) => {
        for (const { quote, segments } of fromOther(text, lines, "x").statements)
          expect(segments.map(({ start, end }) => text.slice(start, end)).join("")).toBe(quote);
      }),
    );
  });
});
