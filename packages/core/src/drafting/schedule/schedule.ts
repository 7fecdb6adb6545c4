// When the parties meet, what prepares each meeting, and what is on its agenda.

import type { AnalysisOptions } from "../../agreements/index.js";
import {
  addDays,
  addPeriod,
  type Case,
  type Day,
  done,
  dueDayOf,
  dueTextOf,
  isWeekend,
  type Meeting,
  type Outcome,
  periodText,
  refuse,
  type Session,
  seatedOn,
  type Viewing,
  viewingOf,
} from "../../case/index.js";
import { type Roadmap, roadmap } from "../../implementation/index.js";
import { listed } from "../../wording/index.js";
import { type Flag, field, type Origin } from "../document.js";
import { isSeated, promisesOf } from "../promises.js";
import { dayIsSet, ruleOf, type Sitting, sittingsOf } from "./occurrences.js";
import { type AgendaPoint, openPoints } from "./open-points.js";

/** One meeting of a series. */
export interface Occurrence extends Sitting {
  /** It is over on the as-of day. */
  readonly past: boolean;
  readonly rounds: readonly { readonly name: string; readonly day: Day; readonly until: Day }[];
  readonly agenda: readonly AgendaPoint[];
}

export interface MeetingSeries {
  readonly id: string;
  readonly name: string;
  readonly place: string | null;
  readonly timeZone: string | null;
  readonly parties: readonly string[];
  readonly days: number;
  readonly sessions: readonly Session[];
  /** As the case has it: three to four months. */
  readonly every: string | null;
  /** In iCalendar's terms, without its count; null where it is held once, or its days are listed. */
  readonly rule: string | null;
  readonly extension: string | null;
  /** There would be more: the days are too many to list. */
  readonly cut: boolean;
  /** Only its month is set: the days are where it could begin. */
  readonly tentative: boolean;
  readonly occurrences: readonly Occurrence[];
  readonly from: Origin;
  readonly flags: readonly Flag[];
}

export interface Schedule extends Viewing {
  readonly sentence: string;
  /** In the order of the case. */
  readonly series: readonly MeetingSeries[];
  readonly remarks: readonly string[];
}

/** @returns refused where the case has no meeting, or nothing says from which day it is seen */
export function schedule(written: Case, options: AnalysisOptions = {}): Outcome<Schedule> {
  const viewing = viewingOf(written, options);
  if (!viewing.ok) return viewing;
  const negotiation = seatedOn(written, viewing.value.asOf);
  if (negotiation.meetings.length === 0)
    return refuse("No meeting is on record: add meetings to agreement.yaml, each with a name and the day it begins.");
  const road = planOf(negotiation, options);
  if (!road.ok) return road;
  const series = seriesOf(negotiation, viewing.value.asOf, road.value.road);
  return done({
    ...viewing.value,
    sentence: sentenceOf(series),
    series,
    remarks: [...road.value.reasons, ...series.flatMap((one) => remarksOn(one, viewing.value.asOf))],
  });
}

/** A quick roadmap, or null with reasons where none can be had. */
export interface Plan {
  readonly road: Roadmap | null;
  readonly reasons: readonly string[];
}

/** The plan of a case. @returns misused where the options are */
export function planOf(negotiation: Case, options: AnalysisOptions): Outcome<Plan> {
  if (negotiation.commitments.length === 0) return done({ road: null, reasons: [] });
  const found = roadmap(negotiation, { ...options, quick: true });
  if (found.ok) return done({ road: found.value, reasons: found.value.limits ?? [] });
  return found.misuse
    ? found
    : done({ road: null, reasons: found.reasons.map((reason) => `No days are proposed: ${reason}`) });
}

/** Every meeting of a case, with what is open on the next one and what falls due on later ones. */
export function seriesOf(negotiation: Case, asOf: Day, road: Roadmap | null): MeetingSeries[] {
  const open = openPoints(negotiation, asOf);
  const due = dueIn(negotiation, road);
  const all = negotiation.meetings.map((meeting) => sittingsOf(meeting));
  const next = all
    .flatMap(({ sittings }) => sittings)
    .map(({ until }) => until)
    .filter((until) => until >= asOf)
    .sort()[0];
  return negotiation.meetings.map((meeting, index): MeetingSeries => {
    const { sittings, cut } = all[index] ?? { sittings: [], cut: false };
    const from = field("agreement.yaml", ["meetings", index], `meetings › ${meeting.id}`);
    let nextIsIn = true;
    return {
      id: meeting.id,
      name: meeting.name,
      place: meeting.place,
      timeZone: meeting.timeZone,
      parties: meeting.parties.filter((id) => isSeated(negotiation, id)),
      days: meeting.days,
      sessions: meeting.sessions,
      every: meeting.every,
      rule: ruleOf(meeting, sittings[0]?.day ?? meeting.from),
      extension: meeting.extension,
      cut,
      tentative: !dayIsSet(meeting),
      occurrences: sittings.map((sitting, k) => {
        const past = sitting.until < asOf;
        // What is open is for the next meeting, of whichever series that is.
        const isNext = nextIsIn && sitting.until === next;
        if (isNext) nextIsIn = false;
        const since = sittings[k - 1]?.day ?? asOf;
        return {
          ...sitting,
          past,
          rounds: meeting.rounds.map(({ name, ahead, days }) => {
            const day = before(sitting.day, ahead);
            return { name, day, until: addDays(day, days - 1) };
          }),
          agenda: past
            ? []
            : [
                ...meeting.agenda.map((text) => ({ text, from: [from], due: null })),
                ...(isNext ? open : []),
                ...due
                  .filter(({ day }) => day > since && day <= sitting.day && (k > 0 || day > asOf))
                  .map(({ day, text, from: origin, due: id }) => ({
                    text: `Due by then: ${text} (${day})`,
                    from: [origin],
                    due: id,
                  })),
              ],
        };
      }),
      from,
      flags: dayIsSet(meeting)
        ? []
        : [{ kind: "undated", text: `Only ${meeting.from} is set; on which day it begins is open.` }],
    };
  });
}

/** So long before a day. */
const before = (day: Day, { months, days }: Meeting["rounds"][number]["ahead"]): Day =>
  addPeriod(day, { months: -months, days: -days });

interface DuePoint {
  readonly day: Day;
  readonly text: string;
  readonly from: Origin;
  readonly due: string;
}

/** What falls due under the plan, and what must be achieved or reported by a day. */
function dueIn(negotiation: Case, road: Roadmap | null): DuePoint[] {
  const { commitments, obligations } = promisesOf(negotiation);
  const promised = new Set(commitments.map(({ one }) => one.id));
  const steps = commitments.flatMap(({ one, place }): DuePoint[] => {
    // An agreed day goes before the plan's, which may be sooner.
    const agreed = one.due ?? (one.start === null ? null : addPeriod(one.start, one.takes));
    const day = agreed ?? road?.steps.find(({ id }) => id === one.id)?.end ?? null;
    const from = field("agreement.yaml", ["commitments", place], `commitments › ${one.id}`);
    return day === null ? [] : [{ day, text: one.text, from, due: `commitment:${one.id}` }];
  });
  const duties = obligations.flatMap(({ one, place }): DuePoint[] => {
    const { id, conditional } = one;
    // What binds only once it is activated is not due before.
    if (promised.has(id) || conditional) return [];
    const from = field("agreement.yaml", ["obligations", place], `obligations › ${id}`);
    const day = dueDayOf(one);
    return day === null ? [] : [{ day, text: dueTextOf(one), from, due: `obligation:${id}` }];
  });
  return [...steps, ...duties].sort((a, b) => a.day.localeCompare(b.day, "en"));
}

function sentenceOf(series: readonly MeetingSeries[]): string {
  const ahead = series.flatMap(({ name, occurrences }) =>
    occurrences.filter(({ past }) => !past).map(({ day, until }) => ({ name, day, until })),
  );
  const [next] = ahead.sort((a, b) => a.day.localeCompare(b.day, "en"));
  if (!next) return "No meeting is ahead.";
  const regular = series.filter(({ every }) => every !== null);
  const then =
    regular.length > 0 ? ` ${listed(regular.map(({ name, every }) => `“${name}” is held every ${every}`))}.` : "";
  return `The next meeting is “${next.name}”, ${next.day === next.until ? `on ${next.day}` : `from ${next.day} to ${next.until}`}.${then}`;
}

function remarksOn({ name, occurrences, tentative, cut, sessions }: MeetingSeries, asOf: Day): string[] {
  const late = occurrences.find(({ past }) => !past)?.rounds.filter(({ day }) => day < asOf) ?? [];
  const atWeekend = occurrences.filter(({ day }) => isWeekend(day)).length;
  const clash = sessions.some(({ at, day, minutes }, k) => {
    const later = sessions[k + 1];
    return at !== null && later?.at != null && later.day === day && addMinutes(at, minutes) > later.at;
  });
  return [
    ...(occurrences.length > 1 && atWeekend > 0 && !tentative
      ? [
          `“${name}”: ${atWeekend} of ${occurrences.length} dates fall on a weekend. A rule such as on: last Wednesday avoids that.`,
        ]
      : []),
    ...late.map(
      (round) => `“${round.name}” before “${name}” would have begun on ${round.day}: it is too late for that.`,
    ),
    ...(clash ? [`“${name}”: two sessions overlap.`] : []),
    ...(occurrences.some(({ day }, k) => k > 0 && day <= (occurrences[k - 1]?.until ?? ""))
      ? [`“${name}” begins again before it has ended: it lasts longer than its rhythm.`]
      : []),
    ...(cut
      ? [
          `“${name}” is listed to ${occurrences.at(-1)?.day ?? ""}: ${occurrences.length} dates are the most for one meeting.`,
        ]
      : []),
  ];
}

/** `10:30` and 90 minutes: `12:00`; beyond midnight it counts on. */
export function addMinutes(at: string, minutes: number): string {
  const [hour = 0, minute = 0] = at.split(":").map(Number);
  const total = 60 * hour + minute + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

/** How a meeting is prepared and held, in words: 3 weeks, as it was written. */
export function roundText({ name, ahead, days }: Meeting["rounds"][number]): string {
  const weeks = ahead.months === 0 && ahead.days % 7 === 0 ? ahead.days / 7 : 0;
  const length = weeks > 0 ? `${weeks} ${weeks === 1 ? "week" : "weeks"}` : periodText(ahead);
  return `${name}, ${length} before${days > 1 ? `, ${days} days` : ""}`;
}
