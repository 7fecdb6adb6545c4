// Doing something by a day, and reporting by a day: that nothing came is itself an event.
import { addPeriod, type Day, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { Scale } from "./compare.js";
import { livedOn, type Reach } from "./events.js";
import type { Life } from "./life.js";
import { type Note, noted } from "./noted.js";
import { type Grown, grown, type Reader } from "./watch.js";

interface Setting {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly scale: Scale | null;
  readonly reach: Reach;
}

export interface AchieveState {
  readonly life: Life;
  /** The row that proves that it is done; −1 while none does. */
  readonly done: number;
  /** A row that says so and proves nothing. */
  readonly claimed: number;
  /** After the due day: the row that proves that it was not done by then. */
  readonly undone: number;
  readonly waived: number;
  readonly disputed: number;
  readonly lastProof: number;
  readonly last: number;
  readonly recent: readonly number[];
  readonly rows: number;
  readonly notes: Grown<Note> | null;
}

const RECENT = 4;

export function achieveReader({ book, obligation, scale, reach }: Setting): Reader<AchieveState> {
  const norm = obligation.norm;
  const proofRank = PROOFS.indexOf(obligation.proof);
  const due = norm.form === "achieve" ? dayNumber(norm.by) : 0;
  const limit = norm.form === "achieve" ? norm.limit : null;
  const reached = (row: number): boolean => limit !== null && scale !== null && scale.side(row, limit) === "within";
  const figure = (state: AchieveState, row: number): AchieveState => {
    const proves = book.qualifier(row) <= proofRank;
    const base = {
      ...state,
      last: row,
      rows: state.rows + 1,
      ...(proves && { lastProof: row, recent: [...state.recent, row].slice(-RECENT) }),
    };
    if (state.done >= 0) return base;
    if (reached(row)) {
      if (!proves) return { ...base, claimed: row };
      // Late or not, it is done: a treaty takes what comes late (Symboleo does not).
      return { ...base, done: row, life: "Fulfillment" };
    }
    return proves && book.first(row) >= due && limit !== null
      ? { ...base, undone: state.undone >= 0 ? state.undone : row }
      : base;
  };
  const happened = (state: AchieveState, row: number): AchieveState => {
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const refused = (text: string): AchieveState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "fulfilled")
      return state.life === "InEffect"
        ? { ...state, life: "Fulfillment", done: row }
        : refused("cannot be fulfilled as it stands");
    const lived = livedOn(book, row, kind, state.life, reach);
    if (lived) return lived.refused ? refused(`cannot be ${kind} as it stands`) : { ...state, life: lived.life };
    if (kind === "waived") return { ...state, waived: row };
    if (kind === "disputed") return { ...state, disputed: row };
    if (kind === "upheld") return { ...state, undone: row, disputed: -1 };
    if (kind === "dismissed") return { ...state, disputed: -1, undone: -1, done: row, life: "Fulfillment" };
    return kind === "exerted" ? state : refused(`cannot be ${kind}: that befalls a power`);
  };
  return {
    start: {
      life: "InEffect",
      done: -1,
      claimed: -1,
      undone: -1,
      waived: -1,
      disputed: -1,
      lastProof: -1,
      last: -1,
      recent: [],
      rows: 0,
      notes: null,
    },
    step: (state, rows, from, to) => {
      let next = state;
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        next = book.qualifier(row) < PROOFS.length ? figure(next, row) : happened(next, row);
      }
      return next;
    },
    together: (a, b) => book.last(a) === book.last(b) && book.first(a) === book.first(b),
  };
}

/** A time in which a report was due and did not come. */
export interface Missing {
  /** The first day after its grace. */
  readonly start: number;
  /** The row that brought it; −1 while none did. */
  readonly end: number;
}

export interface ReportState {
  readonly life: Life;
  /** How many due days are met, and the next that is not. */
  readonly met: number;
  readonly missing: Grown<Missing> | null;
  readonly waived: number;
  readonly last: number;
  readonly rows: number;
  readonly notes: Grown<Note> | null;
}

/** Beyond, nobody plans. */
const MOST_REPORTS = 5000;

/** The day on which the k-th report is due, by the calendar from the first; null where there is none. */
export function dueDay({ norm, until }: Obligation, k: number): Day | null {
  if (norm.form !== "report" || (k > 0 && norm.every === null) || k > MOST_REPORTS) return null;
  const { every } = norm;
  const day = every ? addPeriod(norm.first, { months: k * every.months, days: k * every.days }) : norm.first;
  return until !== null && day > until ? null : day;
}

/** A report that comes is the one that has been awaited longest. */
export function reportReader({ book, obligation, reach }: Setting): Reader<ReportState> {
  const norm = obligation.norm;
  const grace = norm.form === "report" ? norm.grace : { months: 0, days: 0 };
  const came = (state: ReportState, row: number): ReportState => {
    const day = dueDay(obligation, state.met);
    const base = { ...state, last: row, rows: state.rows + 1 };
    if (day === null) return base;
    const latest = dayNumber(addPeriod(day, grace));
    // Known on the day on which it came, not the day that it is about.
    const at = Math.max(book.reported(row), book.first(row));
    // One more before the last was due is no advance on the next.
    const before = state.met > 0 ? dueDay(obligation, state.met - 1) : null;
    if (before !== null && at <= dayNumber(before)) return base;
    return {
      ...base,
      met: state.met + 1,
      missing: at > latest ? grown({ start: latest + 1, end: row }, state.missing) : state.missing,
    };
  };
  const happened = (state: ReportState, row: number): ReportState => {
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const refused = (text: string): ReportState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "fulfilled") return came(state, row);
    // A report that need not come counts as one that did.
    if (kind === "waived")
      return { ...state, waived: row, met: dueDay(obligation, state.met) === null ? state.met : state.met + 1 };
    const lived = livedOn(book, row, kind, state.life, reach);
    if (lived) return lived.refused ? refused(`cannot be ${kind} as it stands`) : { ...state, life: lived.life };
    return kind === "exerted" ? state : refused(`cannot be ${kind}`);
  };
  return {
    start: { life: "InEffect", met: 0, missing: null, waived: -1, last: -1, rows: 0, notes: null },
    step: (state, rows, from, to) => {
      let next = state;
      let heard = false;
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        const isFigure = book.qualifier(row) < PROOFS.length;
        // Two rows of one day are one report.
        if (!isFigure) next = happened(next, row);
        else if (!heard) next = came(next, row);
        heard ||= isFigure;
      }
      return next;
    },
    together: (a, b) => book.last(a) === book.last(b) && book.first(a) === book.first(b),
  };
}

/** The report that is awaited as of a day and whose grace is over; the first day on which it was missing. */
export function missingSince(obligation: Obligation, met: number, asOf: number): Day | null {
  const day = dueDay(obligation, met);
  if (day === null || obligation.norm.form !== "report") return null;
  const first = dayNumber(addPeriod(day, obligation.norm.grace)) + 1;
  return first <= asOf ? dayText(first) : null;
}
