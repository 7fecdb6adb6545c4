// MSPDI, the XML of Microsoft Project, which ProjectLibre and others read too. Every day is a working day of 24 hours: treaties
// know no weekends.
import type { Roadmap, RoadmapStep } from "@parley/core";
import { escapeXml } from "../scenarios/index.js";

const MINUTES_A_DAY = 1440;
const DAY_MS = 86_400_000;

export const PROJECT_MARK = "Written by Parley";

export function projectOf(map: Roadmap): string {
  const uids = new Map(map.steps.map(({ id }, place) => [id, place + 1]));
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    element("WeekDay", [
      field("DayType", day),
      field("DayWorking", 1),
      element("WorkingTimes", [element("WorkingTime", [field("FromTime", "00:00:00"), field("ToTime", "00:00:00")])]),
    ]),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<!-- ${PROJECT_MARK} -->\n${element(
    "Project",
    [
      field("Name", `${map.title}: roadmap${map.sharedWith === null ? " (CONFIDENTIAL)" : ""}`),
      field("ScheduleFromStart", 1),
      field("StartDate", moment(map.road.start)),
      field("FinishDate", moment(map.end)),
      field("CalendarUID", 1),
      field("MinutesPerDay", MINUTES_A_DAY),
      field("MinutesPerWeek", 7 * MINUTES_A_DAY),
      field("DaysPerMonth", 30),
      element("Calendars", [
        element("Calendar", [
          field("UID", 1),
          field("Name", "Every day"),
          field("IsBaseCalendar", 1),
          element("WeekDays", days),
        ]),
      ]),
      element("Tasks", [
        ...map.steps.map((step) => taskOf(map, step, uids)),
        ...map.milestones.map(({ name, day }, place) =>
          element("Task", [
            field("UID", map.steps.length + place + 1),
            field("ID", map.steps.length + place + 1),
            field("Name", name),
            ...span(day, day),
            field("Milestone", 1),
            // 2: must start on its day.
            field("ConstraintType", 2),
            field("ConstraintDate", moment(day)),
          ]),
        ),
      ]),
    ],
    ' xmlns="http://schemas.microsoft.com/project"',
  )}\n`;
}

function taskOf(map: Roadmap, step: RoadmapStep, uids: ReadonlyMap<string, number>): string {
  const notes = [
    ...(step.by ? [`Promised by ${step.by}.`] : []),
    ...(step.article ? [`Article ${step.article}.`] : []),
    ...(step.method ? [`Verified by: ${step.method}.`] : []),
    ...(step.known > step.end ? [`Known by ${step.known}.`] : []),
  ].join(" ");
  return element("Task", [
    field("UID", uids.get(step.id) ?? 0),
    field("ID", uids.get(step.id) ?? 0),
    field("Name", step.text),
    // 1: of fixed duration.
    field("Type", 1),
    field("IsNull", 0),
    ...span(step.start, step.end),
    field("Milestone", step.start === step.end ? 1 : 0),
    // 4: starts no earlier than its date, so that the plan is kept by who calculates it again.
    field("ConstraintType", 4),
    field("ConstraintDate", moment(step.start)),
    ...(step.due ? [field("Deadline", moment(step.due))] : []),
    ...(notes ? [field("Notes", notes)] : []),
    ...step.after.map((first) => {
      const other = map.steps.find(({ id }) => id === first);
      const lag = step.by === null && other ? (Date.parse(other.known) - Date.parse(other.end)) / DAY_MS : 0;
      return element("PredecessorLink", [
        field("PredecessorUID", uids.get(first) ?? 0),
        // 1: finish to start. A lag is in tenths of minutes; 7: shown in days.
        field("Type", 1),
        field("LinkLag", Math.round(lag) * MINUTES_A_DAY * 10),
        field("LagFormat", 7),
      ]);
    }),
  ]);
}

const span = (start: string, end: string): string[] => {
  const days = Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS);
  return [
    field("Start", moment(start)),
    field("Finish", moment(end)),
    field("Duration", `PT${24 * days}H0M0S`),
    field("DurationFormat", 7),
  ];
};

const moment = (day: string): string => `${day}T00:00:00`;

const field = (name: string, value: string | number): string => `<${name}>${escapeXml(String(value))}</${name}>`;

const element = (name: string, inner: readonly string[], attributes = ""): string =>
  `<${name}${attributes}>\n${inner.join("\n")}\n</${name}>`;
