// Where figures are heading: the day on which their pace would cross a limit.
import type { Limit } from "../../case/index.js";
import { dayNumber, dayText } from "./book.js";
import type { LimitScale } from "./compare.js";
import type { Pace } from "./pace.js";

const FAR = 366 * 200;

/**
 * The first day after the last figure on which the pace is beyond the limit that holds then; null where it never is.
 * @param starts the first day of each limit, ascending
 */
export function crossing({ perDay, from }: Pace, scale: LimitScale, limits: readonly Limit[]): string | null {
  const starts = limits.map((limit) => (limit.from === null ? Number.NEGATIVE_INFINITY : dayNumber(limit.from)));
  for (const [i, { atMost, atLeast }] of limits.entries()) {
    const until = (starts[i + 1] ?? from.day + FAR) - 1;
    const begin = Math.max(from.day + 1, starts[i] ?? from.day);
    if (until < begin) continue;
    const at = (day: number) => from.value + perDay * (day - from.day);
    const beyond = (day: number) => scale.isBeyond(at(day), { from: null, atMost, atLeast });
    if (beyond(begin)) return dayText(begin);
    if (!beyond(until)) continue;
    let [low, high] = [begin, until];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (beyond(middle)) high = middle;
      else low = middle;
    }
    return dayText(high);
  }
  return null;
}
