// A document with its statements marked: words in quotation marks as a field, what is reported as a dotted line, in the
// colour of the party that speaks.
import { partyClass, useWords } from "@parley/charts";
import { memo, type ReactNode, useMemo } from "react";
import { linesWith, piecesOf } from "../marked-lines.js";
import type { TextMark } from "./found-marks.js";

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Whose marks stand out. */
  readonly chosen: string | null;
  readonly onMark: (id: string) => void;
}

export const MarkedText = memo(function MarkedText({ text, marks, chosen, onMark }: MarkedTextProps): ReactNode {
  const words = useWords().statements.document;
  const paragraphs = useMemo(() => linesWith(text, marks), [text, marks]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
    <section className="document" tabIndex={0} aria-label={words.label}>
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
