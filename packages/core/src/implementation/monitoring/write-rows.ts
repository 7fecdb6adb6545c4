// Rows added at the end of observations.csv; what stands there stays to the letter.
import { cellsOf, delimiterIn, linesOf } from "./cells.js";
import {
  columnName,
  FIRST_COLUMNS,
  LATER_COLUMNS,
  NEEDED_COLUMNS,
  OBSERVATION_COLUMNS,
  type ObservationColumn,
} from "./columns.js";

/** A row as it is written, by column; what is left out stays empty. */
export type WrittenRow = Readonly<Partial<Record<ObservationColumn, string>>>;

/**
 * The text with rows added in the order of its own columns; begun with a head where there is none. A head that lacks one of
 * the columns that not every file has is given it by the first row that says something in it.
 */
export function withRows(text: string | null, rows: readonly WrittenRow[]): string {
  const written = text === null || text.trim() === "" ? `${FIRST_COLUMNS.join(",")}\n` : text;
  const said = LATER_COLUMNS.filter((column) => rows.some((row) => (row[column] ?? "") !== ""));
  const before = said.reduce(withColumn, written);
  const [head = "", ...rest] = before.split(/\r\n|\n|\r/);
  const delimiter = delimiterIn(head);
  const columns = cellsOf([head.replace(/^\uFEFF/, "")], delimiter)[0]?.map(columnName) ?? [...OBSERVATION_COLUMNS];
  const end = /\r\n/.test(before) ? "\r\n" : "\n";
  const gap = rest.length > 0 && /[\r\n]$/.test(before) ? "" : end;
  const added = rows.map(
    (row) =>
      `${columns.map((column) => quoted(row[column as keyof WrittenRow] ?? "", delimiter)).join(delimiter)}${end}`,
  );
  return `${before}${gap}${added.join("")}`;
}

/** The text with one more column named in its first line; rows that are shorter say nothing of it. */
function withColumn(text: string, column: ObservationColumn): string {
  const [head = ""] = text.split(/\r\n|\n|\r/);
  const delimiter = delimiterIn(head);
  const names = cellsOf([head.replace(/^\uFEFF/, "")], delimiter)[0]?.map(columnName) ?? [];
  return names.includes(column) ? text : `${head}${delimiter}${column}${text.slice(head.length)}`;
}

/** RFC 4180, 2.6 and 2.7. A library for this one line would weigh on every page. */
const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows from a text that was pasted or chosen: with its own head, or in the order of the columns where it has none. */
export function rowsIn(text: string): { readonly rows: readonly WrittenRow[]; readonly broken: readonly number[] } {
  const lines = linesOf(text).filter((line) => line.trim() !== "");
  const cells = cellsOf(lines, delimiterIn(lines[0] ?? ""));
  const names = (cells[0] ?? []).map(columnName);
  const headed = NEEDED_COLUMNS.every((column) => names.includes(column));
  const columns: readonly string[] = headed ? names : OBSERVATION_COLUMNS;
  const body = headed ? cells.slice(1) : cells;
  return {
    rows: body.flatMap((row) =>
      row === null
        ? []
        : [
            Object.fromEntries(
              OBSERVATION_COLUMNS.map((column) => [column, row[columns.indexOf(column)] ?? ""]).filter(
                ([, cell]) => cell !== "",
              ),
            ),
          ],
    ),
    /** Lines, from 1 for the first row, in which a quotation mark stays open. */
    broken: body.flatMap((row, at) => (row === null ? [at + 1] : [])),
  };
}
