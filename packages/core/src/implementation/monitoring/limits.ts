// Keeping a figure within a limit, or at nothing: episodes of being beyond it, as the rows of each day show them.
import { type Limit, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, COMPARATORS, dayNumber, type EventKind, QUALIFIERS, sameDay } from "./book.js";
import type { Scale, Side } from "./compare.js";
import { isOver, type Living, livedOn, livingOn, type Reach } from "./events.js";
import { baselinesOf, bindsFrom, inForce, limitsOf } from "./in-force.js";
import { begun as beginning } from "./life.js";
import { type Notes, noted } from "./noted.js";
import { revised } from "./revised.js";
import { compared, verdict } from "./same-day.js";
import { begun, longer, named, type Seen, type Spell, worstOf } from "./spells.js";
import { type Grown, grown, type Reader } from "./watch.js";

/** The latest figures of a window that is open yet, short of what is owed by its end: the proof and the claim, −1 where none is. */
interface Awaited {
  readonly proof: number;
  readonly claim: number;
}

export interface LimitState extends Living {
  /** The row with which the obligation was over; −1 while it is not. */
  readonly ended: number;
  readonly open: Spell | null;
  readonly closed: Grown<Spell> | null;
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

/** A waiver that names no number of days holds until a proof is within the limit, or the waiver is taken back. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

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

/** What limits are judged with. */
export interface Measure {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly scale: Scale;
  /** Figures are of something that happened on its day and is over with it. */
  readonly occasions: boolean;
}

interface Setting extends Measure {
  readonly reach: Reach;
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
  return { ...state, open: null, closed: grown(spell, state.closed), cured: state.cured || open.verified >= 0 };
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
  if (isResting(last)) return { ...last, notes: restNoted(last, rows) };
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
    : { ...begun(book, seen, { verified: -1, disputed }), since, rows: rows.length };
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

const excessOf = (scale: Scale, row: number, { atMost, atLeast }: Limit): number =>
  Math.max(
    atMost ? scale.figure(row) - scale.edge(atMost).high : Number.NEGATIVE_INFINITY,
    atLeast ? scale.edge(atLeast).low - scale.figure(row) : Number.NEGATIVE_INFINITY,
  );

/** Whether nothing new breaks it: it does not bind now, and that is not disputed. */
const isResting = ({ life, rest }: Living): boolean => life !== "InEffect" && (rest?.disputed ?? -1) < 0;

const restNoted = ({ life, notes }: LimitState, rows: readonly number[]): Notes =>
  life === "Suspension"
    ? noted(notes, { kind: "suspended", text: "beyond the limit while the obligation was suspended", rows })
    : notes;

const REVISED = { kind: "revised", text: "was corrected later by its own source, and is not used" } as const;

const ALSO_BEYOND = {
  kind: "unclear",
  text: "is within the limit over a time in which it was also beyond: that it was kept after cannot be said",
} as const;

/** Reads the rows of one day: first the figures, then what happened. */
export function limitReader(setting: Setting): Reader<LimitState> {
  const { book, obligation, scale, reach } = setting;
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
    const short = all.filter((row) => shortness(row, limit) === "open");
    const figures = short.length === 0 ? all : all.filter((row) => !short.includes(row));
    const after = { ...state, last: all.at(-1) ?? state.last, awaited: awaitedAfter(state, short, figures) };
    if (figures.length === 0) return after;
    const sides = new Map(
      figures.map((row): [number, Side] => {
        const [side = "unclear", ...more] = limits.map((any) => scale.side(row, any));
        const alike = more.every((other) => other === side) ? side : "unclear";
        return [row, alike === "beyond" && (!whole || shortness(row, limit) === "cut") ? "unclear" : alike];
      }),
    );
    const seen: Seen = {
      limit,
      figures,
      proofs: figures.filter((row) => book.qualifier(row) <= proofRank),
      others: figures.filter((row) => book.qualifier(row) > proofRank),
      sideOf: (row) => sides.get(row) ?? "unclear",
      excess: (row) => excessOf(scale, row, limit),
    };
    const inside = whole && !figures.some((row) => shortness(row, limit) === "cut");
    const notes = compared({ ...seen, book, scale, notes: state.notes, whole: inside, limits });
    return against({ ...after, notes }, seen);
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
  const against = (before: LimitState, seen: Seen): LimitState => {
    const { proofs, others, figures, sideOf } = seen;
    const [proved, claimed] = [proofs, others].map((set) => verdict(book, set, sideOf));
    const worst = worstOf(seen);
    // What is neither within nor beyond proves nothing.
    const proof = proved === "unclear" ? undefined : proofs.findLast((row) => sideOf(row) !== "unclear");
    const state = {
      ...before,
      lastProof: proof ?? before.lastProof,
      notes: worst >= 0 && isResting(before) ? restNoted(before, figures) : before.notes,
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

  /** What becomes of an open episode where the life of its obligation changes. */
  const moved = (state: LimitState, { life, rest }: Living, row: number, kind: EventKind): LimitState => {
    const { open, closed } = state;
    const next = { ...state, life, rest, ended: isOver(life) ? row : state.ended };
    const closedAs = (ended: Spell["ended"]): LimitState =>
      open ? { ...next, open: null, closed: grown<Spell>({ ...open, end: row, ended }, closed) } : next;
    if (isOver(life)) return closedAs("lapsed");
    // Whether what was beyond during a disputed suspension is a breach follows from what becomes of the dispute.
    const hangs = open !== null && open.disputed >= 0 && open.disputed === state.rest?.disputed;
    if (hangs && kind === "upheld") return closedAs("dismissed");
    if (hangs && kind === "dismissed") return { ...next, open: { ...open, upheld: row } };
    return next;
  };

  const happened = (state: LimitState, row: number): LimitState => {
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const lived = livedOn({ book, obligation, reach }, row, kind, state);
    const refused = (text: string): LimitState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "resumed" && !reach.has(row) && state.life === "InEffect" && state.waived !== null)
      return { ...state, waived: null };
    if (lived?.kind === "refused") return refused(lived.why);
    if (lived) return lived.kind === "same" ? state : moved(state, lived, row, kind);
    const { open } = state;
    // What was over by itself can be disputed after it.
    const overBefore = state.closed?.head.ended === "over" ? state.closed : null;
    const about = (change: Partial<Spell> | ((spell: Spell) => Partial<Spell>)): LimitState | null => {
      const changed = (spell: Spell): Spell => ({
        ...spell,
        ...(typeof change === "function" ? change(spell) : change),
      });
      if (open) return { ...state, open: changed(open) };
      return overBefore ? { ...state, closed: grown(changed(overBefore.head), overBefore.tail) } : null;
    };
    switch (kind) {
      case "waived":
        if (book.value(row) <= 0)
          return refused("is waived for no number of days; write it as the value, or leave it out");
        return {
          ...state,
          waived: book.value(row) > 0 ? book.last(row) + book.value(row) : FOR_EVER,
          open: null,
          closed: open ? grown<Spell>({ ...open, end: row, ended: "waived" }, state.closed) : state.closed,
        };
      case "disputed":
        return about({ disputed: row, upheld: -1 }) ?? refused("is disputed, and nothing is beyond the limit");
      case "upheld":
        return (
          about((spell) => ({
            upheld: row,
            verified: spell.verified >= 0 ? spell.verified : row,
            doers: named(spell.doers, spell.suspects),
          })) ?? refused("is upheld, and nothing is beyond the limit")
        );
      case "dismissed":
        if (!open && overBefore) return about({ end: row, ended: "dismissed", lastDay: null }) ?? state;
        return open
          ? { ...state, open: null, closed: grown<Spell>({ ...open, end: row, ended: "dismissed" }, state.closed) }
          : refused("is dismissed, and nothing is beyond the limit");
      case "exerted":
        return state;
      default:
        return refused(`cannot be ${kind}: that befalls a power`);
    }
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
