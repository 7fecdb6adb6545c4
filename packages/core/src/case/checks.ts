// Checks that several case files share: dates of the calendar, periods that end after they begin, and intervals within
// 0 to 1.

import { isDate } from "./calendar.js";
import { firstDay, lastDay } from "./dates.js";
import type { Path } from "./path.js";
import type { Reporter } from "./reporter.js";

/** Reports an end that lies before its beginning. */
export function expectOrder(
  report: Reporter,
  path: Path,
  from: string | number | undefined,
  until: string | number | undefined,
): void {
  if (from === undefined || until === undefined) return;
  if (!isDate(String(from)) || !isDate(String(until))) return;
  if (lastDay(String(until)) < firstDay(String(from)))
    report.error(path, `ends (${until}) before it begins (${from}).`);
}

const DATE_FIELDS = new Set(["date", "from", "until", "asOf", "withdrawn", "start", "due", "ends"]);

/** Reports every date field, at any depth, that is no date of the calendar. */
export function checkDates(report: Reporter, path: Path, value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const isDateField =
      DATE_FIELDS.has(key) && path.at(-1) !== "numeric" && (typeof inner === "string" || typeof inner === "number");
    if (isDateField && !isDate(String(inner)))
      report.error(at, `"${inner}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
    checkDates(report, at, inner);
  }
}

/** An interval within 0–1 that has room in it. */
export function checkInterval(report: Reporter, path: Path, low: number, high: number): boolean {
  if (low < 0 || high > 1) report.error(path, `[${low}, ${high}] should lie between 0 and 1.`);
  else if (low > high) report.error(path, `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
  else if (low === high)
    report.error(path, `[${low}, ${high}] leaves no room. Give numbers for all (points), or widen it.`);
  return low >= 0 && high <= 1 && low < high;
}
