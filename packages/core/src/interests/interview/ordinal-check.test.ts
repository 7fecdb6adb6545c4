import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../test/build-case.js";
import type { Given } from "./answers.js";
import { answersWritten, ordinalCheck } from "./ordinal-check.js";

const written = (answers: readonly unknown[] = []) =>
  buildCase({
    case: { issues: [issue("x", 4), issue("y", 3), issue("z", 3)], noDeal: { y: "o1" } },
    interests: [
      {
        party: "a",
        swings: { rank: ["x", "y", "z"] },
        scores: { x: { prefer: "more" }, y: { prefer: "more" }, z: { prefer: "less" } },
        ...(answers.length > 0 && { answers }),
      },
    ],
  });
const next = (negotiation: ReturnType<typeof written>, given: readonly Given[] = []) => {
  const [interests] = negotiation.interests;
  if (!interests) throw new Error("no interests");
  return ordinalCheck(negotiation, interests, { asOf: "2020-06-30", given });
};

describe("the ordinal check", () => {
  it("asks what divides the models, each pair once, and comes to an end", () => {
    const given: Given[] = [];
    const asked = new Set<string>();
    for (;;) {
      const question = next(written(), given);
      if (!question) break;
      expect(question.split).toBeGreaterThan(0.05);
      expect(question.split).toBeLessThan(0.95);
      const pair = JSON.stringify([question.first, question.second ?? null].map((one) => JSON.stringify(one)).sort());
      expect(asked.has(pair)).toBe(false);
      asked.add(pair);
      given.push({ ask: question.ask, answer: "unknown", first: question.first, second: question.second });
    }
    expect(asked.size).toBeGreaterThan(2);
    expect(asked.size).toBeLessThan(10);
  });

  it("writes an answer that the case reads as it was meant, and that settles what was asked", () => {
    const negotiation = written();
    const question = next(negotiation);
    if (!question) throw new Error("nothing was asked");
    for (const answer of ["first", "second"]) {
      const after = written(answersWritten(negotiation, question, answer));
      const [told] = after.interests[0]?.answers ?? [];
      const side = told?.prefer === "no deal" ? null : told?.prefer.options;
      const wanted = answer === "first" ? question.first : question.second;
      const named = side && Object.fromEntries(side.map((option, k) => [["x", "y", "z"][k], `o${option}`]));
      expect(named ?? undefined).toEqual(wanted);
      const again = next(after);
      expect(again && [again.first, again.second]).not.toEqual([question.first, question.second]);
    }
  });

  it("writes both ways round for about the same, and nothing where it is not known", () => {
    const negotiation = written();
    const question = { first: { x: "o1", y: "o0", z: "o0" }, second: { x: "o0", y: "o0", z: "o0" } };
    expect(answersWritten(negotiation, question, "same")).toEqual([
      { prefer: { x: "o1" }, to: "today" },
      { prefer: "today", to: { x: "o1" } },
    ]);
    expect(answersWritten(negotiation, { first: question.first }, "second")).toEqual([
      { prefer: "no-deal", to: { x: "o1" } },
    ]);
    expect(answersWritten(negotiation, question, "unknown")).toEqual([]);
  });
});
