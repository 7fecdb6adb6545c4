// A workbook (ECMA-376) with a sheet for each party: text and numbers, nothing else.
import { strToU8, type ZippableFile, zipSync } from "fflate";
import type { Scenario } from "./scenario.js";
import { tableOf } from "./table.js";
import { escapeXml } from "./xml.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

type Row = readonly (string | number)[];

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** A workbook with a sheet for each party. */
export const writeXlsx = (scenario: Scenario): Uint8Array =>
  workbookOf(scenario.parties.map((party) => ({ name: party.name, rows: tableOf(scenario, party) })));

/** A workbook of sheets; their names are made to be such as a workbook may have. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const ids = sheets.map((_, k) => k + 1);
  const taken = new Set<string>();
  const names = sheets.map(({ name }, k) => {
    const plain = name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31) || `${k + 1}`;
    const own = taken.has(plain.toLowerCase()) ? `${plain.slice(0, 26)} ${k + 1}` : plain;
    taken.add(own.toLowerCase());
    return escapeXml(own);
  });
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, k) => `<sheet name="${name}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${ids.map((id) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join("")}</Relationships>`,
  };
  sheets.forEach(({ rows }, k) => {
    files[`xl/worksheets/sheet${k + 1}.xml`] = sheetOf(rows);
  });
  // A fixed time, so that the same scenario gives the same bytes.
  const mtime = new Date("2000-01-01T00:00:00");
  // Sheets alone are worth compressing; the names of the sheets can be read near the beginning of the file.
  const parts = Object.entries(files).map(([path, text]): [string, ZippableFile] => [
    path,
    [strToU8(HEAD + text), { level: path.startsWith("xl/worksheets/") ? 6 : 0 }],
  ]);
  return zipSync(Object.fromEntries(parts), { mtime });
}

const sheetOf = (rows: readonly Row[]): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellOf(value, `${columnOf(c)}${r + 1}`)).join("")}</row>`).join("")}</sheetData></worksheet>`;

/** A to Z, then AA and on. */
const columnOf = (place: number): string =>
  `${place >= 26 ? columnOf(Math.floor(place / 26) - 1) : ""}${String.fromCharCode(65 + (place % 26))}`;

const cellOf = (value: string | number, reference: string): string =>
  typeof value === "number"
    ? `<c r="${reference}"><v>${value}</v></c>`
    : value === ""
      ? ""
      : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
