// Which limits of an obligation hold on which days.
import { type Day, type Limit, limitsOf, type Obligation, windowOf } from "../../case/index.js";
import { dayNumber } from "./book.js";

/** The later of two days, as far as there are any. */
const later = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a);

/** The first day of an obligation: its own, or that of the first window of those that follow on each other; null: since ever. */
const beginning = (obligation: Obligation): Day | null =>
  later(obligation.from, windowOf(obligation)?.starting ?? null);

/** The first day on which a limit binds, its first unless another is given; null: since ever. */
export const bindsFrom = (obligation: Obligation, limit: Limit | undefined = limitsOf(obligation)[0]): Day | null =>
  later(beginning(obligation), limit?.from ?? null);

/** The limits that hold on some day of a span, and whether all of the span is in force. */
export function inForce(
  obligation: Obligation,
  first: number,
  last: number,
): { readonly limits: readonly Limit[]; readonly whole: boolean } {
  const limits = limitsOf(obligation);
  const from = beginning(obligation);
  const begins = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const ends = obligation.until === null ? Number.POSITIVE_INFINITY : dayNumber(obligation.until);
  const starts = limits.map(({ from }) => (from === null ? Number.NEGATIVE_INFINITY : dayNumber(from)));
  const held = limits.filter((_, i) => {
    const from = Math.max(starts[i] ?? begins, begins);
    const until = Math.min((starts[i + 1] ?? Number.POSITIVE_INFINITY) - 1, ends);
    return from <= last && first <= until;
  });
  const whole = first >= Math.max(begins, starts[0] ?? begins) && last <= ends;
  return { limits: held, whole };
}
