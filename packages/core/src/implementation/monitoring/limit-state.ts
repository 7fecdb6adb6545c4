// What is known of a limit by a day, and what changes of it by the calendar alone.
import type { Limit, Obligation } from "../../case/index.js";
import { type Book, COMPARATORS } from "./book.js";
import type { LimitScale } from "./compare.js";
import { type Living, livingOn } from "./events.js";
import { inForce } from "./in-force.js";
import { type Notes, withNote } from "./notes.js";
import { longer, newSpell, type Seen, type Spell, worstOf } from "./spells.js";
import { cons, type SharedList } from "./watch.js";

/** The latest figures of a window that is open yet, short of what is owed by its end: the proof and the claim, −1 where none is. */
export interface Awaited {
  readonly proof: number;
  readonly claim: number;
}

export interface LimitState extends Living {
  /** The row with which the obligation was over; −1 while it is not. */
  readonly ended: number;
  readonly open: Spell | null;
  readonly closed: SharedList<Spell> | null;
  readonly awaited: Awaited | null;
  /** The last day for which what is beyond the limit is waived; null where nothing is. */
  readonly waived: number | null;
  /** It was broken before, and was kept again. */
  readonly cured: boolean;
  readonly lastProof: number;
  readonly last: number;
  /** The latest proofs within the limit, or of before it began, oldest first, for the projection. */
  readonly recent: readonly number[];
  readonly rows: number;
  readonly notes: Notes;
}

/** What limits are judged with. */
export interface Measure {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly scale: LimitScale;
  /** Figures are of something that happened on its day and is over with it. */
  readonly occasions: boolean;
}

/**
 * The state as of a day: windows have closed, and what is over by itself has ended.
 * @param knownAt later than it nobody can say that a window closed short
 */
export function eased(measure: Measure, before: LimitState, day: number, knownAt: number = day): LimitState {
  const state = windowClosed(measure, before, Math.min(day, knownAt));
  const { open } = state;
  const { book, obligation, scale, occasions } = measure;
  if (!open || (!occasions && !scale.over)) return state;
  const [limit] = inForce(obligation, book.first(open.beyond), book.last(open.beyond)).limits;
  const lastDay = scale.over
    ? ((limit && scale.over.lastDay(open.beyond, scale.range(limit))) ?? null)
    : open.lastBeyond;
  if (lastDay === null || day <= lastDay) return state;
  const spell: Spell = { ...open, ended: "over", lastDay };
  return { ...state, open: null, closed: cons(spell, state.closed), cured: state.cured || open.verified >= 0 };
}

/** What was short in a window is beyond the limit once the window has closed, and from that day on. */
function windowClosed(measure: Measure, before: LimitState, day: number): LimitState {
  const { book, obligation, scale } = measure;
  const { awaited } = before;
  const rows = awaited === null ? [] : [awaited.proof, awaited.claim].filter((row) => row >= 0);
  const [one] = rows;
  const close = one === undefined ? null : (scale.over?.closes(one) ?? null);
  if (awaited === null || one === undefined || close === null || day <= close) return before;
  const state = { ...livingOn(before, close + 1), awaited: null };
  const [limit] = inForce(obligation, close, close).limits;
  if (!limit) return state;
  const { proof } = awaited;
  const last = { ...state, lastProof: proof >= 0 ? proof : state.lastProof };
  if (isResting(last)) return { ...last, notes: restNoted(last.life, last.notes, rows) };
  if (last.waived !== null && close < last.waived) return last;
  const seen: Seen = {
    limit,
    figures: [],
    proofs: rows.filter((row) => row === proof),
    others: rows.filter((row) => row !== proof),
    sideOf: () => "beyond",
    excess: (row) => excessOf(scale, row, limit),
  };
  const disputed = last.rest?.disputed ?? -1;
  const since = close + 1;
  const open = last.open
    ? longer(book, last.open, seen)
    : { ...newSpell(book, seen, { verified: -1, disputed }), since, rows: rows.length };
  const proves = proof >= 0 && open.verified < 0;
  return {
    ...last,
    recent: [],
    open: {
      ...open,
      lastBeyond: close,
      beyond: worstOf(seen),
      ...(proves && { verified: proof, verifiedSince: since }),
    },
  };
}

export const excessOf = (scale: LimitScale, row: number, { atMost, atLeast }: Limit): number =>
  Math.max(
    atMost ? scale.figure(row) - scale.edge(atMost).high : Number.NEGATIVE_INFINITY,
    atLeast ? scale.edge(atLeast).low - scale.figure(row) : Number.NEGATIVE_INFINITY,
  );

/** Whether nothing new breaks it: it does not bind now, and that is not disputed. */
export const isResting = ({ life, rest }: Living): boolean => life !== "InEffect" && (rest?.disputed ?? -1) < 0;

export const restNoted = (life: Living["life"], notes: Notes, rows: readonly number[]): Notes =>
  life === "Suspension"
    ? withNote(notes, { kind: "suspended", text: "beyond the limit while the obligation was suspended", rows })
    : notes;

/** So many figures a projection stands on. */
const RECENT = 4;

/** The latest exact proofs, with those of one more day. */
export function newer(book: Book, recent: readonly number[], proofs: readonly number[]): readonly number[] {
  const exact = proofs.filter((row) => ["", "~"].includes(COMPARATORS[book.comparator(row)] ?? ""));
  return exact.length > 0 ? [...recent, exact.at(-1) ?? 0].slice(-RECENT) : recent;
}
