// Finds the columns on the pages of a PDF, so that its lines can be read in the right order.
import { lineOf, mainSize, type PdfItem, type PdfLine, type PdfRow, rowsOf } from "./pdf-line.js";

const FEWEST_ROWS = 6;
/** A column is so many times the size of the type wide at least: narrower ones are of tables. */
const NARROWEST = 10;
/** Text covers so much of its column's area, lines a little apart; cells of a table do not. */
const FULL = 0.4;
const LINE_HEIGHT = 1.3;
/** Of the lines, so many may cross the gap between columns (titles, wide tables); a gap that fewer cross is better. */
const CROSSING = 0.15;
const CROSSINGS = [0, 0.02, 0.05, 0.1, CROSSING];
const DEEPEST = 2;

/**
 * The lines of every page in reading order, one array for each stretch of a column. Where the columns of two pages or more
 * begin, those of a page with too few lines to tell begin too.
 */
export function columnsOf(pages: readonly (readonly PdfItem[])[]): (readonly PdfLine[])[] {
  const found: number[] = [];
  for (const items of pages) columnsOfPage(items, (gutter) => found.push(gutter));
  const known = [...new Set(found)].filter((one) => found.filter((other) => Math.abs(one - other) <= 2).length > 1);
  return pages.flatMap((items) => columnsOfPage(items, () => {}, known));
}

function columnsOfPage(
  items: readonly PdfItem[],
  onGutter: (gutter: number) => void,
  known: readonly number[] = [],
  depth = 0,
): (readonly PdfLine[])[] {
  const rows = rowsOf(items);
  const gutter = depth < DEEPEST ? (gutterOf(rows) ?? known.find((one) => isClear(rows, one)) ?? null) : null;
  if (gutter === null) return rows.length > 0 ? [rows.map(lineOf)] : [];
  onGutter(gutter);
  const stretches: { crossing: boolean; items: PdfItem[] }[] = [];
  for (const row of rows) {
    const crossing = crosses(row, gutter);
    const last = stretches.at(-1);
    if (last?.crossing === crossing) last.items.push(...row.items);
    else stretches.push({ crossing, items: [...row.items] });
  }
  return stretches.flatMap((stretch) =>
    stretch.crossing
      ? [rowsOf(stretch.items).map(lineOf)]
      : [true, false].flatMap((left) =>
          columnsOfPage(
            stretch.items.filter(({ x }) => x < gutter === left),
            onGutter,
            known,
            depth + 1,
          ),
        ),
  );
}

const crosses = ({ items }: PdfRow, gutter: number): boolean =>
  items.some(({ x, width }) => x < gutter - 1 && x + width > gutter + 1);

/** Whether a gap known from other pages is one here: something on both sides, next to nothing across. */
function isClear(rows: readonly PdfRow[], gutter: number): boolean {
  const sides = rows.filter((row) => !crosses(row, gutter)).flatMap(({ items }) => items);
  const ofRight = sides.filter(({ x }) => x >= gutter);
  return (
    ofRight.length > 0 &&
    ofRight.length < sides.length &&
    // A column's lines begin where it does; a ragged line that happens to leave the gap free does not.
    ofRight.some(({ x }) => x - gutter < 4) &&
    rows.filter((row) => crosses(row, gutter)).length <= 2 * CROSSING * rows.length
  );
}

/**
 * Where a second column begins, less a little; null for one column. Counts, point by point across the page, the lines that
 * have something there: a gap between columns is a strip of the middle that few cross, with full lines on both sides.
 */
function gutterOf(rows: readonly PdfRow[]): number | null {
  const items = rows.flatMap((row) => row.items).filter(({ text }) => text.trim() !== "");
  const size = mainSize(items);
  const left = Math.floor(Math.min(...items.map(({ x }) => x)));
  const width = Math.ceil(Math.max(...items.map((item) => item.x + item.width))) - left;
  if (rows.length < FEWEST_ROWS || width < 2 * NARROWEST * size || width > 20_000) return null;
  const cover = new Uint32Array(width + 1);
  for (const item of items)
    for (let at = Math.floor(item.x) - left; at < item.x + item.width - left; at++)
      if (at >= 0) cover[at] = (cover[at] ?? 0) + 1;
  const ends = CROSSINGS.map((share) => widestStrip(cover, share * rows.length, 0.8 * size));
  const end = ends.find((one) => one !== null);
  if (end === undefined || end === null) return null;
  const gutter = left + end - 1;
  const sides = rows.filter((row) => !crosses(row, gutter)).flatMap((row) => row.items);
  const isFull = [true, false].every((isLeft) =>
    isFilled(
      sides.filter(({ x }) => x < gutter === isLeft),
      size,
      isLeft ? end : width - end,
    ),
  );
  return isFull ? gutter : null;
}

/** The end of the widest run of the middle half where no more than `few` lines are; null if it is narrower than `least`. */
function widestStrip(cover: Uint32Array, few: number, least: number): number | null {
  let [best, end, run] = [0, 0, 0];
  for (let at = Math.floor(cover.length / 4); at < (3 * cover.length) / 4; at++) {
    run = (cover[at] ?? 0) <= few ? run + 1 : 0;
    if (run > best) [best, end] = [run, at + 1];
  }
  return best >= least ? end : null;
}

function isFilled(items: readonly PdfItem[], size: number, width: number): boolean {
  const rows = rowsOf(items);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < FEWEST_ROWS || width < NARROWEST * size) return false;
  const lines = (last.y - first.y) / (LINE_HEIGHT * size) + 1;
  const covered = items.reduce((sum, item) => sum + item.width, 0);
  return covered >= FULL * lines * width;
}
