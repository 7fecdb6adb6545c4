import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../core/test/build-case.js";
import { chosenIn, isAmong, packageFrom, packageText, todayOf } from "./chosen-package.js";

const source = { sources: [{ id: "s", title: "A paper" }] };
const negotiation = buildCase({
  case: { issues: [issue("x", 3), issue("y", 2, { today: "o1" })], ...source },
  record: {
    offers: [
      { id: "first", name: "First", date: "2020-01-01", by: "a", package: { x: "o1" } },
      { id: "second", name: "Second", date: "2020-03-01", by: "b", package: { x: "o2" } },
    ],
  },
});

/** A view at an address, and what was set in it. */
function viewAt(query: string, asOf?: string) {
  const params = new URLSearchParams(query);
  const set: Readonly<Record<string, string | null>>[] = [];
  return {
    set,
    view: {
      negotiation,
      options: asOf === undefined ? {} : { asOf },
      address: {
        get: (name: string) => params.get(name),
        set: (changes: Readonly<Record<string, string | null>>) => {
          set.push(changes);
        },
      },
    },
  };
}

const chosenAt = (query: string, asOf?: string) => chosenIn(viewAt(query, asOf).view, "your package");

describe("a package in an address", () => {
  const any = fc.record({ x: fc.constantFrom("o0", "o1", "o2"), y: fc.constantFrom("o0", "o1") });

  it("is read as it was written", () => {
    fc.assert(
      fc.property(any, (options) => {
        expect(packageFrom(negotiation, packageText(negotiation, { options }))).toEqual(options);
      }),
    );
  });

  it("says today where nothing is changed, and is today where it says nothing", () => {
    expect(packageText(negotiation, { options: todayOf(negotiation) })).toBe("today");
    expect(packageFrom(negotiation, null)).toEqual({ x: "o0", y: "o1" });
  });

  it("leaves out issues and options that the case does not have", () => {
    expect(packageFrom(negotiation, "x:o9,z:o1,y:o0")).toEqual({ x: "o0", y: "o0" });
  });

  it("takes the changes of a gain", () => {
    const changes = [{ issue: "y", to: "o0" }];
    expect(packageText(negotiation, { options: { x: "o1", y: "o1" } }, { changes })).toBe("x:o1,y:o0");
  });
});

describe("the package on a page", () => {
  it("is the latest offer, as of the day it is seen from", () => {
    expect(chosenAt("")).toMatchObject({ name: "Second", offer: "second", options: { x: "o2", y: "o1" } });
    expect(chosenAt("", "2020-02-01")).toMatchObject({ name: "First", offer: "first" });
  });

  it("is the offer that is asked for, be it of a later day", () => {
    expect(chosenAt("offer=second", "2020-02-01")).toMatchObject({ offer: "second" });
  });

  it("is one of one's own where the address changes something, and an offer again where it is the same", () => {
    expect(chosenAt("offer=first&p=x:o1,y:o0")).toMatchObject({ name: "your package", offer: null });
    expect(chosenAt("p=x:o1")).toMatchObject({ name: "First", offer: "first" });
  });

  it("is written into the address when another is chosen", () => {
    const { view, set } = viewAt("offer=first");
    chosenIn(view, "your package").choose({ x: "o2", y: "o0" });
    expect(set).toEqual([{ p: "x:o2,y:o0" }]);
  });

  it("is among others where one of them is the same", () => {
    expect(isAmong([{ options: { x: "o1", y: "o0" } }], { x: "o1", y: "o0" })).toBe(true);
    expect(isAmong([{ options: { x: "o1", y: "o1" } }], { x: "o1", y: "o0" })).toBe(false);
  });
});
