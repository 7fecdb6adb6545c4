// Checks that several case files share: dates of the calendar, periods that end after they begin, and intervals within
// 0 to 1.
import { isDate } from "./calendar.js";
import { firstDay, lastDay } from "./dates.js";
import { schemasIn } from "./form-words.js";
import type { Path } from "./path.js";
import type { Reporter } from "./reporter.js";
import { type FileKind, isOfDay, schemas } from "./schema.js";

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

/** Reports what is dated on a day on which its party is none. */
export function expectPresent(
  report: Reporter,
  path: Path,
  date: string | number,
  party: { id: string; from?: string; until?: string } | undefined,
): void {
  if (!isDate(String(date))) return;
  if (party?.from !== undefined && lastDay(String(date)) < firstDay(party.from))
    report.error([...path, "date"], `is dated ${date}, before ${party.id} is a party (from ${party.from}).`);
  if (party?.until !== undefined && firstDay(String(date)) > lastDay(party.until))
    report.error([...path, "date"], `is dated ${date}, after ${party.id} is a party (until ${party.until}).`);
}

/** Reports what is no date of the calendar where the form of a file has a date; an issue may be called `start`, or `from`. */
export function checkDates(report: Reporter, kind: FileKind, value: unknown): void {
  checkDatesWithin(report, [schemas[kind]], [], value);
}

function checkDatesWithin(report: Reporter, forms: readonly unknown[], path: Path, value: unknown): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      checkDatesWithin(
        report,
        forms.flatMap((form) => schemasIn(form, step)),
        [...path, step],
        inner,
      );
    }
  } else if (value !== undefined && forms.some(isOfDay) && !isDate(String(value)))
    report.error(path, `"${value}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
}

/** An interval within 0–1 that has room in it. */
export function checkInterval(report: Reporter, path: Path, low: number, high: number): boolean {
  if (low < 0 || high > 1) report.error(path, `[${low}, ${high}] should lie between 0 and 1.`);
  else if (low > high) report.error(path, `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
  else if (low === high)
    report.error(path, `[${low}, ${high}] leaves no room. Give numbers for all (points), or widen it.`);
  return low >= 0 && high <= 1 && low < high;
}
