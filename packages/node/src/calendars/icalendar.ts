// The roadmap as a calendar: a task for every commitment, with what it waits for (RFC 9253: RELATED-TO with RELTYPE and GAP).
import type { Roadmap, RoadmapStep } from "@parley/core";
import { type CalendarOptions, compact, escaped, uidOf, writeCalendar } from "./calendar.js";

export const PRODUCT = "-//Parley//Roadmap//EN";

/** The text of the calendar: no points, nothing that a party keeps to itself. */
export function calendarOf(map: Roadmap, options: CalendarOptions): string {
  const entries = [
    ...map.steps.map((step) => ({ kind: "VTODO" as const, id: step.id, fields: contentOf(map, step) })),
    // No commitment's id holds a colon.
    ...map.milestones.map(({ id, name, day }) => ({
      kind: "VEVENT" as const,
      id: `milestone:${id}`,
      fields: [`DTSTART;VALUE=DATE:${compact(day)}`, `SUMMARY:${escaped(name)}`, "TRANSP:TRANSPARENT"],
    })),
  ];
  const { title, sharedWith } = map;
  return writeCalendar({ product: PRODUCT, title: `${title}: roadmap`, sharedWith, entries }, title, options);
}

function contentOf(map: Roadmap, step: RoadmapStep): string[] {
  const takesTime = step.end > step.start;
  const release = step.by === null;
  const about = [
    ...(step.article ? [`Article ${step.article}.`] : []),
    ...(step.by ? [`Promised by ${step.by}.`] : []),
    ...(step.method ? [`Verified by: ${step.method}.`] : []),
    ...(step.known > step.end ? [`Known by ${step.known}.`] : []),
  ];
  return [
    `SUMMARY:${escaped(step.text)}`,
    // A task must be due after it begins: what is done in a day has no beginning of its own.
    ...(takesTime ? [`DTSTART;VALUE=DATE:${compact(step.start)}`] : []),
    `DUE;VALUE=DATE:${compact(step.end)}`,
    "STATUS:NEEDS-ACTION",
    ...(about.length > 0 ? [`DESCRIPTION:${escaped(about.join(" "))}`] : []),
    ...(step.by ? [`CATEGORIES:${escaped(step.by)}`] : []),
    ...step.after.map((first) => {
      const other = map.steps.find(({ id }) => id === first);
      const gap = release && other ? daysFrom(other.end, other.known) : 0;
      return `RELATED-TO;RELTYPE=FINISHTOSTART${gap > 0 ? `;GAP=P${gap}D` : ""}:${uidOf(map.title, first)}`;
    }),
  ];
}

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
