// What is made of figures before they are held against a limit: their total, mean or trend over a time.
import { addPeriod, type Day, daysBetween, type Period, PROOFS, periodText, type Window } from "../../case/index.js";
import { type Book, dayNumber, dayText, sameDay } from "./book.js";
import { paceOf } from "./pace.js";
import { revised } from "./revised.js";

/** What may be without being beyond a limit, in the unit of the metric. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** Figures as a window takes them. */
export interface Windowed {
  readonly take: Window["take"];
  /** Of a row: what the figures of its window come to with it; NaN where it is of a time before the first window. */
  readonly figure: (row: number) => number;
  /** `total, 1 year from 2011-02-05`. */
  readonly text: (row: number) => string;
  /** The first day of a row's window. */
  readonly opens: (row: number) => number;
  /** The last day of a row's window, where windows follow on each other; null where each reaches back from its figure. */
  readonly closes: (row: number) => number | null;
  /** Whether more figures cannot bring what a row came to back into range before its window closes. */
  readonly isFinal: (row: number, range: Range) => boolean;
  /**
   * The last day on which what a row came to is still out of range, with nothing more on record; null: that cannot be said.
   */
  readonly lastDay: (row: number, range: Range) => number | null;
}

/** Of more figures a trend weighs so many, spread evenly over the window: every two of them make a slope. */
const MOST = 100;

const DAYS_A_MONTH = 146_097 / 4800;

/** Dates are four-digit years. */
const LAST_DAY = dayNumber("9999-12-31");

const times = ({ months, days }: Period, k: number): Period => ({ months: k * months, days: k * days });

interface Span {
  readonly from: number;
  /** Null where a window reaches back from the day of its figure. */
  readonly until: number | null;
}

/** Before the first window. */
const NOWHERE: Span = { from: Number.POSITIVE_INFINITY, until: null };

/** The window that a day lies in: of windows that follow on each other, or back from the day itself. */
function spanOf({ starting, length }: Window, day: Day): Span {
  if (starting === null) {
    const from = addPeriod(day, { months: -length.months, days: 1 - length.days });
    return { from: dayNumber(from), until: null };
  }
  if (day < starting) return NOWHERE;
  const begin = (k: number): Day => addPeriod(starting, times(length, k));
  // Months differ in length, so the place that their mean gives may be off by a little.
  let k = Math.floor(daysBetween(starting, day) / (length.months * DAYS_A_MONTH + length.days));
  while (k > 0 && begin(k) > day) k -= 1;
  while (begin(k + 1) <= day && begin(k + 1) > begin(k)) k += 1;
  return { from: dayNumber(begin(k)), until: Math.max(dayNumber(begin(k + 1)) - 1, dayNumber(begin(k))) };
}

/** Rows in the order of their days, with their running sums. */
interface Weighed {
  readonly rows: readonly number[];
  readonly sums: readonly number[];
  /** No figure is below 0, so that a total only falls as days leave it. */
  readonly rising: boolean;
}

/**
 * @param plain a row's own figure
 * @param proof position of the least that proves; what weighs less counts only beside what weighs as little
 */
export function windowed(
  book: Book,
  rows: () => ArrayLike<number>,
  over: Window,
  plain: (row: number) => number,
  proof: number,
): Windowed {
  const spans = kept((day: number) => spanOf(over, dayText(day)));
  /** The rows that weigh enough; a source that corrects itself counts once. */
  const weighing = kept((rank: number) =>
    weighed(
      byDay(book, rows(), rank).flatMap((day) => revised(book, day).figures),
      plain,
    ),
  );
  const rankOf = (row: number): number => Math.max(book.qualifier(row), proof);
  const after = (all: Weighed, day: number): number => afterDay(book, all, day);
  const trend = kept((row: number): number => {
    const all = weighing(rankOf(row));
    const points = spread(all.rows, after(all, spans(book.last(row)).from - 1), after(all, book.last(row)));
    return (paceOf(points.map((at) => ({ day: book.last(at), value: plain(at) })))?.perDay ?? Number.NaN) * 365.25;
  });
  const figure = (row: number): number => {
    const { from } = spans(book.last(row));
    if (from === NOWHERE.from) return Number.NaN;
    if (over.take === "trend") return trend(row);
    const all = weighing(rankOf(row));
    const [low, high] = [after(all, from - 1), after(all, book.last(row))];
    return over.take === "total" ? total(all, low, high) : total(all, low, high) / (high - low);
  };
  const isFinal = (row: number, { most }: Range): boolean =>
    over.starting === null || (over.take === "total" && figure(row) > most);
  const lastDay: Windowed["lastDay"] = (row, range) => {
    const { from, until } = spans(book.last(row));
    if (until !== null) return isFinal(row, range) ? until : null;
    if (over.take !== "total") return null;
    // A rolling total falls as days leave the window; nothing is over while nothing has left it.
    const all = weighing(rankOf(row));
    const [low, high] = [after(all, from - 1), after(all, book.last(row))];
    const last = lastToLeave(book, all, low, high, range);
    return last === null ? null : leavesOn(over.length, last, (day) => spans(day).from) - 1;
  };
  return {
    take: over.take,
    figure,
    isFinal,
    lastDay,
    opens: (row) => spans(book.last(row)).from,
    closes: (row) => spans(book.last(row)).until,
    text: (row) => {
      const { from } = spans(book.last(row));
      return `${over.take === "trend" ? "trend a year" : over.take}, ${periodText(over.length)} from ${dayText(from)}`;
    },
  };
}

/** Where rows of later than a day begin. */
const afterDay = (book: Book, { rows }: Weighed, day: number): number =>
  firstWhere(0, rows.length, (at) => book.last(rows[at] ?? 0) > day);

const total = ({ sums }: Weighed, low: number, high: number): number => (sums[high] ?? 0) - (sums[low] ?? 0);

/** The day that must leave, of those of the rows in [low, high), for the total of the rest to be in range; null where none does. */
function lastToLeave(book: Book, all: Weighed, low: number, high: number, range: Range): number | null {
  const dayBefore = (at: number): number => book.last(all.rows[at - 1] ?? 0);
  /** What is left once the rows before a place, and all of the day of the last of them, have left. */
  const left = (at: number): number => total(all, afterDay(book, all, dayBefore(at)), high);
  const isWithin = (at: number): boolean => left(at) <= range.most && left(at) >= range.least;
  const at = all.rising
    ? firstWhere(low + 1, high + 1, (one) => left(one) <= range.most)
    : places(low + 1, high).find(isWithin);
  return at === undefined || at > high || !isWithin(at) ? null : dayBefore(at);
}

/** The first day whose window a day has left. */
function leavesOn(length: Period, day: number, begins: (day: number) => number): number {
  let next = dayNumber(addPeriod(dayText(day), length));
  // Months differ in length, so that a window may begin a little sooner or later than its length says.
  while (begins(next - 1) > day) next -= 1;
  while (next < LAST_DAY && begins(next) <= day) next += 1;
  return next;
}

/** A function that remembers what it answered. */
function kept<T>(answer: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const there = known.get(key);
    if (there !== undefined) return there;
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}

/** The first place in [low, high) where something holds, and from there on; `high` where it holds nowhere. */
function firstWhere(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const places = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);

/** Of the rows in [low, high) as many as a trend weighs, the first and the last among them. */
function spread(rows: readonly number[], low: number, high: number): readonly number[] {
  if (high - low <= MOST) return rows.slice(low, high);
  return Array.from({ length: MOST }, (_, k) => rows[low + Math.round((k * (high - low - 1)) / (MOST - 1))] ?? 0);
}

function weighed(rows: readonly number[], plain: (row: number) => number): Weighed {
  const sums = [0];
  for (const row of rows) sums.push((sums.at(-1) ?? 0) + plain(row));
  return { rows, sums, rising: rows.every((row) => plain(row) >= 0) };
}

/** Figures that weigh enough, those of one day together, in the order in which they are given. */
function byDay(book: Book, rows: ArrayLike<number>, rank: number): number[][] {
  const days: number[][] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    if (book.qualifier(row) >= PROOFS.length || book.qualifier(row) > rank) continue;
    const [before] = days.at(-1) ?? [];
    if (before !== undefined && sameDay(book, before, row)) days.at(-1)?.push(row);
    else days.push([row]);
  }
  return days;
}
