// When the parties meet, and how often.
import { Temporal } from "temporal-polyfill";
import { daysBetween, isDate } from "./calendar.js";
import { expectOrder } from "./checks.js";
import { lastDay } from "./dates.js";
import { expectDistinct, expectName, type Targets } from "./names.js";
import type { Path } from "./path.js";
import { type Period, readPeriod } from "./periods.js";
import type { Reporter } from "./reporter.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { FrameworkTerms, Meeting, MonthDay, Rhythm } from "./types.js";

type Written = NonNullable<AgreementDocument["meetings"]>[number];

export const NO_FRAMEWORK: FrameworkTerms = {
  title: null,
  place: null,
  date: null,
  entryIntoForce: null,
  duration: null,
  depositary: null,
  disputes: null,
  languages: [],
};

/** What the signed text says beside what is promised. */
export function resolveFramework(
  report: Reporter,
  written: AgreementDocument["framework"],
  names: Targets,
): FrameworkTerms {
  if (!written) return NO_FRAMEWORK;
  const { title, place, date, entryIntoForce, duration, depositary, disputes, languages, source } = written;
  if (source !== undefined) expectName(report, ["framework", "source"], "source", source, names.sources);
  return {
    title: title ?? null,
    place: place ?? null,
    date: date === undefined ? null : String(date),
    entryIntoForce: entryIntoForce ?? null,
    duration: duration ?? null,
    depositary: depositary ?? null,
    disputes: disputes ?? null,
    languages: languages ?? [],
  };
}

export function resolveMeetings(report: Reporter, written: readonly Written[] = [], names: Targets): Meeting[] {
  expectDistinct(report, ["meetings"], written);
  return written.map((meeting, index) => resolveMeeting(report, ["meetings", index], meeting, names));
}

function resolveMeeting(report: Reporter, path: Path, written: Written, names: Targets): Meeting {
  const { from, until, source, timeZone, parties, sessions = [], rounds = [] } = written;
  expectOrder(report, [...path, "until"], from, until);
  if (source !== undefined) expectName(report, [...path, "source"], "source", source, names.sources);
  parties?.forEach((party, place) => {
    expectName(report, [...path, "parties", place], "party", party, [...names.parties.keys()]);
  });
  const zone = timeZone === undefined ? null : timeZoneOf(timeZone);
  if (timeZone !== undefined && zone === null)
    report.error(
      [...path, "timeZone"],
      `"${timeZone}" is no time zone. Write one such as Asia/Ho_Chi_Minh, Europe/Vienna or UTC.`,
    );
  const days = daysOf(report, path, written);
  const held = sessions.map((session, place) => {
    const one = typeof session === "string" ? { name: session } : session;
    const { name, day = 1, at = null, minutes = 60 } = one;
    if (day > days)
      report.error(
        [...path, "sessions", place, "day"],
        `is day ${day} of a meeting of ${days} ${days === 1 ? "day" : "days"}. Write until, or days.`,
      );
    return { name, day, at, minutes };
  });
  if (held.some(({ at }) => at !== null) && timeZone === undefined)
    report.error([...path, "sessions"], "have times, but in no time zone. Write timeZone, such as Asia/Ho_Chi_Minh.");
  return {
    id: written.id,
    name: written.name,
    from: String(from),
    days,
    place: written.place ?? null,
    timeZone: zone,
    parties: parties ?? [...names.parties.values()].filter(({ role }) => role === "negotiating").map(({ id }) => id),
    sessions: held,
    every: written.every ?? null,
    rhythm: rhythmOf(report, path, written),
    rounds: rounds.map(({ name, ahead, days: long = 1 }, place) => ({
      name,
      ahead: expectPeriod(report, [...path, "rounds", place, "ahead"], ahead),
      days: long,
    })),
    agenda: written.agenda ?? [],
    extension: written.extension ?? null,
  };
}

/** A zone by the name that calendars know; null where there is none of it. An offset would keep no summer time. */
function timeZoneOf(written: string): string | null {
  try {
    const { timeZoneId } = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(written);
    return /^[A-Za-z]/.test(written) ? timeZoneId : null;
  } catch {
    return null;
  }
}

/** From its first day to its last. */
function daysOf(report: Reporter, path: Path, { from, until, days }: Written): number {
  if (until === undefined) return days ?? 1;
  const [first, last] = [String(from), String(until)];
  // From a month to a month says between which days, not how long.
  if (first.length < 10 || last.length < 10 || !isDate(first) || !isDate(last) || last < first) return days ?? 1;
  const long = daysBetween(first, last) + 1;
  if (days !== undefined && days !== long)
    report.error([...path, "days"], `${days} and until ${last} do not agree: that is ${long} days. Keep one.`);
  if (long > 31) report.error([...path, "until"], `makes it ${long} days long; 31 is the most for one meeting.`);
  return long;
}

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** `three to four months`, `2 weeks`: at the least and at the most. Null where it is no such text. */
function readRhythm(written: string): { least: Period; most: Period } | null {
  const plain = written
    .trim()
    .toLowerCase()
    .replaceAll(/\b[a-z]+\b/g, (word) => (NUMBERS.includes(word) ? `${NUMBERS.indexOf(word) + 1}` : word));
  const [, low, high, unit] = /^(?:(\d{1,4}) *(?:to|or|–|-) *)?(\d{1,4} +)?(day|week|month|year)s?$/.exec(plain) ?? [];
  if (unit === undefined || (low !== undefined && high === undefined)) return null;
  const length = (number: string): Period | null => readPeriod(`${Number(number)} ${unit}s`);
  const most = length(high ?? "1");
  const least = low === undefined ? most : length(low);
  if (!least || !most || least.months + least.days === 0) return null;
  return least.months + least.days > most.months + most.days ? null : { least, most };
}

const NTH: Readonly<Record<string, MonthDay["nth"]>> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `last Wednesday`; null where it is no such text. */
function readMonthDay(written: string): MonthDay | null {
  const [nth = "", weekday = "", ...more] = written.trim().toLowerCase().split(/\s+/);
  const place = WEEKDAYS.indexOf(weekday) + 1;
  const which = NTH[nth];
  return which !== undefined && place > 0 && more.length === 0
    ? { nth: which, weekday: place as MonthDay["weekday"] }
    : null;
}

/** The day of a month, `2019-05`, that a rule names. */
export function dayInMonth(month: string, { nth, weekday }: MonthDay): string {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  if (nth > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) }).toString();
  const last = Temporal.PlainDate.from(lastDay(month));
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 }).toString();
}

function rhythmOf(report: Reporter, path: Path, { from, every, on, ends }: Written): Rhythm | null {
  if (every === undefined) {
    for (const [name, value] of Object.entries({ on, ends }))
      if (value !== undefined)
        report.error([...path, name], "is for a meeting that is held again and again: write every, such as 3 months.");
    return null;
  }
  expectOrder(report, [...path, "ends"], from, ends);
  const read = readRhythm(every);
  if (!read)
    report.error([...path, "every"], `"${every}" is no rhythm. Write 3 months, two weeks, or three to four months.`);
  const rule = on === undefined ? null : readMonthDay(on);
  if (on !== undefined && !rule)
    report.error([...path, "on"], `"${on}" is no day of a month. Write first Monday, or last Wednesday.`);
  if (rule && read && read.least.months === 0) report.error([...path, "on"], "needs a rhythm of months or years.");
  const first = String(from);
  if (rule && first.length === 10 && isDate(first) && dayInMonth(first.slice(0, 7), rule) !== first)
    report.error(
      [...path, "from"],
      `${first} is not the ${on} of its month. Write ${dayInMonth(first.slice(0, 7), rule)}, or only ${first.slice(0, 7)}.`,
    );
  if (!read) return null;
  return { ...read, on: rule, ends: ends === undefined ? null : lastDay(String(ends)) };
}
