// Dates as case files write them, to the year, month or day: whether they are valid, how they compare, and the time
// between them.
import { Temporal } from "temporal-polyfill";

/** `2019`, `2019-02` or `2019-02-24`: a day, or any day in the month or year. */
export type PartialDate = string;

/** A day, `2019-02-24`. Days compare as strings. */
export type Day = string;

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a date of the calendar (no 30 February). */
export function isDate(text: string): boolean {
  const parts = FORM.exec(text);
  if (!parts) return false;
  try {
    Temporal.PlainDate.from(
      { year: Number(parts[1]), month: Number(parts[2] ?? 1), day: Number(parts[3] ?? 1) },
      { overflow: "reject" },
    );
    return true;
  } catch {
    return false;
  }
}

/** The first day that a partial date can mean. */
export function firstDay(date: PartialDate): Day {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that a partial date can mean. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  return `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}`;
}

/** Reckoned here, since a long record asks for it millions of times. */
function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Months from one day to another, negative backwards; a part of a month counts by its days. */
export function monthsBetween(from: PartialDate, to: PartialDate): number {
  return Temporal.PlainDate.from(firstDay(from))
    .until(firstDay(to), { largestUnit: "months" })
    .total({ unit: "months", relativeTo: firstDay(from) });
}

/** Whole days from one day to another, negative backwards. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** In the order of the record: a partial date stands at its end, since by then it had been said. */
export const inTime = (a: PartialDate, b: PartialDate): number =>
  `${lastDay(a)} ${firstDay(a)}`.localeCompare(`${lastDay(b)} ${firstDay(b)}`, "en");

/** Whether something dated so has happened by the end of that day (a partial date counts from its first day). */
export const isBy = (date: PartialDate, asOf: Day): boolean => firstDay(date) <= asOf;

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5;

/** Whether what was proposed is on the table by the end of that day: it was made, and not withdrawn. */
export const stands = (
  { date, withdrawn }: { readonly date: PartialDate; readonly withdrawn: PartialDate | null },
  asOf: Day,
): boolean => isBy(date, asOf) && (withdrawn === null || !isBy(withdrawn, asOf));

/** The first or last day of what a file says; null where it says nothing, or nothing that is a date. */
export const dayWritten = (written: string | number | undefined, end: typeof firstDay | typeof lastDay): Day | null =>
  written === undefined || !isDate(String(written)) ? null : end(String(written));
