import { describe, expect, it } from "vitest";
import { namesIn } from "../named.js";
import { positions, type Step } from "./positions.js";

const names = namesIn({
  parties: [{ id: "crews", name: "the crews" }],
  issues: ["pay", "rota"].map((id) => ({ id, name: id, options: [{ id: "much", name: "much" }] })),
});
const offers = [
  { id: "one", name: "One", hangsOn: [], condition: null },
  { id: "two", name: "Two", hangsOn: [], condition: null },
];
const step = (more: Partial<Step>): string =>
  positions.step(
    {
      party: "crews",
      name: "the crews",
      from: "one",
      to: "two",
      class: "concession",
      better: [],
      worse: [],
      receivers: [],
      inOrder: true,
      ...more,
    },
    offers,
    names,
  );

describe("a step from one offer to the next", () => {
  it("has one verb, whatever it asks for", () => {
    const from = "The crews, from “One” to “Two”: concession";
    expect(step({})).toBe(`${from}.`);
    expect(step({ worse: ["pay"] })).toBe(`${from}; they ask for less on pay.`);
    expect(step({ better: ["pay"], worse: ["rota"] })).toBe(`${from}; they ask for more on pay, for less on rota.`);
  });

  it("says what the offer hangs on, and whether the others have offered that", () => {
    const conditional = [
      offers[0],
      { id: "two", name: "Two", hangsOn: [{ issue: "rota", options: ["much"] }], condition: "met" as const },
    ].filter((one) => one !== undefined);
    const said = positions.step(
      {
        party: "crews",
        name: "the crews",
        from: "one",
        to: "two",
        class: "demand",
        better: [],
        worse: [],
        receivers: [],
        inOrder: true,
      },
      conditional,
      names,
    );
    expect(said).toBe(
      "The crews, from “One” to “Two”: demand. The offer stands only if “rota: much”: the others have offered that.",
    );
  });
});
