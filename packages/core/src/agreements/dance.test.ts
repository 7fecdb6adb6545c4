import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../test/build-case.js";
import { dialogues } from "../../test/evidence/casino.js";
import { type Dance, dance, ISSUE_STEPS, issueStep, VALUE_STEPS, valueStep } from "./dance.js";

describe("a step", () => {
  it("is one of four by issues and one of six by value, whatever the changes", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 1)), fc.integer(), fc.integer(), (changes, own, other) => {
        expect(ISSUE_STEPS).toContain(issueStep(changes));
        expect(VALUE_STEPS).toContain(valueStep(own, other));
      }),
    );
  });

  it.each([
    [1, 1, "fortunate"],
    [1, 0, "selfish"],
    [1, -1, "selfish"],
    [0, 1, "nice"],
    [0, 0, "silent"],
    [0, -1, "unfortunate"],
    [-1, 1, "concession"],
    [-1, 0, "concession"],
    [-1, -1, "unfortunate"],
  ])("of %i to oneself and %i to the other is %s (Hindriks, Jonker & Tykhonov 2007)", (own, other, expected) => {
    expect(valueStep(own, other)).toBe(expected);
  });
});

describe("the steps of 1,030 people's dialogues (CaSiNo, Chawla et al. 2021)", () => {
  it("are of each kind as often as published figures recomputed say", () => {
    const byIssue = Object.fromEntries(ISSUE_STEPS.map((step) => [step, 0]));
    const byValue = Object.fromEntries(VALUE_STEPS.map((step) => [step, 0]));
    for (const { points, deals } of dialogues) {
      const last = new Map<string, readonly number[]>();
      for (const { by, mine } of deals) {
        const before = last.get(by);
        last.set(by, mine);
        if (!before) continue;
        const other = [...points.keys()].find((person) => person !== by) ?? "";
        const changes = mine.map((got, good) => got - (before[good] ?? Number.NaN));
        const worth = (person: string, sign: number) =>
          (points.get(person) ?? []).reduce((sum, each, good) => sum + sign * each * (changes[good] ?? Number.NaN), 0);
        byIssue[issueStep(changes)] = (byIssue[issueStep(changes)] ?? 0) + 1;
        const step = valueStep(worth(by, 1), worth(other, -1));
        byValue[step] = (byValue[step] ?? 0) + 1;
      }
    }
    expect(byIssue).toEqual({ insistence: 21, concession: 33, demand: 3, "trade-off": 40 });
    expect(byValue).toEqual({ fortunate: 8, selfish: 16, nice: 0, silent: 21, concession: 46, unfortunate: 6 });
  });
});

const offer = (id: string, date: string, by: string, options: Record<string, string>, more = {}) => ({
  id,
  date,
  by,
  package: options,
  ...more,
});

function danced(
  interests: Record<string, unknown>[],
  offers: unknown[],
  issues: unknown[] = [issue("x", 3), issue("y", 3)],
): Dance {
  const result = dance(buildCase({ case: { issues }, interests, record: { offers } }), { models: 200 });
  if (!result.ok) throw new Error(result.reasons.join("\n"));
  return result.value;
}

describe("the dance of offers", () => {
  const ann = numbers("a", { x: 3, y: 1 }, { x: [0, 1, 2], y: [2, 1, 0] });
  const bob = numbers("b", { x: 1, y: 1 }, { x: [2, 1, 0], y: [0, 1, 2] });

  it("measures a concession in the receiver's points: what costs one 37.5 brings the other 25", () => {
    const { steps, offers } = danced(
      [ann, bob],
      [
        offer("first", "2020-01-01", "a", { x: "o2", y: "o0" }),
        offer("reply", "2020-01-15", "b", { x: "o0", y: "o2" }),
        offer("second", "2020-02-01", "a", { x: "o1", y: "o0" }),
      ],
    );
    expect(steps.length).toBe(1);
    expect(steps[0]).toMatchObject({ from: "first", to: "second", class: "concession", worse: ["x"], basis: "ranks" });
    expect(steps[0]?.own?.median).toBeCloseTo(-37.5, 9);
    expect(steps[0]?.receivers[0]?.change.median).toBeCloseTo(25, 9);
    expect(steps[0]?.receivers[0]?.classes).toEqual({ concession: 1 });
    expect(offers.map(({ values }) => values?.a?.median)).toEqual([100, 0, 62.5]);
  });

  it("gives shares of the models where only ranks are known", () => {
    const ranks = (party: string, x: string, y: string) => ({
      party,
      swings: { rank: ["x", "y"] },
      scores: { x: { prefer: x }, y: { prefer: y } },
    });
    const { steps } = danced(
      [ranks("a", "more", "less"), ranks("b", "less", "more")],
      [
        offer("first", "2020-01-01", "a", { x: "o2", y: "o1" }),
        offer("second", "2020-02-01", "a", { x: "o1", y: "o0" }),
      ],
    );
    expect(steps[0]).toMatchObject({ class: "trade-off", better: ["y"], worse: ["x"] });
    const shares = Object.values(steps[0]?.receivers[0]?.classes ?? {});
    expect(shares.length).toBeGreaterThan(1);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  it("without interests takes who gives for who wants less, and says so", () => {
    const issues = [issue("x", 3, { gives: "a" }), issue("y", 3, { gives: "b" }), issue("z", 3, { gives: ["a", "b"] })];
    const { steps } = danced(
      [],
      [
        offer("first", "2020-01-01", "a", { x: "o0", y: "o2", z: "o0" }),
        offer("second", "2020-02-01", "a", { x: "o1", y: "o2", z: "o1" }),
      ],
      issues,
    );
    expect(steps[0]).toMatchObject({
      basis: "gives",
      // The unsure issue could make it a trade-off.
      class: null,
      worse: ["x"],
      unsure: ["z"],
      own: null,
      receivers: [],
    });
  });

  it("is a step of each of those who make an offer together", () => {
    const { steps, offers } = danced(
      [ann, bob],
      [
        offer("of-a", "2020-01-01", "a", { x: "o2", y: "o0" }),
        offer("of-b", "2020-01-15", "b", { x: "o0", y: "o2" }),
        { ...offer("joint", "2020-02-01", "a", { x: "o1", y: "o1" }), by: ["b", "a"] },
      ],
    );
    expect(offers.at(-1)).toMatchObject({ by: ["b", "a"], proposer: "Bob and Ann" });
    expect(steps.map(({ party, from, to, class: kind }) => [party, from, to, kind])).toEqual([
      ["b", "of-b", "joint", "concession"],
      ["a", "of-a", "joint", "concession"],
    ]);
  });

  it("says what an offer hangs on, and whether the others' last offer has it", () => {
    const conditional = offer("if-then", "2020-02-01", "a", { x: "o1" }, { if: { y: "o1" } });
    const last = (...before: readonly Record<string, unknown>[]) =>
      danced([ann, bob], [...before, conditional]).offers.at(-1);
    expect(last()).toMatchObject({ hangsOn: [{ issue: "y", options: ["o1"] }], condition: "open" });
    expect(last(offer("has", "2020-01-01", "b", { y: "o1" }))).toMatchObject({ condition: "met" });
    expect(last(offer("not", "2020-01-01", "b", { y: "o2" }))).toMatchObject({ condition: "unmet" });
    expect(danced([ann, bob], [offer("plain", "2020-01-01", "b", { y: "o2" })]).offers[0]).toMatchObject({
      hangsOn: [],
      condition: null,
    });
  });

  it("leaves out what an open offer leaves open", () => {
    const { steps, offers } = danced(
      [ann, bob],
      [
        offer("first", "2020-01-01", "a", { x: "o2" }, { rest: "open" }),
        offer("second", "2020-02-01", "a", { x: "o2", y: "o2" }),
      ],
    );
    expect(steps[0]).toMatchObject({ class: null, unsure: ["y"], own: null, receivers: [] });
    expect(offers[0]?.values).toBeNull();
  });
});
