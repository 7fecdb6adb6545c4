// A block of cells out of HTML as spreadsheets copy it, read with the browser's own parser.
import { squared } from "../parts/copied-cells.js";

/** The cells of the first table; a cell that spans columns stands in each of them. */
export function cellsOfHtml(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  const below: number[] = [];
  const rows = [...(table?.rows ?? [])].map((row) => {
    const cells: string[] = [];
    const pass = () => {
      while ((below[cells.length] ?? 0) > 0) {
        below[cells.length] = (below[cells.length] ?? 0) - 1;
        cells.push("");
      }
    };
    for (const cell of row.cells) {
      pass();
      for (let k = 0; k < Math.min(cell.colSpan, 200); k++) {
        below[cells.length] = Math.min(cell.rowSpan, 5000) - 1;
        cells.push(textIn(cell));
      }
    }
    pass();
    return cells;
  });
  return squared(rows);
}

/** What a cell shows, with its line ends. */
function textIn(cell: HTMLTableCellElement): string {
  const copy = cell.cloneNode(true) as HTMLElement;
  for (const end of copy.querySelectorAll("br")) end.replaceWith("\n");
  return (copy.textContent ?? "").replace(/[^\S\n]+/g, " ").trim();
}
