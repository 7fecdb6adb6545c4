// The figures of one day against the limits of that day: which side each is on, and what is not judged yet.
import { baselinesOf, type Limit, limitsOf } from "../../case/index.js";
import { dayNumber } from "./book.js";
import type { SideOfLimit } from "./compare.js";
import { inForce } from "./in-force.js";
import { type Awaited, excessOf, type LimitState, type Measure, newer } from "./limit-state.js";
import { ruled } from "./limit-verdict.js";
import { withNote } from "./notes.js";
import { revised } from "./revised.js";
import { compared } from "./same-day.js";
import type { Seen } from "./spells.js";

/** What the rows of one obligation are read with. */
export interface Limiting extends Measure {
  /** The first day on which it binds. */
  readonly begins: number;
  /** The place among the proofs of the least that proves it. */
  readonly proofRank: number;
}

const REVISED = { kind: "revised", text: "was corrected later by its own source, and is not used" } as const;

/** The state after the figures of one day. */
export function figuresRead(limiting: Limiting, before: LimitState, written: readonly number[]): LimitState {
  const { book, obligation, scale } = limiting;
  const [one = 0] = written;
  const { limits, whole } = inForce(obligation, book.first(one), book.last(one));
  const { figures: all, gone } = revised(book, written);
  const state = gone.length === 0 ? before : { ...before, notes: withNote(before.notes, { ...REVISED, rows: gone }) };
  const [limit] = limits;
  if (!limit) return unbound(limiting, state, all);
  const short = scale.over === null ? [] : all.filter((row) => shortness(limiting, row, limit) === "open");
  const figures = short.length === 0 ? all : all.filter((row) => !short.includes(row));
  const last = all.at(-1) ?? state.last;
  const awaited = awaitedAfter(limiting, state, short, figures);
  if (figures.length === 0) return { ...state, last, awaited };
  const seen = seenOn(limiting, { limit, limits, whole, figures });
  const inside = whole && (scale.over === null || !figures.some((row) => shortness(limiting, row, limit) === "cut"));
  // Field by field: with a spread of what holds functions, a million rows take twice as long.
  const { sideOf, proofs } = seen;
  const notes = compared({ figures, sideOf, proofs, book, scale, notes: state.notes, whole: inside, limits });
  return ruled(limiting, state, seen, { last, awaited, notes });
}

interface InForce {
  readonly limit: Limit;
  readonly limits: readonly Limit[];
  /** They hold on all of the days that the figures are of. */
  readonly whole: boolean;
  readonly figures: readonly number[];
}

/** On which side each figure is, and which of them prove anything. */
function seenOn(limiting: Limiting, { limit, limits, whole, figures }: InForce): Seen {
  const { book, scale, proofRank } = limiting;
  const sideIn = (row: number): SideOfLimit => {
    const side = scale.side(row, limit);
    const alike = limits.length === 1 || limits.every((any) => scale.side(row, any) === side) ? side : "unclear";
    return alike === "beyond" && (!whole || shortness(limiting, row, limit) === "cut") ? "unclear" : alike;
  };
  const sides = figures.map(sideIn);
  const places = figures.length === 1 ? null : new Map(figures.map((row, i) => [row, i]));
  return {
    limit,
    figures,
    proofs: figures.filter((row) => book.qualifier(row) <= proofRank),
    others: figures.filter((row) => book.qualifier(row) > proofRank),
    sideOf: (row) => sides[places?.get(row) ?? 0] ?? "unclear",
    excess: (row) => excessOf(scale, row, limit),
  };
}

/** Before there is a limit, between two, or after the last day. */
function unbound(limiting: Limiting, state: LimitState, figures: readonly number[]): LimitState {
  const { book, obligation, scale, begins, proofRank } = limiting;
  const [one = 0] = figures;
  const ever =
    !isOfBaseline(limiting, one) &&
    limitsOf(obligation).some((any) => figures.some((row) => scale.side(row, any) === "beyond"));
  const early =
    book.last(one) < begins
      ? figures.filter((row) => book.qualifier(row) <= proofRank && !Number.isNaN(scale.figure(row)))
      : [];
  const text = "beyond the limit while it was not in force: no breach";
  return {
    ...state,
    last: figures.at(-1) ?? state.last,
    notes: ever ? withNote(state.notes, { kind: "not-in-force", text, rows: figures }) : state.notes,
    // What was proved before there was a limit is what it is when the limit begins.
    lastProof: early.at(-1) ?? state.lastProof,
    recent: newer(book, state.recent, early),
  };
}

/** Whether a row lies in the time of which its obligation's limits are shares: what it says there is no excess. */
const isOfBaseline = ({ obligation, book }: Measure, row: number): boolean =>
  baselinesOf(obligation).some(
    ({ from, until }) => book.first(row) >= dayNumber(from) && book.last(row) <= dayNumber(until),
  );

/**
 * What is short of what is owed over a whole window: `open` while the window may yet come to it, `cut` where the same limit
 * did not hold throughout the window, so that nothing can be said; null for whatever is judged at once.
 */
function shortness({ book, obligation, scale }: Measure, row: number, limit: Limit): "open" | "cut" | null {
  const { over } = scale;
  if (!over || scale.side(row, limit) !== "beyond") return null;
  const close = over.closes(row);
  if (close !== null && over.isFinal(row, scale.range(limit))) return null;
  if (close === null && !(over.take === "total" && scale.figure(row) < scale.range(limit).least)) return null;
  const { limits, whole } = inForce(obligation, over.opens(row), close ?? book.last(row));
  if (!whole || limits.length > 1) return "cut";
  return close === null ? null : "open";
}

/** What is short in the window that is open, after the figures of one more day. */
function awaitedAfter(
  { book, proofRank }: Limiting,
  state: LimitState,
  short: readonly number[],
  rest: readonly number[],
): Awaited | null {
  if (short.length === 0 && state.awaited === null) return null;
  const latest = (isOne: (row: number) => boolean, before: number): number =>
    short.findLast(isOne) ?? (rest.some(isOne) ? -1 : before);
  const proof = latest((row) => book.qualifier(row) <= proofRank, state.awaited?.proof ?? -1);
  const claim = latest((row) => book.qualifier(row) > proofRank, state.awaited?.claim ?? -1);
  return proof < 0 && claim < 0 ? null : { proof, claim };
}
