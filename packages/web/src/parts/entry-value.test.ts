import type { FieldSpec } from "@parley/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleaned,
  emptyOf,
  formOf,
  labelOfField,
  lackingFields,
  pointedWith,
  shownFirst,
  typedNumber,
  wrongNumbers,
} from "./entry-value.js";

const either: Extract<FieldSpec, { kind: "either" }> = {
  kind: "either",
  of: [
    { kind: "number", whole: false, least: 0, most: 1 },
    { kind: "tuple", of: [{ kind: "text" }, { kind: "text" }] },
  ],
};

describe("what is typed into an entry", () => {
  it("leaves nothing empty behind, and all that is said", () => {
    expect(cleaned({ a: " x ", b: "", c: [], d: { e: undefined }, f: [0, ""], g: false })).toEqual({
      a: "x",
      f: [0],
      g: false,
    });
    expect(cleaned({ a: "" })).toBeUndefined();
  });

  it("cleaned again is the same", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        expect(cleaned(cleaned(value))).toEqual(cleaned(value));
      }),
    );
  });

  it("is a number as soon as it is one", () => {
    expect(["12", "−3", "1.5", "1.", "x", ""].map(typedNumber)).toEqual([12, -3, 1.5, "1.", "x", undefined]);
  });

  it("has the form that it has, of several", () => {
    expect(formOf(either, ["a", "b"])).toBe(1);
    expect(formOf(either, undefined)).toBe(0);
    expect(emptyOf(either)).toBeUndefined();
    expect(emptyOf(either.of[1] ?? either)).toEqual([undefined, undefined]);
    expect(emptyOf({ kind: "record", to: "issue", of: { kind: "text" } })).toEqual({});
    expect(emptyOf({ kind: "list", of: { kind: "text" }, least: 0, most: 3 })).toEqual([]);
  });

  it("lacks what must be filled", () => {
    const fields = ["id", "name", "note"].map((name) => ({
      name,
      optional: name === "note",
      spec: { kind: name === "id" ? ("id" as const) : ("text" as const) },
    }));
    expect(lackingFields(fields, { name: " " }).map(({ name }) => name)).toEqual(["name"]);
    expect(lackingFields(fields, { name: "x" })).toEqual([]);
  });

  it("is called by its list where that is another name", () => {
    const names = { from: "From", "commitments.from": "From the option" };
    expect(labelOfField(names, "commitments", "from")).toBe("From the option");
    expect(labelOfField(names, "meetings", "from")).toBe("From");
    expect(labelOfField(names, "meetings", "unknown")).toBe("unknown");
  });
});

describe("a form", () => {
  const text: FieldSpec = { kind: "text" };
  const number: FieldSpec = { kind: "number", whole: false, least: -100, most: 100 };
  const field = (name: string, optional: boolean, spec: FieldSpec = text) => ({ name, optional, spec });

  it("shows at once what must be filled, what is filled and what usually is, the usual first", () => {
    const fields = [field("note", true), field("date", false), field("name", true), field("unit", true)];
    expect(shownFirst(fields, { note: "x" }, "goals").map(({ name }) => name)).toEqual(["name", "note", "date"]);
    expect(shownFirst(fields, {}, "nowhere").map(({ name }) => name)).toEqual(["date"]);
  });

  it("finds what is no number, however deep", () => {
    const fields = [
      field("a", true, number),
      field("b", true, {
        kind: "list",
        least: 0,
        most: 9,
        of: { kind: "group", fields: [field("c", true, number)] },
      }),
      field("d", true, { kind: "record", to: "issue", of: number }),
      field("e", true, { kind: "either", of: [number, { kind: "tuple", of: [number, number] }] }),
    ];
    const names = (value: unknown) => wrongNumbers(fields, value).map(({ name }) => name);
    expect(names({ a: 1, b: [{ c: 2 }], d: { x: 3 }, e: [1, 2] })).toEqual([]);
    expect(names({ a: "1.2.3", b: [{ c: "x" }], d: { x: "y" }, e: "z" })).toEqual(["a", "c", "d", "e"]);
  });
});

describe("what a form can point to", () => {
  const pointed = { component: [{ id: "other", name: "Of another term" }], party: [{ id: "a", name: "Ann" }] };

  it("is what stands in it, under the ids that it will get; of others of its kind nothing", () => {
    const value = { components: [{ text: "Seals" }, { text: "Seals" }, { id: "kept", text: "Visits" }, {}, "odd"] };
    expect(pointedWith(pointed, value)).toEqual({
      party: pointed.party,
      component: [
        { id: "seals", name: "Seals" },
        { id: "seals-2", name: "Seals" },
        { id: "kept", name: "Visits" },
      ],
    });
    expect(pointedWith(pointed, { id: "price", options: [{ name: "low" }] }).option).toEqual([
      { id: "low", name: "low", issue: "price" },
    ]);
  });

  it("is as before where nothing in it can be pointed to", () => {
    expect(pointedWith(pointed, undefined)).toEqual(pointed);
    expect(pointedWith(pointed, { components: [] })).toEqual(pointed);
  });
});

describe("what a field begins with", () => {
  it("has the form of the field", () => {
    const text: FieldSpec = { kind: "text" };
    expect(emptyOf({ kind: "group", fields: [] })).toEqual({});
    expect(emptyOf({ kind: "record", to: "issue", of: text })).toEqual({});
    expect(emptyOf({ kind: "list", of: text, least: 0, most: 9 })).toEqual([]);
    expect(emptyOf({ kind: "tuple", of: [text, text] })).toEqual([undefined, undefined]);
    expect(emptyOf({ kind: "either", of: [{ kind: "list", of: text, least: 0, most: 9 }, text] })).toEqual([]);
    expect(emptyOf(text)).toBeUndefined();
  });
});

describe("numbers in a range", () => {
  it("are wrong part by part, and nothing is where nothing is said", () => {
    const number: FieldSpec = { kind: "number", whole: false, least: -100, most: 100 };
    const range = { name: "range", optional: true, spec: { kind: "tuple", of: [number, number] } as FieldSpec };
    expect(wrongNumbers([range], { range: [1, "x"] })).toEqual([range]);
    expect(wrongNumbers([range], { range: [1, 2, "more"] })).toEqual([]);
    expect(wrongNumbers([range], { range: "x" })).toEqual([]);
    expect(wrongNumbers([range], undefined)).toEqual([]);
    const list = { name: "list", optional: true, spec: { kind: "list", of: number, least: 0, most: 9 } as FieldSpec };
    expect([wrongNumbers([list], { list: [1, "y"] }), wrongNumbers([list], {})]).toEqual([[list], []]);
  });
});
