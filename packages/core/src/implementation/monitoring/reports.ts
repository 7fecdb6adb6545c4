// Reporting by a day: that nothing came is itself an event.
import { addDays, addPeriod, type Day, lastDay, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { LimitScale } from "./compare.js";
import { isOver, type Living, livedOn, livingOn, type Reach, rowByRow } from "./events.js";
import { initialLife } from "./life.js";
import { type Notes, withNote } from "./notes.js";
import type { SettledObligation } from "./settled.js";
import { cons, listOf, type RowReader, type SharedList } from "./watch.js";

interface ReportInput {
  readonly book: Book;
  readonly obligation: SettledObligation<"report">;
  readonly scale: LimitScale | null;
  readonly reach: Reach;
}

/** A report that came, or need not come: for which due day, by its place, and on which day that was there to be read. */
interface Came {
  readonly k: number;
  readonly day: number;
  readonly row: number;
  readonly waived: boolean;
}

/** A time in which nothing is owed; whether that is so can be disputed. */
interface Pause {
  readonly from: number;
  readonly until: number;
  readonly disputed: boolean;
}

export interface ReportState extends Living {
  readonly came: SharedList<Came> | null;
  /** Suspensions, and the time before it is activated; the end of the latest is open while it lasts. */
  readonly rests: SharedList<Pause> | null;
  readonly waivers: SharedList<Pause> | null;
  readonly waived: number;
  /** The day on which it was over; −1 while it is not. */
  readonly ended: number;
  readonly last: number;
  readonly rows: number;
  readonly notes: Notes;
}

/** Beyond, nobody plans. */
const MOST_REPORTS = 5000;

/**
 * The day on which the k-th report is due, by the calendar from the first; null where there is none. Where the first is
 * due on the last day of a month, so are all that follow by months.
 */
function dueDay({ norm, until, notices }: SettledObligation<"report">, k: number): Day | null {
  if (k > MOST_REPORTS) return null;
  const { every, first, on } = norm;
  if (on) {
    const notice = notices?.[k];
    return notice === undefined ? null : addPeriod(notice, on.within);
  }
  if (first === null || (k > 0 && every === null)) return null;
  const plain = every ? addPeriod(first, { months: k * every.months, days: k * every.days }) : first;
  const monthly = every !== null && every.days === 0 && lastDay(first.slice(0, 7)) === first;
  const day = monthly ? lastDay(plain.slice(0, 7)) : plain;
  return until !== null && day > until ? null : day;
}

/** Every due day up to one, as numbers. */
function dueDays(obligation: SettledObligation<"report">, until: number): number[] {
  const days: number[] = [];
  for (let k = 0; ; k++) {
    const day = dueDay(obligation, k);
    if (day === null || dayNumber(day) > until) return days;
    days.push(dayNumber(day));
  }
}

/**
 * Which due day a report of a day is for: the first whose grace has not run out by then. Where a grace reaches beyond the next
 * due day that can be several: then the first of them for which none came.
 */
function placeOf(
  days: readonly number[],
  latest: readonly number[],
  day: number,
  came: SharedList<Came> | null,
): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((latest[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  const overlaps = (days[low + 1] ?? Number.POSITIVE_INFINITY) <= (latest[low] ?? 0);
  if (!overlaps) return low;
  const met = new Set<number>();
  for (let one = came; one && met.size < NEAR; one = one.tail) met.add(one.head.k);
  let k = low;
  while (met.has(k) && (days[k] ?? Number.POSITIVE_INFINITY) < day) k += 1;
  return k;
}

/** As many reports back as a grace may reach. */
const NEAR = 64;

const END = Number.MAX_SAFE_INTEGER;

/** Whether one came for a due day, among the latest. */
function isMet(came: SharedList<Came> | null, k: number): boolean {
  for (let one = came, seen = 0; one && seen < NEAR; one = one.tail, seen++) if (one.head.k === k) return true;
  return false;
}

/** What the rows of reports are read with: due days, and the last days on which each is in time. */
interface Reports extends ReportInput {
  readonly days: readonly number[];
  readonly latest: readonly number[];
  /** What is of this day or before is of a time before the first period. */
  readonly begins: number;
  readonly proofRank: number;
}

export function reportReader(setting: ReportInput): RowReader<ReportState> {
  const { book, obligation } = setting;
  const { norm, from } = obligation;
  const days = dueDays(obligation, Number.POSITIVE_INFINITY);
  // The first period begins as long before the first due day as they are apart, months taken at their longest.
  const before = norm.every ? (days[0] ?? 0) - norm.every.days - 31 * norm.every.months : Number.NEGATIVE_INFINITY;
  const reports: Reports = {
    ...setting,
    days,
    latest: days.map((day) => dayNumber(addPeriod(dayText(day), norm.grace))),
    begins: Math.max(before, from === null ? Number.NEGATIVE_INFINITY : dayNumber(from) - 1),
    proofRank: PROOFS.indexOf(obligation.proof),
  };
  return {
    start: startOf(setting),
    ...rowByRow(
      book,
      (state, row) => cameIn(reports, state, row),
      (state, row) => happened(reports, livingOn(state, book.first(row)), row),
    ),
  };
}

const startOf = ({ obligation: { conditional } }: ReportInput): ReportState => ({
  life: initialLife(conditional),
  rest: null,
  came: null,
  // Until it is activated nothing is owed.
  rests: conditional ? cons({ from: Number.NEGATIVE_INFINITY, until: END, disputed: false }, null) : null,
  waivers: null,
  waived: -1,
  ended: -1,
  last: -1,
  rows: 0,
  notes: [],
});

type Placed = { readonly k: number } | { readonly not: string };

/** Which due day a row counts for, or why it counts for none. */
function placed(reports: Reports, state: ReportState, row: number): Placed {
  const { book, obligation, days, latest, begins, proofRank } = reports;
  if (book.qualifier(row) > proofRank && book.qualifier(row) < PROOFS.length)
    return {
      not: `is ${QUALIFIERS[book.qualifier(row)]}; a report counts here where it is ${obligation.proof} or better: not counted`,
    };
  if (obligation.notices) return answered(reports, obligation.notices, state, row);
  if (days.length === 0) return { not: "is of an obligation that ends before any is due: not counted" };
  if (book.last(row) <= begins)
    // The first report may be about a time before there was an obligation, if it came once there was.
    return book.reported(row) > begins && !isMet(state.came, 0)
      ? { k: 0 }
      : { not: "is of a time before the first period: not counted" };
  const k = placeOf(days, latest, book.last(row), state.came);
  if (k < days.length) return { k };
  return isMet(state.came, days.length - 1)
    ? { not: "is of a time after the last due day: not counted" }
    : { k: days.length - 1 };
}

/** The oldest notice that is not answered yet. */
function answered({ book }: ReportInput, notices: readonly Day[], state: ReportState, row: number): Placed {
  const met = new Set(listOf(state.came).map(({ k }) => k));
  const k = notices.findIndex((notice, at) => !met.has(at) && dayNumber(notice) <= book.last(row));
  return k >= 0 ? { k } : { not: "answers nothing that was open on its day: not counted" };
}

function cameIn(reports: Reports, before: ReportState, row: number, waived = false): ReportState {
  const { book } = reports;
  const state = livingOn(before, book.first(row));
  const base = { ...state, last: row, rows: state.rows + 1 };
  const place = placed(reports, state, row);
  const remarked = (text: string): Notes => withNote(state.notes, { kind: "not-counted", text, rows: [row] });
  if ("not" in place) return { ...base, notes: remarked(place.not) };
  const again = isMet(state.came, place.k);
  return {
    ...base,
    notes: again ? remarked("is of a period for which one came already: they count as one") : state.notes,
    came: cons({ k: place.k, day: Math.max(book.reported(row), book.first(row)), row, waived }, state.came),
  };
}

/** Where it came to rest, or goes on: what is owed in between. @param day the last day of the row that says so */
function rested(state: ReportState, next: Living, day: number, kind: EventKind): SharedList<Pause> | null {
  const { rests, life } = state;
  const isOn = next.life === "InEffect";
  const ended = rests && cons({ ...rests.head, until: day - 1 }, rests.tail);
  if (life !== "Suspension" && isOn) return ended;
  if (life !== "Suspension" || !rests)
    return cons({ from: day, until: next.rest?.until ?? END, disputed: false }, rests);
  if (isOn) return kind === "dismissed" ? rests.tail : ended;
  const disputed = (next.rest?.disputed ?? -1) >= 0;
  return cons({ ...rests.head, until: next.rest?.until ?? END, disputed }, rests.tail);
}

function happened(reports: Reports, state: ReportState, row: number): ReportState {
  const { book, reach } = reports;
  const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
  if (kind === "fulfilled") return cameIn(reports, state, row);
  if (kind === "waived") return waivedBy(reports, state, row);
  const lived = livedOn(reports, row, kind, state);
  if (!lived) return reach.has(row) || kind === "exerted" ? state : refused(state, row, `cannot be ${kind}`);
  if (lived.kind === "refused") return refused(state, row, lived.why);
  if (lived.kind === "same") return state;
  const { life, rest } = lived;
  const day = book.last(row);
  return {
    ...state,
    life,
    rest,
    ended: isOver(life) ? day : state.ended,
    rests: rested(state, { life, rest }, day, kind),
  };
}

/** A report that need not come is awaited no more than one that did. */
function waivedBy(reports: Reports, state: ReportState, row: number): ReportState {
  const { book } = reports;
  const days = book.value(row);
  if (days <= 0) return refused(state, row, "is waived for no number of days");
  if (Number.isNaN(days)) return { ...cameIn(reports, state, row, true), waived: row };
  const from = book.last(row);
  return { ...state, waived: row, waivers: cons({ from, until: from + days, disputed: false }, state.waivers) };
}

const refused = (state: ReportState, row: number, text: string): ReportState => ({
  ...state,
  notes: withNote(state.notes, { kind: "not-accepted", text, rows: [row] }),
});

/** A report that did not come in time; `end` is null while none came, `row` where none ever came for it. */
export interface Missing {
  readonly k: number;
  readonly due: number;
  /** The first day after its grace. */
  readonly start: number;
  readonly end: number | null;
  readonly row: number | null;
  /** Whether it was owed at all is disputed. */
  readonly disputed: boolean;
}

/** The last days of what its reports are of, for whatever runs from them. */
export const reportedOn = (book: Book, { came }: ReportState): Day[] =>
  listOf(came).flatMap(({ row, waived }) => (waived ? [] : [dayText(book.last(row))]));

/** What came of the reports that fell due before a day. */
export interface Reckoned {
  readonly missing: readonly Missing[];
  /** Due, not there, and still within their grace. */
  readonly outstanding: readonly { readonly k: number; readonly due: number; readonly latest: number }[];
  /** Due days for which one came. */
  readonly met: number;
  /** Due days for which none came, and none had to: they were waived, or it did not bind then. */
  readonly excused: { readonly waived: number; readonly resting: number };
}

/**
 * Reports that were late or never came, by a day by which that could be known. One that never came is missing until the next
 * one comes.
 */
export function reckoned(obligation: SettledObligation<"report">, state: ReportState, until: number): Reckoned {
  const began = obligation.from === null ? Number.NEGATIVE_INFINITY : dayNumber(obligation.from);
  const there = cameBy(state, until);
  const real = new Set(there.flatMap(({ k, waived }) => (waived ? [] : [k])));
  const first = firstOf(there);
  const later = [...first.values()].sort((a, b) => a.day - b.day);
  const [rests, waivers] = [listOf(state.rests), listOf(state.waivers)];
  const excused = { waived: 0, resting: 0 };
  const missing: Missing[] = [];
  const outstanding: { k: number; due: number; latest: number }[] = [];
  for (const [k, due] of dueDays(obligation, until).entries()) {
    if (due < began) continue;
    const latest = dayNumber(addPeriod(dayText(due), obligation.norm.grace));
    const isOver = (pause: Pause): boolean => holds(pause, due) || holds(pause, latest);
    const pauses = [...rests, ...waivers].filter(isOver);
    const own = first.get(k);
    const isFree = pauses.some(({ disputed }) => !disputed);
    if ((own || isFree) && !real.has(k)) excused[own || waivers.some(isOver) ? "waived" : "resting"] += 1;
    if (isFree || (own && own.day <= latest)) continue;
    if (latest < until) {
      // What answers a later notice is no answer to this one.
      const next = obligation.notices ? undefined : later.find((one) => one.k > k && one.day > latest);
      missing.push({
        k,
        due,
        start: latest + 1,
        end: soonest(own, next),
        row: own?.row ?? null,
        disputed: pauses.length > 0,
      });
    } else if (due < until && !own) outstanding.push({ k, due, latest });
  }
  return { missing, outstanding, met: real.size, excused };
}

/** For each due day the report that came first. */
function firstOf(came: readonly Came[]): ReadonlyMap<number, Came> {
  const first = new Map<number, Came>();
  for (const one of came) {
    const other = first.get(one.k);
    if (!other || one.day < other.day) first.set(one.k, one);
  }
  return first;
}

/** The day on which the sooner of two came; null where neither did. */
const soonest = (own: Came | undefined, next: Came | undefined): number | null =>
  own || next ? Math.min(own?.day ?? Number.POSITIVE_INFINITY, next?.day ?? Number.POSITIVE_INFINITY) : null;

/** What had come by a day: a report that came later is not there yet, whatever it is of. */
const cameBy = ({ came }: ReportState, day: number): Came[] =>
  listOf(came).filter((one) => one.waived || one.day <= day);

const holds = ({ from, until }: Pause, day: number): boolean => from <= day && day <= until;

/** `for 2020-01-01 to 2020-03-31`, the time that a report is about; where it is due but once, `due on 2020-03-31`. */
export function periodOf(obligation: SettledObligation<"report">, k: number): string {
  const { norm } = obligation;
  const due = dueDay(obligation, k) ?? "";
  const notice = obligation.notices?.[k];
  if (notice !== undefined) return `after ${notice}, due on ${due}`;
  if (norm.every === null) return `due on ${due}`;
  const before = k > 0 ? dueDay(obligation, k - 1) : null;
  const start = before === null ? addPeriod(due, { months: -norm.every.months, days: -norm.every.days }) : before;
  return `for ${addDays(start, 1)} to ${due}`;
}

/** The due days from one to another for which no report had come by the first and on which nothing rests; the next alone without an end. */
export function owedDays(
  obligation: SettledObligation<"report">,
  state: ReportState,
  from: number,
  until: number | null,
): Day[] {
  const met = new Set(cameBy(state, from).map(({ k }) => k));
  const pauses = [...listOf(state.rests), ...listOf(state.waivers)].filter(({ disputed }) => !disputed);
  const days: Day[] = [];
  for (let k = 0; ; k++) {
    const day = dueDay(obligation, k);
    if (day === null || (until !== null && dayNumber(day) > until)) return days;
    const owed = dayNumber(day) >= from && !met.has(k) && !pauses.some((pause) => holds(pause, dayNumber(day)));
    if (owed) days.push(day);
    if (owed && until === null) return days;
  }
}
