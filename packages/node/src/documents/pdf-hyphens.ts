// Joins the lines of a PDF's paragraphs, and decides whether a hyphen at the end of a line belongs to the word.
const HYPHEN = /([\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*)([-\u2010\u00ad])$/u;
const FIRST_PART = /^([\p{L}\p{M}]+)((?:[-\u2010][\p{L}\p{M}]+)*)/u;
const WORDS = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;

/** First parts that make compounds with a hyphen more often than they end a syllable. */
const COMPOUNDING = new Set(
  "self well long short half non cross high low all anti mid two three four five six semi quasi vice ill near full first second third old new hard soft left ultra decision face fast ever business policy".split(
    " ",
  ),
);

/** Words of their own that end others: "able" after "copyright" is no second part of a compound. */
const ENDINGS = new Set("able age dom ful hood ing less ment men ness ship side ward wards wise".split(" "));

export interface Words {
  readonly whole: ReadonlySet<string>;
  /** Line ends are hyphenated with U+2010 and compounds with U+002D, as browsers do. */
  readonly softSign: boolean;
}

/** The words inside the lines of a document: what is hyphenated at a line's end is judged by them. */
export function wordsOf(lines: readonly string[]): Words {
  const whole = new Set<string>();
  let inside = false;
  for (const [at, line] of lines.entries()) {
    const words = line.replace(HYPHEN, "").match(WORDS) ?? [];
    // What follows a divided word is its rest, and no word.
    for (const word of HYPHEN.test(lines[at - 1] ?? "") ? words.slice(1) : words) {
      whole.add(word.toLowerCase().replaceAll("\u2010", "-"));
      inside ||= word.includes("\u2010");
    }
  }
  return { whole, softSign: !inside };
}

/** Two lines of one paragraph as one. */
export function joinLines(one: string, next: string, words: Words): string {
  const hyphen = HYPHEN.exec(one);
  const first = FIRST_PART.exec(next);
  if (hyphen && first && !/:\/\/\S*$/.test(one)) {
    const [, word = "", sign = ""] = hyphen;
    return keepsHyphen(word, [first[1] ?? "", first[2] ?? ""], sign, words)
      ? `${one}${next}`
      : `${one.slice(0, -1)}${next}`;
  }
  return `${one}${isTight(one, next) ? "" : " "}${next}`;
}

/** In doubt it goes, since most hyphens at line ends divide a word. */
function keepsHyphen(
  word: string,
  [first, more]: readonly [first: string, more: string],
  sign: string,
  { whole, softSign }: Words,
): boolean {
  if (sign === "\u00ad") return false;
  const [low, lowFirst] = [word.toLowerCase().replaceAll("\u2010", "-"), first.toLowerCase()];
  const rest = more.toLowerCase().replaceAll("\u2010", "-");
  if (whole.has(`${low}-${lowFirst}`) || whole.has(`${low}-${lowFirst}${rest}`)) return true;
  if (whole.has(low + lowFirst) || whole.has(`${low}${lowFirst}${rest}`)) return false;
  // "face-" before "to-face": what goes on with a hyphen had one before, if its first part is a word.
  if (rest !== "" && whole.has(low) && whole.has(lowFirst)) return true;
  if (/^\p{Lu}/u.test(first)) return !isAllCapitals(word, first);
  if (sign === "\u2010" && softSign) return false;
  if (ENDINGS.has(lowFirst)) return false;
  const parts = low.split("-");
  const last = parts.at(-1) ?? "";
  if (parts.length === 1 && COMPOUNDING.has(low) && lowFirst.length > 3) return true;
  return last.length > (parts.length > 1 ? 1 : 2) && lowFirst.length > 2 && whole.has(last) && whole.has(lowFirst);
}

/** A word in capitals can be divided; two names cannot. */
const isAllCapitals = (word: string, first: string): boolean =>
  word.length > 1 && first.length > 1 && `${word}${first}` === `${word}${first}`.toUpperCase();

/** No space was there: after or before a dash without one, in addresses, between numbers, in scripts without spaces. */
function isTight(one: string, next: string): boolean {
  if (/\S—$/.test(one) || /^—\S/.test(next)) return true;
  if (/\d[-–]$/.test(one) && /^\d/.test(next)) return true;
  if (/[\p{L}]-$/u.test(one) && /^\d/.test(next)) return true;
  if (/:\/\/\S*[/\-_.?&=]$/.test(one)) return true;
  return (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，]$/u.test(one) &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『]/u.test(next)
  );
}
