// What is said or decided only later enters no answer as of a day before: numbers between the steps, and what today and no
// deal mean.
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import type { Case } from "../case/index.js";
import { assess } from "./assessment/assess.js";
import { frontier } from "./frontier.js";
import { sanity } from "./sanity.js";

const PAY = { id: "pay", name: "Pay", today: 0, gives: "b", numeric: { from: 0, to: 6, step: 2, continuous: true } };
const offer = (id: string, date: string, by: string, pay: number) => ({ id, date, by, package: { pay, x: "o2" } });
const EARLY = [offer("ask", "2020-02-01", "a", 5), offer("bid", "2020-02-10", "b", 1.5)];
const LATE = [offer("ask-2", "2020-05-01", "a", 4.25), offer("bid-2", "2020-05-10", "b", 2.75)];
const NEEDS = { pay: { prefer: "more" }, x: { prefer: "less" } };

function built(offers: readonly object[], more: Record<string, unknown> = {}, reservation?: object): Case {
  return buildCase({
    case: { issues: [PAY, issue("x", 3, { gives: "a" })], noDeal: { pay: 0 }, ...more },
    interests: [
      { party: "a", swings: { rank: ["pay", "x"] }, scores: NEEDS, ...(reservation && { reservation }) },
      {
        party: "b",
        swings: { rank: ["x", "pay"] },
        scores: { pay: { prefer: "less" }, x: { prefer: "more" } },
      },
    ],
    record: { offers },
  });
}

const said = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (["digest", "later", "place"].includes(key) ? undefined : inner));

/** Cut where one could differ from another, so that a difference is shown and not all around it. */
const parts = (answer: string): string[] => answer.split(/(?<=[,[{])(?=["{[])/);

const answers = (negotiation: Case, asOf: string): string[] => {
  const found = [
    assess(negotiation, { asOf, models: 60, offers: ["ask", "bid"] }),
    frontier(negotiation, { asOf, models: 60 }),
    sanity(negotiation, { asOf, models: 60 }),
  ];
  for (const one of found) if (!one.ok) throw new Error(one.reasons.join());
  return found.map(said);
};

describe("as of a day", () => {
  it("numbers that are said only later change no value, and stand in no package that is found", () => {
    const [with_, without] = [built([...EARLY, ...LATE]), built(EARLY)];
    answers(with_, "2020-03-01").forEach((answer, k) => {
      expect(parts(answer)).toEqual(parts(answers(without, "2020-03-01")[k] ?? ""));
    });
    const found = frontier(with_, { asOf: "2020-06-01", models: 60 });
    expect(said(found)).toContain('"pay":"4.25"');
  });

  it.each<[string, object]>([
    ["asGoodAs", { asGoodAs: "no-deal" }],
    ["between", { between: ["no-deal", "ask"] }],
    ["a package beside today", { asGoodAs: { x: "o1" } }],
  ])("a walk-away is beside what no deal and today mean on that day: %s", (_, reservation) => {
    const changing = (asOf: string) => ({
      asOf,
      issues: [PAY, { ...issue("x", 3), today: [{ option: "o1" }, { from: "2020-04-01", option: "o2" }] }],
      deadlines: [{ id: "end", text: "It lapses", on: "2020-04-10", otherwise: { x: "o0" } }],
    });
    const [early, late] = ["2020-03-01", "2020-06-01"].map((asOf) => built(EARLY, changing(asOf), reservation));
    if (!early || !late) throw new Error("nothing was built");
    for (const day of ["2020-03-01", "2020-04-05", "2020-06-01"])
      expect(answers(early, day)).toEqual(answers(late, day));
    expect(answers(early, "2020-03-01")).not.toEqual(answers(early, "2020-06-01"));
  });
});
