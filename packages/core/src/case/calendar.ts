// What only the calendar knows: which dates there are, what lies between two of them, and which days are weekends.
import { Temporal } from "temporal-polyfill";
import { type Day, firstDay, type lastDay, type PartialDate } from "./dates.js";

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

/** Months from one day to another, negative backwards; a part of a month counts by its days. */
export function monthsBetween(from: PartialDate, to: PartialDate): number {
  return Temporal.PlainDate.from(firstDay(from))
    .until(firstDay(to), { largestUnit: "months" })
    .total({ unit: "months", relativeTo: firstDay(from) });
}

/** Whole days from one day to another, negative backwards. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;

/** Saturday or Sunday. */
export const isWeekend = (day: Day): boolean => Temporal.PlainDate.from(day).dayOfWeek > 5;

/** The first or last day of what a file says; null where it says nothing, or nothing that is a date. */
export const dayWritten = (written: string | number | undefined, end: typeof firstDay | typeof lastDay): Day | null =>
  written === undefined || !isDate(String(written)) ? null : end(String(written));
