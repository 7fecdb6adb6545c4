/** A run of text on a page, in points: x from the left, y of the baseline from the top. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of the type. */
  readonly height: number;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfRow {
  readonly items: readonly PdfItem[];
  readonly y: number;
}

/** Baselines nearer than this share of the size are one line: a raised note mark is a third up, the next line a whole one. */
const SAME_LINE = 0.45;
/** Wider than this share of the size is a space, where the file has none. */
const SPACE = 0.15;

/** Items by line, from the top; each line's from the left. */
export function rowsOf(items: readonly PdfItem[]): PdfRow[] {
  const rows: { items: PdfItem[]; y: number; size: number }[] = [];
  for (const item of [...items].sort((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (!last || item.y - last.y > SAME_LINE * Math.max(last.size, item.height))
      rows.push({ items: [item], y: item.y, size: item.height });
    else {
      last.items.push(item);
      if (item.height > last.size) Object.assign(last, { y: item.y, size: item.height });
    }
  }
  return rows.map(({ items, y }) => ({ y, items: items.sort((a, b) => a.x - b.x) }));
}

export function lineOf({ items, y }: PdfRow): PdfLine {
  let text = "";
  let right = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const apart = item.x - right > SPACE * item.height && right > Number.NEGATIVE_INFINITY;
    text += apart && !/\s$/.test(text) && !/^\s/.test(item.text) ? ` ${item.text}` : item.text;
    right = Math.max(right, item.x + item.width);
  }
  return { text: text.replace(/ {2,}/g, " ").trim(), x: items[0]?.x ?? 0, right, y, size: mainSize(items) };
}

/** The size that most letters have, so that a raised note mark or a large initial does not count. */
export function mainSize(items: readonly { readonly text: string; readonly height: number }[]): number {
  const letters = new Map<number, number>();
  for (const { text, height } of items) {
    const size = Math.round(height * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + text.length);
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}
