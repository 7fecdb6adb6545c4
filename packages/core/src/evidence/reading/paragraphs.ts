// Where paragraphs end. In most texts every line is one; a text wrapped by hand has them between blank lines.
import { type Span, trimmed } from "./span.js";

/** Longer lines are not wrapped by hand. */
const WRAPPED_AT = 100;

/** The paragraphs of a text, in order, without the white space around them. */
export function paragraphsOf(text: string): Span[] {
  const between = isWrapped(text) ? /\r?\n[ \t\u00a0]*\r?\n\s*/g : /[\r\n\u2028\u2029]\s*/g;
  const found: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(between)) {
    found.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  found.push({ start, end: text.length });
  return joinedItems(text, found)
    .map((span) => trimmed(text, span))
    .filter(({ start, end }) => end > start);
}

const ITEM = /^[ \t]*(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+(?=\S)/;

/** A line that is set in to where the words of the point above it begin goes on with it. */
function joinedItems(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  let column = 0;
  for (const span of spans) {
    const from = text.lastIndexOf("\n", span.start - 1) + 1;
    const line = text.slice(from, Math.min(span.end, from + 200));
    const item = ITEM.exec(line)?.[0].length ?? 0;
    const last = joined.at(-1);
    const setIn = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const isNext = last !== undefined && !/\n[ \t\r]*\n/.test(text.slice(last.end, span.start));
    if (last && column > 1 && item === 0 && isNext && setIn >= 2 && Math.abs(setIn - column) <= 1)
      joined[joined.length - 1] = { start: last.start, end: span.end };
    else {
      column = item;
      joined.push(span);
    }
  }
  return joined;
}

const LONGEST = 6000;

/**
 * A stretch in pieces of a bounded length, for libraries whose time grows faster than that: cut after the last sentence
 * that fits, else at the last white space, else where it must be.
 */
export function inPieces(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const window = text.slice(from, from + LONGEST);
    const stop = Math.max(window.lastIndexOf(". "), window.lastIndexOf("” "), window.lastIndexOf('" '));
    const gap = window.lastIndexOf(" ");
    const length = stop > LONGEST / 2 ? stop + 1 : gap > LONGEST / 2 ? gap : LONGEST;
    // Never between the halves of one character.
    const whole = /[\ud800-\udbff]/.test(text.charAt(from + length - 1)) ? length - 1 : length;
    pieces.push(trimmed(text, { start: from, end: from + whole }));
    from += whole;
  }
  pieces.push(trimmed(text, { start: from, end }));
  return pieces.filter((piece) => piece.end > piece.start);
}

/** Whether lines were broken to fit a width: most that are followed by another stop short of a sentence's end. */
function isWrapped(text: string): boolean {
  const lines = text.slice(0, 100_000).split(/\r?\n/);
  let followed = 0;
  let broken = 0;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (line.trim() === "" || next === undefined || next.trim() === "") continue;
    followed++;
    if (line.length <= WRAPPED_AT && line.length >= 40 && !/[.!?:”"’']\s*$/.test(line)) broken++;
  }
  return followed >= 2 && broken >= followed * 0.6;
}
