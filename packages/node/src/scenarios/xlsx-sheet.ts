// One worksheet (ECMA-376, 18.3): its cells as they are shown, where they are merged, and what is hidden.
import { BLANK, type Cell, isBlank } from "./cell.js";
import { Unreadable } from "./scenario.js";
import type { Sheet } from "./sheet.js";
import { shownNumber } from "./xlsx-styles.js";
import { children, descendants, type Element, isTrue, textOf } from "./xml.js";

const MOST_COLUMNS = 200;
const MOST_ROWS = 250_000;

/** What the cells of a workbook have in common. */
export interface CellSource {
  readonly shared: readonly string[];
  readonly styles: readonly string[];
  readonly from1904: boolean;
}

/** The rows as they are numbered: those that the file leaves out are blank. @throws Unreadable */
export function sheetIn(worksheet: Element, source: CellSource): Sheet {
  const rows: Cell[][] = [];
  const hiddenRows = new Set<number>();
  for (const row of children(worksheet, "sheetData").flatMap((data) => children(data, "row"))) {
    const place = Number(row.attributes.r ?? rows.length + 1) - 1;
    if (!(place >= rows.length && place < MOST_ROWS)) throw new Unreadable("its rows are out of order, or too many");
    while (rows.length < place) rows.push([]);
    if (isTrue(row.attributes.hidden)) hiddenRows.add(place);
    rows.push(cellsOf(row, source));
  }
  fillMerged(rows, worksheet);
  return {
    rows,
    asWideAsHead: false,
    hiddenRows,
    hiddenColumns: hiddenColumnsOf(worksheet),
    place: (row, column) => `cell ${letters(column)}${row + 1} has`,
  };
}

function cellsOf(row: Element, source: CellSource): Cell[] {
  const cells: Cell[] = [];
  for (const cell of children(row, "c")) {
    const column = placeOf(cell.attributes.r)?.column ?? cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push(BLANK);
    cells[column] = cellIn(cell, source);
  }
  return cells;
}

function cellIn(cell: Element, { shared, styles, from1904 }: CellSource): Cell {
  const value = children(cell, "v")[0]?.text ?? "";
  const { t: type = "n", s: style = "0" } = cell.attributes;
  if (type === "inlineStr") return { kind: "text", shown: textOf(cell) };
  if (value === "")
    return children(cell, "f").length > 0 && type !== "str"
      ? unusable("a formula without a stored value; open the workbook in a spreadsheet program and save it there")
      : BLANK;
  if (type === "s") {
    const shown = shared[Number(value)];
    return shown === undefined ? unusable("a text that the workbook does not hold") : { kind: "text", shown };
  }
  if (type === "str") return { kind: "text", shown: value };
  if (type === "b") return { kind: "text", shown: value === "1" ? "TRUE" : "FALSE" };
  if (type === "e") return unusable(`the error ${value.slice(0, 20)}`);
  if (type === "d") return { kind: "date", shown: value.replace(/T00:00(:00(\.0+)?)?Z?$/, "") };
  if (!Number.isFinite(Number(value))) return unusable(`a number that cannot be read: "${value.slice(0, 20)}"`);
  return shownNumber(Number(value), styles[Number(style)] ?? "General", from1904);
}

const unusable = (why: string): Cell => ({ kind: "unusable", shown: "", why });

/** `C7` → column 2, row 6. */
function placeOf(reference: string | undefined): { column: number; row: number } | null {
  const [, column, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? "") ?? [];
  if (column === undefined) return null;
  return {
    column: [...column].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1,
    row: Number(row) - 1,
  };
}

/** 27 → `AB`. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** More is no sheet of preferences, and would keep the machine busy. */
const MOST_MERGED = 1_000_000;

/** What is merged downwards stands in each of its rows; a merge to the right is one cell and stays one. */
function fillMerged(rows: Cell[][], worksheet: Element): void {
  let filled = 0;
  for (const { attributes } of descendants(worksheet, "mergeCell")) {
    const [first, last] = (attributes.ref ?? "").split(":").map(placeOf);
    if (!first || !last || first.column >= MOST_COLUMNS) continue;
    const top = rows[first.row]?.[first.column];
    if (top === undefined || isBlank(top)) continue;
    for (let row = first.row + 1; row <= Math.min(last.row, rows.length - 1); row++) {
      if (++filled > MOST_MERGED) throw new Unreadable("it has too many merged cells");
      const cells = rows[row] ?? [];
      while (cells.length <= first.column) cells.push(BLANK);
      if (isBlank(cells[first.column])) cells[first.column] = top;
    }
  }
}

function hiddenColumnsOf(worksheet: Element): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of children(worksheet, "cols").flatMap((cols) => children(cols, "col")))
    if (isTrue(attributes.hidden))
      for (let column = Number(attributes.min); column <= Math.min(Number(attributes.max), MOST_COLUMNS); column++)
        hidden.add(column - 1);
  return hidden;
}
