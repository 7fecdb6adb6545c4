// Cells on the clipboard: as spreadsheets put them there, and as they take them.

/** As much as is taken of a block. */
export const MOST_CELLS = 20_000;

type Cells = readonly (readonly string[])[];

/** The cells of a text of rows with tabs between, where cells in quotation marks may hold line ends. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const end = () => {
    rows.at(-1)?.push(cell);
    cell = "";
  };
  for (let k = 0; k < text.length; k++) {
    const letter = text.charAt(k);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(k + 1) === '"') {
        cell += '"';
        k++;
      } else quoted = false;
    } else if (letter === '"' && cell === "" && closes(text, k)) quoted = true;
    else if (letter === "\t") end();
    else if (letter === "\n") {
      end();
      rows.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  end();
  return squared(rows);
}

/** Whether a quotation mark that opens a cell is closed at the end of one: an inch mark is a letter like any other. */
const closes = (text: string, from: number): boolean => /^"(?:[^"]|"")*"(?=[\t\r\n]|$)/.test(text.slice(from));

/** Rows of one length, without those at the end, or columns at the right, in which nothing stands. */
export function squared(rows: Cells): string[][] {
  const filled = rows.map((row) => row.map((text) => text.trim()));
  while (filled.length > 0 && filled.at(-1)?.every((text) => text === "")) filled.pop();
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((text) => text !== "") + 1));
  return filled.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

/** As a spreadsheet takes cells from a text. */
export const textOfCells = (cells: Cells): string =>
  cells
    .map((row) => row.map((cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t"))
    .join("\n");

/** As documents and mails take cells. */
export const htmlOfCells = (cells: Cells): string => {
  const safe = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
  const row = (texts: readonly string[], tag: string) =>
    `<tr>${texts.map((text) => `<${tag}>${safe(text)}</${tag}>`).join("")}</tr>`;
  const [head = [], ...body] = cells;
  return `<table><thead>${row(head, "th")}</thead><tbody>${body.map((texts) => row(texts, "td")).join("")}</tbody></table>`;
};
