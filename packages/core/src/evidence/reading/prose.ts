// What is reported in prose: quotations with who said them, indirect speech, and lists that somebody is said to have given.
import { type Attribution, attributed, type Paragraph, paragraphsRead, type Sentence } from "./attributed.js";
import { type HeldStance, heldBy, namedIn } from "./holders.js";
import { isKind } from "./lexicon.js";
import { likelihoodOf } from "./likelihood.js";
import type { WordRange } from "./noun-phrase.js";
import type { Proposed } from "./proposed.js";
import { type Quotation, quotationsOf } from "./quotations.js";
import type { Speaker } from "./reading.js";
import { type Reported, reportedBy } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Span } from "./span.js";
import { type Cast, castOf } from "./speakers.js";
import { ownStance, type ReadStance, type Stance, stanceOf } from "./stance.js";
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

/** Who speaks in every frame, and whose position it is. */
export interface Voices {
  readonly speaker: (frame: ReportingFrame) => Speaker | null;
  readonly position: (frame: ReportingFrame) => HeldStance;
  /** What it reports in its sentence. */
  readonly report: (frame: ReportingFrame) => Reported | null;
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
  const voices = voicesOf(paragraphs, actors);
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
  return { proposed: found, paragraphs, quotations, voices };
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

/** Who speaks in every frame and whose position it is, resolved in the order of the text. */
function voicesOf(
  paragraphs: readonly Paragraph[],
  actors: (sentence: Sentence, paragraph: Paragraph) => ReportingFrame | null,
): Voices {
  const cast = castOf(paragraphs.flatMap(({ sentences }) => sentences));
  const speakers = new Map<ReportingFrame, Speaker>();
  const reports = new Map<ReportingFrame, Reported | null>();
  const positions = new Map<ReportingFrame, HeldStance>();
  for (const paragraph of paragraphs)
    for (const sentence of paragraph.sentences) {
      const { units, frames } = sentence;
      const actor = actors(sentence, paragraph);
      for (const frame of actor ? [...frames, actor] : frames) {
        const speaker = { ...cast.who(units, frame.source), mention: spanOf(units, frame.source) };
        speakers.set(frame, speaker);
        if (frame === actor) continue;
        const report = reportedBy(units, frame, frames);
        reports.set(frame, report);
        const read = stanceOf(units, frame, report);
        positions.set(frame, heldBy(speaker, aboutIn(cast, units, read), read));
      }
      const spoken = frames.find(({ shape }) => shape === "before" || shape === "after") ?? actor;
      cast.heard(units, spoken?.source ?? null);
    }
  return {
    speaker: (frame) => speakers.get(frame) ?? null,
    position: (frame) => positions.get(frame) ?? { stance: PLAIN, holder: null },
    report: (frame) => reports.get(frame) ?? null,
  };
}

/** Whom a clause is about. "it" is seldom anybody ("it will take time"), unless a body speaks of itself. */
function aboutIn(cast: Cast, units: Sentence["units"], { subject, own }: ReadStance): Speaker | null {
  if (!subject || own) return null;
  const isIt = subject.from === subject.to && units[subject.from]?.lower === "it";
  return isIt ? namedIn(units, subject) : { ...cast.who(units, subject), mention: spanOf(units, subject) };
}

const PLAIN: Stance = { act: "states", modality: null, condition: null };

/** Words as units, where no quotation stands for several of them. */
export const asUnits = (words: readonly Word[]) =>
  words.map(({ start, end, text, lower, pos }) => ({
    start,
    end,
    text,
    lower,
    pos,
    quotation: -1,
    open: false,
    spaced: false,
  }));

export const spanOf = (units: Sentence["units"], { from, to }: WordRange): Span => ({
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

/** A paragraph of a list: what stands behind its bullet, number or letter. */
const ITEM = /^(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s+/;

/** "The minister said:", then a list: each item is the minister's. */
function listed(
  text: string,
  paragraphs: readonly Paragraph[],
  voices: Voices,
  found: readonly Proposed[],
): Proposed[] {
  const taken = found.flatMap(({ content, segments }) => [...content, ...segments]);
  const items: Proposed[] = [];
  let giver: { frame: ReportingFrame; sentence: Sentence } | null = null;
  for (const { start, end, words, sentences } of paragraphs) {
    const line = text.slice(start, end);
    const bullet = ITEM.exec(line)?.[0].length ?? 0;
    if (bullet > 0 && giver) {
      const inner = { start: start + bullet, end: line.endsWith(";") ? end - 1 : end };
      if (inner.end - inner.start < 4 || taken.some((span) => span.start < inner.end && inner.start < span.end))
        continue;
      const own = asUnits(words.filter((word) => word.start >= inner.start));
      const inside = own.length > 0 ? ownStance(own, { from: 0, to: own.length - 1 }) : null;
      const { stance, holder } = voices.position(giver.frame);
      const act = stance.act === "states" ? (inside?.act ?? "states") : stance.act;
      items.push({
        kind: "indirect",
        segments: [],
        content: [inner],
        quote: text.slice(inner.start, inner.end),
        speaker: voices.speaker(giver.frame),
        cue: spanOf(giver.sentence.units, giver.frame.cue),
        stance: { act, modality: inside?.modality ?? null, condition: inside?.condition ?? stance.condition },
        holder,
        clause: null,
        turn: null,
        confidence: 0.8,
        said: [{ start, end }],
      });
      continue;
    }
    giver = null;
    const last = sentences.at(-1);
    if (!last || !/[:]$/.test(line)) continue;
    const frame = last.frames.findLast(
      ({ lemma, shape }) =>
        (["speech", "clause", "stance"] as const).some((kind) => isKind(lemma, kind)) ||
        shape === "noun" ||
        shape === "state",
    );
    if (frame) giver = { frame, sentence: last };
  }
  return items;
}
