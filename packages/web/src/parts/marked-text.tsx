// A document with its statements marked: words in quotation marks as a field, what is reported as a dotted line, in the
// colour of the party that speaks.
import { partyClass } from "@parley/charts";
import type { Span } from "@parley/core";
import { memo, type ReactNode, useMemo } from "react";

/** A stretch that is marked, and what it belongs to. */
export interface TextMark extends Span {
  readonly id: string;
  /** The place of the party among the case's; -1 for none. */
  readonly party: number;
  readonly kind: "quoted" | "reported" | "term";
  readonly label: string;
}

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Whose marks stand out. */
  readonly chosen: string | null;
  readonly onMark: (id: string) => void;
}

export const MarkedText = memo(function MarkedText({ text, marks, chosen, onMark }: MarkedTextProps): ReactNode {
  const paragraphs = useMemo(() => paragraphsWith(text, marks), [text, marks]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
    <section className="document" tabIndex={0} aria-label="The document">
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {piecesOf(paragraph).map((piece) =>
            piece.mark ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: by keys, the same statement is in the list beside
              <mark
                key={piece.start}
                data-statement={piece.mark.id}
                className={`${piece.mark.kind} ${partyClass(piece.mark.party)}${piece.mark.id === chosen ? " chosen" : ""}`}
                title={piece.mark.label}
                onClick={() => onMark(piece.mark?.id ?? "")}
              >
                {text.slice(piece.start, piece.end)}
              </mark>
            ) : (
              <span key={piece.start}>{text.slice(piece.start, piece.end)}</span>
            ),
          )}
        </p>
      ))}
    </section>
  );
});

interface Paragraph extends Span {
  readonly marks: readonly TextMark[];
}

/** Lines with what is marked in them; empty ones are left out. */
function paragraphsWith(text: string, marks: readonly TextMark[]): Paragraph[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Paragraph[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (sorted[next] && (sorted[next]?.end ?? 0) <= start) next++;
    const own: TextMark[] = [];
    for (let at = next; at < sorted.length; at++) {
      const mark = sorted[at];
      if (!mark || mark.start >= end) break;
      if (mark.end > start) own.push(mark);
    }
    if (text.slice(start, end).trim() !== "") found.push({ start, end, marks: own });
    start = end + 1;
  }
  return found;
}

interface Piece extends Span {
  readonly mark: TextMark | null;
}

/** A paragraph cut where marks begin and end; of marks within marks the innermost shows. */
function piecesOf({ start, end, marks }: Paragraph): Piece[] {
  const cuts = [
    ...new Set([start, end, ...marks.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])]),
  ];
  cuts.sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, place) => {
    const to = cuts[place + 1] ?? end;
    const mark = marks.findLast((one) => one.start <= from && to <= one.end) ?? null;
    return { start: from, end: to, mark };
  });
}
