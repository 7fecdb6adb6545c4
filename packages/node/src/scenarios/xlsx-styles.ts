// What a number of a workbook looks like: its cell's style, and numfmt for the format that the style names (ECMA-376, 18.8.30).
import { format, getFormatFromId, isDateFormat } from "numfmt";
import type { Cell } from "./cell.js";
import { children, type Element } from "./xml.js";

/** How the cells of each style show their numbers, by the number of the style. */
export function cellStyles(styles: Element | null): readonly string[] {
  if (!styles) return [];
  const custom = new Map(
    children(styles, "numFmts")
      .flatMap((formats) => children(formats, "numFmt"))
      .map(({ attributes }) => [attributes.numFmtId, attributes.formatCode ?? "General"]),
  );
  return children(styles, "cellXfs")
    .flatMap((group) => children(group, "xf"))
    .map(({ attributes: { numFmtId = "0" } }) => custom.get(numFmtId) ?? builtIn(numFmtId));
}

/** Formats that each computer shows in its own way are shown as ISO 8601 does. */
const LOCAL: Readonly<Record<string, string>> = { 14: "yyyy-mm-dd", 22: "yyyy-mm-dd hh:mm" };

const builtIn = (id: string): string => LOCAL[id] ?? getFormatFromId(Number(id)) ?? "General";

const DAYS_1904 = 1462;

/** A number as its format shows it. */
export function shownNumber(value: number, pattern: string, from1904: boolean): Cell {
  try {
    if (isDateFormat(pattern))
      return { kind: "date", shown: format(pattern, from1904 ? value + DAYS_1904 : value).trim() };
    const shown = format(pattern, value).trim();
    return shown.endsWith("%")
      ? { kind: "percent", shown, value: Number((100 * value).toPrecision(15)) }
      : { kind: "number", shown, value };
  } catch {
    // A format that cannot be understood shows the number as it is kept.
    return { kind: "number", shown: String(value), value };
  }
}
