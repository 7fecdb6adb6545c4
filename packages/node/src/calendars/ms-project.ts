// MSPDI, the XML of Microsoft Project, which ProjectLibre and others read too. Every day is a working day of 24 hours: treaties
// know no weekends.
import type { Roadmap, RoadmapStep } from "@parley/core/internal";
import { escapeXml } from "../scenarios/index.js";

/** Longest names that the schema knows (mspdi_pj12.xsd): of a project, and of a task or a calendar. */
const LONGEST = { project: 255, task: 512 } as const;
const MINUTES_A_DAY = 1440;
const DAY_MS = 86_400_000;

export const PROJECT_MARK = "Written by Parley";

export function projectOf(map: Roadmap): string {
  const uids = new Map(map.steps.map(({ id }, place) => [id, place + 1]));
  const ending = `: roadmap${map.sharedWith === null ? " (CONFIDENTIAL)" : ""}`;
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
      // The schema wants these two: 12 stands for Project 2007. Nothing here costs money; this is the currency that every reader knows.
      field("SaveVersion", 12),
      field("Name", `${cut(map.title, LONGEST.project - ending.length).name}${ending}`),
      field("ScheduleFromStart", 1),
      field("StartDate", moment(map.road.start)),
      field("FinishDate", moment(map.end)),
      field("CurrencyCode", "USD"),
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
        ...map.milestones.map((one, place) => milestoneOf(one, map.steps.length + place + 1)),
      ]),
    ],
    ' xmlns="http://schemas.microsoft.com/project"',
  )}\n`;
}

function milestoneOf({ name: whole, day }: Roadmap["milestones"][number], uid: number): string {
  const { name, rest } = cut(whole, LONGEST.task);
  return element("Task", [
    field("UID", uid),
    field("ID", uid),
    field("Name", name),
    ...span(day, day),
    field("Milestone", 1),
    // 2: must start on its day.
    field("ConstraintType", 2),
    field("ConstraintDate", moment(day)),
    ...(rest ? [field("Notes", rest)] : []),
  ]);
}

/** A name within what the schema allows, cut between words where it can be; what follows goes to the notes. */
function cut(text: string, most: number): { readonly name: string; readonly rest: string } {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line.length <= most) return { name: line, rest: "" };
  const letters = [...new Intl.Segmenter("en").segment(line)];
  const whole = letters.findLast(({ index, segment }) => index + segment.length <= most - 1);
  const end = whole ? whole.index + whole.segment.length : 0;
  const blank = line.lastIndexOf(" ", end);
  const at = blank > end - 40 && blank > 0 ? blank : end;
  return { name: `${line.slice(0, at)}…`, rest: `… ${line.slice(at).trim()}` };
}

function taskOf(map: Roadmap, step: RoadmapStep, uids: ReadonlyMap<string, number>): string {
  const { name, rest } = cut(step.text, LONGEST.task);
  const notes = [
    ...(rest ? [rest] : []),
    ...(step.by.length > 0 ? [`Promised by ${step.by.join(" and ")}.`] : []),
    ...(step.article ? [`Article ${step.article}.`] : []),
    ...(step.method ? [`Verified by: ${step.method}.`] : []),
    ...(step.known > step.end ? [`Known by ${step.known}.`] : []),
  ].join("\n");
  return element("Task", [
    field("UID", uids.get(step.id) ?? 0),
    field("ID", uids.get(step.id) ?? 0),
    field("Name", name),
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
      const lag = step.by.length === 0 && other ? (Date.parse(other.known) - Date.parse(other.end)) / DAY_MS : 0;
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
