// Lengths of time as treaties write them: months and years by the calendar, weeks and days as days (ISO 8601 durations,
// RFC 5545 keeps the same two apart). Holidays do not stop them.
import { Temporal } from "temporal-polyfill";
import type { Day } from "./dates.js";

export interface Period {
  readonly months: number;
  readonly days: number;
}

export const NO_TIME: Period = { months: 0, days: 0 };

const UNITS: Readonly<Record<string, Period>> = {
  year: { months: 12, days: 0 },
  month: { months: 1, days: 0 },
  week: { months: 0, days: 7 },
  day: { months: 0, days: 1 },
};

/** A hundred years. */
const MOST = { months: 1200, days: 36_525 };

/** `60 days`, `2 months`, `1 year and 6 months`; null where it is none, or longer than a hundred years. */
export function readPeriod(written: string): Period | null {
  // Spaces first: a pattern that begins with any number of them tries each place in a long row of them.
  const parts = written
    .trim()
    .replace(/\s+/g, " ")
    .split(/ ?(?:,|\band\b| ) ?(?=\d)/);
  let [months, days] = [0, 0];
  for (const part of parts) {
    const [, number = "", unit = ""] = /^(\d{1,5})\s*(year|month|week|day)s?$/.exec(part) ?? [];
    const one = UNITS[unit];
    if (!one) return null;
    months += Number(number) * one.months;
    days += Number(number) * one.days;
  }
  return months <= MOST.months && days <= MOST.days ? { months, days } : null;
}

/** `1 year and 6 months`. */
export function periodText({ months, days }: Period): string {
  const count = (number: number, unit: string): string[] =>
    number === 0 ? [] : [`${number} ${unit}${number === 1 ? "" : "s"}`];
  const years = months % 12 === 0 ? months / 12 : 0;
  const parts = [...(years > 0 ? count(years, "year") : count(months, "month")), ...count(days, "day")];
  return parts.join(" and ") || "no time";
}

/** As it stands after "every": `month`, `3 months`. */
export const everyText = (period: Period): string => periodText(period).replace(/^1 (\w+)$/, "$1");

export const isNone = ({ months, days }: Period): boolean => months === 0 && days === 0;

/** Days are written with four digits for the year; nothing is planned beyond. */
const LAST_DAY = Temporal.PlainDate.from("9999-12-31");

/** The same day of a later month, or its last where it has none; then so many days on; 9999-12-31 at the latest. */
export function addPeriod(day: Day, { months, days }: Period): Day {
  const then = Temporal.PlainDate.from(day).add({ months }).add({ days });
  return (Temporal.PlainDate.compare(then, LAST_DAY) > 0 ? LAST_DAY : then).toString();
}

export const addDays = (day: Day, days: number): Day => addPeriod(day, { months: 0, days });
