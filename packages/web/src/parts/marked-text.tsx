// A document with its statements marked: words in quotation marks as a field, what is reported as a dotted line, in the
// colour of the party that speaks.
import { partyClass, useWords } from "@parley/charts";
import type { Span } from "@parley/core/internal";
import { memo, type ReactNode, useEffect, useMemo, useRef } from "react";
import { linesWith, piecesOf } from "../marked-lines.js";
import type { TextMark } from "./found-marks.js";

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly TextMark[];
  /** Whose marks stand out. */
  readonly chosen: string | null;
  readonly onMark: (id: string) => void;
  /** Where words of the text were chosen; null while none are. */
  readonly onSelect: (chosen: Chosen | null) => void;
  /** What is drawn over the text. */
  readonly children?: ReactNode;
}

/** Words that were chosen in the text, and where the choice ends on the screen, from the corner of the text. */
export interface Chosen extends Span {
  readonly left: number;
  readonly top: number;
}

export const MarkedText = memo(function MarkedText(props: MarkedTextProps): ReactNode {
  const { text, marks, chosen, onMark, onSelect, children } = props;
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const look = () => element.current && onSelect(chosenIn(element.current, text));
    window.document.addEventListener("selectionchange", look);
    return () => window.document.removeEventListener("selectionchange", look);
  }, [text, onSelect]);
  const words = useWords().statements.document;
  const paragraphs = useMemo(() => linesWith(text, marks), [text, marks]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
    <section ref={element} className="document" tabIndex={0} aria-label={words.label}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph.start}>
          {piecesOf(paragraph).map((piece) =>
            piece.mark ? (
              // biome-ignore lint/a11y/useKeyWithClickEvents: by keys, the same statement is in the list beside
              <mark
                key={piece.start}
                data-at={piece.start}
                data-statement={piece.mark.id}
                className={`${piece.mark.kind} ${partyClass(piece.mark.party)}${piece.mark.id === chosen ? " chosen" : ""}`}
                title={piece.mark.label}
                onClick={() => onMark(piece.mark?.id ?? "")}
              >
                {text.slice(piece.start, piece.end)}
              </mark>
            ) : (
              <span key={piece.start} data-at={piece.start}>
                {text.slice(piece.start, piece.end)}
              </span>
            ),
          )}
        </p>
      ))}
      {children}
    </section>
  );
});

/** The words that are selected in the text, without white space around them; null where none are, or some elsewhere. */
function chosenIn(element: HTMLElement, text: string): Chosen | null {
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  if (!range || !element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const [from, to] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  if (from === null || to === null || to <= from) return null;
  const words = text.slice(from, to);
  const start = wordStart(text, from + words.length - words.trimStart().length);
  const end = wordEnd(text, from + words.trimEnd().length);
  const [box, own] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
  return start < end ? { start, end, left: box.left - own.left, top: box.bottom - own.top + element.scrollTop } : null;
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** Half a word stands for the whole. */
function wordStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && isWord(text.charAt(end - 1)) && isWord(text.charAt(end))) end++;
  return end;
}

/** The offset in the text of a place in the page; null for one outside of it. */
function offsetOf(node: Node, offset: number): number | null {
  if (node instanceof HTMLElement) {
    // Between elements, as where a paragraph is chosen by three clicks: the begin of the one that follows.
    const next = node.childNodes[offset] ?? node.childNodes[offset - 1];
    const piece =
      next instanceof HTMLElement ? (next.matches("[data-at]") ? next : next.querySelector("[data-at]")) : null;
    if (piece instanceof HTMLElement) return Number(piece.dataset.at);
  }
  const piece = (node instanceof HTMLElement ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  return piece ? Number(piece.dataset.at) + (node instanceof Text ? offset : 0) : null;
}
