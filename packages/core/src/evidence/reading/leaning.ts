// Whether a day without its year is past or to come: by the verb that it belongs to. "will leave on 1 July", "may leave",
// "proposed that the talks resume", "to be released by Monday" lean ahead; "was told on Wednesday" leans back.
import { cueLemma, isKind } from "./lexicon.js";
import type { Span } from "./span.js";
import type { Word } from "./words.js";

const MODALS = new Set("will 'll ’ll wo shall sha would 'd ’d may might can could should must ought cannot".split(" "));
const PAST_BE = new Set("was were had did been 'd ’d".split(" "));
const PRESENT = new Set("is are 's ’s 're ’re am has have do does".split(" "));
/** Participles that look ahead: "scheduled for Monday". */
const PLANNED = new Set("scheduled due expected planned set slated postponed supposed bound meant likely".split(" "));
const IRREGULAR = new Set(
  "left met told said went held began came took saw gave made fell struck fled fought won lost sent built found kept led paid ran spoke stood withdrew broke brought bought caught chose drove flew got grew heard hit knew laid lay meant rose shot shut stole swore taught thought threw understood wore wrote felt became burst dealt died drew fed forbade forgot hid hung lent rang sank sat shook shrank slept sold spent sought sprang swept swam tore woke".split(
    " ",
  ),
);
/** After these a bare verb is a wish, not a report: "proposed that the talks resume". */
const MARKS = /^[.;:?!]$/;
const REACH = 24;
const LIMIT =
  /\b(?:by|until|till|before|no later than|not later than|as of|starting|beginning|effective|from|with effect from)\s+(?:the\s+)?(?:end\s+of\s+|start\s+of\s+|mid-?\s*)?$/i;

/** true: to come. false: past. @param words of the paragraph that the day stands in */
export function leansAhead(text: string, words: readonly Word[], { start, end }: Span): boolean {
  const at = firstAtOrAfter(words, start);
  const left = verbLeftOf(words, at - 1);
  const isLimit =
    LIMIT.test(text.slice(Math.max(0, start - 40), start)) ||
    LIMIT.test(text.slice(Math.max(0, start - 40), start + 4));
  if (left !== null) return left === "ahead" || (left === "open" && isLimit);
  const right = verbRightOf(words, firstAtOrAfter(words, end));
  return right === "ahead" || (right === null && isLimit);
}

function firstAtOrAfter(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Leaning = "ahead" | "back" | "open";

/** How the nearest verb before a place leans; null where the sentence has none there. */
function verbLeftOf(words: readonly Word[], from: number): Leaning | null {
  for (let at = from; at >= Math.max(0, from - REACH); at--) {
    const word = words[at];
    if (!word || MARKS.test(word.text)) return null;
    if (PLANNED.has(word.lower) && (word.pos === "VERB" || word.pos === "ADJ")) return "ahead";
    if (isVerb(words, at)) return leaningOf(words, at);
  }
  return null;
}

function verbRightOf(words: readonly Word[], from: number): Leaning | null {
  for (let at = from; at < Math.min(words.length, from + REACH); at++) {
    const word = words[at];
    if (!word || MARKS.test(word.text)) return null;
    if (!isVerb(words, at) && word.pos !== "AUX") continue;
    let head = at;
    while (
      head < at + 5 &&
      words[head]?.pos !== "VERB" &&
      ["AUX", "ADV", "PART", "VERB"].includes(words[head + 1]?.pos ?? "")
    )
      head++;
    return leaningOf(words, head);
  }
  return null;
}

const isVerb = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  if (!word) return false;
  if (word.pos === "VERB") return true;
  // "is on Monday": an auxiliary alone is the verb.
  return word.pos === "AUX" && words[at + 1]?.pos !== "VERB" && words[at + 1]?.pos !== "AUX";
};

function leaningOf(words: readonly Word[], at: number): Leaning {
  const verb = words[at];
  if (!verb) return "open";
  const before: string[] = [];
  for (let place = at - 1; place >= Math.max(0, at - 6); place--) {
    const word = words[place];
    if (
      !word ||
      !(word.pos === "AUX" || word.pos === "PART" || word.pos === "ADV" || /^(?:not|n[’']t|to)$/.test(word.lower))
    )
      break;
    before.push(word.lower);
  }
  const all = [verb.lower, ...before];
  if (
    all.some(
      (lower) => MODALS.has(lower) && !(lower.endsWith("d") && lower.length === 2 && /(?:ed|en|wn)$/.test(verb.lower)),
    )
  )
    return "ahead";
  if (before.includes("to")) return "ahead";
  if (all.some((lower) => PAST_BE.has(lower))) return "back";
  const isPast = /ed$/.test(verb.lower) || IRREGULAR.has(verb.lower);
  if (before.some((lower) => PRESENT.has(lower)))
    return isPast || /(?:en|wn)$/.test(verb.lower)
      ? before.some((lower) => ["is", "are", "’s", "'s", "’re", "'re"].includes(lower))
        ? "open"
        : "back"
      : "ahead";
  if (isPast) return "back";
  const lemma = cueLemma(verb.lower);
  if (lemma !== undefined && isKind(lemma, "speech")) return "back";
  if (/ing$/.test(verb.lower)) return "open";
  return "ahead";
}
