// The figures reported on an obligation, reduced to few enough points for a picture while keeping the extremes of each
// stretch.
import { dayText, QUALIFIERS, type Qualifier } from "./book.js";
import type { Judging } from "./judging.js";
import type { SeriesPoint } from "./types.js";

const MOST_POINTS = 300;

/** The figures of an obligation for a picture: of each stretch the least and the most. */
export function seriesOf({ book, scale, ledger }: Judging): SeriesPoint[] {
  if (!scale) return [];
  const rows = ledger.rows();
  const point = (row: number): SeriesPoint => ({
    day: dayText(book.last(row)),
    asOf: book.row(row).asOf,
    value: scale.figure(row),
    qualifier: QUALIFIERS[book.qualifier(row)] as Qualifier,
    comparator: book.row(row).comparator,
    line: book.row(row).line,
  });
  const figures: number[] = [];
  const stretch = Math.max(1, Math.ceil((2 * rows.length) / MOST_POINTS));
  for (let from = 0; from < rows.length; from += stretch) {
    let [least, most] = [-1, -1];
    for (let i = from; i < Math.min(rows.length, from + stretch); i++) {
      const row = rows[i] ?? 0;
      if (Number.isNaN(scale.figure(row)) || book.qualifier(row) >= QUALIFIERS.indexOf("activated")) continue;
      if (least < 0 || scale.figure(row) < scale.figure(least)) least = row;
      if (most < 0 || scale.figure(row) > scale.figure(most)) most = row;
    }
    const both = [...new Set([least, most])].filter((row) => row >= 0);
    figures.push(...both.sort((a, b) => book.last(a) - book.last(b) || a - b));
  }
  return figures.map(point);
}
