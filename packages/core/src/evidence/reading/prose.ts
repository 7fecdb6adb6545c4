// What is reported in prose: quotations with who said them, indirect speech, lists that somebody is said to have given, and
// what somebody did with an offer.
import { type Attribution, attributed, type Paragraph, paragraphsRead, type Sentence } from "./attributed.js";
import { isActor } from "./forms/formal.js";
import { type HeldStance, heldBy, namedIn } from "./holders.js";
import { likelihoodOf } from "./likelihood.js";
import { givingPhrase, listed } from "./lists.js";
import type { Proposed } from "./proposed.js";
import { type Quotation, quotationsOf } from "./quotations.js";
import type { Reported } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import { meetingAny, type Span } from "./span.js";
import { ownStance, PLAIN, stanceOf } from "./stance.js";
import { asUnits, spanOf } from "./units.js";
import { type Voices, voicesOf } from "./voices.js";
import type { Word } from "./words.js";

/** Indirect speech that is less likely than this is not proposed. */
const LEAST_LIKELY = 0.2;

/** What prose comes to, with its paragraphs as they were read. */
export interface Prose {
  readonly proposed: Proposed[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
  readonly voices: Voices;
}

/** The statements of stretches of prose. @param actors of sentences in which nobody reports: who acts, for formal texts */
export function readProse(
  text: string,
  spans: readonly Span[],
  actors: (sentence: Sentence, paragraph: Paragraph) => ReportingFrame | null = () => null,
): Prose {
  const quotations = quotationsOf(text, spans);
  const paragraphs = paragraphsRead(text, spans, quotations);
  const whose = attributed(text, paragraphs, quotations);
  const voices = voicesOf(paragraphs, actors, (paragraph) => givingPhrase(text, paragraph));
  const groups = grouped(quotations, whose);
  const found = groups.map((group) => ofQuotations(text, group, voices, paragraphs));
  const used = new Set(
    groups.flatMap(({ attribution }) => (attribution?.how === "governed" ? [attribution.frame] : [])),
  );
  const taken = contentsBySentence(groups, found);
  for (const { sentences } of paragraphs)
    for (const sentence of sentences) {
      const quoted = sentence.units.filter(({ quotation }) => whose[quotation]);
      found.push(...indirect(text, sentence, used, [...(taken.get(sentence) ?? []), ...quoted], voices));
    }
  found.push(...listed(text, paragraphs, voices, found));
  const done = acts(text, paragraphs, voices, found);
  const isDone = meetingAny(done.flatMap(({ content }) => content));
  const kept = found.filter(({ kind, content }) => kind !== "indirect" || !content.some(isDone));
  return { proposed: [...kept, ...done], paragraphs, quotations, voices };
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

function ofQuotations(
  text: string,
  { attribution, quotations }: Group,
  voices: Voices,
  paragraphs: readonly Paragraph[],
): Proposed {
  const segments = quotations.map(({ inner }) => inner);
  const quote = segments.map(({ start, end }) => text.slice(start, end)).join(" … ");
  if (!attribution)
    return {
      kind: "term",
      segments,
      content: [],
      quote,
      speaker: null,
      cue: null,
      stance: PLAIN,
      holder: null,
      clause: null,
      turn: null,
      confidence: 0.5,
      said: [],
    };
  const { sentence, frame, how, score } = attribution;
  const report = voices.report(frame);
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
  const kind = mixed && wordsAround(text, reported, quotations) ? "mixed" : "direct";
  const speaker = voices.speaker(frame);
  const position = kind === "mixed" ? voices.position(frame) : quotedPosition(quotations, paragraphs, voices, frame);
  return {
    kind,
    segments,
    content,
    quote,
    speaker,
    cue: spanOf(sentence.units, frame.cue),
    ...position,
    clause: null,
    turn: null,
    confidence: confidenceOf(how, score),
    said: [{ start: sentence.units[0]?.start ?? 0, end: sentence.units.at(-1)?.end ?? 0 }],
  };
}

/** What words between quotation marks do by themselves: those of the first that take a stance. */
function quotedPosition(
  quotations: readonly Quotation[],
  paragraphs: readonly Paragraph[],
  voices: Voices,
  frame: ReportingFrame,
): HeldStance {
  const reporting = voices.position(frame);
  const speaker = voices.speaker(frame);
  if (!speaker) return reporting;
  for (const { inner, paragraph } of quotations) {
    const words = openingWords(paragraphs[paragraph]?.words ?? [], inner);
    if (words.length === 0) continue;
    const units = asUnits(words);
    const read = ownStance(units, { from: 0, to: units.length - 1 });
    if (read.act === "states" && !read.modality && !read.condition) continue;
    return heldBy(speaker, read.subject ? namedIn(units, read.subject) : null, read);
  }
  return reporting.stance.act === "states" ? { stance: PLAIN, holder: null } : reporting;
}

/** A stance is taken in the first sentence or two, or not at all. */
const OPENING = 60;

/** The first words within a stretch. @param words in their order */
function openingWords(words: readonly Word[], { start, end }: Span): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Word[] = [];
  for (let at = low; at < words.length && found.length < OPENING; at++) {
    const word = words[at];
    if (!word || word.end > end) break;
    found.push(word);
  }
  return found;
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
  voices: Voices,
): Proposed[] {
  const taken = [...quoted];
  const candidates = frames
    .filter((frame) => !used.has(frame))
    .map((frame): [Reported | null, ReportingFrame] => [voices.report(frame), frame])
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
        speaker: voices.speaker(frame),
        cue: spanOf(units, frame.cue),
        ...voices.position(frame),
        clause: null,
        turn: null,
        confidence: Math.round(likelihood * 100) / 100,
        said: [{ start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }],
      },
    ];
  });
}

/** Verbs with which somebody does something to an offer: a statement, though no words are reported. */
const ACTING =
  /^(?:offer|propos|suggest|accept|agree|refus|reject|declin|demand|withdr[ae]w|promis|pledg|vow|conced|call|urg|request|insist|threaten|undert|commit|consent|oppos|reserv|denie|deny|ruled|turned|disput|approv|welcom|endors|drop|abandon|postpon|tabled|counter|ask)/;

/** What somebody did with an offer, where at best doubtful words are reported: "Tasch proposed 1.9 % for the second year." */
function acts(text: string, paragraphs: readonly Paragraph[], voices: Voices, found: readonly Proposed[]): Proposed[] {
  const isTaken = meetingAny(
    found.flatMap(({ kind, confidence, content, segments }) =>
      kind === "term" || (kind === "indirect" && confidence < SURER) ? [] : [...content, ...segments],
    ),
  );
  const done: Proposed[] = [];
  for (const { sentences } of paragraphs)
    for (const { units, frames } of sentences) {
      const frame = frames.find(
        (one) =>
          one.shape === "before" &&
          ACTING.test(units[one.head]?.lower ?? "") &&
          isActor(units, one.source) &&
          units.length - one.head > 2,
      );
      if (!frame) continue;
      const end = units.findLastIndex(({ pos }) => pos !== "PUNCT");
      const content = spanOf(units, { from: frame.source.from, to: Math.max(end, frame.head) });
      if (isTaken(content)) continue;
      const position = voices.position(frame);
      const act = position.stance.act === "states" ? stanceOf(units, frame, null).act : position.stance.act;
      done.push({
        kind: "act",
        segments: [],
        content: [content],
        quote: text.slice(content.start, content.end),
        speaker: voices.speaker(frame),
        cue: spanOf(units, frame.cue),
        stance: { ...position.stance, act },
        holder: position.holder,
        clause: null,
        turn: null,
        confidence: 0.6,
        said: [],
      });
    }
  return done;
}

/** A report that is likelier than this is told as one. */
const SURER = 0.5;
