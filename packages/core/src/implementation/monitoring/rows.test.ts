import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEAD, kinds, standing, watched } from "../../../test/watched.js";
import { changesBetween } from "./changes.js";
import { monitor } from "./monitor.js";
import { readRows } from "./read-rows.js";
import { rowsIn, withRows } from "./write-rows.js";

describe("rows that cannot be read", () => {
  const problems = (rows: string) =>
    readRows(watched(), HEAD + rows).problems.map(({ place, message }) => `${place.line}:${place.column} ${message}`);

  it.each([
    ["2020-02-30,,m,1,t,verified,,\n", '2:1 as_of "2020-02-30" is no date. Write 2019, 2019-02 or 2019-02-24.'],
    [
      "2020-02-01,soon,m,1,t,verified,,\n",
      '2:12 reported_at "soon" is no date. Write 2019, 2019-02 or 2019-02-24, or leave it out.',
    ],
    ["2020-02-01,,,1,t,verified,,\n", "2:13 names no metric. Say what the row is about."],
    [
      "2020-02-01,,m,1 02,t,verified,,\n",
      '2:15 "1 02" is no number. Write 130.9, <= 130 or ~ 4.5; a point before the decimals and no mark between thousands.',
    ],
    ["2020-02-01,,m,1,kg UF6,verified,,\n", '2:17 "kg UF6" cannot be turned into "t", the unit of m.'],
    ["2020-02-01,,m,1,t,verifid,,\n", '2:19 unknown qualifier "verifid". Did you mean "verified"?'],
    [
      "2020-02-01,,m,,t,verified,,\n",
      "2:15 a figure that is verified has no value. Write one, or what happened as the qualifier.",
    ],
  ])("are said with their place: %j", (rows, message) => {
    expect(problems(rows)).toEqual([message]);
  });

  it("leave the others as they are", () => {
    const rows = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,101,t,verified,,\nnonsense\n2020-03-01,,m,99,t,verified,,\n`,
    );
    expect(rows.book.size()).toBe(2);
    expect(rows.malformed).toBe(1);
  });

  it("are one line where a quotation mark is not closed, or closes on a later one", () => {
    const rows = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,101,t,verified,,\n2020-02-02,,m,101,t,verified,,"never closed\n2020-03-01,,m,99,t,verified,,\n`,
    );
    expect(rows.problems.map(({ place }) => place.line)).toEqual([3]);
    const over = readRows(
      watched(),
      `${HEAD}2020-02-01,,m,1,t,verified,,"a pipe\n2020-02-02,,m,140,t,verified,,\n2020-02-03,,m,1,t,verified,,of 5"\n`,
    );
    expect([over.problems.map(({ place }) => place.line), over.book.size()]).toEqual([[2, 4], 1]);
    expect(rows.book.size()).toBe(2);
  });

  it("are all of them where the head does not say what the columns are", () => {
    expect(readRows(watched(), "day,what\n2020-02-01,m\n").problems[0]?.message).toContain(
      "does not name as_of and metric",
    );
  });

  it("have as many cells as the head names: a loose comma is said, not read as a number and a unit", () => {
    expect(problems("2020-02-01,2020-02-03,m,1,t,verified,x,a note, with a comma\n")[0]).toContain(
      "more cells than the first line names",
    );
    expect(problems("2020-02-01,2020-02-03,m,1,550,,,\n")[0]).toContain('"550" is a number and no unit');
  });

  it("hold numbers with a decimal comma where they can be read in no other way", () => {
    const semicolons = readRows(watched(), "as_of;metric;value;unit;qualifier\n2020-02-01;m;0,5;t;verified\n");
    expect([semicolons.problems, semicolons.book.value(0)]).toEqual([[], 0.5]);
    expect(readRows(watched(), `${HEAD}2020-02-01,,m,<= \u22121.5,t,verified,,\n`).book.value(0)).toBe(-1.5);
  });

  it("are refused where a number can be read in two ways, with both readings and what to write", () => {
    expect(problems("2020-02-01,,m,1.200,t,verified,,\n")).toEqual([
      '2:15 "1.200" can be read in two ways: as 1.2 or as 1200. Write 1.2 for the one, 1200 for the other.',
    ]);
    expect(problems('2020-02-01,,m,"> 1,234",t,verified,,\n')[0]).toContain(
      "as 1.234 or as 1234. Write 1.2340 for the one, 1234 for the other.",
    );
  });

  it("are in per cent where their metric is, and refused where it is not", () => {
    const negotiation = watched({ metrics: [{ id: "m", unit: "%" }, { id: "n", unit: "t" }, { id: "o" }] });
    const read = (row: string) => readRows(negotiation, `${HEAD}${row}\n`);
    expect(read("2020-02-01,,m,60%,,verified,,").book.value(0)).toBe(60);
    expect(read("2020-02-01,,m,> 60 %,percent,verified,,").book.size()).toBe(1);
    expect(read("2020-02-01,,n,60%,,verified,,").problems[0]?.message).toBe(
      'is in per cent, and the unit of n is "t". Write the number in that unit, or the unit in its own column.',
    );
    expect(read("2020-02-01,,m,60%,t,verified,,").problems[0]?.message).toContain('the unit of the row is "t"');
    expect(read("2020-02-01,,o,60%,,verified,,").problems[0]?.message).toContain('metric "o" has no unit');
  });

  it("hold a sign, a number and a mark of per cent with any spaces between, and nothing after", () => {
    const negotiation = watched({ metrics: [{ id: "m", unit: "%" }] });
    const read = (cell: string) => readRows(negotiation, `${HEAD}2020-02-01,,m,${cell},,verified,,\n`);
    const wide = " ".repeat(90_000);
    for (const cell of ["<=60%", `<= ${wide.slice(0, 500)}60 ${wide.slice(0, 500)}%`]) {
      expect(read(cell).book.value(0)).toBe(60);
      expect(read(cell).book.row(0).comparator).toBe("≤");
    }
    for (const cell of [`60${wide}x`, "60%%", "%", "< < 60"]) expect(read(cell).book.size()).toBe(0);
  });

  it("never crash, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'",;\n\t0123-mt verifd<>=~\u202e\u0000é') }), (text) => {
        const rows = readRows(watched(), HEAD + text);
        const found = monitor(watched(), rows, { asOf: "2021-12-31" });
        expect(found.ok).toBe(true);
      }),
    );
  });

  it("of what no obligation speaks are kept and counted", () => {
    const found = standing(watched(), "2020-02-01,,other,1,,verified,,\n");
    expect(found.findings.find(({ kind }) => kind === "unspoken")).toMatchObject({ about: "other", lines: [2] });
    // Before it was reported nobody knows of it.
    const before = standing(watched(), "2020-02-01,2020-05-01,other,1,,verified,,\n", { knownAt: "2020-04-01" });
    expect(kinds(before)).toEqual([]);
    const misspelt = standing(watched(), "2020-02-01,,limt,,,waived,,\n");
    expect(misspelt.findings[0]?.text).toContain('Did you mean "limit"?');
    // A metric that is on record, and nothing is owed about.
    const idle = watched({ metrics: [{ id: "m", unit: "t", inspect: "1 year" }, { id: "n" }] });
    expect(kinds(standing(idle, "2020-02-01,2020-02-01,n,1,,verified,,\n"))).toEqual(["unspoken"]);
  });
});

describe("rows that are added", () => {
  it("go to the end, in the order of the columns there, and what stood there stays", () => {
    const text = "metric;as_of;value;qualifier\nm;2020-02-01;1;verified";
    const written = withRows(text, [
      { as_of: "2020-03-01", metric: "m", value: "2", qualifier: "verified", note: "lost" },
    ]);
    expect(written).toBe(`${text}\nm;2020-03-01;2;verified\n`);
    expect(withRows(null, [{ as_of: "2020-03-01", metric: "m", note: 'a "b", c' }])).toBe(
      `${HEAD}2020-03-01,,m,,,,,"a ""b"", c"\n`,
    );
  });

  it("are read from a text with or without a head", () => {
    const row = { as_of: "2020-02-01", metric: "m", value: "1", unit: "t", qualifier: "verified" };
    expect(rowsIn(`${HEAD}2020-02-01,,m,1,t,verified,,\n`).rows).toEqual([row]);
    expect(rowsIn("2020-02-01,,m,1,t,verified\n").rows).toEqual([row]);
    expect(rowsIn("metric\tvalue\tas_of\tunit\tqualifier\nm\t1\t2020-02-01\tt\tverified\n").rows).toEqual([row]);
    expect(rowsIn(`2020-02-01,,m,1,t,verified\n2020-02-02,,m,1,t,verified,,"open\n`).broken).toEqual([2]);
  });

  it("are shown by what they would change", () => {
    const before = standing(watched(), "2020-02-01,,m,90,t,verified,,\n");
    const after = standing(watched(), "2020-02-01,,m,90,t,verified,,\n2020-03-01,,m,140,t,verified,,\n");
    expect(changesBetween(before, after)).toMatchObject([{ id: "limit", before: "compliant", after: "breached" }]);
    expect(changesBetween(before, before)).toEqual([]);
  });
});
