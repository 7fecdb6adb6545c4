// Turns a date, in any of the forms that documents use, into an ISO day such as 2021-05-03.
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The day in a date as documents write it (ISO 8601, 2021/05/03, 3 May 2021, May 3, 2021, D:20210503…), in the time zone
 * it was written in; undefined where it names none.
 */
export function isoDay(written: string | null | undefined): string | undefined {
  const text = (written ?? "").trim();
  const numbers = /^(?:D:)?(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d\d?[-/.])/.exec(text);
  if (numbers) return dayFromParts(numbers[1], Number(numbers[3]), numbers[4]);
  const named =
    /\b(?<day>\d{1,2})(?:st|nd|rd|th)?\.? (?<month>[a-z]{3})[a-z]*\.?,? (?<year>\d{4})\b/i.exec(text) ??
    /\b(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/i.exec(text);
  const { day, month, year } = named?.groups ?? {};
  return month === undefined ? undefined : dayFromParts(year, MONTHS.indexOf(month.toLowerCase()) + 1, day);
}

/** Undefined for what is in no calendar, such as 31 February. */
function dayFromParts(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const valid = Number(year) >= 1400 && date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
  return valid ? date.toISOString().slice(0, 10) : undefined;
}
