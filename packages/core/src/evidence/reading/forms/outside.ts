// What stands around a text and is none of it: front matter, headlines, bylines, captions, running heads, notices.
import type { Span } from "../span.js";
import { clauseNumber } from "./formal.js";

/** What a document says of itself in its first lines. */
export interface Head {
  readonly title: string | null;
  /** Who is named as its author. */
  readonly byline: string | null;
}

const CAPTION =
  /^(?:(?:File )?(?:Photo|Image|Picture|Caption|Foto|Graphic|Video)s?\b[^.]{0,40}[:|]|FILE\s?[-–—])|\((?:AP|Reuters|AFP|EPA|Getty|File)(?: (?:Photo|Images?))?[^)]{0,40}\)\s*$|(?:AP Photo|Getty Images|via (?:AP|Reuters|Getty))[^.]{0,40}\.?$/i;
const NOTICE =
  /^(?:©|\(c\)|copyright\b|all rights reserved|advertisement$|subscribe\b|sign up\b|read more\b|read also\b|see also\b|related:|follow (?:us|@)|share this|click here|skip to|\d+ comments?$|page \d+(?: of \d+)?$|- ?\d+ ?-$|\d{1,4}$|https?:\/\/\S+$|(?:additional )?(?:reporting|writing|editing) by\b|this (?:article|story) (?:was|is|has)\b.{0,80}(?:updated|published|corrected|edited)|press contact\b|for (?:further|more) information\b|contact:|tel\.?:|e-?mail:|end(?:s|\.)?$|###$|\*{3,}$|-{3,}$|={3,}$|_{3,}$|WEBVTT\b|[–—-]+ ?ends ?[–—-]+$|end\s+\d{1,2}[:.]\d\d|the (?:meeting|committee|session|hearing|council|house|assembly|sitting|court|conference)\b.{0,40}\b(?:was called to order|rose|adjourned|was suspended|was resumed|closed|recessed|was closed|opened)\b.{0,60}$|this record contains\b|corrections should be\b|in witness whereof\b|done (?:at|in) \p{Lu}|for the (?:republic|kingdom|federation|government|company|union|employer)\b[^.]{0,60}:|(?:broadcast|recorded|published|updated|date|venue|location|present|attendees|participants|apologies|meeting|topic|tags?|file|re)\b[^.:]{0,20}:\s|note (?:to editors?|by)\b|about us:|press contact:?|the views expressed\b|please consider the environment\b|layout and printing\b|cc:|bcc:|enc(?:l|losure)?s?[.:])/iu;
const BYLINE =
  /^(?:(?:[Pp]repared |[Ww]ritten |PREPARED |WRITTEN )?(?:[Bb]y|BY)|Author):?\s+((?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?\p{Lu}[\p{L}.'’-]*(?:,?\s(?:and |de |van |von )?\p{Lu}[\p{L}.'’-]*){0,8})(?:\s\([^)]{1,60}\))?(?:[|,.–—-].{0,80})?$/u;
/** Times and numbers of captions in a file of subtitles. */
const CUE = /^(?:\d{1,5}|(?:\d\d:)?\d\d:\d\d[.,]\d{3}\s*-->.*)$/;
const ENDS = /[.?!…:;]["”’'»)\]]*$/;
const LONGEST_HEADLINE = 160;

/**
 * The paragraphs that are none of the text, by their places, and what the first of them say of it.
 */
export function outsideOf(
  text: string,
  paragraphs: readonly Span[],
): { readonly outside: ReadonlySet<number>; readonly head: Head } {
  const outside = new Set<number>();
  let title: string | null = null;
  let byline: string | null = null;
  const repeated = repeatedLines(text, paragraphs);
  let inHead = true;
  for (const [at, span] of paragraphs.entries()) {
    const line = text.slice(span.start, span.end);
    if (line.length > 400 && inHead) inHead = false;
    if (line.length > 400) continue;
    if (clauseNumber(line) !== null) {
      inHead = false;
      continue;
    }
    const by = BYLINE.exec(line.replace(/^[*_]+|[*_]+$/g, ""));
    if (by && at < 12) {
      byline ??= by[1]?.trim() ?? null;
      outside.add(at);
    } else if (CAPTION.test(line) || NOTICE.test(line) || CUE.test(line) || repeated.has(line)) outside.add(at);
    else if (
      (/^#{1,6}\s/.test(line) || (inHead && isHeadline(line))) &&
      !(at > 1 && isItem(text, paragraphs[at + 1]))
    ) {
      title ??= line.replace(/^#+\s*/, "");
      outside.add(at);
    } else if (inHead && ENDS.test(line)) inHead = false;
    else if (!inHead && isSubheading(line) && !isItem(text, paragraphs[at + 1])) outside.add(at);
  }
  // A text of nothing but lines without a full stop is no head.
  if (outside.size === paragraphs.length)
    for (const at of [...outside]) if (isKept(text, paragraphs[at])) outside.delete(at);
  return { outside, head: { title, byline } };
}

const isKept = (text: string, span: Span | undefined): boolean =>
  span !== undefined && /\p{Ll}{2,}\s+\p{Ll}{2,}/u.test(text.slice(span.start, span.end)) && span.end - span.start > 40;

/** A short line at the top that ends without a full stop and opens no quotation or turn. */
const isHeadline = (line: string): boolean =>
  line.length <= LONGEST_HEADLINE &&
  !ENDS.test(line) &&
  !line.endsWith(",") &&
  (!/^["“‘'`*_>\-•[(<]/.test(line) || /^\*[^*].*\*$/.test(line)) &&
  !/:\s/.test(line);

/** Between paragraphs only what is set as a heading: short, most words with a capital, no full stop, no quotation. */
function isSubheading(line: string): boolean {
  if (line.length > 70 || ENDS.test(line) || /["“”‘’,]/.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  if (words.length < 2 || words.length > 9) return false;
  const long = words.filter((word) => word.length > 3);
  return long.length > 1 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** A name above a list says whose points they are. */
const isItem = (text: string, span: Span | undefined): boolean =>
  span !== undefined && /^(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s+/.test(text.slice(span.start, span.start + 8));

/** Lines that come again and again with the number of the page: heads and feet of pages. */
function repeatedLines(text: string, paragraphs: readonly Span[]): ReadonlySet<string> {
  const counts = new Map<string, Set<string>>();
  for (const { start, end } of paragraphs) {
    if (end - start > 120) continue;
    const line = text.slice(start, end);
    if (!/\d/.test(line) || ENDS.test(line)) continue;
    const key = line.replace(/\d+/g, "#");
    const lines = counts.get(key) ?? new Set();
    lines.add(line);
    counts.set(key, lines);
  }
  return new Set(
    [...counts].flatMap(([key, lines]) => (lines.size >= 3 && key.replace(/[#\W]/g, "").length > 3 ? [...lines] : [])),
  );
}

/** Where the front matter of a Markdown text ends: between two lines of three dashes at its top. 0 where there is none. */
export function frontMatterEnd(text: string): number {
  const found = /^\ufeff?---[ \t]*\r?\n[\s\S]{0,20000}?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  return found && /^[\w-]+[ \t]*:/m.test(found[0]) ? found[0].length : 0;
}
