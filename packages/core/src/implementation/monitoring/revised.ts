// A source that corrects itself is taken at its latest word, on the same day and about the same party.
import { PROOFS } from "../../case/index.js";
import type { Book } from "./book.js";

/** Rows of one day, parted into those that stand and those that their own source corrected later, by a figure at least as good. */
export function revised(
  book: Book,
  rows: readonly number[],
): { readonly figures: readonly number[]; readonly gone: readonly number[] } {
  if (rows.length === 1) return { figures: rows, gone: [] };
  const keyOf = (row: number, kind: number) => `${book.source(row)} ${kind} ${book.by(row)}`;
  // Of each source, about each party, for each kind of figure, the row reported last of that kind or a better one.
  const latest = new Map<string, number>();
  for (const row of rows) {
    if (book.source(row) === 0) continue;
    for (let kind = book.qualifier(row); kind < PROOFS.length; kind++) {
      const other = latest.get(keyOf(row, kind));
      if (other === undefined || book.reported(row) > book.reported(other)) latest.set(keyOf(row, kind), row);
    }
  }
  const isGone = (row: number): boolean => {
    const newest = latest.get(keyOf(row, book.qualifier(row)));
    return newest !== undefined && book.reported(newest) > book.reported(row);
  };
  const gone = rows.filter(isGone);
  return gone.length === 0 ? { figures: rows, gone } : { figures: rows.filter((row) => !isGone(row)), gone };
}
