// From a text to statements: who said what, in which words, where they stand, whose position it is, when, and how much. It
// proposes; a person decides. Everything is found in the text itself, without a network, in Node and in the browser.
import { type Day, done, type Outcome, refuse } from "../../case/index.js";
import type { Paragraph } from "./attributed.js";
import { readClauses } from "./clauses.js";
import { datesIn, type ReadDate } from "./dates.js";
import { isEnglish } from "./english.js";
import { faultsOf } from "./faults.js";
import { isFormal } from "./forms/formal.js";
import { dayAtFoot, dayAtHead, frontMatterIn } from "./forms/head.js";
import { mailIn } from "./forms/mail.js";
import { frontMatterEnd, outsideOf } from "./forms/outside.js";
import { ownWordsIn } from "./forms/own-words.js";
import { transcriptOf } from "./forms/transcript.js";
import { readMail } from "./mail-statements.js";
import { matched } from "./match.js";
import { readOwnWords } from "./own-statements.js";
import { paragraphsOf } from "./paragraphs.js";
import { type Proposed, startOf } from "./proposed.js";
import { readProse } from "./prose.js";
import { quantitiesIn, type ReadQuantity } from "./quantities.js";
import { MOST_QUOTATIONS, type Quotation } from "./quotations.js";
import {
  type About,
  MOST_AT_ONCE,
  MOST_TEXT,
  type Reading,
  type ReadingOptions,
  type ReadStatement,
  type TextForm,
} from "./reading.js";
import type { Span } from "./span.js";
import { readTurns } from "./turns.js";

/**
 * The statements of a text, in its order.
 * Refused: a text that is not English, and one of more than MOST_TEXT.
 */
export function readText(
  text: string,
  { date = null, author = null, negotiation = null }: ReadingOptions = {},
): Outcome<Reading> {
  if (text.length > MOST_TEXT)
    return refuse(
      `The text has ${Math.round(text.length / 1e6)} million characters; at most ${MOST_TEXT / 1e6} million are read. Cut it into parts.`,
    );
  if (!isEnglish(text))
    return refuse(
      "The text does not look like English, and only English is read. Translate it first, and say so in the source.",
    );
  const parts = partsOf(text).map(({ start, end }) => {
    const part = start === 0 && end === text.length ? text : text.slice(start, end);
    return { start, part, ...readPart(part, date, author) };
  });
  const [first] = parts;
  const statements = parts
    .flatMap(({ start, statements }) => statements.map((one) => (start === 0 ? one : moved(one, start))))
    .map((one, at): ReadStatement => ({ ...one, id: `s${at + 1}` }));
  return done({
    method: "rules and a regression on reporting expressions (docs/reading.md)",
    about: first?.about ?? { form: "prose", title: null, author: null, date: null },
    statements: negotiation ? matched(text, statements, negotiation) : statements,
    remarks: [
      ...(parts.length > 1
        ? [
            `The text is long and was read in ${parts.length} parts; a speaker who is named in full in one part alone is not known in the others.`,
          ]
        : []),
      ...parts.flatMap(({ start, remarks }) =>
        start === 0 ? remarks : remarks.map((remark) => `From character ${start} on: ${remark}`),
      ),
    ],
  });
}

/** A text in parts of a bounded length, cut between paragraphs. */
function partsOf(text: string): Span[] {
  const parts: Span[] = [];
  let start = 0;
  while (text.length - start > MOST_AT_ONCE) {
    const window = text.slice(start, start + MOST_AT_ONCE);
    const cut = Math.max(window.lastIndexOf("\n\n"), window.lastIndexOf("\n"));
    const end = start + (cut > MOST_AT_ONCE / 2 ? cut + 1 : MOST_AT_ONCE);
    parts.push({ start, end });
    start = end;
  }
  parts.push({ start, end: text.length });
  return parts;
}

/** A statement of a part, with its places in the whole. */
function moved(statement: ReadStatement, by: number): ReadStatement {
  const to = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const whose = <T extends { readonly mention: Span }>(who: T | null): T | null =>
    who && { ...who, mention: to(who.mention) };
  const { segments, content, speaker, holder, cue, stance, dates, quantities } = statement;
  return {
    ...statement,
    segments: segments.map(to),
    content: content.map(to),
    speaker: whose(speaker),
    holder: whose(holder),
    cue: cue && to(cue),
    stance: { ...stance, condition: stance.condition && to(stance.condition) },
    dates: dates.map(to),
    quantities: quantities.map(to),
  };
}

function readPart(
  text: string,
  date: Day | null,
  author: string | null,
): Pick<Reading, "about" | "statements" | "remarks"> {
  const { about, proposed, paragraphs, quotations } = statementsIn(text, author);
  const faults = faultsOf(text, paragraphsOf(text));
  const figures = figuresIn(text, paragraphs, date ?? about.date);
  const statements = proposed
    .filter((one) => one.quote.trim() !== "" && !faults.foreign.some((span) => isIn(startOf(one), span)))
    .sort((a, b) => startOf(a) - startOf(b))
    .map(({ said, ...one }, at): ReadStatement => {
      const content = one.content.length > 0 ? one.content : one.segments;
      return {
        id: `s${at + 1}`,
        ...one,
        ...(one.speaker && faults.isFragment(one.speaker.name) && NOBODY),
        dates: figures.dates([...said, ...content]),
        quantities: figures.quantities(content),
        suggestions: [],
        term: null,
        party: null,
        holderParty: null,
      };
    });
  return { about, statements, remarks: [...faults.remarks, ...remarksOf(text, quotations)] };
}

const isIn = (offset: number, { start, end }: Span): boolean => start <= offset && offset < end;

/** A fragment of a misread word is nobody's name. */
const NOBODY = { speaker: null, confidence: 0.3 } as const;

interface Found {
  readonly about: About;
  readonly proposed: readonly Proposed[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
}

/** What kind of text it is decides how it is read: by its labels, its messages, its clauses, its author, or as prose. */
function statementsIn(text: string, author: string | null): Found {
  const begin = frontMatterEnd(text);
  const front = frontMatterIn(text.slice(0, begin));
  const body = paragraphsOf(text).filter(({ start }) => start >= begin);
  const { outside, head } = outsideOf(text, body);
  const title = front.title ?? head.title;
  const inside = body.filter((_, at) => !outside.has(at));
  const lines = body.map(({ start, end }) => text.slice(start, Math.min(end, start + 400)));
  const day = front.date ?? dayAtHead(lines) ?? dayAtFoot(lines);
  const about = (form: TextForm, by: string | null): About => ({ form, title, author: by, date: day });
  const mail = mailIn(text, body);
  if (mail)
    return {
      ...readMail(text, mail),
      about: { ...about("mail", mail[0]?.author ?? null), title: mail[0]?.subject ?? title },
    };
  const transcript = transcriptOf(text, body, outside);
  if (transcript) {
    const turns = readTurns(text, transcript);
    const kept = new Set(inside.map(({ start }) => start));
    const prose = readProse(
      text,
      transcript.before.filter(({ start }) => kept.has(start)),
    );
    return {
      about: about("transcript", null),
      proposed: [...prose.proposed, ...turns.proposed],
      paragraphs: [...prose.paragraphs, ...turns.paragraphs].sort((a, b) => a.start - b.start),
      quotations: prose.quotations,
    };
  }
  if (isFormal(text, inside, title)) return { about: about("formal", null), ...readClauses(text, inside) };
  const own = ownWordsIn(text, body, outside, { title, byline: head.byline }, author ?? front.author);
  if (own) {
    const spoken = body.filter((_, at) => !own.around.has(at));
    return { about: about(own.form, own.author.name), ...readOwnWords(text, spoken, own) };
  }
  return { about: about("prose", null), ...readProse(text, inside) };
}

/** The dates and quantities of stretches, each paragraph looked at once, when first asked for. */
function figuresIn(text: string, paragraphs: readonly Paragraph[], date: Day | null) {
  const dates = new Map<Paragraph, readonly ReadDate[]>();
  const quantities = new Map<Paragraph, readonly ReadQuantity[]>();
  const within = <T extends Span>(
    kept: Map<Paragraph, readonly T[]>,
    find: (paragraph: Paragraph) => readonly T[],
    spans: readonly Span[],
  ): T[] => {
    const found = new Set<T>();
    for (const span of spans) {
      const paragraph = paragraphs[lastAtOrBefore(paragraphs, span.start)];
      if (!paragraph) continue;
      const all = kept.get(paragraph) ?? find(paragraph);
      kept.set(paragraph, all);
      for (let at = lastAtOrBefore(all, span.start - 1) + 1; at < all.length; at++) {
        const one = all[at];
        if (!one || one.start >= span.end) break;
        if (one.end <= span.end) found.add(one);
      }
    }
    return [...found];
  };
  return {
    dates: (spans: readonly Span[]) => within(dates, (paragraph) => datesIn(text, paragraph, date), spans),
    quantities: (spans: readonly Span[]) => within(quantities, ({ words }) => quantitiesIn(text, words), spans),
  };
}

/** The place of the last span that begins at or before an offset, in a list in order; -1 for none. */
function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function remarksOf(text: string, quotations: readonly Quotation[]): string[] {
  const open = quotations.filter(({ closed }, at) => !closed && quotations[at + 1]?.continues !== true);
  const first = open[0];
  return [
    ...(first
      ? [
          `${open.length === 1 ? "A quotation is" : `${open.length} quotations are`} never closed (the first in line ${text.slice(0, first.start).split("\n").length}); each was taken to end with its paragraph.`,
        ]
      : []),
    ...(quotations.length >= MOST_QUOTATIONS
      ? [
          `Only the first ${MOST_QUOTATIONS.toLocaleString("en-US")} quotations were looked at. Cut the text into parts.`,
        ]
      : []),
  ];
}
