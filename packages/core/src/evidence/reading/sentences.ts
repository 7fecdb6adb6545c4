// A paragraph as a row of units: words, and in the place of each quotation one unit that stands for all of it. What is
// said about the words quoted is then as plain as in a sentence without quotation marks.

import { ALWAYS, cueLemma } from "./lexicon.js";
import type { Quotation } from "./quotations.js";
import type { Word } from "./words.js";

export interface Unit extends Word {
  /** The quotation that it stands for, as a place in the list of them; -1 for a word. */
  readonly quotation: number;
  /** Of a quotation: it ends in a comma, a question or an exclamation mark, so that the sentence may go on. */
  readonly open: boolean;
  /** White space stands on both sides. */
  readonly spaced: boolean;
}

/** Words that stand with a capital where no sentence begins: names, as a rule. */
export function namesIn(text: string): ReadonlySet<string> {
  // Asked for every message of mail, of one text.
  if (last?.text !== text) last = { text, names: namesOfText(text) };
  return last.names;
}

let last: { readonly text: string; readonly names: ReadonlySet<string> } | null = null;

function namesOfText(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/(?<=[\p{Ll},;][ \u00a0])\p{Lu}[\p{L}'’-]*\p{Ll}/gu), ([name]) => name));
}

const LATELY = new Set(["further", "later", "then", "also"]);
const SMALL_WORD = /^(?:the|an?|in|on|of|to|at|by)$/i;
const MISTAKEN = new Set(["VERB", "ADJ", "ADV", "NOUN", "INTJ", "X", "AUX", "ADP", "SCONJ"]);

/** Whether a word begins with a capital letter; without a regular expression, since every word is asked. */
const isCapital = (text: string): boolean => {
  const first = text.charAt(0);
  return first !== first.toLowerCase();
};

/** The tagger's part of speech, mended where a capital, a hyphen or a list says otherwise. */
function mendedTag(units: readonly Unit[], unit: Unit, at: number, names: ReadonlySet<string>): string {
  const { pos, text, lower } = unit;
  if (unit.quotation >= 0 || pos === "PUNCT") return pos;
  if (LATELY.has(lower)) return "ADV";
  // "half a million people": the tagger takes it for an adverb.
  if (lower === "half" && /^(?:an?|of|the)$/.test(units[at + 1]?.lower ?? "")) return "ADJ";
  const before = units[at - 1];
  if (before?.text === "-" && !before.spaced && pos === "VERB") return "ADJ";
  if (!MISTAKEN.has(pos) || !isCapital(text) || text === "I") return pos;
  const starts = !before || before.quotation >= 0 || /^[.?!:;—–-]$/.test(before.text);
  if (!starts) return SMALL_WORD.test(text) ? pos : "PROPN";
  if (names.has(text)) return "PROPN";
  const next = units[at + 1];
  return pos === "VERB" && next && (ALWAYS.has(next.lower) || next.pos === "PROPN") && !lower.endsWith("ing")
    ? "PROPN"
    : pos;
}

const isGap = (char: string): boolean =>
  char === " " || char === "\n" || char === "\u00a0" || char === "\t" || char === "\r";

/** The units of a paragraph, its quotations (places `first` and on) in one unit each. */
export function unitsOf(
  text: string,
  words: readonly Word[],
  quotations: readonly Quotation[],
  first: number,
  names: ReadonlySet<string>,
): Unit[] {
  const units: Unit[] = [];
  let next = 0;
  for (const word of words) {
    while (next < quotations.length && (quotations[next]?.end ?? 0) <= word.start) next++;
    const own = quotations[next];
    if (own && word.end > own.start) {
      if (units.at(-1)?.quotation !== first + next)
        units.push({
          start: own.start,
          end: own.end,
          text: "“”",
          lower: "“”",
          pos: "QUOTE",
          quotation: first + next,
          open: /[,?!—–-]\s*$/.test(text.slice(own.inner.start, own.inner.end)),
          spaced: true,
        });
      continue;
    }
    const spaced = word.pos === "PUNCT" && isGap(text.charAt(word.start - 1)) && isGap(text.charAt(word.end));
    const { start, end, text: written, lower, pos } = word;
    units.push({ start, end, text: written, lower, pos, quotation: -1, open: false, spaced });
  }
  for (const [at, unit] of units.entries()) {
    const pos = mendedTag(units, unit, at, names);
    if (pos !== unit.pos) units[at] = { ...unit, pos };
  }
  return units;
}

/** Words and marks of a sentence at most; a list that goes on without an end is cut. */
const LONGEST = 200;

/** Sentences: a full stop ends one, and so does a quotation that ends with one, unless who said it follows. */
export function sentencesOf(text: string, units: readonly Unit[], quotations: readonly Quotation[]): Unit[][] {
  const sentences: Unit[][] = [];
  let current: Unit[] = [];
  for (const [at, unit] of units.entries()) {
    current.push(unit);
    if (current.length >= LONGEST || endsHere(text, units, at, quotations)) {
      sentences.push(current);
      current = [];
    }
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

function endsHere(text: string, units: readonly Unit[], at: number, quotations: readonly Quotation[]): boolean {
  const unit = units[at];
  const next = units[at + 1];
  if (!unit || !next) return false;
  if (unit.quotation >= 0) {
    const inner = quotations[unit.quotation]?.inner;
    const last = inner ? text.slice(inner.start, inner.end).trimEnd().slice(-1) : "";
    if (!/[.?!…’']/.test(last) || !startsSentence(next)) return false;
    if (last !== ".") return !saidAfter(units, at + 1, 8);
    return !(at === 0 && saidAfter(units, at + 1, 4, true));
  }
  // "of Jacksonville, Fla. “She …”": an abbreviation ends a sentence where words with a capital are quoted next.
  if (next.quotation >= 0 && /^\p{L}.*\.$/u.test(unit.text) && !TITLES.has(unit.lower)) {
    const inner = quotations[next.quotation]?.inner;
    return inner !== undefined && /^\p{Lu}/u.test(text.slice(inner.start, inner.end));
  }
  if (!/^[.?!]+$|^…$|^;$/.test(unit.text)) return false;
  return startsSentence(next) && !insideBrackets(units, at);
}

const TITLES = new Set("mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. capt. sgt. rev. prof. st. pres.".split(" "));

const startsSentence = (unit: Unit): boolean =>
  unit.quotation >= 0 || isCapital(unit.text) || /^[\d@#$([—–-]/.test(unit.text);

/** "(D-N.Y.)": between brackets that close soon. */
function insideBrackets(units: readonly Unit[], at: number): boolean {
  const opened = units.slice(Math.max(0, at - 6), at).findLast(({ text }) => text === "(" || text === ")");
  return opened?.text === "(" && units.slice(at + 1, at + 5).some(({ text }) => text === ")");
}

/** Whether what follows a quotation only says who said it: a short subject, a verb of saying, and no clause after. */
function saidAfter(units: readonly Unit[], at: number, reach: number, alone = false): boolean {
  for (let place = at; place < at + reach; place++) {
    const unit = units[place];
    if (!unit || unit.quotation >= 0 || (unit.pos === "PUNCT" && !/^[,.-]$/.test(unit.text))) return false;
    const lemma = cueLemma(unit.lower);
    if (lemma === undefined || unit.pos === "PROPN" || (unit.pos === "NOUN" && place === at)) continue;
    const after = units[place + 1];
    if (!after) return true;
    if (alone) return after.text === ".";
    return (
      after.pos === "PUNCT" ||
      after.pos === "ADP" ||
      after.pos === "ADV" ||
      after.quotation >= 0 ||
      /day$/i.test(after.text) ||
      (lemma === "tell" && after.lower !== "that") ||
      place === at
    );
  }
  return false;
}
