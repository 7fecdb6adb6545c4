import { describe, expect, it } from "vitest";
import { type Named, nameIn, partyNamed } from "./named.js";
import { type Wording, wordingIn } from "./wording.js";

const NURSES: Named = { name: "las enfermeras", plural: true, gender: "feminine" };
const HOSPITAL: Named = { name: "el hospital", gender: "masculine" };

/** What is asked about. */
const A = { issue: "sueldo", from: "0", to: "A" };

const several = (who: Named): boolean => typeof who !== "string" && who.plural === true;
const feminine = (who: Named): boolean => typeof who !== "string" && who.gender === "feminine";

/** As much of two languages as shows what a language can do with what it is given. */
const spanish: Pick<Wording, "direction"> & { question: Wording["assessment"]["question"] } = {
  direction: "ltr",
  question: (asks) => {
    const { party } = asks;
    if (asks.code !== "largestStep") {
      const parts = asks.code === "takes" ? asks.changes : [asks.one, asks.other];
      return `¿Quedaría${several(party) ? "n" : ""} conforme${several(party) ? "s" : ""} ${nameIn(party)} con «${parts.map(({ to }) => to).join(", ")}»?`;
    }
    const own = `${feminine(party) ? "ella" : "él"}${several(party) ? "s" : ""}`.replace("éls", "ellos");
    return `${nameIn(party)}: ¿qué paso de «${asks.issue}» vale más para ${own} mism${feminine(party) ? "a" : "o"}${several(party) ? "s" : ""}?`;
  },
};

const arabicPlurals = new Intl.PluralRules("ar");
const ISSUES: Readonly<Record<string, string>> = {
  one: "مسألة",
  two: "مسألتان",
  few: "مسائل",
  many: "مسألة",
  other: "مسألة",
};
const arabic: Pick<Wording, "direction"> & { offer: Wording["assessment"]["offer"] } = {
  direction: "rtl",
  offer: (said) => {
    if (said.code !== "leavesOpen") return "";
    const form = arabicPlurals.select(said.issues);
    const issues = ISSUES[form] ?? "";
    return form === "two" ? `تبقى ${issues}` : `تبقى ${said.issues} ${issues}`;
  },
};

describe("another language", () => {
  it("can let verbs, pronouns and endings follow the number and the gender of a party", () => {
    expect(spanish.question({ code: "takes", party: NURSES, changes: [A] })).toBe(
      "¿Quedarían conformes las enfermeras con «A»?",
    );
    expect(spanish.question({ code: "takes", party: HOSPITAL, changes: [A] })).toBe(
      "¿Quedaría conforme el hospital con «A»?",
    );
    expect(spanish.question({ code: "largestStep", party: NURSES, issue: "sueldo" })).toMatch(/ellas mismas\?$/);
    expect(spanish.question({ code: "largestStep", party: HOSPITAL, issue: "sueldo" })).toMatch(/él mismo\?$/);
  });

  it("can count in its own forms and run from right to left", () => {
    const leaves = (issues: number) => arabic.offer({ code: "leavesOpen", issues, signable: [] });
    expect([1, 2, 3, 11].map(leaves)).toEqual(["تبقى 1 مسألة", "تبقى مسألتان", "تبقى 3 مسائل", "تبقى 11 مسألة"]);
    expect([wordingIn("en").direction, arabic.direction]).toEqual(["ltr", "rtl"]);
  });

  it("is given a party with what grammar needs, and no more of the case", () => {
    const parties = [{ id: "n", name: "the Kurds", plural: true, role: "negotiating", from: "2019" }];
    expect(partyNamed({ parties }, "n")).toEqual({ name: "the Kurds", plural: true });
    expect(partyNamed({ parties }, "the mediator")).toBe("the mediator");
  });
});

describe("what is said as codes", () => {
  it("comes to the sentence that stands beside it, without the result around it", () => {
    const { assessment } = wordingIn("en");
    const leaning = { party: { name: "the nurses", plural: true }, chances: [0.83, 0.84], certain: false } as const;
    expect(
      assessment.offer({
        code: "refused",
        walking: [{ ...leaning, does: "walkAway" }],
        signing: [],
        question: { asks: { code: "takes", party: leaning.party, changes: [A] }, decisive: true },
      }),
    ).toBe(
      "The nurses would very likely walk away (83–84 %). It turns on one question: Would the nurses take “sueldo: A”, with all else as today, rather than no deal?",
    );
  });
});
