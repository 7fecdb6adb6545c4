// What is made of figures before they are held against a limit: their total, mean or trend over a time.
import { addPeriod, type Day, type Period, PROOFS, periodText, type Window } from "../../case/index.js";
import { type Book, dayNumber, dayText, sameDay } from "./book.js";
import { paceOf } from "./pace.js";
import { revised } from "./revised.js";

/** Figures as a window takes them. */
export interface Windowed {
  /** Of a row: what the figures of its window come to with it. */
  readonly figure: (row: number) => number;
  /** `total, 1 year from 2011-02-05`. */
  readonly text: (row: number) => string;
  /** The last day on which what a row came to can still hold with nothing more on record; null: that cannot be said. */
  readonly lastDay: (row: number, isBeyond: (figure: number) => boolean) => number | null;
}

/** More figures than this a trend does not weigh. */
const MOST = 200;

/** Longer nobody's quota runs. */
const MOST_WINDOWS = 2000;

/** The first day of the window that a day lies in: of windows that follow on each other, or back from the day itself. */
function startOf({ starting, length }: Window, day: Day): Day {
  if (starting === null) return addPeriod(day, { months: -length.months, days: 1 - length.days });
  let start = starting;
  for (let k = 1; k < MOST_WINDOWS; k++) {
    const next = addPeriod(starting, times(length, k));
    if (next > day) break;
    start = next;
  }
  return start;
}

const times = ({ months, days }: Period, k: number): Period => ({ months: k * months, days: k * days });

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
  const starts = new Map<number, number>();
  const startAt = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = dayNumber(startOf(over, dayText(day)));
    starts.set(day, start);
    return start;
  };
  const kept = new Map<number, { readonly rows: readonly number[]; readonly sums: readonly number[] }>();
  /** The rows that weigh enough, in order, with their running sums; a source that corrects itself counts once. */
  const weighing = (rank: number) => {
    const known = kept.get(rank);
    if (known) return known;
    const chosen = byDay(book, rows(), rank).flatMap((day) => revised(book, day).figures);
    const sums = [0];
    for (const row of chosen) sums.push((sums.at(-1) ?? 0) + plain(row));
    const found = { rows: chosen, sums };
    kept.set(rank, found);
    return found;
  };
  /** Where rows of later than a day begin. */
  const after = (chosen: readonly number[], day: number): number => {
    let [low, high] = [0, chosen.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (book.last(chosen[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const between = (rank: number, from: number, until: number): number => {
    const { rows: chosen, sums } = weighing(rank);
    const [low, high] = [after(chosen, from - 1), after(chosen, until)];
    const total = (sums[high] ?? 0) - (sums[low] ?? 0);
    if (over.take === "total") return total;
    if (over.take === "mean") return high > low ? total / (high - low) : Number.NaN;
    const points = chosen
      .slice(Math.max(low, high - MOST), high)
      .map((row) => ({ day: book.last(row), value: plain(row) }));
    return (paceOf(points)?.perDay ?? Number.NaN) * 365.25;
  };
  const rankOf = (row: number): number => Math.max(book.qualifier(row), proof);
  const text = (row: number): string => {
    const start = dayText(startAt(book.last(row)));
    return `${over.take === "trend" ? "trend a year" : over.take}, ${periodText(over.length)} from ${start}`;
  };
  const lastDayOf: Windowed["lastDay"] = (row, isBeyond) => {
    const day = book.last(row);
    if (over.starting !== null) return dayNumber(addPeriod(dayText(startAt(day)), over.length)) - 1;
    if (over.take !== "total") return null;
    // A rolling total falls as days leave the window; nothing is over while nothing has left it.
    const { rows: chosen } = weighing(rankOf(row));
    for (let i = after(chosen, startAt(day) - 1); i < after(chosen, day); i++) {
      const leaves = dayNumber(addPeriod(dayText(book.last(chosen[i] ?? 0)), over.length));
      if (!isBeyond(between(rankOf(row), book.last(chosen[i] ?? 0) + 1, day))) return leaves - 1;
    }
    return null;
  };
  return { figure: (row) => between(rankOf(row), startAt(book.last(row)), book.last(row)), text, lastDay: lastDayOf };
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
