// A text in lines, each with what is marked in it.
import type { Span } from "@parley/core/internal";

export interface MarkedLine<M extends Span> extends Span {
  readonly marks: readonly M[];
}

/** The lines that hold more than white space, in order. Marks may go over lines, and beyond the text. */
export function linesWith<M extends Span>(text: string, marks: readonly M[]): MarkedLine<M>[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: MarkedLine<M>[] = [];
  let open: readonly M[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const own = open.filter((mark) => mark.end > start);
    for (let mark = sorted[next]; mark && mark.start < end; mark = sorted[next]) {
      own.push(mark);
      next++;
    }
    open = own;
    if (text.slice(start, end).trim() !== "") found.push({ start, end, marks: own });
    start = end + 1;
  }
  return found;
}

export interface Piece<M extends Span> extends Span {
  readonly mark: M | null;
}

/** A line cut where marks begin and end; of marks within marks the innermost shows. */
export function piecesOf<M extends Span>({ start, end, marks }: MarkedLine<M>): Piece<M>[] {
  const ends = marks.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)]);
  const cuts = [...new Set([start, end, ...ends])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] ?? end;
    return { start: from, end: to, mark: marks.findLast((one) => one.start <= from && to <= one.end) ?? null };
  });
}
