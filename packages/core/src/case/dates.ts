// Dates as case files write them, to the year, month or day, as texts that compare: no calendar is needed for that.

/** `2019`, `2019-02` or `2019-02-24`: a day, or any day in the month or year. */
export type PartialDate = string;

/** A day, `2019-02-24`. Days compare as strings. */
export type Day = string;

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

/** In the order of the record: a partial date stands at its end, since by then it had been said. */
export const inTime = (a: PartialDate, b: PartialDate): number =>
  `${lastDay(a)} ${firstDay(a)}`.localeCompare(`${lastDay(b)} ${firstDay(b)}`, "en");

/** Whether something dated so has happened by the end of that day (a partial date counts from its first day). */
export const isBy = (date: PartialDate, asOf: Day): boolean => firstDay(date) <= asOf;

/** Whether what was proposed is on the table by the end of that day: it was made, not withdrawn, and can still be accepted. */
export const stands = (
  {
    date,
    withdrawn,
    until,
  }: { readonly date: PartialDate; readonly withdrawn: PartialDate | null; readonly until?: PartialDate },
  asOf: Day,
): boolean =>
  isBy(date, asOf) && (withdrawn === null || !isBy(withdrawn, asOf)) && (until === undefined || asOf <= lastDay(until));
