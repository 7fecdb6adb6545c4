// Quantities in words and figures, with what they count: "$1.5 million", "30 to 40 warheads", "three months", "20 percent".
import type { Word } from "./words.js";

export interface ReadQuantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** What is counted, as written ("warheads", "percent", "$"); empty where nothing says. */
  readonly unit: string;
}

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const NUMBERS = new Map<string, number>([
  ...SMALL.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, place): [string, number] => [word, 10 * (place + 2)]),
  ["dozen", 12],
  ["half", 0.5],
]);
const SCALES = new Map([
  ["hundred", 1e2],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const FIGURE = /^\d[\d,]*(?:\.\d+)?$/;
const MONTH =
  /^(?:jan(?:uary|\.)|feb(?:ruary|\.)|mar(?:ch|\.)|apr(?:il|\.)|may|june?|july?|aug(?:ust|\.)|sept?(?:ember|\.)|oct(?:ober|\.)|nov(?:ember|\.)|dec(?:ember|\.))$/;
const CURRENCY = /^(?:[$£€¥]|US\$)$/;

/** The quantities among words (of one stretch), in order. Years and days are dates, and left out. */
export function quantitiesIn(text: string, words: readonly Word[]): ReadQuantity[] {
  const found: ReadQuantity[] = [];
  for (let at = 0; at < words.length; at++) {
    const one = quantityAt(text, words, at);
    if (!one) continue;
    found.push(one.quantity);
    at = one.last;
  }
  return found;
}

interface Amount {
  readonly value: number;
  readonly next: number;
}

function quantityAt(text: string, words: readonly Word[], at: number): { quantity: ReadQuantity; last: number } | null {
  const currency = currencyAt(words, at);
  const amount = rangeAt(words, currency === "" ? at : at + 1);
  if (!amount || isMonth(words[amount.next]) || isMonth(words[at - 1])) return null;
  const noun = currency === "" ? unitEnd(words, amount.next) : amount.next;
  const unit = currency || unitAt(words, noun);
  if (!unit && isYear(words, at)) return null;
  const last = currency === "" && unit ? noun : amount.next - 1;
  const start = words[at]?.start ?? 0;
  const end = words[last]?.end ?? start;
  const { low, high } = amount;
  return {
    quantity: { start, end, text: text.slice(start, end), low: Math.min(low, high), high: Math.max(low, high), unit },
    last,
  };
}

/** `$`; empty where none stands. */
function currencyAt(words: readonly Word[], at: number): string {
  const text = words[at]?.text ?? "";
  return CURRENCY.test(text) ? text : "";
}

const isMonth = (word: Word | undefined): boolean => MONTH.test(word?.lower ?? "");

/** One amount, or two that are joined: "5 to 6 million", "$5–$6". */
function rangeAt(words: readonly Word[], at: number): { low: number; high: number; next: number } | null {
  const first = amountAt(words, at);
  if (!first) return null;
  const { value, next } = first;
  const isJoined = /^(?:to|–|-|—|or)$/.test(words[next]?.lower ?? "");
  const second = isJoined ? amountAt(words, next + (currencyAt(words, next + 1) === "" ? 1 : 2)) : null;
  if (!second) return { low: value, high: value, next };
  // "5 to 6 million": the scale is said once.
  const low = value < 1000 && second.value >= 1e6 ? value * scaleOf(second.value) : value;
  return { low, high: second.value, next: second.next };
}

const scaleOf = (value: number): number => (value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : 1e6);

function amountAt(words: readonly Word[], at: number): Amount | null {
  const word = words[at];
  if (!word) return null;
  const spelled = NUMBERS.get(word.lower);
  const written = FIGURE.test(word.text) ? Number(word.text.replaceAll(",", "")) : undefined;
  if (written === undefined && (spelled === undefined || word.lower === "one" || word.lower === "half")) return null;
  let value = written ?? spelled ?? 0;
  let next = at + 1;
  for (let scale = scaleAt(words, next); scale !== undefined; scale = scaleAt(words, next)) {
    value *= scale;
    next++;
  }
  return Number.isFinite(value) ? { value, next } : null;
}

const scaleAt = (words: readonly Word[], at: number): number | undefined => SCALES.get(words[at]?.lower ?? "");

function unitAt(words: readonly Word[], at: number): string {
  const word = words[at];
  if (!word) return "";
  if (word.text === "%") return "percent";
  if (
    word.pos === "NOUN" &&
    words[at - 1]?.pos === "NOUN" &&
    !FIGURE.test(words[at - 1]?.text ?? "") &&
    !NUMBERS.has(words[at - 1]?.lower ?? "") &&
    scaleAt(words, at - 1) === undefined
  )
    return `${words[at - 1]?.lower} ${word.lower}`;
  if (word.pos === "NOUN" || /^(?:percent|per|tons?|tonnes?|kg|km)$/.test(word.lower)) return word.lower;
  return "";
}

/** Where what is counted ends: past "detained" in "38 detained fishermen", and over "crane drivers". */
function unitEnd(words: readonly Word[], at: number): number {
  let place = at;
  while (
    place < at + 2 &&
    (words[place]?.pos === "ADJ" || /ed$/.test(words[place]?.lower ?? "")) &&
    words[place]?.pos !== "NOUN"
  )
    place++;
  if (words[place]?.pos !== "NOUN") return at;
  while (words[place + 1]?.pos === "NOUN") place++;
  return place;
}

/** "2019" with nothing counted. */
function isYear(words: readonly Word[], at: number): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(words[at]?.text ?? "");
}
