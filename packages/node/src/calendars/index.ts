import type { Roadmap } from "@parley/core";
import { type CalendarOptions, calendarOf, PRODUCT } from "./icalendar.js";
import { PROJECT_MARK, projectOf } from "./ms-project.js";
import { planTable, TABLE_HEAD } from "./table.js";

/** The forms in which a roadmap goes to other programs, by the end of the file's name. */
export const planForms = {
  ics: { type: "text/calendar; charset=utf-8", mark: PRODUCT, write: calendarOf },
  xml: { type: "application/xml", mark: PROJECT_MARK, write: (map: Roadmap) => projectOf(map) },
  csv: { type: "text/csv; charset=utf-8", mark: TABLE_HEAD.join(","), write: (map: Roadmap) => planTable(map) },
} as const satisfies Record<
  string,
  { type: string; mark: string; write: (map: Roadmap, options: CalendarOptions) => string }
>;

export type PlanForm = keyof typeof planForms;
