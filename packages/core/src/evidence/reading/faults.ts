// What is wrong with a text itself, so that what is found in it is less sure: letters that a scanner misread, columns that
// were run together, paragraphs in another language. It is said, and nobody is made a speaker of a fragment.
import type { Span } from "./span.js";

export interface TextFaults {
  /** Sentences for people. */
  readonly remarks: readonly string[];
  /** Paragraphs that are not English. */
  readonly foreign: readonly Span[];
  /** Whether a name is a fragment of a misread word. */
  readonly isFragment: (name: string) => boolean;
}

/** Of words: more than that is no matter of a few odd names. PolNeAR's 920 news texts have 0.2 % at most. */
const NOISY = 0.01;
const FEWEST = 3;
const ENOUGH_WORDS = 40;
const SHOWN = 3;

/** @param paragraphs of the text, in order */
export function faultsOf(text: string, paragraphs: readonly Span[]): TextFaults {
  const words = text.match(/\S*\p{L}\S*/gu) ?? [];
  const misread = words.filter(isMisread);
  const isNoisy = words.length >= ENOUGH_WORDS && misread.length >= FEWEST && misread.length > NOISY * words.length;
  const foreign = paragraphs.filter((span) => isForeign(text.slice(span.start, span.end)));
  const remarks: string[] = [];
  if (isNoisy) {
    const percent = Math.max(1, Math.round((100 * misread.length) / words.length));
    const examples = [...new Set(misread)].slice(0, SHOWN).map((word) => `“${word.slice(0, 30)}”`);
    remarks.push(
      `About ${percent} % of its words look misread (${examples.join(", ")}), as in a scan. Check what you take against the original.`,
    );
  }
  if (hasColumns(text))
    remarks.push(
      "Many of its lines have wide gaps, as where columns were run together: sentences may be mixed. Check what you take against the original.",
    );
  const [first] = foreign;
  if (first)
    remarks.push(
      `${foreign.length === 1 ? "A paragraph is" : `${foreign.length} paragraphs are`} not English (the first in line ${lineOf(text, first.start)}), and only English is read.`,
    );
  return {
    remarks,
    foreign,
    isFragment: (name) =>
      name.split(/\s+/).some(isMisread) || (isNoisy && !/\p{L}{2}/u.test(name)) || /^[\p{P}\p{S}]/u.test(name),
  };
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;

const MISREAD = [
  // A digit or a sign among small letters: "sa1d", "wh|ch".
  /\p{Ll}\d+\p{Ll}/u,
  /\p{L}[|~^\\{}<>=¢§¥]\p{L}/u,
  /^[|!~]\p{Ll}{2}/u,
  // Capitals in the middle or at the end of a word that begins small: "tHe", "saiD".
  /^\p{Ll}{2,}\p{Lu}+\p{Ll}*\P{L}*$/u,
  /^\p{Ll}\p{Lu}\p{Ll}{1,2}\P{L}*$/u,
  // Four and more consonants without a vowel.
  /^\P{L}*[bcdfghjklmnpqrstvwxz]{4,}\P{L}*$/u,
];

/** What scanners make of the commonest words. */
const TYPICAL = new Set(
  "tbe tlie thc lhe ihe tiie tbat tliat thal witb wbich whicb bave tbis thia ofthe inthe tothe aud frora".split(" "),
);

/** Addresses of the web and of mail, and tags, are written as nothing else is. */
const isMisread = (word: string): boolean =>
  word.length <= 40 &&
  !/[@/#&]|www\.|\.\w{2,4}$/.test(word) &&
  (TYPICAL.has(word.toLowerCase()) || MISREAD.some((form) => form.test(word)));

const ENGLISH = new Set(
  "the of and to that for it with he his her not from or they which has would when said is are was were be".split(" "),
);
/** The commonest words of neighbours, as far as English has none that is written so. */
const FOREIGN = new Set(
  "der die das und nicht ist mit von den dem ein eine zu auf für wir sie le la les des une est pour dans que qui sur pas nous el los las por con una del se para como il che di non per della sono het een van niet dat voor zijn i och att som är".split(
    " ",
  ),
);

/** Of another script, or with more of the common words of other languages than of English ones. */
function isForeign(paragraph: string): boolean {
  const letters = paragraph.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return false;
  if ((paragraph.match(/\p{Script=Latin}/gu)?.length ?? 0) < letters / 2) return true;
  const words = paragraph.toLowerCase().match(/\p{L}+/gu) ?? [];
  const english = words.filter((word) => ENGLISH.has(word)).length;
  const foreign = words.filter((word) => FOREIGN.has(word)).length;
  return words.length >= 8 && foreign >= 3 && foreign > 2 * english && foreign > 0.15 * words.length;
}

/** Words, a gap of three and more, and words again, in many lines. */
function hasColumns(text: string): boolean {
  const lines = text.split("\n", 5000).filter((line) => line.trim() !== "");
  const split = lines.filter((line) => /\S(?: \S+){2,} {3,}\S+(?: \S+){2,}/.test(line.slice(0, 400)));
  return split.length >= 8 && split.length >= 0.3 * lines.length;
}
