// Office Open XML workbooks (ECMA-376, strict and transitional): which sheets they have, and the cells of each as they are
// shown. What a number looks like is numfmt's knowledge; the parts are few and are read here, so that nothing is unpacked or
// read twice and hidden sheets, merged cells and formulas without a value are seen (decision 54).
import { Unreadable, zipParts } from "../documents/index.js";
import type { ScenarioPart } from "./scenario.js";
import { COLUMNS, columnsNamed, isEmpty, readSheet } from "./sheet.js";
import { sheetIn } from "./xlsx-sheet.js";
import { cellStyles } from "./xlsx-styles.js";
import { descendants, type Element, type ElementBudget, isTrue, readXml, textOf } from "./xml.js";

const MOST_INFLATED = 50 * 1024 * 1024;
const MOST_SHEETS = 200;

export interface Workbook {
  readonly parts: readonly ScenarioPart[];
  /** Sheets that were left out, and why. */
  readonly notes: readonly string[];
}

/** A part for every sheet that holds a party's table. @throws Unreadable */
export function readXlsx(file: string, bytes: Uint8Array): Workbook {
  const book = openBook(bytes);
  const notes: string[] = [];
  const parts = book.sheets.flatMap(({ name, state, kind, path }) => {
    const leave = (why: string): readonly ScenarioPart[] => {
      notes.push(`sheet "${name}" ${why}: left out`);
      return [];
    };
    if (kind !== "worksheet") return leave(kind === "chartsheet" ? "holds a chart alone" : `is no table (${kind})`);
    if (state !== "visible") return leave("is hidden");
    return inSheet(name, () => {
      const sheet = sheetIn(book.xml(path), book);
      if (isEmpty(sheet)) return [];
      // One name alone can be a heading of notes; two are a table whose head has a slip.
      return columnsNamed(sheet) < 2
        ? leave(`has no row that names ${COLUMNS.join(", ")}`)
        : [readSheet(`${file} (sheet ${name})`, name, sheet)];
    });
  });
  if (parts.length === 0) throw new Unreadable(["no sheet holds a party's table", ...notes].join("; "));
  return { parts, notes };
}

function inSheet<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Unreadable ? new Unreadable(`sheet "${name}": ${error.message}`) : error;
  }
}

interface BookSheet {
  readonly name: string;
  readonly state: string;
  /** `worksheet`, `chartsheet` or another, by its relationship. */
  readonly kind: string;
  readonly path: string;
}

interface Book {
  readonly sheets: readonly BookSheet[];
  readonly shared: readonly string[];
  readonly styles: ReturnType<typeof cellStyles>;
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly xml: (path: string) => Element;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, which is the same in strict and in transitional files. */
  readonly kind: string;
  readonly path: string;
}

function openBook(bytes: Uint8Array): Book {
  const rels = zipParts(bytes, (name) => /(^|\/)_rels\/[^/]*\.rels$/i.test(name), MOST_INFLATED);
  const budget: ElementBudget = { left: 500_000 };
  const main = relationsIn(rels, "", budget).find(({ kind }) => kind === "officeDocument")?.path ?? "xl/workbook.xml";
  const relations = relationsIn(rels, main, budget);
  const wanted = new Set([main, ...relations.map(({ path }) => path)]);
  const parts = zipParts(bytes, (name) => wanted.has(name) && name.endsWith(".xml"), MOST_INFLATED);
  const xml = (path: string): Element => {
    const part = parts[path];
    if (!part)
      throw new Unreadable(
        `it is no Excel workbook: its part ${path} is missing; a spreadsheet of another kind, such as .ods, is to be saved as .xlsx`,
      );
    return readXml(decoded(part), [], budget);
  };
  const workbook = xml(main);
  const partOf = (kind: string): Element | null => {
    const found = relations.find((relation) => relation.kind === kind);
    return found && parts[found.path] ? xml(found.path) : null;
  };
  const strings = partOf("sharedStrings");
  return {
    sheets: sheetsOf(workbook, relations),
    shared: strings ? descendants(strings, "si").map(textOf) : [],
    styles: cellStyles(partOf("styles")),
    from1904: descendants(workbook, "workbookPr").some(({ attributes }) => isTrue(attributes.date1904)),
    xml,
  };
}

const decoded = (part: Uint8Array): string => {
  const encoding =
    part[0] === 0xff && part[1] === 0xfe ? "utf-16le" : part[0] === 0xfe && part[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(part);
};

/** What a part points to, by the part of relations beside it. */
function relationsIn(rels: Readonly<Record<string, Uint8Array>>, of: string, budget: ElementBudget): Relation[] {
  const slash = of.lastIndexOf("/");
  const folder = of.slice(0, slash + 1);
  const part = rels[`${folder}_rels/${of.slice(slash + 1)}.rels`];
  if (!part) return [];
  return descendants(readXml(decoded(part), [], budget), "Relationship")
    .filter(({ attributes }) => attributes.TargetMode !== "External")
    .map(({ attributes }) => ({
      id: attributes.Id ?? "",
      kind: (attributes.Type ?? "").split("/").at(-1) ?? "",
      path: resolved(folder, attributes.Target ?? ""),
    }));
}

/** A target from the root, or from the folder of the part that names it. */
const resolved = (folder: string, target: string): string =>
  new URL(target, `file:///${folder}`).pathname.slice(1).replace(/%20/g, " ");

function sheetsOf(workbook: Element, relations: readonly Relation[]): BookSheet[] {
  const written = descendants(workbook, "sheet");
  if (written.length > MOST_SHEETS)
    throw new Unreadable(`it has ${written.length} sheets; ${MOST_SHEETS} is the limit`);
  const taken = new Set<string>();
  return written.map(({ attributes }) => {
    const name = attributes.name ?? "";
    const key = Object.keys(attributes).find((attribute) => /:id$/.test(attribute)) ?? "";
    const relation = relations.find(({ id }) => id === attributes[key]);
    if (!relation) throw new Unreadable(`sheet "${name}" points to no part of the workbook`);
    if (taken.has(relation.path))
      throw new Unreadable(
        `sheet "${name}" is the same part as another sheet (${relation.path}), as no program writes it`,
      );
    taken.add(relation.path);
    return { name, state: attributes.state ?? "visible", kind: relation.kind, path: relation.path };
  });
}
