import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalMarkIn, readWrittenNumber } from "./written-number.js";

const valueAt = (text: string, decimal: "." | ","): number | null => {
  const read = readWrittenNumber(text, decimal);
  return read.kind === "number" ? read.value : null;
};

describe("a number as people write it", () => {
  it.each([
    ["1200", 1200],
    ["1.2", 1.2],
    ["1,2", 1.2],
    ["0.200", 0.2],
    ["0,200", 0.2],
    [".200", 0.2],
    ["1.2000", 1.2],
    ["1234.567", 1234.567],
    ["1,200.5", 1200.5],
    ["1.200,5", 1200.5],
    ["1,200,300", 1_200_300],
    ["1.200.300", 1_200_300],
    ["1,200,300.25", 1_200_300.25],
    ["1 200", 1200],
    ["1\u202f200,5", 1200.5],
    ["1’200.5", 1200.5],
    ["\u22121.5", -1.5],
    ["+3", 3],
    ["1.200e3", 1200],
    ["2e6", 2_000_000],
  ])("reads %s in one way", (written, value) => {
    expect(readWrittenNumber(written)).toEqual({ kind: "number", value });
  });

  it.each([
    ["1.200", [1.2, 1200], ["1.2", "1200"]],
    ["1,234", [1.234, 1234], ["1.2340", "1234"]],
    ["\u2212120.050", [-120.05, -120_050], ["-120.05", "-120050"]],
    ["5.000", [5, 5000], ["5", "5000"]],
  ])("reads %s in two ways, and says how to write each", (written, readings, write) => {
    expect(readWrittenNumber(written)).toEqual({ kind: "ambiguous", readings, write });
  });

  it.each([
    "",
    "-",
    "1,20,000",
    "12,34.5",
    "1.2.3",
    "1,200.300,5",
    "01,200,300",
    "1 20",
    "1e",
    "1.",
    "five",
    "1,200 .5",
    "1'2",
  ])("does not read %j", (written) => {
    expect(readWrittenNumber(written)).toEqual({ kind: "none" });
  });

  it("proposes only texts that can be read in one way, as the reading that they stand for", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom(".", ","),
        (whole, part, mark) => {
          const found = readWrittenNumber(`${whole}${mark}${`${part}`.padStart(3, "0")}`);
          if (found.kind !== "ambiguous") throw new Error("it can be read in two ways");
          expect(found.readings).toEqual([Number(`${whole}.${`${part}`.padStart(3, "0")}`), 1000 * whole + part]);
          expect(found.write.map((text) => readWrittenNumber(text))).toEqual(
            found.readings.map((value) => ({ kind: "number", value })),
          );
        },
      ),
    );
  });

  it("reads every number that JavaScript writes with no three decimals as that number", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const text = `${value}`;
        fc.pre(!/\.\d{3}$/.test(text) && !/e-\d{3}/.test(text));
        expect(readWrittenNumber(text)).toEqual({ kind: "number", value: value === 0 ? Number(text) : value });
      }),
    );
  });

  it("is settled by the decimal mark of its table", () => {
    expect([valueAt("1.200", ","), valueAt("1.200", "."), valueAt("1,200", "."), valueAt("1,200", ",")]).toEqual([
      1200, 1.2, 1200, 1.2,
    ]);
  });

  it("of JavaScript's own form is never read as another number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const read = readWrittenNumber(String(number));
        if (read.kind === "ambiguous") expect(read.readings[0]).toBe(number);
        else expect(read).toEqual({ kind: "number", value: number === 0 ? expect.closeTo(0, 12) : number });
      }),
    );
  });
});

describe("the decimal mark of a table", () => {
  it.each([
    [["1.200", "0,5", "7"], ","],
    [["1.200", "0.5"], "."],
    [["1.200", "800"], null],
    [["0.5", "0,5"], null],
    [["1,200,300"], "."],
    [["40,5 %"], ","],
    [[], null],
  ])("follows from the numbers that can be read in one way: %j", (texts, mark) => {
    expect(decimalMarkIn(texts)).toBe(mark);
  });
});
