// Which rows each obligation is held to, and why a row is held against none.

import {
  type Baseline,
  baselinesOf,
  type Case,
  givenFor,
  type Obligation,
  PROOFS,
  triggerOf,
} from "../../case/index.js";
import { partyName } from "../../wording/index.js";
import { type Book, dayNumber, QUALIFIERS } from "./book.js";
import type { Finding } from "./types.js";

type Takes = (row: number) => boolean;

export const isExtension = (book: Book, row: number): boolean => QUALIFIERS[book.qualifier(row)] === "extended";

/**
 * Whether a row is held against an obligation: who did it is one of those that owe it. What nobody is named for is held
 * against those that owe it together, and against one alone only where nobody else owes the same.
 */
export function chargedTo({ obligations }: Pick<Case, "obligations">, book: Book, obligation: Obligation): Takes {
  const { by, norm, id } = obligation;
  const shared =
    givenFor(obligation).byName &&
    by.length === 1 &&
    obligations.some(
      (other) => other.norm.form === norm.form && other.norm.metric === norm.metric && other.by.join() !== by.join(),
    );
  return (row) => {
    // How long it lasts was settled before.
    if (isExtension(book, row)) return false;
    if (book.name(row) === id && norm.metric !== id) return true;
    return isOf(book, row, by) && (book.by(row) !== "" || !shared || !(book.value(row) > 0));
  };
}

/** Whether a row is about some parties: it names one of them, or nobody. */
const isOf = (book: Book, row: number, by: readonly string[]): boolean =>
  book.by(row) === "" || by.includes(book.by(row));

/** Figures that a baseline of an obligation is the mean of. */
export const isWithin =
  (book: Book, { from, until }: Baseline, { proof, by }: Obligation): Takes =>
  (row) =>
    book.qualifier(row) <= PROOFS.indexOf(proof) &&
    isOf(book, row, by) &&
    book.first(row) >= dayNumber(from) &&
    book.last(row) <= dayNumber(until);

/** Whether a row says that something happened: a figure above 0 that is reported or better, or a fulfilment. */
export const happens =
  (book: Book): Takes =>
  (row) =>
    book.qualifier(row) < PROOFS.length
      ? book.value(row) > 0 && book.qualifier(row) <= PROOFS.indexOf("reported")
      : QUALIFIERS[book.qualifier(row)] === "fulfilled";

/** Why a row is kept and not judged. */
export interface Untaken {
  readonly kind: Finding["kind"];
  readonly text: string;
}

/** By the names that something of the agreement reads: why a row is held against nothing; null where it is held against something. */
export function chargesOf(negotiation: Case, book: Book): ReadonlyMap<string, (row: number) => Untaken | null> {
  const { obligations, powers, metrics, parties } = negotiation;
  const takers = new Map<string, Takes[]>();
  const owned = new Set<string>();
  const take = (name: string, takes: Takes) => {
    const there = takers.get(name);
    if (there) there.push(takes);
    else takers.set(name, [takes]);
  };
  for (const obligation of obligations) {
    const { id, norm } = obligation;
    const charged = chargedTo(negotiation, book, obligation);
    for (const name of new Set([id, norm.metric ?? id])) {
      owned.add(name);
      take(name, charged);
    }
    take(id, (row) => isExtension(book, row));
    for (const baseline of baselinesOf(obligation)) take(baseline.of, isWithin(book, baseline, obligation));
    const on = triggerOf(obligation);
    if (on) take(on.after, happens(book));
  }
  for (const { id } of powers) take(id, () => true);
  const named = new Set(metrics.map(({ id }) => id));
  const why = (row: number): Untaken => {
    if (!owned.has(book.name(row))) return ELSEWHERE;
    if (isExtension(book, row) && named.has(book.name(row))) return EXTENDED;
    return book.by(row) === "" ? NAMELESS : anothers(partyName({ parties }, book.by(row)));
  };
  return new Map(
    [...takers].map(([name, all]) => [name, (row: number) => (all.some((takes) => takes(row)) ? null : why(row))]),
  );
}

const NAMELESS: Untaken = {
  kind: "unattributed",
  text: "names nobody who did it, and several parties are forbidden it: held against none. Name the party in the column by, or let one obligation be owed by all of them",
};

const EXTENDED: Untaken = {
  kind: "not-counted",
  text: "extends nothing: it names a metric. Write the id of the obligation that lasts longer in the column metric",
};

const ELSEWHERE: Untaken = {
  kind: "not-counted",
  text: "is read for a baseline or a deadline only, and counts for none: it is of another time, of another party, proves too little or says that nothing happened",
};

const anothers = (party: string): Untaken => ({
  kind: "not-counted",
  text: `names ${party} as who did it, and ${party} owes nothing that it is about: kept and not judged. Mend the column by, or let an obligation be owed by ${party}`,
});
