// Quantities in words and figures, with what they count: "$1.5 million", "30 to 40 warheads", "half a million people",
// "4.5 per cent", "12 nautical miles". The rules are ours: of 26 phrases that negotiations are full of, compromise 14.17 read
// 8 as meant and Microsoft's recognizers 1.3.1 read 10 (decisions.md, 130).
import type { Word } from "./words.js";

export interface ReadQuantity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly low: number;
  readonly high: number;
  /** What is counted, as written ("warheads", "percent", "€", "tonnes of rice"); "share" of a fraction; empty where nothing says. */
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
]);
const SCALES: ReadonlyMap<string, number> = new Map(Object.entries({
  dozen: 12, dozens: 12, score: 20, hundred: 1e2, thousand: 1e3, lakh: 1e5, lakhs: 1e5, million: 1e6, crore: 1e7, crores: 1e7, billion: 1e9,
  trillion: 1e12, k: 1e3, m: 1e6, mn: 1e6, mln: 1e6, bn: 1e9, b: 1e9, tn: 1e12, trn: 1e12,
})); // biome-ignore format: a table
/** Parts of a whole: "two thirds", "a quarter". */
const PARTS: ReadonlyMap<string, number> = new Map(Object.entries({
  half: 2, halves: 2, third: 3, thirds: 3, quarter: 4, quarters: 4, fourth: 4, fourths: 4, fifth: 5, fifths: 5, sixth: 6, sixths: 6,
  seventh: 7, sevenths: 7, eighth: 8, eighths: 8, ninth: 9, ninths: 9, tenth: 10, tenths: 10,
})); // biome-ignore format: a table
const SIGNS: ReadonlyMap<string, number> = new Map(
  Object.entries({ "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3 }),
);

const CURRENCY = /^(?:(?:US|A|C|NZ|HK|S|R)\$|[$£€¥₹₩₽₺]|(?:USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|AUD|CAD)(?=\s?\d))\s?/;
const FIGURE = /^(?:\d{1,3}(?:,\d{2,3})+(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?/;
const SUFFIX = /^(?:bn|tn|trn|mn|mln|b|m|k)(?![\p{L}\p{N}])/u;
const MONTH =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![\p{L}])/iu;
/** Names of what is numbered, and not counted: "Article 7", "Resolution 1701", "Flight 17". */
const NUMBERED =
  /\b(?:articles?|sections?|chapters?|annex(?:es)?|paragraphs?|paras?|clauses?|resolutions?|rules?|pages?|pp?\.|lines?|nos?\.|numbers?|items?|tables?|figures?|appendix|schedules?|parts?|titles?|vol(?:ume|\.)?|protocols?|§{1,2}|art\.|sec\.)\s*$/i;
/** The same, of words that are names only with a capital. */
const NAMED =
  /\b(?:Phase|Stage|Room|Gate|Flight|Highway|Route|Line|Channel|Form|Track|Option|Plan|Pier|Dock|Berth|Terminal|Unit|Block|Zone|Area|Camp|Battalion|Brigade|Division|Regiment|District|Ward|Level|Step|Day|Round|Act|Boeing|Airbus|Covid|COVID|War|Group of|Directive|Decision|Law|Order|Case|Bill|Proposition|Amendment|Point|Window|Berth|Platform|Reactor|Hwasong|Agenda)[- ]$/;
const GAP = /^[ \u00a0\u202f]/;

interface Amount {
  readonly value: number;
  readonly end: number;
  /** A part of a whole. */
  readonly share: boolean;
}

/** The quantities of a stretch, in order. Years, days, times and numbers of clauses are none. @param words of the stretch */
export function quantitiesIn(text: string, words: readonly Word[]): ReadQuantity[] {
  const found: ReadQuantity[] = [];
  let last = -1;
  for (const [at, word] of words.entries()) {
    if (word.start < last || !mayBegin(word)) continue;
    const one = quantityAt(text, words, at);
    if (!one) continue;
    found.push(one);
    last = one.end;
  }
  return found;
}

const mayBegin = ({ text, lower, pos }: Word): boolean =>
  pos !== "PUNCT" &&
  (/^(?:\d|[$£€¥₹₩₽₺½¼¾⅓⅔]|US|A\$|C\$|NZ|HK|S\$|R\$|USD|EUR|GBP|CHF|JPY|CNY|INR|RUB|AUD|CAD)/.test(text) ||
    NUMBERS.has(lower.split("-")[0] ?? "") ||
    lower === "a" ||
    lower === "an" ||
    lower === "half" ||
    lower === "several" ||
    lower === "hundreds" ||
    lower === "between");

function quantityAt(text: string, words: readonly Word[], at: number): ReadQuantity | null {
  const word = words[at];
  if (!word) return null;
  const { start } = word;
  const stop = words.at(-1)?.end ?? start;
  const rest = (from: number): string => text.slice(from, Math.min(stop, from + 80));
  if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/^[$£€]/.test(word.text)) return null;
  if (
    /[-–/:.]$/.test(text.slice(Math.max(0, start - 1), start)) &&
    /\d[-–/:.]$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return null;
  const between = word.lower === "between" ? /^between\s+/i.exec(rest(start))?.[0].length : undefined;
  if (word.lower === "between" && between === undefined) return null;
  const begin = start + (between ?? 0);
  const currency = CURRENCY.exec(rest(begin))?.[0] ?? "";
  const from = begin + currency.length;
  const first = amountAt(text, from, stop);
  if (!first) return null;
  const before = text.slice(Math.max(0, start - 24), start);
  if (
    currency === "" &&
    (NUMBERED.test(before) ||
      NAMED.test(before) ||
      /\b(?:articles|sections|resolutions|paragraphs|clauses|chapters)\s+[\d, ]+(?:and|or|to)\s*$/i.test(before))
  )
    return null;
  const joined = joinedAt(text, first, currency, stop, between !== undefined);
  if (between !== undefined && !joined) return null;
  const end = joined?.end ?? first.end;
  if (currency === "" && isDateOrTime(text, start, first, end, before)) return null;
  const scale =
    joined && first.value < 1000 && joined.value >= 1e5 && !hasScale(text, from, first.end) ? scaleOf(joined.value) : 1;
  const low = first.value * scale;
  const high = joined?.value ?? low;
  const share = first.share && !joined;
  const unit =
    currency !== "" ? { name: currency.trim(), end } : share ? { name: "share", end } : unitAt(text, words, end);
  if (unit.name === "" && (isYear(text.slice(from, end)) || (word.lower === "one" && end === word.end))) return null;
  if (unit.name === "" && (word.lower === "a" || word.lower === "an") && !/\d/.test(text.slice(start, end)) && low < 12)
    return null;
  return {
    start,
    end: unit.end,
    text: text.slice(start, unit.end),
    low: Math.min(low, high),
    high: Math.max(low, high),
    unit: unit.name,
  };
}

/** Days, times of day, years with a month, ratios: no quantities. */
function isDateOrTime(text: string, start: number, first: Amount, end: number, before: string): boolean {
  const after = text.slice(end, end + 12);
  // "14 and 15 June"
  const second = /^\s?(?:and|or|to|[-–,])\s?\d{1,2}\s+(\p{L}+)/u.exec(text.slice(end, end + 24))?.[1];
  if (second !== undefined && MONTH.test(second)) return true;
  if (MONTH.test(after.trimStart()) || /^(?:st|nd|rd|th)\b/.test(after)) return true;
  if (
    /(?:\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?)\s*$/i.test(
      before,
    )
  )
    return true;
  if (/^:\d\d/.test(after) || /^\s?(?:a\.m\.|p\.m\.|am|pm|o[’']clock|GMT|UTC)(?![\p{L}])/u.test(after)) return true;
  if (/^-\d\d-\d\d/.test(text.slice(first.end, first.end + 6))) return true;
  // An age between commas: "Vos, 54, said".
  return /,\s*$/.test(before) && /^,/.test(after) && /^\d{1,2}$/.test(text.slice(start, end));
}

/** "5 to 6", "$3-5", "between 5 and 6": the second amount, where one is joined to the first. */
function joinedAt(text: string, first: Amount, currency: string, stop: number, between: boolean): Amount | null {
  const link = (between ? /^\s+and\s+/ : /^(?:\s+(?:to|or)\s+|\s?[-–—]\s?)/).exec(
    text.slice(first.end, first.end + 8),
  )?.[0];
  if (!link || first.share) return null;
  let at = first.end + link.length;
  const sign = CURRENCY.exec(text.slice(at, at + 6))?.[0] ?? "";
  if (sign !== "" && currency === "") return null;
  at += sign.length;
  const second = amountAt(text, at, stop);
  return second && !second.share ? second : null;
}

const hasScale = (text: string, from: number, end: number): boolean => /[\p{L}]/u.test(text.slice(from, end));
const scaleOf = (value: number): number => (value >= 1e12 ? 1e12 : value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e5);

/** A number in figures or words, with its scale. */
function amountAt(text: string, from: number, stop: number): Amount | null {
  const rest = text.slice(from, Math.min(stop, from + 80));
  const figure = FIGURE.exec(rest)?.[0];
  // Nobody counts to more digits than these: it is the number of something.
  if (figure !== undefined && figure.length > 24) return null;
  if (figure !== undefined)
    return scaled(text, Number(figure.replace(/[,\u00a0\u202f]/g, "")), from + figure.length, stop, true);
  const sign = SIGNS.get(rest.charAt(0));
  if (sign !== undefined) return { value: sign, end: from + 1, share: true };
  return spelled(text, from, stop);
}

/** A figure with what multiplies it: "1.2bn", "3 million", "2½", "2.5 thousand million". */
function scaled(text: string, figure: number, end: number, stop: number, written: boolean): Amount | null {
  let value = figure;
  let at = end;
  const sign = SIGNS.get(text.charAt(at));
  if (sign !== undefined && written) {
    value += sign;
    at++;
  }
  const suffix = written ? SUFFIX.exec(text.slice(at, at + 4))?.[0] : undefined;
  if (suffix && !(suffix === "m" && !/[$£€¥₹]\s?[\d.,]+$/.test(text.slice(Math.max(0, end - 14), end))))
    return { value: value * (SCALES.get(suffix) ?? 1), end: at + suffix.length, share: false };
  for (;;) {
    const next = /^[ \u00a0-]([\p{L}]+)/u.exec(text.slice(at, Math.min(stop, at + 14)));
    const scale = next?.[1] === undefined ? undefined : SCALES.get(next[1].toLowerCase());
    if (!next || scale === undefined || next[1]?.length === 1) break;
    value *= scale;
    at += next[0].length;
  }
  return Number.isFinite(value) ? { value, end: at, share: false } : null;
}

/** "thirty-eight", "one hundred and fifty", "half a million", "a dozen", "two and a half million", "two thirds". */
function spelled(text: string, from: number, stop: number): Amount | null {
  const tokens = wordsFrom(text, from, stop);
  const [first, second, third] = tokens;
  if (!first) return null;
  if (
    first.word === "half" &&
    (second?.word === "a" || second?.word === "an") &&
    third &&
    (SCALES.get(third.word) ?? 0) >= 12
  )
    return scaled(text, 0.5 * (SCALES.get(third.word) ?? 1), third.end, stop, false);
  if (first.word === "half")
    return second?.word === "of" || second?.word === "the" || second?.word === "its" || second?.word === "their"
      ? { value: 0.5, end: first.end, share: true }
      : null;
  if (first.word === "a" || first.word === "an") {
    const part = second && PARTS.get(second.word);
    if (part && (third?.word === "of" || third?.word === "a"))
      return third.word === "of" ? { value: 1 / part, end: second.end, share: true } : null;
    if (second && (SCALES.get(second.word) ?? 0) >= 12 && second.word.length > 2)
      return scaled(text, SCALES.get(second.word) ?? 1, second.end, stop, false);
    return null;
  }
  let total = 0;
  let group = 0;
  let at = 0;
  let end = from;
  for (; at < tokens.length; at++) {
    const { word, end: here } = tokens[at] ?? { word: "", end: 0 };
    const value = NUMBERS.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) {
      if (group % 10 !== 0 && group % 100 !== 0 && at > 0) break;
      group += value;
    } else if (scale !== undefined && word.length > 2 && at > 0) {
      if (scale === 100 || scale === 12 || scale === 20) group *= scale;
      else {
        total += group * scale;
        group = 0;
      }
    } else if (word === "and" && at > 0) {
      const next = tokens[at + 1]?.word ?? "";
      if ((next === "a" || next === "one") && tokens[at + 2]?.word === "half") {
        const half = tokens[at + 2];
        return scaled(text, total + group + 0.5, half?.end ?? end, stop, false);
      }
      const before = tokens[at - 1]?.word ?? "";
      if (!(NUMBERS.has(next) && SCALES.get(before) !== undefined)) break;
      continue;
    } else break;
    end = here;
  }
  if (at === 0) return null;
  const value = total + group;
  const part = PARTS.get(tokens[at]?.word ?? "");
  if (part && value < part && value > 0 && tokens[at]?.word.endsWith("s"))
    return { value: value / part, end: tokens[at]?.end ?? end, share: true };
  return { value, end, share: false };
}

function wordsFrom(text: string, from: number, stop: number): { word: string; end: number }[] {
  const tokens: { word: string; end: number }[] = [];
  let at = from;
  while (tokens.length < 12) {
    const next = /^(?:[ \u00a0]|-(?=\p{L}))?(\p{L}+)/u.exec(text.slice(at, Math.min(stop, at + 24)));
    if (!next?.[1]) break;
    at += next[0].length;
    tokens.push({ word: next[1].toLowerCase(), end: at });
  }
  return tokens;
}

const MEASURES = new Set(["nautical", "square", "cubic", "metric", "short", "long"]);
const ABBREVIATED =
  /^(?:percent|tons?|tonnes?|kg|km|kilomet(?:er|re)s?|mi|km2|km²|mw|gw|kwh|mwh|hectares?|acres?|metres?|meters?|feet|miles?)$/;
/** Nouns that hold what is counted: "tonnes of rice", "barrels of oil". */
const HOLDERS =
  /^(?:tons?|tonnes?|barrels?|litres?|liters?|gallons?|kilograms?|kg|bags?|sacks?|containers?|boxes|cases|bushels?|ounces?|pounds?|kilos?|truckloads?|shiploads?|hours?|days?|weeks?|months?|years?)$/;
const RATES =
  /^(?:day|hour|week|month|year|head|person|worker|household|shift|tonne|ton|barrel|annum|capita|unit|km|kilometre|mile|hectare|container)s?$/;

/** What is counted, from the word after a number on: "detained fishermen", "crane drivers", "tonnes of rice a day". */
function unitAt(text: string, words: readonly Word[], end: number): { name: string; end: number } {
  let at = words.findIndex(({ start }) => start >= end);
  const none = { name: "", end };
  const first = words[at];
  if (at < 0 || !first || !/^[ \u00a0\u202f-]?$/.test(text.slice(end, first.start))) return none;
  if (first.text === "-" && words[at + 1]) at++;
  const percent = percentAt(text, words, at);
  if (percent) return percent;
  const start = at;
  while (
    at < start + 2 &&
    words[at] &&
    words[at]?.pos !== "NOUN" &&
    (words[at]?.pos === "ADJ" || /ed$/.test(words[at]?.lower ?? "") || MEASURES.has(words[at]?.lower ?? "")) &&
    !ABBREVIATED.test(words[at]?.lower ?? "")
  )
    at++;
  const noun = words[at];
  if (!noun || !(noun.pos === "NOUN" || ABBREVIATED.test(noun.lower))) return none;
  while (words[at + 1]?.pos === "NOUN" && GAP.test(text.slice(words[at]?.end ?? 0, words[at + 1]?.start ?? 0))) at++;
  const compound = words[at - 1];
  const isPair = at > start && compound && (compound.pos === "NOUN" || MEASURES.has(compound.lower));
  let name = isPair ? `${compound.lower} ${words[at]?.lower}` : (words[at]?.lower ?? "");
  let last = words[at]?.end ?? end;
  const of = words[at + 1];
  const what = words[at + 2];
  if (
    HOLDERS.test(words[at]?.lower ?? "") &&
    of?.lower === "of" &&
    what?.pos === "NOUN" &&
    !/^(?:days?|weeks?|months?|years?|hours?)$/.test(words[at]?.lower ?? "")
  ) {
    name += ` of ${what.lower}`;
    last = what.end;
    at += 2;
  }
  const rate = words[at + 1];
  const per = words[at + 2];
  if (rate && per && /^(?:an?|per|each|every)$/.test(rate.lower) && RATES.test(per.lower)) {
    name += ` ${rate.lower === "per" ? "per" : "a"} ${per.lower}`;
    last = per.end;
  }
  return { name, end: last };
}

/** "%", "percent", "per cent", "percentage points", "basis points"; "of GDP" with it. */
function percentAt(text: string, words: readonly Word[], at: number): { name: string; end: number } | null {
  const from = words[at]?.start ?? 0;
  const match = /^(?:%|percentage[ -]points?|percent(?![\p{L}])|per[ -]?cent(?![\p{L}])|pct\b|basis points?)/iu.exec(
    text.slice(from, from + 24),
  );
  if (!match) return null;
  const end = from + match[0].length;
  const name = /^percentage/i.test(match[0])
    ? "percentage points"
    : /^basis/i.test(match[0])
      ? "basis points"
      : "percent";
  const of = /^ of (?:the |all |its |their )?([\p{L}-]{3,})/u.exec(text.slice(end, end + 40));
  if (!of?.[1] || name !== "percent") return { name, end };
  return { name: `percent of ${of[1]}`, end: end + of[0].length };
}

/** "2019" with nothing counted. */
const isYear = (written: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(written);
