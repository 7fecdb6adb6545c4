import { wordingIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers } from "../../../core/test/build-case.js";
import { type Asked, askedOf, lackingIn } from "./overview-missing.js";

const { pages } = wordingIn("en");
const address = {
  on: (page: string, more: Readonly<Record<string, string>> = {}) => `${page} ${Object.values(more).join()}`,
};
const lacking = (negotiation: ReturnType<typeof buildCase>, reader: string | null = null) =>
  lackingIn({ negotiation, reader, address }, pages);

describe("what a case lacks", () => {
  it("leads to the page where it is given", () => {
    expect(lacking(buildCase({})).map(({ to }) => to)).toEqual([
      "interests a",
      "interests b",
      "set-up ",
      "documents ",
      "terms ",
      "set-up ",
    ]);
  });

  it("is only what is not there", () => {
    const negotiation = buildCase({
      case: { issues: [issue("x", 2)], sources: [{ id: "s", title: "A paper" }], noDeal: { x: "o0" } },
      interests: [numbers("a", { x: 1 }, { x: [1, 0] })],
      record: { offers: [{ id: "first", name: "First", date: "2020-01-01", by: "a", package: { x: "o1" } }] },
    });
    expect(lacking(negotiation).map(({ text }) => text)).toEqual([
      pages.overview.lacking.interests("Bob"),
      pages.overview.lacking.statements,
      pages.terms.none,
    ]);
  });

  it("does not tell a reader whether interests are on file that are not for it", () => {
    const [first] = lacking(buildCase({}), "b");
    expect(first?.text).toBe(pages.overview.lacking.notForReader("Ann"));
  });
});

describe("questions", () => {
  it("come with the offer that they are about, the most telling first", () => {
    const question = (settles: number) => ({ text: "Which?", settles }) as Asked["question"];
    const offer = (id: string, asked: Asked["question"] | null) => ({ id, question: asked });
    const offers = [offer("A", question(0.1)), offer("B", null), offer("C", question(0.6))];
    expect(askedOf({ offers }).map(({ id }) => id)).toEqual(["C", "A"]);
  });
});
