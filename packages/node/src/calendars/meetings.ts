// Meetings as a calendar: a series by its rule where one gives its days, else an entry a meeting; its sessions and what prepares
// it in the same way.
import { addDays, addPeriod, daysBetween, type MeetingSeries, type Schedule } from "@parley/core/internal";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { allDay, type Calendar, type CalendarOptions, compact, escaped, writeCalendar } from "./calendar.js";

export const MEETINGS_PRODUCT = "-//Parley//Meetings//EN";

export function meetingsCalendar(found: Schedule, options: CalendarOptions): string {
  const { title, sharedWith, series } = found;
  const zones = new Set(
    series.flatMap(({ timeZone, sessions }) => (timed(sessions).length > 0 && timeZone ? [timeZone] : [])),
  );
  return writeCalendar(
    {
      product: MEETINGS_PRODUCT,
      title: `${title}: meetings`,
      sharedWith,
      zones: [...zones].map(zoneOf),
      entries: series.flatMap((one) => [...meetingEvents(one), ...sessionEvents(one), ...roundEvents(one)]),
    },
    title,
    options,
  );
}

/** Under the name that the case has: the library answers for some by the name of another. */
const zoneOf = (zone: string): string =>
  String([tzlib_get_ical_block(zone)].flat()[0])
    .replace(/^TZID:.*$/m, `TZID:${zone}`)
    .replace(/\r?\n$/, "");

type Entry = Calendar["entries"][number];

const timed = (sessions: MeetingSeries["sessions"]) => sessions.filter(({ at }) => at !== null);

/** Something that is held on each of these days: one entry with a rule where one gives just these days, else an entry a day. */
interface Held {
  /** Of the first entry; a later one has its number behind it, so that a day that moves keeps its entry. */
  readonly id: string;
  readonly days: readonly string[];
  readonly fields: (day: string, held: readonly number[]) => readonly string[];
}

/** No entry has a list of days (RDATE): Outlook reads none. */
function entriesOf({ id, days, fields }: Held, series: MeetingSeries): Entry[] {
  const rule = ruleFor(days, series);
  const [first] = days;
  if (first === undefined) return [];
  if (rule !== null) {
    const all = fields(
      first,
      days.map((_, k) => k),
    );
    return [{ kind: "VEVENT", id, fields: [...all, `RRULE:${rule};COUNT=${days.length}`] }];
  }
  return days.map((day, k) => ({ kind: "VEVENT", id: k === 0 ? id : `${id}:${k + 1}`, fields: fields(day, [k]) }));
}

/** The rule of a series for what is held before, at or after its meetings; null where the rule would give other days. */
function ruleFor(days: readonly string[], { rule, occurrences }: MeetingSeries): string | null {
  const [first] = days;
  if (rule === null || first === undefined || days.length === 1) return null;
  // A weekday of the month is that of the meetings alone: the day after a last Wednesday follows no rule.
  if (rule.includes("BYDAY")) return days.every((day, k) => day === occurrences[k]?.day) ? rule : null;
  const step = Number(/INTERVAL=(\d+)/.exec(rule)?.[1]);
  const monthly = rule.startsWith("FREQ=MONTHLY");
  // Not every month has these days: one reader leaves such a month out, and another does not.
  if (monthly && Number(first.slice(8)) > 28) return null;
  const nth = (k: number) => addPeriod(first, monthly ? { months: k * step, days: 0 } : { months: 0, days: k * step });
  return days.every((day, k) => day === nth(k)) ? rule : null;
}

/** Each meeting: all day, from its first day to its last. */
function meetingEvents(one: MeetingSeries): Entry[] {
  const { id, name, place, days, occurrences, tentative } = one;
  const fields = (day: string, held: readonly number[]) => {
    const about = aboutOf(
      one,
      held.flatMap((k) => occurrences[k] ?? []),
    );
    return [
      ...allDay(day, addDays(day, days - 1)),
      `SUMMARY:${escaped(tentative ? `${name} (day not set)` : name)}`,
      ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
      ...(tentative ? ["STATUS:TENTATIVE"] : []),
      ...(about === "" ? [] : [`DESCRIPTION:${escaped(about)}`]),
    ];
  };
  return entriesOf({ id: `meeting:${id}`, days: occurrences.map(({ day }) => day), fields }, one);
}

/** Each session that has a time, by the clock of its zone. */
function sessionEvents(series: MeetingSeries): Entry[] {
  const { id, place, timeZone, sessions, occurrences } = series;
  if (timeZone === null) return [];
  return sessions.flatMap(({ name, day: dayOf, at, minutes }, k): Entry[] => {
    if (at === null) return [];
    const fields = (day: string) => [
      `DTSTART;TZID=${timeZone}:${compact(day)}T${at.replace(":", "")}00`,
      // So long by the clock on the wall of the room, whatever summer time does to that of the town.
      `DURATION:PT${minutes}M`,
      `SUMMARY:${escaped(name)}`,
      ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    ];
    const days = occurrences.map((sitting) => addDays(sitting.day, dayOf - 1));
    return entriesOf({ id: `session:${id}:${k + 1}`, days, fields }, series);
  });
}

/** What prepares each meeting, on its own days. */
function roundEvents(series: MeetingSeries): Entry[] {
  const { id, name, occurrences } = series;
  return (occurrences[0]?.rounds ?? []).flatMap((round, k): Entry[] => {
    const length = daysBetween(round.day, round.until);
    const fields = (day: string) => [
      ...allDay(day, addDays(day, length)),
      `SUMMARY:${escaped(`${round.name}, before: ${name}`)}`,
    ];
    const days = occurrences.flatMap(({ rounds }) => rounds[k]?.day ?? []);
    return entriesOf({ id: `round:${id}:${k + 1}`, days, fields }, series);
  });
}

/** What a calendar cannot say in fields: sessions, agenda, the longer interval, how it is prolonged. */
function aboutOf({ sessions, every, extension }: MeetingSeries, occurrences: MeetingSeries["occurrences"]): string {
  const agenda = occurrences
    .filter((sitting) => sitting.agenda.length > 0)
    .map((sitting) => `Agenda of ${sitting.day}:\n${sitting.agenda.map(({ text }) => `- ${text}`).join("\n")}`);
  const latest = occurrences.find((sitting) => sitting.latest !== null);
  return [
    ...(sessions.length > 0
      ? [`Sessions: ${sessions.map(({ name, day, at }) => `${name} (day ${day}${at ? `, ${at}` : ""})`).join("; ")}`]
      : []),
    ...(every === null
      ? []
      : [`Held every ${every}${latest ? `; the one of ${latest.day} by ${latest.latest} at the latest` : ""}.`]),
    ...(extension === null ? [] : [extension]),
    ...agenda,
  ].join("\n");
}
