import { describe, expect, it } from "vitest";
import type { OfferSaid } from "../said/assessment.js";
import { headline } from "./headline.js";

const LONG = "the Intergovernmental Conference of Allied Powers";
const one = (does: "sign" | "walkAway", chances = [0.6, 0.995]) => ({ party: LONG, does, chances, certain: false });
const fair: readonly [number, number] = [40, 60];
const part = { party: LONG, part: 61, fair, chances: [0.6, 0.9], certain: false };

const SAID: readonly OfferSaid[] = [
  { code: "impossible", rules: ["a"] },
  { code: "unseen" },
  { code: "bySides", lines: [], leanings: [one("sign")], unseen: [LONG] },
  { code: "leavesOpen", issues: 12, signable: [0.2, 0.8] },
  { code: "noZone", short: [], chances: [0.5, 0.9], certain: false },
  {
    code: "redLine",
    lines: [
      { party: LONG, text: "x" },
      { party: LONG, text: "y" },
    ],
    walking: [],
  },
  { code: "refused", walking: [one("walkAway", [0.999])], signing: [one("sign")], question: null },
  { code: "open", parties: 12, chances: [0.5], question: null },
  {
    code: "signed",
    parties: ["Ann", "Bob"],
    chances: [0.6, 0.995],
    certain: false,
    question: null,
    split: { code: "more", parts: [part] },
  },
];

describe("the headline of an offer", () => {
  it.each(SAID.map((said) => [said.code, said] as const))(
    "says what it comes to in 25 words at most (%s)",
    (_, said) => {
      const text = headline(said);
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(25);
      expect(text).toMatch(/^[A-Z].*[.]$/);
      expect(text).not.toMatch(/\d %/);
    },
  );

  it("of you says you", () => {
    const you = { name: "you", plural: true, addressed: true };
    expect(
      headline({
        code: "refused",
        walking: [{ ...one("walkAway", [0.999]), party: you }],
        signing: [],
        question: null,
      }),
    ).toBe("You would almost certainly walk away.");
  });
});
