// Times beyond a limit, as the figures of each day begin them, lengthen them and end them.
import type { Limit } from "../../case/index.js";
import type { Book } from "./book.js";
import type { SideOfLimit } from "./compare.js";

/** A time beyond the limit; rows are positions in the book, −1 where there is none. */
export interface Spell {
  readonly start: number;
  readonly verified: number;
  /** The days from which it is beyond and proved to be, where these are not those of the rows: a window closed. */
  readonly since: number | null;
  readonly verifiedSince: number | null;
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

/** Figures of one day against the limit that holds. */
export interface Seen {
  readonly limit: Limit;
  readonly figures: readonly number[];
  readonly proofs: readonly number[];
  readonly others: readonly number[];
  readonly sideOf: (row: number) => SideOfLimit;
  /** How far a row is beyond the limit. */
  readonly excess: (row: number) => number;
}

/** Of rows the furthest beyond the limit; −1 where none is. */
const furthest = ({ sideOf, excess }: Seen, rows: readonly number[]): number =>
  rows
    .filter((row) => sideOf(row) === "beyond")
    .reduce((top, row) => (top < 0 || excess(row) > excess(top) ? row : top), -1);

/** The furthest of a day: of its proofs where any is beyond. */
export function worstOf(seen: Seen): number {
  const proof = furthest(seen, seen.proofs);
  return proof >= 0 ? proof : furthest(seen, seen.others);
}

/** A spell with the figures of one more day in it. */
export function longer(book: Book, spell: Spell, seen: Seen): Spell {
  const [proof, claim] = [furthest(seen, seen.proofs), furthest(seen, seen.others)];
  const far = (row: number): number => (row < 0 ? Number.NEGATIVE_INFINITY : seen.excess(row));
  const beyond = (rows: readonly number[]) => rows.filter((row) => seen.sideOf(row) === "beyond").map(book.by);
  return {
    ...spell,
    latest: seen.figures.at(-1) ?? spell.latest,
    rows: spell.rows + seen.figures.length,
    peak: far(proof) > spell.excess ? proof : spell.peak,
    excess: Math.max(far(proof), spell.excess),
    claimed: far(claim) > spell.claimedExcess ? claim : spell.claimed,
    claimedExcess: Math.max(far(claim), spell.claimedExcess),
    doers: named(spell.doers, beyond(seen.proofs)),
    suspects: named(spell.suspects, beyond(seen.others)),
  };
}

/** A spell that the figures of a day begin. */
export function newSpell(book: Book, seen: Seen, { verified, disputed }: Pick<Spell, "verified" | "disputed">): Spell {
  const worst = worstOf(seen);
  const none: Spell = {
    start: worst,
    verified,
    since: null,
    verifiedSince: null,
    disputed,
    upheld: -1,
    peak: -1,
    excess: Number.NEGATIVE_INFINITY,
    claimed: -1,
    claimedExcess: Number.NEGATIVE_INFINITY,
    doers: [],
    suspects: [],
    latest: worst,
    end: -1,
    rows: 0,
    ended: null,
    lastBeyond: book.last(worst),
    beyond: worst,
    lastDay: null,
  };
  return longer(book, none, seen);
}

/** Parties with those that more rows name, each once. */
export const named = (parties: readonly string[], more: readonly string[]): readonly string[] =>
  more.some((one) => one !== "" && !parties.includes(one))
    ? [...new Set([...parties, ...more.filter((one) => one !== "")])]
    : parties;
