// Office Open XML workbooks (ECMA-376), as little of them as a table needs: text and numbers, a sheet for each party.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Scenario, type ScenarioPart, Unreadable } from "./scenario.js";
import { isEmpty, readTable, tableOf } from "./table.js";
import { descendants, type Element, escapeXml, readXml } from "./xml.js";

const MOST_INFLATED = 50 * 1024 * 1024;
const MOST_ENTRIES = 2000;
const MOST_COLUMNS = 200;
const MOST_ROWS = 250_000;

/** A part for every sheet. @throws Unreadable */
export function readXlsx(file: string, bytes: Uint8Array): ScenarioPart[] {
  const texts = inflate(bytes);
  const sheets = descendants(readXml(textAt(texts, "xl/workbook.xml")), "sheet");
  const targets = new Map(
    descendants(readXml(textAt(texts, "xl/_rels/workbook.xml.rels")), "Relationship").map(({ attributes }) => [
      attributes.Id,
      attributes.Target ?? "",
    ]),
  );
  const shared = texts.has("xl/sharedStrings.xml")
    ? descendants(readXml(textAt(texts, "xl/sharedStrings.xml")), "si").map(textOf)
    : [];
  return sheets.flatMap(({ attributes }) => {
    const name = attributes.name ?? "";
    const target = (targets.get(attributes["r:id"]) ?? "").replace(/^\/?(xl\/)?/, "xl/");
    const rows = rowsOf(readXml(textAt(texts, target)), shared);
    // Programs add empty sheets of their own.
    return isEmpty(rows) ? [] : [readTable(`${file} (sheet ${name})`, name, rows, false)];
  });
}

function inflate(bytes: Uint8Array): Map<string, Uint8Array> {
  let [total, entries] = [0, 0];
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/(workbook|sharedStrings|worksheets\/[^/]+)\.xml$|^xl\/_rels\/workbook\.xml\.rels$/.test(name))
          return false;
        total += originalSize;
        entries++;
        if (total > MOST_INFLATED || entries > MOST_ENTRIES)
          throw new Unreadable("it unpacks to more than 50 MiB, or to too many parts");
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(`it is no workbook (${error instanceof Error ? error.message : String(error)})`);
  }
}

function textAt(texts: ReadonlyMap<string, Uint8Array>, path: string): string {
  const found = texts.get(path);
  if (!found) throw new Unreadable(`it is no workbook: ${path} is missing`);
  return strFromU8(found);
}

/** The text of a cell, in however many runs; how it is spoken (`rPh`) is no part of it. */
const textOf = (element: Element): string =>
  element.name === "t"
    ? element.text
    : element.children
        .filter(({ name }) => name !== "rPh")
        .map(textOf)
        .join("");

/** The rows as they are numbered: those that the file leaves out are blank. */
function rowsOf(sheet: Element, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const row of descendants(sheet, "row")) {
    const place = Number(row.attributes.r ?? rows.length + 1) - 1;
    if (!(place >= rows.length && place < MOST_ROWS)) throw new Unreadable("its rows are out of order, or too many");
    while (rows.length < place) rows.push([]);
    const cells: string[] = [];
    for (const cell of row.children.filter(({ name }) => name === "c")) {
      const column = columnOf(cell.attributes.r, cells.length);
      if (column >= MOST_COLUMNS) continue;
      while (cells.length < column) cells.push("");
      cells[column] = valueOfCell(cell, shared);
    }
    rows.push(cells);
  }
  return rows;
}

/** `C7` → 2. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  return letters === undefined
    ? next
    : [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOfCell(cell: Element, shared: readonly string[]): string {
  const [value] = cell.children.filter(({ name }) => name === "v");
  if (cell.attributes.t === "s") return shared[Number(value?.text)] ?? "";
  if (cell.attributes.t === "inlineStr") return textOf(cell);
  if (cell.attributes.t === "b") return value?.text === "1" ? "TRUE" : "FALSE";
  return value?.text ?? "";
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A workbook with a sheet for each party. */
export function writeXlsx(scenario: Scenario): Uint8Array {
  const { parties } = scenario;
  const ids = parties.map((_, k) => k + 1);
  const taken = new Set<string>();
  const names = parties.map(({ name }, k) => {
    const plain = name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
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
  parties.forEach((party, k) => {
    files[`xl/worksheets/sheet${k + 1}.xml`] = sheetOf(tableOf(scenario, party));
  });
  // A fixed time, so that the same scenario gives the same bytes.
  const mtime = new Date("2000-01-01T00:00:00");
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(HEAD + text)])), {
    mtime,
  });
}

const sheetOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellOf(value, `${String.fromCharCode(65 + c)}${r + 1}`)).join("")}</row>`).join("")}</sheetData></worksheet>`;

const cellOf = (value: string | number, reference: string): string =>
  typeof value === "number"
    ? `<c r="${reference}"><v>${value}</v></c>`
    : value === ""
      ? ""
      : `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
