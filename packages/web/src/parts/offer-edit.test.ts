import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filesOf, issue } from "../../../core/test/build-case.js";
import { caseAfter, caseFrom } from "../../test/after.js";
import { chosenIn } from "../chosen-package.js";
import { offerEdit } from "./offer-edit.js";

const files = filesOf({
  case: {
    issues: [issue("x", 3), issue("y", 2), { id: "n", name: "N", today: 5, numeric: { from: 5, to: 10, step: 5 } }],
  },
  record: { offers: [{ id: "first", name: "First", date: "2020-01-01", by: "a", package: { x: "o1" } }] },
});
const negotiation = caseFrom(files);
const offer = { name: "Our own", by: "b", date: "2020-02-01", options: { x: "o2", y: "o0", n: "10" } };

describe("a package that is put on record", () => {
  it("is an offer with the very options that were chosen", () => {
    const options = fc.record({
      x: fc.constantFrom("o0", "o1", "o2"),
      y: fc.constantFrom("o0", "o1"),
      n: fc.constantFrom("5", "10"),
    });
    fc.assert(
      fc.property(options, (chosen) => {
        const { id, changes } = offerEdit(negotiation, { ...offer, options: chosen }, "a draft");
        const after = caseAfter(files, { file: "record.yaml", changes });
        const address = { get: (name: string) => (name === "offer" ? id : null), set: () => {} };
        expect(chosenIn({ negotiation: after, options: {}, address }, "own").options).toEqual(chosen);
      }),
      // The first leaves all as it is today.
      { numRuns: 12, examples: [[{ x: "o0", y: "o0", n: "5" }]] },
    );
  });

  it("is somebody's, or a draft that nobody has made yet", () => {
    const made = (by: string) =>
      caseAfter(files, {
        file: "record.yaml",
        changes: offerEdit(negotiation, { ...offer, by }, "a draft of ours").changes,
      }).offers[1];
    expect(made("b")).toMatchObject({ by: ["b"], name: "Our own", date: "2020-02-01" });
    expect(made("")).toMatchObject({ by: [] });
  });

  it("gets a name that no offer has, and none that means something else", () => {
    const idOf = (name: string) => offerEdit(negotiation, { ...offer, name }, "a draft").id;
    expect(["First", "Today", "No deal", "…"].map(idOf)).toEqual(["first-2", "today-2", "no-deal-2", "offer"]);
  });
});
