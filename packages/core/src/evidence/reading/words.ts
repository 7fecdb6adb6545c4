// Words with their places and parts of speech, by wink-nlp and its English model (a part of the installation; nothing
// is fetched). The tagger is good, not perfect: what it mistakes most often in reports of speech is mended here.
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsHelpers, type WinkMethods } from "wink-nlp";
import { inPieces } from "./paragraphs.js";
import type { Span } from "./span.js";

/** One word or mark. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Universal part of speech: NOUN, PROPN, VERB, AUX, PRON, DET, ADJ, ADV, ADP, PART, NUM, CCONJ, SCONJ, PUNCT, SYM, X. */
  readonly pos: string;
}

let loaded: { readonly wink: WinkMethods; readonly its: ItsHelpers } | null = null;

function language(): { readonly wink: WinkMethods; readonly its: ItsHelpers } {
  if (!loaded) {
    const wink = winkNLP(model, ["pos"]);
    loaded = { wink, its: wink.its };
  }
  return loaded;
}

/** A run of letters and marks without a space that is longer than this is no word: the tokeniser is not asked of it. */
const LONGEST_RUN = /\S{300,}/g;

/** The words of a stretch, which should be a paragraph: the tagger looks at what stands around a word. */
export function wordsOf(text: string, { start, end }: Span): Word[] {
  return inPieces(text, { start, end }).flatMap((piece) => wordsInPiece(text, piece));
}

function wordsInPiece(text: string, { start, end }: Span): Word[] {
  const words: Word[] = [];
  let from = start;
  for (const { 0: run, index } of text.slice(start, end).matchAll(LONGEST_RUN)) {
    words.push(...taggedWords(text, from, start + index));
    from = start + index + run.length;
    words.push({ start: start + index, end: from, text: run, lower: run.toLowerCase(), pos: "X" });
  }
  words.push(...taggedWords(text, from, end));
  return words;
}

/** Marks of emphasis around words, in Markdown. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_])[*_]{1,3}(?=[\p{L}\p{N}"“‘'([])|(?<=[\p{L}\p{N}.,:;!?"”’')\]])[*_]{1,3}(?![\p{L}\p{N}*_])/gu;

/** With blanks in their place, so that every word stays where it stands. */
const withoutEmphasis = (stretch: string): string =>
  /[*_]/.test(stretch) ? stretch.replace(EMPHASIS, (marks) => " ".repeat(marks.length)) : stretch;

function taggedWords(text: string, start: number, end: number): Word[] {
  if (end <= start) return [];
  const { wink, its } = language();
  const tokens = wink.readDoc(withoutEmphasis(text.slice(start, end))).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as string[];
  const words: Word[] = [];
  let at = start;
  for (const [place, value] of values.entries()) {
    at = Math.max(text.indexOf(value, at), at);
    const pos = tags[place] ?? "X";
    if (pos !== "SPACE" && value.trim() !== "") {
      const lower = value.toLowerCase();
      words.push({ start: at, end: at + value.length, text: value, lower, pos });
    }
    at += value.length;
  }
  return words;
}
