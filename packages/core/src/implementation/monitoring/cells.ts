// Lines of a table as cells. A row is a line: a quotation mark that is not closed on its line spoils that line and no other.
import { parse } from "csv-parse/browser/esm/sync";

/** Longer is no row. */
const LONGEST = 100_000;

const OPTIONS = { relax_column_count: true, relax_quotes: true, skip_empty_lines: false, trim: true };

/** What divides the cells, by the first line: semicolons or tabs where it has any, else commas. */
export const delimiterIn = (head: string): string => [";", "\t"].find((mark) => head.includes(mark)) ?? ",";

/** Lines of a text, whatever ends them. */
export const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);

const marksIn = (line: string): number => (line.includes('"') ? line.split('"').length - 1 : 0);

/** Cells of each line; null where a line is no row: a quotation mark stays open, or it is too long. */
export function cellsOf(lines: readonly string[], delimiter: string): (readonly string[] | null)[] {
  const blank = lines.map((line) => line.trim() === "");
  const good = lines.map((line, at) => !blank[at] && line.length <= LONGEST && marksIn(line) % 2 === 0);
  const kept = lines.filter((_, at) => good[at]);
  const read = together(kept, delimiter) ?? kept.map((line) => together([line], delimiter)?.[0] ?? null);
  let next = 0;
  return lines.map((_, at) => {
    if (blank[at]) return [];
    return good[at] ? (read[next++] ?? null) : null;
  });
}

/** All at once, which is fast; null where something in them does not end with its line. */
function together(lines: readonly string[], delimiter: string): string[][] | null {
  try {
    const rows: string[][] = parse(lines.join("\n"), { ...OPTIONS, delimiter });
    return rows.length === lines.length && !rows.some((row) => row.some((cell) => cell.includes("\n"))) ? rows : null;
  } catch {
    return null;
  }
}
