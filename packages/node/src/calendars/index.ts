import type { Monitoring, Roadmap, Schedule } from "@parley/core/internal";
import { ALERTS_HEAD, ALERTS_PRODUCT, alertsCalendar, alertsFeed, alertsTable, FEED_MARK } from "./alerts.js";
import type { CalendarOptions } from "./calendar.js";
import { calendarOf, type PlanEntries, type PlanOptions, PRODUCT, planEntries } from "./icalendar.js";
import { MEETINGS_PRODUCT, meetingsCalendar } from "./meetings.js";
import { PROJECT_MARK, projectOf } from "./ms-project.js";
import { planTable, TABLE_HEAD } from "./table.js";

export type { PlanEntries };
export { planEntries };

/** The forms in which a roadmap goes to other programs, by the end of the file's name. */
export const planForms = {
  ics: { type: "text/calendar; charset=utf-8", mark: PRODUCT, write: calendarOf },
  xml: { type: "application/xml", mark: PROJECT_MARK, write: (map: Roadmap) => projectOf(map) },
  csv: { type: "text/csv; charset=utf-8", mark: TABLE_HEAD.join(","), write: (map: Roadmap) => planTable(map) },
} as const satisfies Record<
  string,
  { type: string; mark: string; write: (map: Roadmap, options: PlanOptions) => string }
>;

export type PlanForm = keyof typeof planForms;

/** The forms in which alerts go to other programs. */
export const alertForms = {
  ics: { type: "text/calendar; charset=utf-8", mark: ALERTS_PRODUCT, write: alertsCalendar },
  atom: {
    type: "application/atom+xml; charset=utf-8",
    mark: FEED_MARK,
    write: (found: Monitoring) => alertsFeed(found),
  },
  csv: {
    type: "text/csv; charset=utf-8",
    mark: ALERTS_HEAD.join(","),
    write: (found: Monitoring) => alertsTable(found),
  },
} as const satisfies Record<
  string,
  { type: string; mark: string; write: (found: Monitoring, options: CalendarOptions) => string }
>;

export type AlertForm = keyof typeof alertForms;

/** Meetings go to calendars alone. */
export const meetingsForm: {
  readonly type: string;
  readonly mark: string;
  readonly write: (found: Schedule, options: CalendarOptions) => string;
} = { type: "text/calendar; charset=utf-8", mark: MEETINGS_PRODUCT, write: meetingsCalendar };
