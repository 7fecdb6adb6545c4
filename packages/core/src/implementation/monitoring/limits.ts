// Keeping a figure within a limit, or at nothing: episodes of being beyond it, as the rows of each day show them.
import { baselinesOf, type Limit, limitsOf, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, COMPARATORS, dayNumber, sameDay } from "./book.js";
import type { Side } from "./compare.js";
import { livingOn, type Reach } from "./events.js";
import { bindsFrom, inForce } from "./in-force.js";
import { begun as beginning } from "./life.js";
import { FOR_EVER, limitEvents } from "./limit-events.js";
import { type Awaited, eased, excessOf, isResting, type LimitState, type Measure, restNoted } from "./limit-state.js";
import { noted } from "./noted.js";
import { revised } from "./revised.js";
import { compared, verdict } from "./same-day.js";
import { begun, longer, type Seen, type Spell, worstOf } from "./spells.js";
import { grown, type Reader } from "./watch.js";

/** A proof clears what was said where it is of so many days after it at most. */
const CLEARS = 7;

/** So many figures a projection stands on. */
const RECENT = 4;

/** Whether a row lies in the time of which its obligation's limits are shares: what it says there is no excess. */
function isOfBaseline(obligation: Obligation, book: Book, row: number): boolean {
  return baselinesOf(obligation).some(
    ({ from, until }) => book.first(row) >= dayNumber(from) && book.last(row) <= dayNumber(until),
  );
}

interface Setting extends Measure {
  readonly reach: Reach;
}

const REVISED = { kind: "revised", text: "was corrected later by its own source, and is not used" } as const;

const ALSO_BEYOND = {
  kind: "unclear",
  text: "is within the limit over a time in which it was also beyond: that it was kept after cannot be said",
} as const;

/** Reads the rows of one day: first the figures, then what happened. */
export function limitReader(setting: Setting): Reader<LimitState> {
  const { book, obligation, scale } = setting;
  const happened = limitEvents(setting);
  const begins = bindsFrom(obligation);
  const isEarly = (row: number): boolean => begins !== null && book.last(row) < dayNumber(begins);
  const proofRank = PROOFS.indexOf(obligation.proof);
  const step = (before: LimitState, rows: ArrayLike<number>, from: number, to: number): LimitState => {
    const row = rows[from] ?? 0;
    const day = book.first(row);
    // Of a month in which one window ends and the next begins, the figure is the next one's.
    const window = scale.over?.closes(row) == null ? day : Math.max(day, scale.over.opens(row));
    const state = livingOn(eased(setting, before, window), day);
    const figures: number[] = [];
    const events: number[] = [];
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      (book.qualifier(row) < PROOFS.length ? figures : events).push(row);
    }
    let next = figures.length > 0 ? judged({ ...state, rows: state.rows + figures.length }, figures) : state;
    for (const row of events) next = happened(next, row);
    return next;
  };

  /** The latest exact proofs, with those of one more day. */
  const newer = (recent: readonly number[], proofs: readonly number[]): readonly number[] => {
    const exact = proofs.filter((row) => ["", "~"].includes(COMPARATORS[book.comparator(row)] ?? ""));
    return exact.length > 0 ? [...recent, exact.at(-1) ?? 0].slice(-RECENT) : recent;
  };

  /** Before there is a limit, between two, or after the last day. */
  const unbound = (state: LimitState, figures: readonly number[]): LimitState => {
    const [one = 0] = figures;
    const ever =
      !isOfBaseline(obligation, book, one) &&
      limitsOf(obligation).some((any) => figures.some((row) => scale.side(row, any) === "beyond"));
    const early = isEarly(one)
      ? figures.filter((row) => book.qualifier(row) <= proofRank && !Number.isNaN(scale.figure(row)))
      : [];
    const text = "beyond the limit while it was not in force: no breach";
    return {
      ...state,
      last: figures.at(-1) ?? state.last,
      notes: ever ? noted(state.notes, { kind: "not-in-force", text, rows: figures }) : state.notes,
      // What was proved before there was a limit is what it is when the limit begins.
      lastProof: early.at(-1) ?? state.lastProof,
      recent: newer(state.recent, early),
    };
  };

  /**
   * What is short of what is owed over a whole window: `open` while the window may yet come to it, `cut` where the same limit
   * did not hold throughout the window, so that nothing can be said; null for whatever is judged at once.
   */
  const shortness = (row: number, limit: Limit): "open" | "cut" | null => {
    const { over } = scale;
    if (!over || scale.side(row, limit) !== "beyond") return null;
    const close = over.closes(row);
    if (close !== null && over.isFinal(row, scale.range(limit))) return null;
    if (close === null && !(over.take === "total" && scale.figure(row) < scale.range(limit).least)) return null;
    const { limits, whole } = inForce(obligation, over.opens(row), close ?? book.last(row));
    if (!whole || limits.length > 1) return "cut";
    return close === null ? null : "open";
  };

  const judged = (before: LimitState, written: readonly number[]): LimitState => {
    const [one = 0] = written;
    const { limits, whole } = inForce(obligation, book.first(one), book.last(one));
    const { figures: all, gone } = revised(book, written);
    const state = gone.length === 0 ? before : { ...before, notes: noted(before.notes, { ...REVISED, rows: gone }) };
    const [limit] = limits;
    if (!limit) return unbound(state, all);
    const short = scale.over === null ? [] : all.filter((row) => shortness(row, limit) === "open");
    const figures = short.length === 0 ? all : all.filter((row) => !short.includes(row));
    const last = all.at(-1) ?? state.last;
    const awaited = awaitedAfter(state, short, figures);
    if (figures.length === 0) return { ...state, last, awaited };
    const sideIn = (row: number): Side => {
      const side = scale.side(row, limit);
      const alike = limits.length === 1 || limits.every((any) => scale.side(row, any) === side) ? side : "unclear";
      return alike === "beyond" && (!whole || shortness(row, limit) === "cut") ? "unclear" : alike;
    };
    const sides = figures.map(sideIn);
    const places = figures.length === 1 ? null : new Map(figures.map((row, i) => [row, i]));
    const seen: Seen = {
      limit,
      figures,
      proofs: figures.filter((row) => book.qualifier(row) <= proofRank),
      others: figures.filter((row) => book.qualifier(row) > proofRank),
      sideOf: (row) => sides[places?.get(row) ?? 0] ?? "unclear",
      excess: (row) => excessOf(scale, row, limit),
    };
    const inside = whole && (scale.over === null || !figures.some((row) => shortness(row, limit) === "cut"));
    // Field by field: with a spread of what holds functions, a million rows take twice as long.
    const { sideOf, proofs } = seen;
    const notes = compared({ figures, sideOf, proofs, book, scale, notes: state.notes, whole: inside, limits });
    return against(state, seen, { last, awaited, notes });
  };

  /** What is short in the window that is open, after the figures of one more day. */
  const awaitedAfter = (state: LimitState, short: readonly number[], rest: readonly number[]): Awaited | null => {
    if (short.length === 0 && state.awaited === null) return null;
    const latest = (isOne: (row: number) => boolean, before: number): number =>
      short.findLast(isOne) ?? (rest.some(isOne) ? -1 : before);
    const proof = latest((row) => book.qualifier(row) <= proofRank, state.awaited?.proof ?? -1);
    const claim = latest((row) => book.qualifier(row) > proofRank, state.awaited?.claim ?? -1);
    return proof < 0 && claim < 0 ? null : { proof, claim };
  };

  /** What the figures of a day do to a state. */
  const against = (
    before: LimitState,
    seen: Seen,
    { last, awaited, notes }: Pick<LimitState, "last" | "awaited" | "notes">,
  ): LimitState => {
    const { proofs, others, figures, sideOf } = seen;
    const [proved, claimed] = [proofs, others].map((set) => verdict(book, set, sideOf));
    const worst = worstOf(seen);
    // What is neither within nor beyond proves nothing.
    const proof = proved === "unclear" ? undefined : proofs.findLast((row) => sideOf(row) !== "unclear");
    const state = {
      ...before,
      last,
      awaited,
      lastProof: proof ?? before.lastProof,
      notes: worst >= 0 && isResting(before) ? restNoted(before.life, notes, figures) : notes,
    };
    const open = state.open && longer(book, state.open, seen);
    if (proved === "within") return keptBy({ ...state, open }, seen);
    const further =
      open && worst >= 0 && book.last(worst) >= open.lastBeyond
        ? { ...open, lastBeyond: book.last(worst), beyond: worst }
        : open;
    const waived = state.waived !== null && book.first(figures[0] ?? 0) <= state.waived;
    // Beyond it while its suspension is disputed: whether that is a breach is disputed with it.
    const disputed = state.rest?.disputed ?? -1;
    if (proved === "beyond") {
      if (waived || (isResting(state) && !open)) return { ...state, open: further, recent: [] };
      const verified = proofs.find((row) => sideOf(row) === "beyond") ?? worst;
      const spell = further
        ? { ...further, verified: further.verified >= 0 ? further.verified : verified }
        : begun(book, seen, { verified, disputed });
      return { ...state, recent: [], open: spell };
    }
    // Figures on both sides, or beyond by one that proves nothing: said, and no more.
    const alleged = worst >= 0 && (proved === "mixed" || claimed === "beyond" || claimed === "mixed");
    const said = alleged && !waived && !isResting(state) ? begun(book, seen, { verified: -1, disputed }) : null;
    return { ...state, open: further ?? said };
  };

  /** A day on which it was proved to be within the limit. */
  const keptBy = (state: LimitState, { figures, proofs, sideOf }: Seen): LimitState => {
    const { open } = state;
    const [one = 0] = figures;
    // What is of a month in which the limit was also passed does not show that it was kept after.
    const curing = open
      ? (proofs.findLast((row) => sideOf(row) === "within" && book.first(row) > open.lastBeyond) ?? -1)
      : state.lastProof;
    if (open && curing < 0 && book.first(one) < open.lastBeyond)
      return { ...state, notes: noted(state.notes, { ...ALSO_BEYOND, rows: figures }) };
    const end = curing < 0 ? state.lastProof : curing;
    const cleared = open !== null && book.first(end) <= open.lastBeyond + CLEARS;
    const ended = open && open.verified < 0 ? (cleared ? "cleared" : "past") : "cured";
    return {
      ...state,
      open: null,
      closed: open ? grown<Spell>({ ...open, end, ended }, state.closed) : state.closed,
      waived: state.waived === FOR_EVER ? null : state.waived,
      cured: state.cured || (open?.verified ?? -1) >= 0,
      recent: newer(state.recent, proofs),
    };
  };

  return {
    start: {
      life: beginning(obligation.conditional),
      rest: null,
      ended: -1,
      open: null,
      closed: null,
      awaited: null,
      waived: null,
      cured: false,
      lastProof: -1,
      last: -1,
      recent: [],
      rows: 0,
      notes: [],
    },
    step,
    together: (a, b) => sameDay(book, a, b),
  };
}
