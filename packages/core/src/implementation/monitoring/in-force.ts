// Which limits of an obligation hold on which days.
import type { Day, Limit, Obligation } from "../../case/index.js";
import { dayNumber } from "./book.js";

export const limitsOf = ({ norm }: Obligation): readonly Limit[] =>
  norm.form === "keep" || norm.form === "prohibit" ? norm.limits : [];

/** The first day on which there is something to keep: the obligation's own, or that of its first limit; null: since ever. */
export function bindsFrom(obligation: Obligation): Day | null {
  const [first] = limitsOf(obligation);
  const days = [obligation.from, first?.from ?? null].filter((day): day is Day => day !== null);
  return days.sort().at(-1) ?? null;
}

/** The limits that hold on some day of a span, and whether all of the span is in force. */
export function inForce(
  obligation: Obligation,
  first: number,
  last: number,
): { readonly limits: readonly Limit[]; readonly whole: boolean } {
  const limits = limitsOf(obligation);
  const begins = obligation.from === null ? Number.NEGATIVE_INFINITY : dayNumber(obligation.from);
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
