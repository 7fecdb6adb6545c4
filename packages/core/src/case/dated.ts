// Lists of what holds from a day on: today's options, and what no deal would mean.
import { isDate } from "./calendar.js";
import { firstDay, isBy, type PartialDate } from "./dates.js";
import type { Path } from "./path.js";
import type { Reporter } from "./reporter.js";

/** Something that holds from a day on; null: from the beginning. */
export type Dated<T> = T & { readonly from: PartialDate | null };

/** The entries of a list, each read, earliest first; those without a day of their own, and twice the same day, are reported. */
export function readDated<W extends { readonly from?: string | number | undefined }, T>(
  report: Reporter,
  path: Path,
  written: readonly W[],
  read: (entry: W, path: Path) => T | null,
): Dated<T>[] {
  const seen = new Map<string, number>();
  const found = written.flatMap((entry, index): Dated<T>[] => {
    const here = [...path, index];
    const from = entry.from === undefined ? null : String(entry.from);
    if (from === null && index > 0)
      report.error(
        [...here, "from"],
        "does not say from which day on it holds; only the first entry may leave that out.",
      );
    else if (from !== null && isDate(from)) {
      const before = seen.get(firstDay(from));
      if (before !== undefined)
        report.error([...here, "from"], `begins on the same day as entry ${before + 1}. Keep one of them.`);
      seen.set(firstDay(from), index);
    }
    const value = read(entry, here);
    return value === null ? [] : [{ ...value, from }];
  });
  const day = ({ from }: Dated<T>) => (from === null ? "" : firstDay(from));
  return found.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}

/** The last entry that has begun by a day; none before the first. */
export const begunBefore = <T>(entries: readonly Dated<T>[], day: string): Dated<T> | undefined =>
  entries.findLast(({ from }) => from === null || isBy(from, day));

/** The entry that holds on a day: the last that has begun; before the first, the first. */
export function inForce<T>(entries: readonly Dated<T>[], day: string): Dated<T> | undefined {
  return entries.findLast(({ from }) => from === null || isBy(from, day)) ?? entries[0];
}
