// The days of meetings: by a rule that calendars know (RFC 5545, RRULE), so that they expand to the same days.
import { addDays, addPeriod, type Day, dayInMonth, isWeekend, type Meeting, type Period } from "../../case/index.js";

/** More of one series nobody plans; where it is cut short the schedule says so. */
const MOST = 200;
/** A series without an end is planned so far ahead. */
const AHEAD: Period = { months: 36, days: 0 };

export interface Sitting {
  readonly day: Day;
  readonly until: Day;
  /** By the longer interval: the last day on which it may begin; null for the first, and where there is one interval. */
  readonly latest: Day | null;
}

/** Whether the case says on which day it begins, and not only in which month. */
export const dayIsSet = ({ from, rhythm }: Meeting): boolean => from.length === 10 || (rhythm?.on ?? null) !== null;

/** Every day of a series, its first even where it lies beyond the end. */
export function sittingsOf(meeting: Meeting): { readonly sittings: Sitting[]; readonly cut: boolean } {
  const { rhythm, days } = meeting;
  const first = firstOf(meeting);
  const end = rhythm?.ends ?? addPeriod(first, AHEAD);
  const sittings: Sitting[] = [];
  for (let k = 0; k < (rhythm ? MOST : 1); k++) {
    const day = k === 0 ? first : nth(meeting, first, k);
    // The calendar has an end too: there every later day is the same.
    if (k > 0 && (day > end || day <= (sittings.at(-1)?.day ?? ""))) return { sittings, cut: false };
    const before = sittings.at(-1);
    const longer = rhythm !== null && rhythm.most.months + rhythm.most.days > rhythm.least.months + rhythm.least.days;
    sittings.push({
      day,
      until: addDays(day, days - 1),
      latest: before && longer ? addPeriod(before.day, rhythm.most) : null,
    });
  }
  return { sittings, cut: rhythm !== null };
}

function nth({ rhythm }: Meeting, first: Day, k: number): Day {
  if (!rhythm) return first;
  const { least, on } = rhythm;
  const day = addPeriod(first, { months: k * least.months, days: k * least.days });
  return on ? dayInMonth(monthAfter(first, k * least.months), on) : day;
}

const monthAfter = (day: Day, months: number): string =>
  addPeriod(`${day.slice(0, 7)}-01`, { months, days: 0 }).slice(0, 7);

/** Of a month alone: the day that its rule names, else its first Monday to Friday. */
function firstOf({ from, rhythm }: Meeting): Day {
  if (from.length === 10) return from;
  const month = from.length === 4 ? `${from}-01` : from;
  if (rhythm?.on) return dayInMonth(month, rhythm.on);
  const first = `${month}-01`;
  return isWeekend(first) ? dayInMonth(month, { nth: 1, weekday: 1 }) : first;
}

/**
 * The rule of a series in iCalendar's terms, without its count. Null where it is held once, and where its day is after the
 * 28th: a month without that day would be left out by one reader and not by another, so the days are listed.
 */
export function ruleOf({ rhythm }: Meeting, first: Day): string | null {
  if (!rhythm) return null;
  const { least, on } = rhythm;
  if (least.months === 0) return `FREQ=DAILY;INTERVAL=${least.days}`;
  const monthly = `FREQ=MONTHLY;INTERVAL=${least.months}`;
  if (on) return `${monthly};BYDAY=${on.nth}${["MO", "TU", "WE", "TH", "FR", "SA", "SU"][on.weekday - 1]}`;
  return Number(first.slice(8)) <= 28 ? monthly : null;
}
