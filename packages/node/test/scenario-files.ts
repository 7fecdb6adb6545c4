// Helpers for tests of the import of scenarios: they read made files, and make Excel workbooks to be read.
import { strToU8, zipSync } from "fflate";
import { type ReadScenario, readScenario } from "../src/scenarios/read-scenario.js";

export type Files = Readonly<Record<string, string | Uint8Array>>;

const given = (files: Files) =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === "string" ? strToU8(content) : content,
  }));

/** The scenario of files by name; fails with the reasons where there is none. */
export function readFiles(files: Files): ReadScenario {
  const found = readScenario(given(files), "made");
  if (!found.ok) throw new Error(found.reasons.join("\n"));
  return found.value;
}

/** Why files cannot be read; nothing where they can. */
export function reasonsOf(files: Files): string {
  const found = readScenario(given(files), "made");
  return found.ok ? "" : found.reasons.join("\n");
}

/** All that was said of files that were read. */
export function notesOf(files: Files): string {
  const { notes, scenario } = readFiles(files);
  return [...notes, ...scenario.parties.flatMap((party) => party.notes)].join("\n");
}

export interface MadeSheet {
  readonly name: string;
  /** The attribute of the sheet in the workbook. */
  readonly state?: string;
  readonly kind?: string;
  /** What stands in the worksheet. */
  readonly content: string;
}

export interface MadeWorkbook {
  /** What stands before each element's name in the parts, such as `x:`. */
  readonly prefix?: string;
  readonly strict?: boolean;
  readonly styles?: string;
  readonly workbook?: string;
}

const TRANSITIONAL = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
] as const;
const STRICT = [
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
] as const;

/** A workbook as a program would write it, part by part. */
export function workbook(
  sheets: readonly MadeSheet[],
  { prefix = "", strict, styles, workbook: more = "" }: MadeWorkbook = {},
): Uint8Array {
  const [main, office] = strict ? STRICT : TRANSITIONAL;
  const bare = prefix.replace(":", "");
  const prefixed = (xml: string): string => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);
  const root = (name: string, inner: string): string =>
    prefixed(`<${name}>${inner}</${name}>`).replace(
      `<${prefix}${name}>`,
      `<${prefix}${name} xmlns${bare ? `:${bare}` : ""}="${main}" xmlns:r="${office}">`,
    );
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (inner: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const folder = ({ kind = "worksheet" }: MadeSheet): string => `${kind}s`;
  const content = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${sheets.map((sheet, k) => `<Override PartName="/xl/${folder(sheet)}/sheet${k + 1}.xml" ContentType="${content}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": root(
      "workbook",
      `${more}<sheets>${sheets.map(({ name, state }, k) => `<sheet name="${name}" sheetId="${k + 1}"${state ? ` state="${state}"` : ""} r:id="rId${k + 1}"/>`).join("")}</sheets>`,
    ),
    "xl/_rels/workbook.xml.rels": relations(
      sheets
        .map((sheet, k) => relation(`rId${k + 1}`, sheet.kind ?? "worksheet", `${folder(sheet)}/sheet${k + 1}.xml`))
        .concat(styles ? relation("rIdS", "styles", "/xl/styles.xml") : [])
        .join(""),
    ),
    ...(styles && { "xl/styles.xml": root("styleSheet", styles) }),
  };
  sheets.forEach((sheet, k) => {
    parts[`xl/${folder(sheet)}/sheet${k + 1}.xml`] = root(sheet.kind ?? "worksheet", sheet.content);
  });
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}`)]),
    ),
  );
}

/** A worksheet of rows: text, numbers, nothing, or a cell as XML that begins with `<c`. */
export function sheetData(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null, at: string): string => {
    if (value === null) return "";
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    return value.startsWith("<c")
      ? value.replace("<c", `<c r="${at}"`)
      : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;
  };
  return `<sheetData>${rows
    .map(
      (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, `${"ABCDEFGH"[c]}${r + 1}`)).join("")}</row>`,
    )
    .join("")}</sheetData>`;
}
