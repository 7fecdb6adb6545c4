import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalMarkIn, readWrittenNumber } from "./written-number.js";

const numberOf = (text: string, decimal: "." | "," | null = null): number | null => {
  const read = readWrittenNumber(text, decimal);
  return read.kind === "number" ? read.value : null;
};

describe("a written number", () => {
  it.each([
    ["1200", 1200],
    ["1.2", 1.2],
    ["1,2", 1.2],
    ["0.200", 0.2],
    ["0,200", 0.2],
    [".5", 0.5],
    ["1.2000", 1.2],
    ["1234.500", 1234.5],
    ["1,200.5", 1200.5],
    ["1.200,5", 1200.5],
    ["1.200.000", 1_200_000],
    ["1,200,000.25", 1_200_000.25],
    ["1 200", 1200],
    ["1\u00a0200,5", 1200.5],
    ["1\u202f200\u202f300", 1_200_300],
    ["1'200", 1200],
    ["-5", -5],
    ["\u22125", -5],
    ["+3", 3],
    ["1e3", 1000],
    ["2.5E-3", 0.0025],
  ])("has one value where it can be read in one way: %s", (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each(["1.200", "1,200", "12.500", "999,999", "-1.200"])("has none where it can be read in two: %s", (text) => {
    const read = readWrittenNumber(text);
    if (read.kind !== "ambiguous") throw new Error(`${text} was read as ${JSON.stringify(read)}`);
    const [decimal, thousands] = read.readings;
    expect(thousands).toBeCloseTo(1000 * decimal, 9);
    expect(read.write.map((text) => numberOf(text))).toEqual([decimal, thousands]);
  });

  it("is settled by the decimal mark of its table", () => {
    expect([numberOf("1.200", ","), numberOf("1.200", "."), numberOf("1,200", "."), numberOf("1,200", ",")]).toEqual([
      1200, 1.2, 1200, 1.2,
    ]);
  });

  it.each(["", "abc", "1,2,3", "1.2.3", "12 34", "1..2", "1,", "--1", "1.20,3", "Infinity", "0x10", "1e999", "60%"])(
    "is none where it is something else: %j",
    (text) => {
      expect(readWrittenNumber(text).kind).toBe("none");
    },
  );

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
