// Tables as text, for spreadsheet programs.
import { type Options, stringify } from "csv-stringify/sync";

const BEYOND_ASCII = /[^\t\n\r\u0020-\u007e]/;

/**
 * Rows as CSV. Where a letter is beyond ASCII a byte-order mark stands first: without it Excel takes the text for that of the
 * machine's code page. Where there is none, no program needs the mark and some stumble over it.
 */
export function csvText(rows: readonly (readonly (string | number)[])[], options: Options = {}): string {
  const text = stringify([...rows], options);
  return BEYOND_ASCII.test(text) ? `\ufeff${text}` : text;
}
