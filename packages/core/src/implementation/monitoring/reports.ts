// Reporting by a day: that nothing came is itself an event.
import { addPeriod, type Day, lastDay, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { Scale } from "./compare.js";
import { isOver, livedOn, type Reach, rowByRow } from "./events.js";
import { begun, type Life } from "./life.js";
import { type Note, noted } from "./noted.js";
import { type Grown, grown, listOf, type Reader } from "./watch.js";

interface Setting {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly scale: Scale | null;
  readonly reach: Reach;
}

/** A report that came: for which due day, by its place, and on which day it was there to be read. */
interface Came {
  readonly k: number;
  readonly day: number;
  readonly row: number;
}

export interface ReportState {
  readonly life: Life;
  readonly came: Grown<Came> | null;
  /** Days between which nothing was owed: suspended, or waived; the end is open while it lasts. */
  readonly rests: Grown<{ readonly from: number; readonly until: number }> | null;
  readonly waived: number;
  /** The day on which it was over; −1 while it is not. */
  readonly ended: number;
  readonly last: number;
  readonly rows: number;
  readonly notes: Grown<Note> | null;
}

/** Beyond, nobody plans. */
const MOST_REPORTS = 5000;

/**
 * The day on which the k-th report is due, by the calendar from the first; null where there is none. Where the first is
 * due on the last day of a month, so are all that follow by months.
 */
function dueDay({ norm, until }: Obligation, k: number): Day | null {
  if (norm.form !== "report" || (k > 0 && norm.every === null) || k > MOST_REPORTS) return null;
  const { every } = norm;
  const plain = every ? addPeriod(norm.first, { months: k * every.months, days: k * every.days }) : norm.first;
  const monthly = every !== null && every.days === 0 && lastDay(norm.first.slice(0, 7)) === norm.first;
  const day = monthly ? lastDay(plain.slice(0, 7)) : plain;
  return until !== null && day > until ? null : day;
}

/** Every due day up to one, as numbers. */
export function dueDays(obligation: Obligation, until: number): number[] {
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
function placeOf(days: readonly number[], latest: readonly number[], day: number, came: Grown<Came> | null): number {
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

export function reportReader({ book, obligation, reach }: Setting): Reader<ReportState> {
  const norm = obligation.norm;
  const proofRank = PROOFS.indexOf(obligation.proof);
  const days = dueDays(obligation, Number.POSITIVE_INFINITY);
  const latest = days.map((day) => (norm.form === "report" ? dayNumber(addPeriod(dayText(day), norm.grace)) : day));
  // The first period begins as long before the first due day as they are apart, months taken at their longest.
  const before =
    norm.form === "report" && norm.every
      ? (days[0] ?? 0) - norm.every.days - 31 * norm.every.months
      : Number.NEGATIVE_INFINITY;
  const begins = Math.max(before, obligation.from === null ? Number.NEGATIVE_INFINITY : dayNumber(obligation.from) - 1);
  const came = (state: ReportState, row: number): ReportState => {
    const base = { ...state, last: row, rows: state.rows + 1 };
    // Of before the first period, or of a kind that proves nothing: on record, and no report.
    if (book.qualifier(row) > proofRank && book.qualifier(row) < PROOFS.length) return base;
    if (book.last(row) <= begins) return base;
    const k = placeOf(days, latest, book.last(row), state.came);
    return { ...base, came: grown({ k, day: Math.max(book.reported(row), book.first(row)), row }, state.came) };
  };
  const happened = (state: ReportState, row: number): ReportState => {
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const refused = (text: string): ReportState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "fulfilled") return came(state, row);
    // A report that need not come counts as one that did.
    if (kind === "waived") {
      const days = book.value(row);
      if (days <= 0) return refused("is waived for no number of days");
      if (Number.isNaN(days)) return { ...came(state, row), waived: row };
      const from = book.last(row);
      return { ...state, waived: row, rests: grown({ from, until: from + days }, state.rests) };
    }
    const lived = livedOn(row, kind, state.life, reach);
    if (!lived) return kind === "exerted" ? state : refused(`cannot be ${kind}`);
    if (lived.refused) return refused(`cannot be ${kind} as it stands`);
    const day = book.last(row);
    const { head, tail } = state.rests ?? { head: null, tail: null };
    if (lived.life === "InEffect" && head?.until === END)
      return { ...state, life: lived.life, rests: grown({ ...head, until: day - 1 }, tail) };
    return {
      ...state,
      life: lived.life,
      ended: isOver(lived.life) ? day : state.ended,
      rests: head?.until === END ? state.rests : grown({ from: day, until: END }, state.rests),
    };
  };
  return {
    start: {
      life: begun(obligation.conditional),
      came: null,
      // Until it is activated nothing is owed.
      rests: obligation.conditional ? grown({ from: Number.NEGATIVE_INFINITY, until: END }, null) : null,
      waived: -1,
      ended: -1,
      last: -1,
      rows: 0,
      notes: null,
    },
    ...rowByRow(book, came, happened),
  };
}

const END = Number.MAX_SAFE_INTEGER;

/** A time in which a report was due and did not come; `end` is null while none came, `row` where none ever came for it. */
export interface Missing {
  readonly due: number;
  readonly start: number;
  readonly end: number | null;
  readonly row: number | null;
}

/**
 * Reports that were late or never came, by a day by which that could be known. One that never came is missing until the next
 * one comes.
 */
export function missingReports(
  obligation: Obligation,
  state: ReportState,
  until: number,
): { readonly missing: Missing[]; readonly met: number } {
  const norm = obligation.norm;
  if (norm.form !== "report") return { missing: [], met: 0 };
  const began = obligation.from === null ? Number.NEGATIVE_INFINITY : dayNumber(obligation.from);
  const rests = listOf(state.rests);
  const came = listOf(state.came);
  const first = new Map<number, Came>();
  for (const one of came) {
    const other = first.get(one.k);
    if (!other || one.day < other.day) first.set(one.k, one);
  }
  const later = [...first.values()].sort((a, b) => a.day - b.day);
  /** The first day after its grace on which a report for a later due day came. */
  const sooner = (k: number, latest: number) => later.find((one) => one.k > k && one.day > latest)?.day;
  const days = dueDays(obligation, until);
  const missing = days.flatMap((due, k): Missing[] => {
    const latest = dayNumber(addPeriod(dayText(due), norm.grace));
    if (due < began || latest >= until || rests.some((rest) => holds(rest, due) || holds(rest, latest))) return [];
    const own = first.get(k);
    if (own && own.day <= latest) return [];
    const ends = [own?.day, sooner(k, latest)].filter((day): day is number => day !== undefined);
    return [{ due, start: latest + 1, end: ends.length > 0 ? Math.min(...ends) : null, row: own?.row ?? null }];
  });
  return { missing, met: first.size };
}

const holds = ({ from, until }: { readonly from: number; readonly until: number }, day: number): boolean =>
  from <= day && day <= until;

/** The next due day for which nothing came; null where there is none. */
export function nextReport(obligation: Obligation, state: ReportState, from: number): Day | null {
  const met = new Set(listOf(state.came).map(({ k }) => k));
  for (let k = 0; ; k++) {
    const day = dueDay(obligation, k);
    if (day === null) return null;
    if (dayNumber(day) >= from && !met.has(k)) return day;
  }
}

/** The due days that are met. */
export const metReports = (state: ReportState): ReadonlySet<number> => new Set(listOf(state.came).map(({ k }) => k));
