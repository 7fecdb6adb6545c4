import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { notesOf, readFiles, reasonsOf, sheetData, workbook } from "../../test/scenario-files.js";

const HEAD = ["issue", "option", "weight", "score"];
const ROWS = [
  HEAD,
  ["Price", "low", 60, 1],
  ["Price", "high", null, 0],
  ["Delivery", "a week", 40, 10],
  ["Delivery", "a month", null, 4],
  ["reservation", null, null, 35],
];
const content = sheetData(ROWS);
const ann = { name: "ann", content };

const told = (bytes: Uint8Array) => {
  const { scenario } = readFiles({ "book.xlsx": bytes });
  return scenario.parties.map(({ name, weights, scores, reservation }) => [name, weights, scores, reservation]);
};
const plain = told(workbook([ann]));

describe("a workbook of any program is the same workbook", () => {
  it.each([
    ["with a prefix before every name", workbook([ann], { prefix: "x:" })],
    ["strict", workbook([ann], { strict: true })],
    [
      "with the issue merged over its options",
      workbook([
        {
          name: "ann",
          content: `${sheetData(ROWS.map((row, k) => (k === 2 || k === 4 ? [null, ...row.slice(1)] : row)))}<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>`,
        },
      ]),
    ],
    [
      "with blanks after names",
      workbook([{ name: "ann ", content: sheetData(ROWS.map(([issue, ...rest]) => [`${issue} `, ...rest])) }]),
    ],
    [
      "with lists and old versions hidden, notes, and a chart",
      workbook([
        ann,
        { name: "ann old", state: "hidden", content },
        { name: "lists", state: "veryHidden", content: sheetData([["high"], ["low"]]) },
        { name: "notes", content: sheetData([["Ask Ben"]]) },
        { name: "chart", kind: "chartsheet", content: "" },
        { name: "empty", content: "<sheetData/>" },
      ]),
    ],
    ["with a total", workbook([{ name: "ann", content: sheetData([...ROWS, ["Total", null, 100, null]]) }])],
  ])("%s", (_, bytes) => {
    expect(told(bytes)).toEqual(plain);
  });

  it("what was left out is said, sheet by sheet and row by row", () => {
    const hidden = content.replace('<row r="3">', '<row r="3" hidden="1">');
    const said = notesOf({
      "book.xlsx": workbook([
        { name: "ann", content: hidden },
        { name: "old", state: "hidden", content },
        { name: "notes", content: sheetData([["Ask Ben"]]) },
        { name: "chart", kind: "chartsheet", content: "" },
      ]),
    });
    expect(said).toContain('sheet "old" is hidden: left out');
    expect(said).toContain('sheet "notes" has no row that names issue, option, weight, score: left out');
    expect(said).toContain('sheet "chart" holds a chart alone: left out');
    expect(said).toContain('row 3 ("Price") is hidden: left out');
    const without = { name: "ben", content: sheetData(ROWS) };
    expect(reasonsOf({ "book.xlsx": workbook([{ name: "ann", content: hidden }, without]) })).toMatch(
      /issue "Price" has "high", which .*ann.* does not have\..* Rows are hidden in .*ann/,
    );
    const once = sheetData(ROWS.map((row, k) => (k === 2 ? [null, ...row.slice(1)] : row)));
    const headless = once.replace('<row r="2">', '<row r="2" hidden="1">');
    expect(reasonsOf({ "book.xlsx": workbook([{ name: "ann", content: headless }]) })).toContain(
      "cell A3 has no issue, and row 2 above it, which has one, is hidden",
    );
  });
});

const FORMATS = ["General", "yyyy-mm-dd", "h:mm:ss", '"€"#,##0', "0%", "0.00", "d mmm yyyy", "#,##0.0", "0.0%"];
const styles = `<numFmts>${FORMATS.map((code, k) => `<numFmt numFmtId="${164 + k}" formatCode="${code.replaceAll('"', "&quot;")}"/>`).join("")}</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${FORMATS.map((_, k) => `<xf numFmtId="${164 + k}" applyNumberFormat="1"/>`).join("")}<xf numFmtId="14" applyNumberFormat="1"/></cellXfs>`;
const styled = (value: number, format: string): string => `<c s="${FORMATS.indexOf(format)}"><v>${value}</v></c>`;
const BUILT_IN_DATE = `<c s="${FORMATS.length}"><v>46113</v></c>`;

describe("cells are what a person sees", () => {
  it("dates, times, currency as options; per cent as weights and as a reservation", () => {
    const options = [
      styled(46082, "yyyy-mm-dd"),
      styled(0.5833333333333334, "h:mm:ss"),
      styled(1200, '"€"#,##0'),
      BUILT_IN_DATE,
      7,
    ];
    const bytes = workbook(
      [
        {
          name: "ann",
          content: sheetData([
            HEAD,
            ...options.map((option, k) => ["When", option, k === 0 ? styled(0.6, "0%") : null, k]),
            ["Price", "low", styled(0.4, "0%"), 1],
            ["Price", "high", null, 0],
            ["reservation", null, null, styled(0.35, "0%")],
          ]),
        },
      ],
      { styles },
    );
    const { scenario } = readFiles({ "book.xlsx": bytes });
    expect(scenario.issues[0]?.options.slice(0, 3)).toEqual(["2026-03-01", "14:00:00", "€1,200"]);
    expect(scenario.issues[0]?.options.slice(3)).toEqual(["2026-04-01", "7"]);
    expect(scenario.parties[0]?.weights.map((weight) => Number(weight.toFixed(9)))).toEqual([0.6, 0.4]);
    expect(scenario.parties[0]?.reservation).toBe(0.35);
  });

  it("days counted from 1904 are the same days", () => {
    const rows = sheetData([HEAD, ["When", styled(46082 - 1462, "yyyy-mm-dd"), 1, 1]]);
    const bytes = workbook([{ name: "ann", content: rows }], { styles, workbook: '<workbookPr date1904="1"/>' });
    expect(readFiles({ "book.xlsx": bytes }).scenario.issues[0]?.options).toEqual(["2026-03-01"]);
  });

  it.each([
    [
      "a formula without a value",
      [["Price", "low", "<c><f>30*2</f></c>", 1]],
      'sheet "ann": cell C2 has a formula without a stored value',
    ],
    [
      "a number that is none",
      [["Price", "low", "<c><v>0,6</v></c>", 1]],
      'cell C2 has a number that cannot be read: "0,6"',
    ],
    [
      "a text that is missing from the workbook",
      [["Price", '<c t="s"><v>99</v></c>', 1, 1]],
      "cell B2 has a text that the workbook does not hold",
    ],
    [
      "the same with an empty value",
      [["Price", "low", 1, "<c><f>1+0</f><v></v></c>"]],
      "cell D2 has a formula without a stored value",
    ],
    ["an error", [["Price", '<c t="e"><v>#REF!</v></c>', 1, 1]], "cell B2 has the error #REF!"],
    [
      "a date as a score",
      [["Price", "low", 1, styled(46082, "yyyy-mm-dd")]],
      'cell D2 has a date as its score: "2026-03-01"',
    ],
    [
      "a number as text that can be two",
      [["Price", "low", "1.200", 1]],
      'cell C2 has a weight that can be read in two ways: "1.200"',
    ],
    ["yes as a score", [["Price", "low", 1, '<c t="b"><v>1</v></c>']], 'cell D2 has no number as its score: "TRUE"'],
  ])("%s is refused by its cell", (_, rows, reason) => {
    expect(
      reasonsOf({ "book.xlsx": workbook([{ name: "ann", content: sheetData([HEAD, ...rows]) }], { styles }) }),
    ).toContain(reason);
  });

  it.each([
    [
      "no sheet is a party's table",
      [{ name: "notes", content: sheetData([["Ask Ben"]]) }],
      /no sheet holds a party's table; sheet "notes"/,
    ],
    [
      "a head has a slip",
      [{ name: "ann", content: sheetData([["issue", "option", "wight", "score"]]) }],
      /sheet "ann": its first row does not name weight/,
    ],
    [
      "a needed column is hidden",
      [{ name: "ann", content: `<cols><col min="3" max="3" hidden="1"/></cols>${content}` }],
      /the column weight is hidden/,
    ],
  ])("and the sheet is named where %s", (_, sheets, reason) => {
    expect(reasonsOf({ "book.xlsx": workbook(sheets) })).toMatch(reason);
  });

  it("one part is read once: sheets that share one are refused", () => {
    const bytes = workbook([ann, { name: "ben", content }]);
    const twice = zipSync({
      ...unzipSync(bytes),
      "xl/_rels/workbook.xml.rels": new TextEncoder().encode(
        new TextDecoder().decode(unzipSync(bytes)["xl/_rels/workbook.xml.rels"]).replace("sheet2.xml", "sheet1.xml"),
      ),
    });
    expect(reasonsOf({ "book.xlsx": twice })).toMatch(/sheet "ben" is the same part as another sheet/);
  });
});

const LIBRE_OFFICE = spawnSync("soffice", ["--version"]).status === 0;

describe.skipIf(!LIBRE_OFFICE)("LibreOffice shows the same (skipped where it is not installed)", () => {
  it("cells of every format that was made here", () => {
    const values = [0, 1, 0.5, 1200, 46082, 0.126, 1234567.891, 45999.75];
    // The two programs count the days of early 1900 differently, as LibreOffice's help says.
    const cells = values.flatMap((value) =>
      FORMATS.filter((format) => value > 60 || !/[ymd]/.test(format)).map((format) => ({ value, format })),
    );
    const rows = cells.map(({ value, format }, k) => [`X${k}`, styled(value, format), 1, 1]);
    const bytes = workbook([{ name: "ann", content: sheetData([HEAD, ...rows]) }], { styles });
    const folder = mkdtempSync(join(tmpdir(), "parley-calc-"));
    try {
      writeFileSync(join(folder, "book.xlsx"), bytes);
      spawnSync("soffice", [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        "--outdir",
        folder,
        join(folder, "book.xlsx"),
      ]);
      const shown = (parse(readFileSync(join(folder, "book.csv"), "utf8")) as string[][]).slice(1).map((row) => row[1]);
      const { issues } = readFiles({ "book.xlsx": bytes }).scenario;
      expect(issues.map(({ options }) => options[0])).toEqual(shown.map((text) => text?.trim()));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
