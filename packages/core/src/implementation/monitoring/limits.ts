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
import { type Grown, grown, type Reader } from "./watch.js";

/** A time beyond the limit; rows are positions in the book, −1 where there is none. */
export interface Spell {
  readonly start: number;
  readonly verified: number;
  readonly disputed: number;
  readonly upheld: number;
  /** The furthest beyond the limit, of proofs where there are any, and how far. */
  readonly peak: number;
  readonly excess: number;
  /** The furthest of what proves nothing, and how far. */
  readonly claimed: number;
  readonly claimedExcess: number;
  /** Parties that are proved to have been beyond it, and those that are said to have been. */
  readonly doers: readonly string[];
  readonly suspects: readonly string[];
  readonly latest: number;
  readonly end: number;
  readonly rows: number;
  /** How it ended; null while open. */
  readonly ended: "cured" | "cleared" | "past" | "waived" | "dismissed" | "lapsed" | "over" | null;
  /** The last day of the latest row beyond the limit, and that row. */
  readonly lastBeyond: number;
  readonly beyond: number;
  /** The last day of it, where it was over without a row. */
  readonly lastDay: number | null;
}

export interface LimitState extends Living {
  /** The row with which the obligation was over; −1 while it is not. */
  readonly ended: number;
  readonly open: Spell | null;
  readonly closed: Grown<Spell> | null;
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

/** The state as of a day: what is over by itself has ended. */
export function eased({ book, obligation, scale, occasions }: Measure, state: LimitState, day: number): LimitState {
  const { open } = state;
  if (!open || (!occasions && !scale.over)) return state;
  const [limit] = inForce(obligation, book.first(open.beyond), book.last(open.beyond)).limits;
  const lastDay = occasions
    ? open.lastBeyond
    : ((limit && scale.over?.lastDay(open.beyond, (figure) => scale.isBeyond(figure, limit))) ?? null);
  if (lastDay === null || day <= lastDay) return state;
  const spell: Spell = { ...open, ended: "over", lastDay };
  return { ...state, open: null, closed: grown(spell, state.closed), cured: state.cured || open.verified >= 0 };
}

/** Parties with those that more rows name, each once. */
const named = (parties: readonly string[], more: readonly string[]): readonly string[] =>
  more.some((one) => one !== "" && !parties.includes(one))
    ? [...new Set([...parties, ...more.filter((one) => one !== "")])]
    : parties;

/** Reads the rows of one day: first the figures, then what happened. */
export function limitReader(setting: Setting): Reader<LimitState> {
  const { book, obligation, scale, reach } = setting;
  const begins = bindsFrom(obligation);
  const isEarly = (row: number): boolean => begins !== null && book.last(row) < dayNumber(begins);
  const proofRank = PROOFS.indexOf(obligation.proof);
  const excess = (row: number, { atMost, atLeast }: Limit): number =>
    Math.max(
      atMost ? scale.figure(row) - scale.edge(atMost).high : Number.NEGATIVE_INFINITY,
      atLeast ? scale.edge(atLeast).low - scale.figure(row) : Number.NEGATIVE_INFINITY,
    );

  const step = (before: LimitState, rows: ArrayLike<number>, from: number, to: number): LimitState => {
    const day = book.first(rows[from] ?? 0);
    const state = eased(setting, livingOn(before, day), day);
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

  const judged = (state: LimitState, written: readonly number[]): LimitState => {
    const [one = 0] = written;
    const { limits, whole } = inForce(obligation, book.first(one), book.last(one));
    const { figures, gone } = revised(book, written);
    let notes = state.notes;
    if (gone.length > 0)
      notes = noted(notes, {
        kind: "revised",
        text: "was corrected later by its own source, and is not used",
        rows: gone,
      });
    const [limit] = limits;
    const latest = figures.at(-1) ?? state.last;
    if (!limit) {
      const ever =
        !isOfBaseline(obligation, book, one) &&
        limitsOf(obligation).some((any) => figures.some((row) => scale.side(row, any) === "beyond"));
      if (ever)
        notes = noted(notes, {
          kind: "not-in-force",
          text: "beyond the limit while it was not in force: no breach",
          rows: figures,
        });
      const early = isEarly(one) ? figures.filter((row) => book.qualifier(row) <= proofRank) : [];
      return {
        ...state,
        last: latest,
        notes,
        // What was proved before there was a limit is what it is when the limit begins.
        lastProof: early.at(-1) ?? state.lastProof,
        recent: newer(state.recent, early),
      };
    }
    const sides = figures.map((row): Side => {
      const each = limits.map((any) => scale.side(row, any));
      const alike = each.every((side) => side === each[0]) ? (each[0] ?? "unclear") : "unclear";
      return alike === "beyond" && !whole ? "unclear" : alike;
    });
    const proofs = figures.filter((row) => book.qualifier(row) <= proofRank);
    const proven = new Set(proofs);
    const others = figures.filter((row) => !proven.has(row));
    const sideByRow = new Map(figures.map((row, i) => [row, sides[i] ?? "unclear"] as const));
    const sideOf = (row: number): Side => sideByRow.get(row) ?? "unclear";
    const [proved, claimed] = [proofs, others].map((set) => verdict(book, set, sideOf));
    notes = compared({ book, scale, notes, figures, sideOf, proofs, whole, limits });
    const furthest = (rows: readonly number[]): number =>
      rows
        .filter((row) => sideOf(row) === "beyond")
        .reduce((top, row) => (top < 0 || excess(row, limit) > excess(top, limit) ? row : top), -1);
    const [worstProof, worstClaim] = [furthest(proofs), furthest(others)];
    const worst = worstProof >= 0 ? worstProof : worstClaim;
    const open = state.open && further({ ...state.open, latest, rows: state.open.rows + figures.length });
    function further(spell: Spell): Spell {
      const [proved, claimed] = [worstProof, worstClaim].map((row) =>
        row < 0 ? Number.NEGATIVE_INFINITY : excess(row, limit as Limit),
      ) as [number, number];
      const beyond = (rows: readonly number[]) => rows.filter((row) => sideOf(row) === "beyond").map(book.by);
      return {
        ...spell,
        ...(proved > spell.excess && { peak: worstProof, excess: proved }),
        ...(claimed > spell.claimedExcess && { claimed: worstClaim, claimedExcess: claimed }),
        doers: named(spell.doers, beyond(proofs)),
        suspects: named(spell.suspects, beyond(others)),
      };
    }
    const begun = (verified: number): Spell =>
      further({
        start: worst,
        verified,
        // Beyond it while its suspension is disputed: whether that is a breach is disputed with it.
        disputed: state.rest?.disputed ?? -1,
        upheld: -1,
        peak: -1,
        excess: Number.NEGATIVE_INFINITY,
        claimed: -1,
        claimedExcess: Number.NEGATIVE_INFINITY,
        doers: [],
        suspects: [],
        latest,
        end: -1,
        rows: figures.length,
        ended: null,
        lastBeyond: book.last(worst),
        beyond: worst,
        lastDay: null,
      });
    // What is neither within nor beyond proves nothing.
    const proof =
      (proved === "unclear" ? undefined : proofs.findLast((row) => sideOf(row) !== "unclear")) ?? state.lastProof;
    const resting = state.life !== "InEffect" && (state.rest?.disputed ?? -1) < 0;
    if (worst >= 0 && resting && state.life === "Suspension")
      notes = noted(notes, {
        kind: "suspended",
        text: "beyond the limit while the obligation was suspended",
        rows: figures,
      });
    const base = { ...state, notes, last: latest, lastProof: proof };
    const waived = state.waived !== null && book.first(one) <= state.waived;
    const longer =
      open && worst >= 0 && book.last(worst) >= open.lastBeyond
        ? { ...open, lastBeyond: book.last(worst), beyond: worst }
        : open;
    if (proved === "within") {
      // What is of a month in which the limit was also passed does not show that it was kept after.
      const curing = open
        ? (proofs.findLast((row) => sideOf(row) === "within" && book.first(row) > open.lastBeyond) ?? -1)
        : proof;
      if (open && curing < 0 && book.first(one) < open.lastBeyond)
        return {
          ...base,
          open,
          notes: noted(notes, {
            kind: "unclear",
            text: "is within the limit over a time in which it was also beyond: that it was kept after cannot be said",
            rows: figures,
          }),
        };
      const end = curing < 0 ? proof : curing;
      const cleared = open !== null && book.first(end) <= open.lastBeyond + CLEARS;
      const ended = open && open.verified < 0 ? (cleared ? "cleared" : "past") : "cured";
      return {
        ...base,
        open: null,
        closed: open ? grown<Spell>({ ...open, end, ended }, state.closed) : state.closed,
        waived: state.waived === FOR_EVER ? null : state.waived,
        cured: state.cured || (open?.verified ?? -1) >= 0,
        recent: newer(state.recent, proofs),
      };
    }
    if (proved === "beyond") {
      if (waived || (resting && !open)) return { ...base, open: longer, recent: [] };
      const first = proofs.find((row) => sideOf(row) === "beyond") ?? worst;
      return {
        ...base,
        recent: [],
        open: longer ? { ...longer, verified: longer.verified >= 0 ? longer.verified : first } : begun(first),
      };
    }
    // Figures on both sides, or beyond by one that proves nothing: said, and no more.
    const alleged = worst >= 0 && (proved === "mixed" || claimed === "beyond" || claimed === "mixed");
    return { ...base, open: longer ?? (alleged && !waived && !resting ? begun(-1) : null) };
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
