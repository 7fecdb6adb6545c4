// Finds the headers, footers and page numbers that recur on a PDF's pages, and takes them out of the text.
import { lineOf, type PdfItem, rowsOf } from "./pdf-line.js";

const OUTERMOST = 3;
const NEAR_PAGES = 2;
const SAME_PLACE = 3;

interface Edge {
  readonly text: string;
  readonly y: number;
  readonly items: readonly PdfItem[];
}

export interface WithoutRunning {
  readonly pages: readonly (readonly PdfItem[])[];
  /** What was left out, each once. */
  readonly running: readonly string[];
}

/**
 * Pages without heads, feet and page numbers: lines at the edge of a page that stand, but for their numbers, at the same
 * height of a page nearby (odd and even pages may differ). Taken from the outside in, so that no line of the text is
 * reached before all beyond it are known to run.
 */
export function withoutRunning(pages: readonly (readonly PdfItem[])[]): WithoutRunning {
  const edges = pages.map((items) => edgesOf(items));
  const running = new Map<string, string>();
  const kept = pages.map((items, page) => {
    const gone = new Set<PdfItem>();
    for (const side of [0, 1] as const)
      for (const [depth, edge] of (edges[page]?.[side] ?? []).entries()) {
        if (!nearby(edges, page).some((other) => other[side].some((one) => isSame(one, edge)))) break;
        if (depth >= OUTERMOST) break;
        if (/\p{L}/u.test(edge.text)) running.set(keyOf(edge.text), edge.text);
        for (const item of edge.items) gone.add(item);
      }
    return items.filter((item) => !gone.has(item));
  });
  return { pages: kept, running: [...running.values()] };
}

type Edges = readonly [top: readonly Edge[], bottom: readonly Edge[]];

/** The outermost lines, from the edge inwards. */
function edgesOf(items: readonly PdfItem[]): Edges {
  const rows = rowsOf(items.filter(({ text }) => text.trim() !== ""));
  const edges = rows.map((row) => ({ text: lineOf(row).text, y: row.y, items: row.items }));
  return [edges.slice(0, OUTERMOST), edges.slice(-OUTERMOST).reverse()];
}

const nearby = (edges: readonly Edges[], page: number): readonly Edges[] =>
  edges.filter((_, other) => other !== page && Math.abs(other - page) <= NEAR_PAGES);

/** Numbers count as equal, but a row of several numbers and nothing else is a table's. */
function isSame(one: Edge, other: Edge): boolean {
  const [key, otherKey] = [keyOf(one.text), keyOf(other.text)];
  return key === otherKey && Math.abs(one.y - other.y) <= SAME_PLACE && !/^[\W#]*#\W+#[\W#]*#[\W#]*$/.test(key);
}

const keyOf = (text: string): string => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
