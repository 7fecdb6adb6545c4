// Stretches between quotation marks. Curly, straight, doubled (`` ''), angled and low marks; single marks where a text
// uses them so (British custom), told apart from apostrophes by what stands on either side.
import type { Span } from "./span.js";

/** What stands between two marks, the marks included in `start` and `end`. */
export interface Quotation extends Span {
  readonly inner: Span;
  readonly mark: "double" | "single";
  /** false: no closing mark in its paragraph. */
  readonly closed: boolean;
  /** It goes on with what the paragraph before left open. */
  readonly continues: boolean;
  /** The paragraph that it stands in. */
  readonly paragraph: number;
}

interface Marks {
  readonly mark: Quotation["mark"];
  readonly opens: (text: string, at: number, from: number) => number;
  readonly closes: (text: string, at: number, opener: string) => number;
}

const isGap = (char: string): boolean => char === "" || /\s/.test(char);
const isOpening = (char: string): boolean => isGap(char) || /[([{<—–\-/:‘'“"…]/.test(char);
const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

const CLOSERS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", '"', "''"],
  "”": ["”"],
  "„": ["“", "”"],
  "«": ["»"],
  '"': ['"', "”"],
  "``": ["''", '"', "”"],
  "''": ["''"],
};

const DOUBLE: Marks = {
  mark: "double",
  opens: (text, at, from) => {
    const two = text.slice(at, at + 2);
    if (two === "``" || two === "''") return 2;
    const char = text.charAt(at);
    if (char === "“" || char === "„" || char === "«") return 1;
    if (char !== '"') return 0;
    const before = at > from ? text.charAt(at - 1) : "";
    // An attribute (id="7") or a measure (6'2") is no quotation.
    if (before === "=" || (/[\d']/.test(before) && !isWord(text.charAt(at + 1)))) return 0;
    return 1;
  },
  closes: (text, at, opener) => {
    const found = (CLOSERS[opener] ?? []).find((closer) => text.startsWith(closer, at));
    return found?.length ?? 0;
  },
};

const ELISION = /^[’'](?:em|til|tis|twas|cause|n|bout|\d0s)\b/i;

const SINGLE: Marks = {
  mark: "single",
  opens: (text, at, from) => {
    const char = text.charAt(at);
    if (char !== "‘" && char !== "'") return 0;
    const before = at > from ? text.charAt(at - 1) : "";
    if (!isOpening(before) || before === char || isGap(text.charAt(at + 1)) || ELISION.test(text.slice(at, at + 7)))
      return 0;
    return 1;
  },
  closes: (text, at, opener) => {
    const char = text.charAt(at);
    if (char !== "’" && !(opener === "'" && char === "'")) return 0;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (isWord(after) || isGap(before)) return 0;
    // After an s it may be a possessive: a close only where a sentence or clause could end.
    if (
      /s/i.test(before) &&
      /\s/.test(after) &&
      !/^\s+(?:[A-Z]|[a-z]+ (?:said|says)\b)/.test(text.slice(at + 1, at + 40))
    )
      return laterCloser(text, at + 1) ? 0 : 1;
    return 1;
  },
};

/** Whether a single mark that can only close comes before one that opens. */
function laterCloser(text: string, from: number): boolean {
  const next = /[.,;:!?…][’'](?!\p{L})|[\s(][‘']\p{L}/u.exec(text.slice(from, from + 600));
  return next !== null && /^[.,;:!?…]/.test(next[0]);
}

/** No document has more; further ones are not looked at, and that is said. */
export const MOST_QUOTATIONS = 20_000;

/** All outermost quotations of a text, in order, paragraph by paragraph. */
export function quotationsOf(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  const british = usesSingle(text);
  let open = false;
  for (const [paragraph, span] of paragraphs.entries()) {
    const own = scan(text, span, paragraph, british);
    const first = own[0];
    if (open && first && first.start === span.start) own[0] = { ...first, continues: true };
    for (const one of own) found.push(one);
    if (found.length >= MOST_QUOTATIONS) return found.slice(0, MOST_QUOTATIONS);
    open = own.at(-1)?.closed === false;
  }
  return found;
}

/** Whether speech stands between single marks: more of them than of double ones. */
function usesSingle(text: string): boolean {
  const head = text.slice(0, 200_000);
  const single = head.match(/(?:^|[\s([—–])[‘'](?=\p{L})/gu)?.length ?? 0;
  const double = head.match(/["“]|``|(?<!')''(?=[\p{L}\p{N}([])/gu)?.length ?? 0;
  return single > double;
}

function scan(text: string, { start, end }: Span, paragraph: number, british: boolean): Quotation[] {
  const found: Quotation[] = [];
  const kinds = british ? [SINGLE, DOUBLE] : [DOUBLE, SINGLE];
  const closers = singleClosers(text, end);
  let at = start;
  while (at < end) {
    const kind = kinds.find((marks) => marks.opens(text, at, start) > 0);
    if (!kind) {
      at++;
      continue;
    }
    const width = kind.opens(text, at, start);
    const one = kind.mark === "single" ? closeOfSingle(text, at, end, closers) : closeOf(text, at, width, end);
    // A lone single mark is an apostrophe, not the start of a speech, unless the text speaks in single marks.
    if (!one.closed && kind.mark === "single" && !british) {
      at += width;
      continue;
    }
    if (one.inner.end > one.inner.start) found.push({ ...one, mark: kind.mark, continues: false, paragraph });
    at = one.end;
  }
  return found;
}

type Closed = Pick<Quotation, "start" | "end" | "inner" | "closed">;

const closedAt = (at: number, width: number, place: number, closing: number): Closed => ({
  start: at,
  end: place + closing,
  inner: { start: at + width, end: place },
  closed: true,
});
const unclosed = (at: number, width: number, end: number): Closed => ({
  start: at,
  end,
  inner: { start: at + width, end },
  closed: false,
});

function closeOf(text: string, at: number, width: number, end: number): Closed {
  const opener = text.slice(at, at + width);
  let depth = 0;
  for (let place = at + width; place < end; place++) {
    const again = opener === "“" && text.charAt(place) === "“";
    if (again && isGap(text.charAt(place - 1))) {
      // The same mark again: a quotation within, where two closing ones follow; else the first was never closed.
      if (!nested(text, place, end)) return closedAt(at, width, place, 0);
      depth++;
      continue;
    }
    const closing = again ? 1 : DOUBLE.closes(text, place, opener);
    if (closing === 0) continue;
    // In ,''' the first mark closes a quotation within.
    const shift = closing === 2 && text.charAt(place + 2) === "'" ? 1 : 0;
    if (depth === 0) return closedAt(at, width, place + shift, closing);
    depth--;
    place += closing - 1;
  }
  return unclosed(at, width, end);
}

function closeOfSingle(text: string, at: number, end: number, closers: SingleClosers): Closed {
  const place = closers(text.charAt(at), at + 1);
  return place < end ? closedAt(at, 1, place, 1) : unclosed(at, 1, end);
}

/** For an opening mark, the first place from another on where one like it closes; the end where none does. */
type SingleClosers = (opener: string, from: number) => number;

/** Places are asked for from left to right, and each is looked at once: apostrophes are many, and few close anything. */
function singleClosers(text: string, end: number): SingleClosers {
  const next = new Map<string, number>();
  return (opener, from) => {
    let place = Math.max(next.get(opener) ?? 0, from);
    while (place < end && SINGLE.closes(text, place, opener) === 0) place++;
    next.set(opener, place);
    return place;
  };
}

/** Whether two closing marks come before another opening one: a quotation within a quotation. */
function nested(text: string, at: number, end: number): boolean {
  let depth = 2;
  for (let place = at + 1; place < end && depth > 0; place++) {
    const char = text.charAt(place);
    if (char === "”") depth--;
    else if (char === "“") return false;
  }
  return depth === 0;
}
