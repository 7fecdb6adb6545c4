// Every quotation of a text with who said it, as far as the text says so: in its own sentence, or carried over from the
// sentences around it.

import { framesOf } from "./frames.js";
import { governing } from "./governing.js";
import { isKind } from "./lexicon.js";
import type { Quotation } from "./quotations.js";
import type { ReportingFrame } from "./reporting-frame.js";
import { namesIn, sentencesOf, type Unit, unitsOf } from "./sentences.js";
import type { Span } from "./span.js";
import { type Word, wordsOf } from "./words.js";

export interface Sentence {
  readonly units: readonly Unit[];
  readonly frames: readonly ReportingFrame[];
}

export interface Paragraph extends Span {
  readonly words: readonly Word[];
  readonly sentences: readonly Sentence[];
}

/**
 * Whose words a quotation is. governed: said in its sentence. continued: its paragraph goes on with what the one before
 * left open. carried: the speaker of the sentences around it. announced: the paragraph before ends with who speaks.
 */
export interface Attribution {
  readonly sentence: Sentence;
  readonly frame: ReportingFrame;
  readonly how: "governed" | "continued" | "carried" | "announced";
  /** 0–100, for "governed"; what it was for the one carried over otherwise. */
  readonly score: number;
}

/**
 * The paragraphs in sentences, with what is reported in each.
 * @param least letters of a paragraph that is looked at: nothing is said in three without marks, be it bullets or numbers of
 *   pages, unless somebody has the word ("No.")
 */
export function paragraphsRead(
  text: string,
  paragraphs: readonly Span[],
  quotations: readonly Quotation[],
  least = 4,
): Paragraph[] {
  const names = namesIn(text);
  let first = 0;
  return paragraphs.map((span, place) => {
    let count = 0;
    while (quotations[first + count]?.paragraph === place) count++;
    const words = count === 0 && span.end - span.start < least ? [] : wordsOf(text, span);
    const units = unitsOf(text, words, quotations.slice(first, first + count), first, names);
    first += count;
    const sentences = sentencesOf(text, units, quotations).map((own) => ({ units: own, frames: framesOf(own) }));
    return { ...span, words, sentences };
  });
}

/** For each quotation whose words it is, or null: a title, a mere term, or nobody said. */
export function attributed(
  text: string,
  paragraphs: readonly Paragraph[],
  quotations: readonly Quotation[],
): (Attribution | null)[] {
  const found: (Attribution | null)[] = quotations.map(() => null);
  const british = quotations.some(({ mark }) => mark === "single") && !quotations.some(({ mark }) => mark === "double");
  let before: Attribution | null = null;
  for (const { sentences } of paragraphs) {
    const state: State = { text, quotations, found, british, announced: before, spoken: null, waiting: [] };
    for (const sentence of sentences) readSentence(sentence, state);
    for (const place of state.waiting) found[place] = before && { ...before, how: "carried" };
    before = state.spoken ?? (state.waiting.length > 0 ? before : null);
  }
  return found;
}

interface State {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  readonly found: (Attribution | null)[];
  readonly british: boolean;
  /** Who was named last as about to speak. */
  announced: Attribution | null;
  /** Who spoke last in this paragraph. */
  spoken: Attribution | null;
  /** Quotations that begin the paragraph, before anyone is named in it. */
  readonly waiting: number[];
}

function readSentence(sentence: Sentence, state: State): void {
  const { units, frames } = sentence;
  const bare = units.every(({ quotation, pos }) => quotation >= 0 || pos === "PUNCT" || pos === "CCONJ");
  let quoted = false;
  for (const [at, { quotation: place }] of units.entries()) {
    const quotation = state.quotations[place];
    if (!quotation || (quotation.mark === "single" && !state.british)) continue;
    const own = attributionOf(sentence, at, quotation, place, bare, state);
    state.found[place] = own;
    if (!own || wordCount(state.text, quotation) < 4) continue;
    state.spoken = own;
    quoted = true;
  }
  const speech = frames.find(
    ({ lemma, shape, passive }) => isKind(lemma, "speech") && shape !== "noun" && shape !== "relative" && !passive,
  );
  if (quoted) state.announced = state.spoken;
  else if (speech) {
    state.spoken = { sentence, frame: speech, how: "carried", score: 50 };
    state.announced = state.spoken;
  } else if (!bare) state.announced = null;
  if (state.spoken)
    for (const place of state.waiting.splice(0)) state.found[place] = { ...state.spoken, how: "carried" };
}

function attributionOf(
  sentence: Sentence,
  at: number,
  quotation: Quotation,
  place: number,
  bare: boolean,
  state: State,
): Attribution | null {
  const governed = governing(sentence.units, at, sentence.frames);
  if (governed && isSpeech(state.text, sentence.units, at, quotation, governed.score))
    return { sentence, ...governed, how: "governed" };
  const previous = state.found[place - 1];
  if (quotation.continues && previous) return { ...previous, how: "continued" };
  const long = wordCount(state.text, quotation) >= 4;
  if (bare) {
    if (state.spoken) return { ...state.spoken, how: "carried" };
    if (state.announced) return { ...state.announced, how: "announced" };
    state.waiting.push(place);
    return null;
  }
  return at === 0 && state.spoken && long && !governed ? { ...state.spoken, how: "carried" } : null;
}

const wordCount = (text: string, { inner }: Quotation): number =>
  text.slice(inner.start, inner.end).split(/\s+/).length;

/** Whether words that a frame governs are speech: no title, and no single word that hangs on a weak verb. */
function isSpeech(text: string, units: readonly Unit[], at: number, quotation: Quotation, score: number): boolean {
  if (score < 50 && wordCount(text, quotation) <= 2) return false;
  return !(isTitle(text, quotation) && (score < 96 || namedBefore(units, at)));
}

/** Whether what stands before a quotation introduces a name: "on NBC’s “Meet the Press”", "the film “Spotlight”". */
function namedBefore(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (!before) return false;
  return (
    ["ADP", "DET", "NOUN", "ADJ"].includes(before.pos) ||
    /^[’']s?$/.test(before.text) ||
    ["called", "titled", "named", "dubbed"].includes(before.lower)
  );
}

const LIGHT = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|with|by|from|as|vs\.?|is)$/;

/** Whether the words are a name or a title: every word of weight begins with a capital. */
function isTitle(text: string, { inner }: Quotation): boolean {
  const inside = text.slice(inner.start, inner.end);
  const words = inside.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));
  if (words.length > 10 || /[!?;]$/.test(inside) || (words.length === 1 && /[,.]$/.test(inside))) return false;
  const heavy = words.filter((word) => !LIGHT.test(word));
  return heavy.length > 0 && heavy.every((word) => /^[\p{Lu}\p{N}'’]/u.test(word));
}
