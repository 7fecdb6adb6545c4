// Powers: suspension, snap-back. Once invoked a power runs through its stages by the calendar; where they have run out it
// may be exerted, and whether it was is for the record to say.

import { addDays, addPeriod, type Day, daysBetween, type Power } from "../../case/index.js";
import { listed } from "../../wording/index.js";
import { type Book, dayText, type EventKind, QUALIFIERS } from "./book.js";
import { ownedText } from "./called.js";
import type { Ledger } from "./ledger.js";
import { type Notes, withNote } from "./notes.js";
import type { ObligationStanding, PowerStanding } from "./types.js";
import { cons, listOf, type SharedList } from "./watch.js";

/** What the record says of a power: whether it runs, and which exertions count. */
export interface PowerCourse {
  readonly power: Power;
  readonly invoked: Day | null;
  readonly ended: "exerted" | "settled" | null;
  readonly clock: readonly Stage[];
  /** Days on which it was invoked; a second word on what runs already is refused. */
  readonly invocations: readonly Day[];
  /** Rows that exert it; those that came while it was not invoked are refused. */
  readonly exerted: readonly number[];
  /** Rows that take what it suspended back. */
  readonly restored: readonly number[];
  readonly evidence: readonly number[];
  readonly notes: Notes;
}

/** Longer no stage is extended at once. */
const MOST_DAYS = 3650;

/** A course while its rows are read: what the rows so far say. */
interface Running extends Pick<PowerCourse, "invoked" | "ended" | "notes"> {
  /** Days by which each stage was extended. */
  readonly extensions: readonly number[];
  readonly invocations: SharedList<Day> | null;
  readonly exerted: SharedList<number> | null;
  readonly restored: SharedList<number> | null;
  readonly evidence: SharedList<number> | null;
}

const AT_REST: Running = {
  invoked: null,
  ended: null,
  extensions: [],
  invocations: null,
  exerted: null,
  restored: null,
  evidence: null,
  notes: [],
};

export function powerCourse(book: Book, power: Power, ledger: Ledger): PowerCourse {
  const rows = ledger.rows();
  let course = AT_REST;
  for (let i = 0; i < rows.length; i++) course = happened(book, power, course, rows[i] ?? 0);
  const { invoked, ended, extensions, invocations, exerted, restored, evidence, notes } = course;
  return {
    power,
    invoked,
    ended,
    clock: invoked === null ? [] : clockOf(power, invoked, extensions),
    invocations: listOf(invocations),
    exerted: listOf(exerted),
    restored: listOf(restored),
    evidence: listOf(evidence),
    notes,
  };
}

function happened(book: Book, power: Power, course: Running, row: number): Running {
  const { invoked, ended } = course;
  const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
  const day = dayText(book.last(row));
  if (kind === "invoked")
    return invoked !== null && ended === null
      ? noting(course, row, "is invoked already: its clock runs on")
      : begunOn(power, course, row, day);
  if (ended === "exerted" && (kind === "settled" || kind === "resumed")) return takenBack(power, course, row, kind);
  if (invoked === null || ended !== null) return noting(course, row, `cannot be ${kind} while it is not invoked`);
  switch (kind) {
    case "settled":
      return { ...course, ended: kind, evidence: cons(row, course.evidence) };
    case "exerted":
      return exertedOn(clockOf(power, invoked, course.extensions), course, row, day);
    case "extended": {
      const running = clockOf(power, invoked, course.extensions).findIndex(({ until }) => until >= day);
      return extendedBy(power, course, row, running, book.value(row));
    }
    default:
      return noting(course, row, `cannot be ${kind}: that befalls an obligation`);
  }
}

const noting = (course: Running, row: number, text: string): Running => ({
  ...course,
  notes: withNote(course.notes, { kind: "not-accepted", text, rows: [row] }),
});

const begunOn = ({ stages }: Power, course: Running, row: number, day: Day): Running => ({
  ...course,
  invoked: day,
  ended: null,
  evidence: cons(row, null),
  invocations: cons(day, course.invocations),
  extensions: stages.map(() => 0),
});

/** What it suspended binds again; what it ended stays ended. */
function takenBack({ suspends }: Power, course: Running, row: number, kind: EventKind): Running {
  if (suspends.length === 0)
    return noting(
      course,
      row,
      `cannot be ${kind}: what it ended is over. If it was never exerted, withdraw the row that says so`,
    );
  return {
    ...course,
    ended: "settled",
    evidence: cons(row, course.evidence),
    restored: cons(row, course.restored),
  };
}

function exertedOn(clock: readonly Stage[], course: Running, row: number, day: Day): Running {
  const next: Running = {
    ...course,
    ended: "exerted",
    evidence: cons(row, course.evidence),
    exerted: cons(row, course.exerted),
  };
  const end = clock.at(-1)?.until;
  return end !== undefined && day < end
    ? noting(next, row, `is exerted before its stages run out on ${end}; counted all the same`)
    : next;
}

/** @param running the place of the stage that runs then; −1 where none does */
function extendedBy({ stages }: Power, course: Running, row: number, running: number, days: number): Running {
  if (running < 0) return noting(course, row, "is extended after its last stage ran out");
  if (!(Number.isInteger(days) && days > 0 && days <= MOST_DAYS))
    return noting(course, row, `is extended by no whole number of days up to ${MOST_DAYS}; write it as the value`);
  const stage = stages[running];
  const next: Running = {
    ...course,
    evidence: cons(row, course.evidence),
    extensions: course.extensions.map((extended, at) => (at === running ? extended + days : extended)),
  };
  return stage?.extendable
    ? next
    : noting(
        next,
        row,
        `is extended in stage "${stage?.name}", which the agreement does not let be extended; counted all the same`,
      );
}

/** How things stand with a power as of a day. */
export function powerStanding(
  book: Book,
  { power, invoked, ended, clock, evidence, restored }: PowerCourse,
  asOf: Day,
  obligations: readonly ObligationStanding[],
): PowerStanding {
  const end = clock.at(-1)?.until ?? invoked;
  const broken = obligations.filter(
    ({ id, standing }) =>
      (standing === "breached" || standing === "was-broken") && (power.after.length === 0 || power.after.includes(id)),
  );
  // A stage runs to the end of its last day; the next begins with that day's end.
  const running = clock.findIndex(({ until }) => until >= asOf);
  const state = ((): PowerStanding["standing"] => {
    if (ended !== null) return ended;
    if (invoked === null) return broken.length > 0 || !power.needsBreach ? "open" : "resting";
    return running >= 0 ? "running" : "ripe";
  })();
  const stage = clock[running];
  const why: Record<PowerStanding["standing"], string> = {
    resting: "nothing that it stands on is broken",
    open: power.needsBreach ? brokenText(broken) : "at any time: it needs no breach",
    running: `invoked on ${invoked}; "${stage?.name}" until ${stage?.until}, the last stage until ${end}`,
    ripe: `invoked on ${invoked}; ${clock.length === 0 ? "it has no stages to run through" : `its stages ran out on ${end}`}, and nothing on record says what followed`,
    exerted: `exerted; invoked on ${invoked}`,
    settled:
      restored.length === 0
        ? `settled; invoked on ${invoked}`
        : `taken back on ${book.row(restored.at(-1) ?? 0).asOf}: what it suspended binds again; invoked on ${invoked}`,
  };
  return {
    id: power.id,
    by: power.by,
    text: power.text,
    article: power.article,
    standing: state,
    why: why[state],
    invoked,
    stages: clock.map((one, at) => ({
      ...one,
      state: ended !== null || running < 0 || at < running ? "over" : at > running ? "to come" : "running",
    })),
    ends: end,
    days: invoked === null || end === null ? null : daysBetween(invoked, end),
    evidence: evidence.map(book.row),
  };
}

/** What is broken, or was and is not proved to be kept again. */
function brokenText(broken: readonly ObligationStanding[]): string {
  const [is, was] = broken.length === 1 ? ["is", "was"] : ["are", "were"];
  const still = broken.every(({ standing }) => standing === "breached");
  return `${listed(broken.map(ownedText))} ${still ? `${is} broken` : `${was} broken, and nothing proves that ${broken.length === 1 ? "it was" : "all were"} kept since`}`;
}

interface Stage {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly extended: number;
}

/** Each stage begins where the one before ends. */
function clockOf({ stages }: Power, invoked: Day, extensions: readonly number[]): Stage[] {
  let from = invoked;
  return stages.map(({ id, name, takes }, i) => {
    const extended = extensions[i] ?? 0;
    const until = addDays(addPeriod(from, takes), extended);
    const stage = { id, name, from, until, extended };
    from = until;
    return stage;
  });
}
