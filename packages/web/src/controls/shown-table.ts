// The cells of a table as the page shows it.

/** Of the first table within an element; a cell that spans columns stands in the first of them. */
export function cellsShown(around: Element | null): string[][] {
  const table = around?.querySelector("table");
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => [
      (cell as HTMLElement).innerText.replace(/\s*\n\s*/g, "; ").trim(),
      ...Array.from({ length: cell.colSpan - 1 }, () => ""),
    ]),
  );
}
