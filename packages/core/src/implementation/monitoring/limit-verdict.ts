// What the figures of a day do to a limit: they open an episode, lengthen it, prove it or end it.
import type { Book } from "./book.js";
import { FOR_EVER } from "./limit-events.js";
import { isResting, type LimitState, type Measure, newer, restNoted } from "./limit-state.js";
import { withNote } from "./notes.js";
import { verdict } from "./same-day.js";
import { longer, newSpell, type Seen, type Spell, worstOf } from "./spells.js";
import { cons } from "./watch.js";

/** A proof clears what was said where it is of so many days after it at most. */
const CLEARS = 7;

const ALSO_BEYOND = {
  kind: "unclear",
  text: "is within the limit over a time in which it was also beyond: that it was kept after cannot be said",
} as const;

/** The state after the figures of a day, whatever they say. */
export function ruled(
  { book }: Measure,
  before: LimitState,
  seen: Seen,
  { last, awaited, notes }: Pick<LimitState, "last" | "awaited" | "notes">,
): LimitState {
  const { proofs, figures, sideOf } = seen;
  const proved = verdict(book, proofs, sideOf);
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
  if (proved === "within") return keptBy(book, { ...state, open }, seen);
  const further = open && later(book, open, worst);
  if (proved === "beyond") return provedBeyond(book, state, further, seen);
  // Figures on both sides, or beyond by one that proves nothing: said, and no more.
  const isSaid = worst >= 0 && (proved === "mixed" || claims(book, seen)) && !isFree(book, state, figures);
  return {
    ...state,
    open: further ?? (isSaid ? newSpell(book, seen, { verified: -1, disputed: disputeOf(state) }) : null),
  };
}

/** An episode that lasts to the furthest figure of a day, unless it is of an earlier one. */
const later = (book: Book, open: Spell, worst: number): Spell =>
  worst >= 0 && book.last(worst) >= open.lastBeyond ? { ...open, lastBeyond: book.last(worst), beyond: worst } : open;

/** Whether what proves nothing is beyond the limit. */
function claims(book: Book, { others, sideOf }: Seen): boolean {
  const claimed = verdict(book, others, sideOf);
  return claimed === "beyond" || claimed === "mixed";
}

const isWaived = (book: Book, { waived }: LimitState, [first = 0]: readonly number[]): boolean =>
  waived !== null && book.first(first) <= waived;

/** Whether nothing is held against it on the day of these figures. */
const isFree = (book: Book, state: LimitState, figures: readonly number[]): boolean =>
  isWaived(book, state, figures) || isResting(state);

/** Beyond it while its suspension is disputed: whether that is a breach is disputed with it. */
const disputeOf = ({ rest }: LimitState): number => rest?.disputed ?? -1;

/** A day on which it was proved to be beyond the limit. @param open the episode that it is in, with the figures of that day */
function provedBeyond(book: Book, state: LimitState, open: Spell | null, seen: Seen): LimitState {
  const { proofs, figures, sideOf } = seen;
  if (isWaived(book, state, figures) || (isResting(state) && !open)) return { ...state, open, recent: [] };
  const verified = proofs.find((row) => sideOf(row) === "beyond") ?? worstOf(seen);
  const spell = open
    ? { ...open, verified: open.verified >= 0 ? open.verified : verified }
    : newSpell(book, seen, { verified, disputed: disputeOf(state) });
  return { ...state, recent: [], open: spell };
}

/** A day on which it was proved to be within the limit. */
function keptBy(book: Book, state: LimitState, { figures, proofs, sideOf }: Seen): LimitState {
  const { open } = state;
  const [one = 0] = figures;
  // What is of a month in which the limit was also passed does not show that it was kept after.
  const curing = open
    ? (proofs.findLast((row) => sideOf(row) === "within" && book.first(row) > open.lastBeyond) ?? -1)
    : state.lastProof;
  if (open && curing < 0 && book.first(one) < open.lastBeyond)
    return { ...state, notes: withNote(state.notes, { ...ALSO_BEYOND, rows: figures }) };
  const closed = open && closedBy(book, open, curing < 0 ? state.lastProof : curing);
  return {
    ...state,
    open: null,
    closed: closed ? cons<Spell>(closed, state.closed) : state.closed,
    waived: state.waived === FOR_EVER ? null : state.waived,
    cured: state.cured || (open?.verified ?? -1) >= 0,
    recent: newer(book, state.recent, proofs),
  };
}

/** An episode that a proof ends; what was only said is cleared by a proof that is soon after it. */
function closedBy(book: Book, open: Spell, end: number): Spell {
  const isCleared = book.first(end) <= open.lastBeyond + CLEARS;
  const ended = open.verified >= 0 ? "cured" : isCleared ? "cleared" : "past";
  return { ...open, end, ended };
}
