// Meetings as a calendar: a series by its rule, its sessions and what prepares it on the days that follow from it.
import { addDays, type MeetingSeries, type Schedule } from "@parley/core";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { type Calendar, type CalendarOptions, compact, escaped, writeCalendar } from "./calendar.js";

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
      entries: series.flatMap((one) => [meetingEvent(one), ...sessionEvents(one), ...roundEvents(one)]),
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

/** The whole series: all day, from its first day to its last, and again by its rule. */
function meetingEvent(one: MeetingSeries): Entry {
  const { id, name, place, days, occurrences, rule, tentative } = one;
  const first = occurrences[0]?.day ?? "";
  const about = aboutOf(one);
  return {
    kind: "VEVENT",
    id: `meeting:${id}`,
    fields: [
      `DTSTART;VALUE=DATE:${compact(first)}`,
      `DTEND;VALUE=DATE:${compact(addDays(first, days))}`,
      ...(rule === null
        ? listedDays(
            occurrences.map(({ day }) => compact(day)),
            "VALUE=DATE",
          )
        : [`RRULE:${rule};COUNT=${occurrences.length}`]),
      `SUMMARY:${escaped(tentative ? `${name} (day not set)` : name)}`,
      ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
      ...(tentative ? ["STATUS:TENTATIVE"] : []),
      ...(about === "" ? [] : [`DESCRIPTION:${escaped(about)}`]),
    ],
  };
}

/** Each session that has a time: by the series' rule on its first day; on other days one by one. */
function sessionEvents({ id, place, timeZone, sessions, occurrences, rule }: MeetingSeries): Entry[] {
  if (timeZone === null) return [];
  return sessions.flatMap(({ name, day, at, minutes }, place_): Entry[] => {
    if (at === null) return [];
    const stamp = (date: string, time: string) => `${compact(date)}T${time.replace(":", "")}00`;
    const on = occurrences.map((sitting) => addDays(sitting.day, day - 1));
    const [first = ""] = on;
    const again =
      rule !== null && day === 1
        ? [`RRULE:${rule};COUNT=${occurrences.length}`]
        : listedDays(
            on.map((date) => stamp(date, at)),
            `TZID=${timeZone}`,
          );
    return [
      {
        kind: "VEVENT",
        id: `session:${id}:${place_ + 1}`,
        fields: [
          `DTSTART;TZID=${timeZone}:${stamp(first, at)}`,
          // So long by the clock on the wall of the room, whatever summer time does to that of the town.
          `DURATION:PT${minutes}M`,
          ...again,
          `SUMMARY:${escaped(name)}`,
          ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
        ],
      },
    ];
  });
}

/** The first stands in the list too: some readers take it from nowhere else, and twice is once. */
const listedDays = (days: readonly string[], form: string): string[] =>
  days.length > 1 ? [`RDATE;${form}:${days.join(",")}`] : [];

/** What prepares each meeting, on its own days. */
function roundEvents({ id, name, occurrences }: MeetingSeries): Entry[] {
  return (occurrences[0]?.rounds ?? []).flatMap((round, k): Entry[] => {
    const on = occurrences.flatMap(({ rounds }) => rounds[k]?.day ?? []);
    const [first = ""] = on;
    return [
      {
        kind: "VEVENT",
        id: `round:${id}:${k + 1}`,
        fields: [
          `DTSTART;VALUE=DATE:${compact(first)}`,
          `DTEND;VALUE=DATE:${compact(addDays(round.until, 1))}`,
          ...listedDays(on.map(compact), "VALUE=DATE"),
          `SUMMARY:${escaped(`${round.name}, before: ${name}`)}`,
        ],
      },
    ];
  });
}

/** What a calendar cannot say in fields: sessions, agenda, the longer interval, how it is prolonged. */
function aboutOf({ sessions, every, extension, occurrences }: MeetingSeries): string {
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
