// Whose interests are shown, and how well they are known.
import type { BargainingMap, Interests } from "@parley/core/internal";

/** The interests that an address asks for; the first where it names no party. */
export function interestsShown<I extends Pick<Interests, "party" | "holder">>(
  all: readonly I[],
  party: string | null,
  holder: string | null,
): I | null {
  if (party === null) return all[0] ?? null;
  return all.find((one) => one.party === party && one.holder === (holder ?? one.holder)) ?? null;
}

/** What is on record, and not made on the page. */
const ON_RECORD: readonly BargainingMap["points"][number]["kind"][] = ["offer", "today", "no deal"];

/** Mean width of the bands of what is on record, in points of a party; null where it values none of it. */
export function widthOf({ points }: Pick<BargainingMap, "points">, party: string): number | null {
  const widths = points
    .filter(({ kind }) => ON_RECORD.includes(kind))
    .flatMap(({ values }) => (values[party] ? [values[party].high - values[party].low] : []));
  return widths.length === 0 ? null : widths.reduce((sum, width) => sum + width, 0) / widths.length;
}
