// The roadmap as a calendar: a task for every commitment, with what it waits for (RFC 9253: RELATED-TO with RELTYPE and GAP); or an
// event for every commitment, for the many calendars that show no tasks.
import type { Roadmap, RoadmapStep } from "@parley/core/internal";
import { allDay, type CalendarOptions, compact, escaped, uidOf, writeCalendar } from "./calendar.js";

export const PRODUCT = "-//Parley//Roadmap//EN";

/** What commitments are in a calendar: tasks, or events of whole days. */
export const planEntries = ["tasks", "events"] as const;

export type PlanEntries = (typeof planEntries)[number];

export interface PlanOptions extends CalendarOptions {
  /** Tasks unless given. */
  readonly as?: PlanEntries;
}

/** The text of the calendar: no points, nothing that a party keeps to itself. */
export function calendarOf(map: Roadmap, options: PlanOptions): string {
  const entries = [
    ...map.steps.map((step) =>
      options.as === "events"
        ? // No commitment's id holds a colon: a task and an event of one name would be one entry to who reads both files.
          { kind: "VEVENT" as const, id: `commitment:${step.id}`, fields: eventOf(map, step) }
        : { kind: "VTODO" as const, id: step.id, fields: taskOf(map, step) },
    ),
    ...map.milestones.map(({ id, name, day }) => ({
      kind: "VEVENT" as const,
      id: `milestone:${id}`,
      fields: [...allDay(day, day), `SUMMARY:${escaped(name)}`, "TRANSP:TRANSPARENT"],
    })),
  ];
  const { title, sharedWith } = map;
  return writeCalendar({ product: PRODUCT, title: `${title}: roadmap`, sharedWith, entries }, title, options);
}

/** All day, from its beginning to the day on which it is complete. */
function eventOf(map: Roadmap, step: RoadmapStep): string[] {
  const waits = map.steps.filter(({ id }) => step.after.includes(id)).map(({ text, end }) => `“${text}” (${end})`);
  return [
    ...allDay(step.start, step.end),
    ...aboutOf(step, waits.length > 0 ? [`Begins after ${waits.join(", ")}.`] : []),
    // Nobody is busy for months because something is being dismantled.
    "TRANSP:TRANSPARENT",
  ];
}

function taskOf(map: Roadmap, step: RoadmapStep): string[] {
  const release = step.by.length === 0;
  return [
    // A task must be due after it begins: what is done in a day has no beginning of its own.
    ...(step.end > step.start ? [`DTSTART;VALUE=DATE:${compact(step.start)}`] : []),
    `DUE;VALUE=DATE:${compact(step.end)}`,
    "STATUS:NEEDS-ACTION",
    ...aboutOf(step, []),
    ...step.after.map((first) => {
      const other = map.steps.find(({ id }) => id === first);
      const gap = release && other ? daysFrom(other.end, other.known) : 0;
      return `RELATED-TO;RELTYPE=FINISHTOSTART${gap > 0 ? `;GAP=P${gap}D` : ""}:${uidOf(map.title, first)}`;
    }),
  ];
}

/** What it is and whose, in words; nothing that a party keeps to itself. */
function aboutOf({ text, by, article, method, known, end }: RoadmapStep, more: readonly string[]): string[] {
  const about = [
    ...(article ? [`Article ${article}.`] : []),
    ...(by.length > 0 ? [`Promised by ${by.join(" and ")}.`] : []),
    ...(method ? [`Verified by: ${method}.`] : []),
    ...(known > end ? [`Known by ${known}.`] : []),
    ...more,
  ];
  return [
    `SUMMARY:${escaped(text)}`,
    ...(about.length > 0 ? [`DESCRIPTION:${escaped(about.join(" "))}`] : []),
    ...(by.length > 0 ? [`CATEGORIES:${by.map(escaped).join(",")}`] : []),
  ];
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
