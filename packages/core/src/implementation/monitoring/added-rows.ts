// The choice of the day from which to judge rows of observations that a user proposes to add.
import type { Day } from "../../case/index.js";
import { dayText } from "./book.js";
import type { Rows } from "./read-rows.js";

/**
 * The day from which rows that may be added are looked at: the view's own, or the last that they speak of where that is
 * later, so that none of them is left out of what they would change.
 */
export function dayWithRows(own: Day | null, { book }: Pick<Rows, "book">): Day | null {
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < book.size(); at++) last = Math.max(last, book.last(at));
  const spoken = Number.isFinite(last) ? dayText(last) : null;
  return own === null || (spoken !== null && spoken > own) ? spoken : own;
}
