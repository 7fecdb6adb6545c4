// From a text to statements: who said what, in which words, where they stand, when, and how much. It proposes; a person
// decides. Everything is found in the text itself, without a network, in Node and in the browser.
import { type Day, done, type Outcome, refuse } from "../../case/index.js";
import { type Attribution, attributed, type Paragraph, paragraphsRead, type Sentence } from "./attributed.js";
import { datesIn, type ReadDate } from "./dates.js";
import { isEnglish } from "./english.js";
import { likelihoodOf } from "./likelihood.js";
import type { WordRange } from "./noun-phrase.js";
import { paragraphsOf } from "./paragraphs.js";
import { partyOf } from "./party-of.js";
import { quantitiesIn, type ReadQuantity } from "./quantities.js";
import { MOST_QUOTATIONS, type Quotation, quotationsOf } from "./quotations.js";
import { MOST_TEXT, type Reading, type ReadingOptions, type ReadStatement, type Speaker } from "./reading.js";
import { type Reported, reportedBy } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Span } from "./span.js";
import { castOf } from "./speakers.js";
import { suggestionsFor, vocabularyOf } from "./suggestions.js";
import { type Turn, turnsOf } from "./transcript.js";
import { wordsOf } from "./words.js";

/** Indirect speech that is less likely than this is not proposed. */
const LEAST_LIKELY = 0.2;

/**
 * The statements of a text, in its order.
 * Refused: a text that is not English, and one of more than MOST_TEXT.
 */
export function readText(text: string, { date = null, negotiation = null }: ReadingOptions = {}): Outcome<Reading> {
  if (text.length > MOST_TEXT)
    return refuse(
      `The text has ${Math.round(text.length / 1e6)} million characters; at most ${MOST_TEXT / 1e6} million are read. Cut it into parts.`,
    );
  if (!isEnglish(text))
    return refuse(
      "The text does not look like English, and only English is read. Translate it first, and say so in the source.",
    );
  const paragraphs = paragraphsOf(text);
  const turns = turnsOf(text, paragraphs);
  const read =
    turns.length > 0 ? paragraphs.map((span) => ({ ...span, words: wordsOf(text, span), sentences: [] })) : null;
  const quotations = read ? [] : quotationsOf(text, paragraphs);
  const { proposed, found } = read
    ? { proposed: turns.map((turn) => ofTurn(text, turn)), found: read }
    : ofProse(text, paragraphs, quotations);
  const figures = figuresIn(text, found, date);
  const vocabulary = negotiation ? vocabularyOf(negotiation) : null;
  const statements = proposed
    .filter(({ quote }) => quote.trim() !== "")
    .sort((a, b) => startOf(a) - startOf(b))
    .map(({ said, ...one }, at): ReadStatement => {
      const content = one.content.length > 0 ? one.content : one.segments;
      const around = content.map(({ start, end }) => text.slice(start, end)).join(" ");
      return {
        id: `s${at + 1}`,
        ...one,
        dates: figures.dates([...said, ...content]),
        quantities: figures.quantities(content),
        suggestions: vocabulary ? suggestionsFor(around, vocabulary) : [],
        party: negotiation && one.speaker ? partyOf(one.speaker, negotiation) : null,
      };
    });
  return done({
    method: "rules and a regression on reporting expressions (docs/reading.md)",
    statements,
    remarks: remarksOf(text, quotations),
  });
}

type Proposed = Omit<ReadStatement, "id" | "dates" | "quantities" | "suggestions" | "party"> & {
  /** Where the cue and its day stand. */
  readonly said: readonly Span[];
};

const startOf = ({ content, segments }: Proposed): number =>
  Math.min(...[...content, ...segments].map(({ start }) => start));

function ofTurn(text: string, { name, said }: Turn): Proposed {
  const label = text.slice(name.start, name.end);
  return {
    kind: "direct",
    segments: said,
    content: said,
    quote: said.map(({ start, end }) => text.slice(start, end)).join(" … "),
    speaker: {
      name: label,
      role: null,
      affiliation: null,
      kind: /^(?:Q|QUESTION|REPORTER|MODERATOR)$/i.test(label) ? "unnamed" : "person",
      mention: name,
    },
    cue: null,
    confidence: 0.97,
    said: [],
  };
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

function ofProse(
  text: string,
  spans: readonly Span[],
  quotations: readonly Quotation[],
): { proposed: Proposed[]; found: readonly Paragraph[] } {
  const paragraphs = paragraphsRead(text, spans, quotations);
  const whose = attributed(text, paragraphs, quotations);
  const speakers = speakersOf(paragraphs);
  const groups = grouped(quotations, whose);
  const found = groups.map((group) => ofQuotations(text, group, speakers));
  const used = new Set(
    groups.flatMap(({ attribution }) => (attribution?.how === "governed" ? [attribution.frame] : [])),
  );
  const taken = contentsBySentence(groups, found);
  for (const { sentences } of paragraphs)
    for (const sentence of sentences) {
      const quoted = sentence.units.filter(({ quotation }) => whose[quotation]);
      found.push(...indirect(text, sentence, used, [...(taken.get(sentence) ?? []), ...quoted], speakers));
    }
  return { proposed: found, found: paragraphs };
}

/** What quotations and the words around them take up of their sentences. */
function contentsBySentence(
  groups: readonly Group[],
  found: readonly Proposed[],
): ReadonlyMap<Sentence, readonly Span[]> {
  const taken = new Map<Sentence, Span[]>();
  for (const [place, { attribution }] of groups.entries())
    if (attribution)
      taken.set(attribution.sentence, [...(taken.get(attribution.sentence) ?? []), ...(found[place]?.content ?? [])]);
  return taken;
}

type Speakers = ReadonlyMap<ReportingFrame, Speaker>;

/** Who speaks in every frame, resolved in the order of the text. */
function speakersOf(paragraphs: readonly Paragraph[]): Speakers {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const cast = castOf(sentences);
  const speakers = new Map<ReportingFrame, Speaker>();
  for (const { units, frames } of sentences) {
    for (const frame of frames)
      speakers.set(frame, { ...cast.who(units, frame.source), mention: spanOf(units, frame.source) });
    cast.heard(units, frames.find(({ shape }) => shape === "before" || shape === "after")?.source ?? null);
  }
  return speakers;
}

const spanOf = (units: Sentence["units"], { from, to }: WordRange): Span => ({
  start: units[from]?.start ?? 0,
  end: units[to]?.end ?? 0,
});

interface Group {
  readonly attribution: Attribution | null;
  readonly quotations: Quotation[];
}

/** Quotations of one speaker that follow each other: "“…,” she said. “…”" is one statement. */
function grouped(quotations: readonly Quotation[], whose: readonly (Attribution | null)[]): Group[] {
  const groups: Group[] = [];
  for (const [place, quotation] of quotations.entries()) {
    const attribution = whose[place] ?? null;
    const last = groups.at(-1);
    const near = last?.quotations.at(-1);
    const joins =
      attribution &&
      last?.attribution?.frame === attribution.frame &&
      near &&
      (near.paragraph === quotation.paragraph || quotation.continues);
    if (joins) last.quotations.push(quotation);
    else groups.push({ attribution, quotations: [quotation] });
  }
  return groups;
}

function ofQuotations(text: string, { attribution, quotations }: Group, speakers: Speakers): Proposed {
  const segments = quotations.map(({ inner }) => inner);
  const quote = segments.map(({ start, end }) => text.slice(start, end)).join(" … ");
  if (!attribution)
    return { kind: "term", segments, content: [], quote, speaker: null, cue: null, confidence: 0.5, said: [] };
  const { sentence, frame, how, score } = attribution;
  const report = reportedBy(sentence.units, frame, sentence.frames);
  const reported = report && spanOf(sentence.units, report.content);
  const holds =
    reported &&
    how === "governed" &&
    quotations.some(({ start, end }) => reported.start <= start && end <= reported.end);
  const mixed = holds && quotations.some(({ start, end }) => reported.start < start || end < reported.end);
  const outside = quotations.filter(({ start, end }) => !(mixed && reported.start <= start && end <= reported.end));
  const content = [...(mixed ? [reported] : []), ...outside.map(({ start, end }) => ({ start, end }))].sort(
    (a, b) => a.start - b.start,
  );
  return {
    kind: mixed && wordsAround(text, reported, quotations) ? "mixed" : "direct",
    segments,
    content,
    quote,
    speaker: speakers.get(frame) ?? null,
    cue: spanOf(sentence.units, frame.cue),
    confidence: confidenceOf(how, score),
    said: [{ start: sentence.units[0]?.start ?? 0, end: sentence.units.at(-1)?.end ?? 0 }],
  };
}

const wordsAround = (text: string, span: Span, quotations: readonly Quotation[]): boolean => {
  let rest = text.slice(span.start, span.end);
  for (const { start, end } of quotations) rest = rest.replace(text.slice(start, end), "");
  return /\p{L}/u.test(rest);
};

/** How often such an attribution was right on the training texts (docs/reading.md). */
function confidenceOf(how: Attribution["how"], score: number): number {
  if (how === "announced") return 0.68;
  if (how === "continued") return 0.8;
  if (how === "carried") return score >= 96 ? 0.92 : 0.8;
  if (score >= 100) return 0.96;
  if (score >= 80) return 0.87;
  return score >= 60 ? 0.88 : score >= 50 ? 0.65 : 0.5;
}

/** What a sentence reports without quotation marks, the likeliest where two readings overlap. */
function indirect(
  text: string,
  { units, frames }: Sentence,
  used: ReadonlySet<ReportingFrame>,
  quoted: readonly Span[],
  speakers: Speakers,
): Proposed[] {
  const taken = [...quoted];
  const candidates = frames
    .filter((frame) => !used.has(frame))
    .map((frame): [Reported | null, ReportingFrame] => [reportedBy(units, frame, frames), frame])
    .flatMap(([report, frame]) =>
      report ? [{ report, frame, likelihood: likelihoodOf(units, frame, report, frames) }] : [],
    )
    .filter(({ likelihood }) => likelihood >= LEAST_LIKELY)
    .sort((a, b) => b.likelihood - a.likelihood);
  return candidates.flatMap(({ report, frame, likelihood }): Proposed[] => {
    const content = spanOf(units, report.content);
    if (taken.some((span) => span.start < content.end && content.start < span.end)) return [];
    taken.push(content);
    return [
      {
        kind: "indirect",
        segments: [],
        content: [content],
        quote: text.slice(content.start, content.end),
        speaker: speakers.get(frame) ?? null,
        cue: spanOf(units, frame.cue),
        confidence: Math.round(likelihood * 100) / 100,
        said: [{ start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }],
      },
    ];
  });
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
