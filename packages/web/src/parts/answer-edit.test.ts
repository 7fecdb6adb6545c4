import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../core/test/build-case.js";
import { answerEdit, answersTo, interestsOf } from "./answer-edit.js";

const negotiation = buildCase({
  case: { issues: [issue("x", 3)] },
  interests: [{ party: "a", scores: { x: { prefer: "more" } }, answers: [{ prefer: { x: "o1" }, to: "no-deal" }] }],
  record: { offers: [{ id: "one", date: "2020-01-01", by: "b", package: { x: "o2" } }] },
});
const interests = interestsOf(negotiation, "a");
if (!interests) throw new Error("no interests");
const takes = {
  party: "a",
  text: "Would Ann take it?",
  asks: { code: "takes", party: "Ann", changes: [{ issue: "X", from: "o0", to: "o2" }] },
  settles: 1,
  writes: { one: { x: "o2" }, other: "no-deal" },
} as const;
const step = {
  party: "a",
  text: "Which step?",
  asks: { code: "largestStep", party: "Ann", issue: "X" },
  settles: 1,
  writes: null,
} as const;
const what = (question: string) => `Answered: ${question}`;

describe("an answer", () => {
  it("to whether something would be taken is one more comparison with no deal", () => {
    const [yes, no] = answersTo(negotiation, takes, interests);
    const edit = (answer: typeof yes) => answer && answerEdit(negotiation, takes, interests, answer, what);
    expect(edit(yes)).toEqual({
      what: "Answered: Would Ann take it?",
      file: "interests/a.a.yaml",
      changes: [{ path: ["answers", 1], value: { prefer: { x: "o2" }, to: "no-deal" } }],
    });
    expect(edit(no)?.changes).toEqual([{ path: ["answers", 1], value: { prefer: "no-deal", to: { x: "o2" } } }]);
  });

  it("to which step is worth most is that step", () => {
    const name = negotiation.issues[0]?.name ?? "";
    const asked = { ...step, asks: { ...step.asks, issue: name } };
    const answers = answersTo(negotiation, asked, interests);
    expect(answers).toHaveLength(2);
    const [, second] = answers;
    expect(second && answerEdit(negotiation, asked, interests, second, what).changes).toEqual([
      { path: ["scores", "x", "largestStep"], value: ["o1", "o2"] },
    ]);
  });

  it("has no file where nobody's view is used", () => {
    expect(interestsOf(negotiation, "b")).toBeNull();
    expect(interestsOf(negotiation, "a", { a: "analyst" })).toBeNull();
  });
});
