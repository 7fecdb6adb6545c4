// Which issue, option or number of a case a statement speaks to, by the case's own words: names and aliases of issues,
// names of options, components of terms. A word counts by how rare it is in English (common-stems.ts) and by how few of the
// case's issues have it; below a threshold nothing is suggested. The words that spoke for it are given.
import type { Case, Issue } from "../../case/index.js";
import { COMMON_STEMS } from "./common-stems.js";
import type { ReadQuantity } from "./quantities.js";

export interface Suggestion {
  readonly issue: string;
  /** The option that the words point to, for an issue of numbers the number; null where they tell only the issue. */
  readonly option: string | null;
  /** The first and the last option that they leave open, where that is a range: "20 to 25 percent". */
  readonly range: readonly [from: string, to: string] | null;
  /** The words of the statement that suggested it. */
  readonly words: readonly string[];
  /** 0–1: how telling the words are together. */
  readonly score: number;
}

interface Entry {
  readonly issue: Issue;
  /** Stem → its weight. */
  readonly own: ReadonlyMap<string, number>;
  /** Of the issue's name: they tell it from the others, and none of its options from another. */
  readonly named: ReadonlySet<string>;
  /** What else documents call it, with the stems of its words in a row. */
  readonly aliases: readonly { readonly alias: string; readonly stems: string }[];
  readonly options: readonly { readonly id: string; readonly own: ReadonlySet<string> }[];
}

export interface Vocabulary {
  readonly entries: readonly Entry[];
}

const EMPTY = new Set(
  "the a an of to in on at for and or no not all some any by with from as is are be its it that this than more less under only other new first today yes who which what when their they will would can could may might shall should must has have had been was were do does did into over about after before if but so such both each one there here his her him she he we our us you your me my them these those then also very just because while where how why said say says none".split(
    " ",
  ),
);

/** What words are told apart by: lower case, without the endings of number and tense. @public The table of common stems is made with it. */
export const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/wn$/, "w")
    .replace(/(?:ations?|ings?|ements?|ments?|ies|ed|es|e|s|y)$/, (end) => (word.length - end.length >= 4 ? "" : end));

const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [])
    .flatMap((word) => (word.includes("-") ? [word, ...word.split("-")] : [word]))
    .filter((word) => word.length > 1 && !EMPTY.has(word.toLowerCase()));

const stemsIn = (text: string): Set<string> => new Set(wordsIn(text).map(stemOf));

/** How telling a word is by how many texts have it: half of them, a quarter, 12 %, 6 %, 3 %, fewer. */
const WEIGHTS: readonly number[] = [0, 0.15, 0.3, 0.45, 0.6];
const RARE = 1;
const NUMBER = 0.5;
let common: ReadonlyMap<string, number> | null = null;

function rarityOf(stem: string): number {
  common ??= new Map(
    COMMON_STEMS.flatMap(([, stems], at) =>
      stems
        .trim()
        .split(/\s+/)
        .map((one): [string, number] => [one, WEIGHTS[at] ?? RARE]),
    ),
  );
  return /^\d+$/.test(stem) ? NUMBER : (common.get(stem) ?? RARE);
}

/** A name says more than a component of a term, and that more than an option. */
const OF_NAME = 1.5;
const OF_COMPONENT = 1;
const OF_OPTION = 0.7;
/** What two issues share says less of each. */
const SHARED = 0.7;

/** The words of a case's issues, options and terms. */
export function vocabularyOf(negotiation: Case): Vocabulary {
  // The names of the parties are in whatever is said, so they tell no issue: "North" is North Korea.
  const parties = stemsIn(negotiation.parties.map(({ name, aliases = [] }) => [name, ...aliases].join(" ")).join(" "));
  const raw = negotiation.issues.map((issue) => {
    const weights = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const stem of stemsIn(text))
        if (!parties.has(stem)) weights.set(stem, Math.max(weights.get(stem) ?? 0, weight));
    };
    add(`${issue.name} ${issue.id}`, OF_NAME);
    for (const { components } of negotiation.terms)
      for (const component of components) if (component.issue === issue.id) add(component.text, OF_COMPONENT);
    if (issue.step === null) for (const { name } of issue.options) add(name, OF_OPTION);
    return { issue, weights };
  });
  const spread = new Map<string, number>();
  for (const { weights } of raw) for (const stem of weights.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return {
    entries: raw.map(({ issue, weights }) => ({
      issue,
      own: new Map(
        [...weights].map(([stem, weight]) => [stem, (weight * rarityOf(stem)) / (spread.get(stem) ?? 1) ** SHARED]),
      ),
      named: stemsIn(`${issue.name} ${issue.id}`),
      aliases: (issue.aliases ?? []).map((alias) => ({ alias, stems: running(alias) })),
      options: (issue.step === null ? issue.options : []).map(({ id, name }) => ({
        id,
        own: new Set([...stemsIn(`${id} ${name}`)].filter((stem) => !parties.has(stem))),
      })),
    })),
  };
}

/** The stems of words, in a row: a phrase is found in whatever number and tense it stands. */
const running = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf).join(" ");

/** Less than this is chance: one word that a quarter of all texts have, however rare in the case. */
const ENOUGH = 0.55;
const MOST = 3;

/** The issues that words speak to, best first, at most three. @param quantities in them */
export function suggestionsFor(
  text: string,
  { entries }: Vocabulary,
  quantities: readonly ReadQuantity[] = [],
): Suggestion[] {
  const said = new Map<string, string>();
  for (const word of wordsIn(text)) if (!said.has(stemOf(word))) said.set(stemOf(word), word);
  const row = ` ${running(text)} `;
  const isPlain = !NOT_PLAIN.test(text);
  const scored = entries.map((entry) => {
    const shared = [...entry.own.keys()].filter((stem) => said.has(stem));
    const named = entry.aliases.flatMap(({ alias, stems }) => (row.includes(` ${stems} `) ? [alias] : []));
    const sum = shared.reduce((all, stem) => all + (entry.own.get(stem) ?? 0), 0) + named.length;
    const number = numberFor(entry.issue, quantities, entries);
    return { entry, shared, named, sum: number && sum > 0 ? Math.max(sum, ENOUGH) + 0.2 : sum, number };
  });
  return scored
    .filter(({ sum, number }) => sum >= ENOUGH || number?.alone)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, MOST)
    .map(({ entry, shared, named, sum, number }) => ({
      issue: entry.issue.id,
      option: isPlain ? (number ? number.option : optionFor(entry, said)) : null,
      range: isPlain ? (number?.range ?? null) : null,
      words: [
        ...new Set([...named, ...shared.map((stem) => said.get(stem) ?? stem), ...(number ? [number.text] : [])]),
      ],
      score: Math.round((1 - Math.exp(-sum / 2)) * 100) / 100,
    }));
}

/** The least that an option's own words must weigh together. */
const ENOUGH_FOR_OPTION = 0.3;

/** Common as they are, they tell "a tenth off the list" from "a tenth on top". */
const DIRECTIONS = new Set(["off", "up", "out", "down"].map(stemOf));

/** The one option whose own words (not its siblings') the statement has most of; null on a tie. */
function optionFor(entry: Entry, said: ReadonlyMap<string, string>): string | null {
  const scores = entry.options.map(({ id, own }) => {
    const telling = [...own].filter(
      (stem) =>
        !entry.named.has(stem) && entry.options.filter((other) => other.own.has(stem)).length === 1 && said.has(stem),
    );
    const weightOf = (stem: string): number => (DIRECTIONS.has(stem) ? ENOUGH_FOR_OPTION : rarityOf(stem));
    return { id, score: telling.reduce((sum, stem) => sum + weightOf(stem), 0) };
  });
  const [first, second] = [...scores].sort((a, b) => b.score - a.score);
  return first && first.score >= ENOUGH_FOR_OPTION && first.score > (second?.score ?? 0) ? first.id : null;
}

interface Named {
  readonly option: string | null;
  readonly range: readonly [string, string] | null;
  readonly text: string;
  /** No other issue is counted in this unit, so the number alone tells the issue. */
  readonly alone: boolean;
}

/** What turns a number or an option round, sets it beside another, or makes a bound of it: a person reads on. */
const NOT_PLAIN =
  /\b(?:no longer|not|never|nothing|neither|nor|cannot|without|whoever|instead of|rather than|below|above|under|over|beyond|less|more than|fewer|at least|at most|up to|only if|unless|or we|would have|used to|had asked|asked for|in the past|last year)\b|n[’']t\b/i;

/** The number of an issue that a quantity names: of its unit, and within its range; none where several are said. */
function numberFor(issue: Issue, quantities: readonly ReadQuantity[], entries: readonly Entry[]): Named | null {
  if (issue.step === null || quantities.filter(({ unit }) => unit !== "" && isSameUnit(unit, issue)).length > 1)
    return null;
  const values = issue.options.map(({ id }) => Number(id));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  for (const { low, high, unit, text } of quantities) {
    if (unit === "" || !isSameUnit(unit, issue) || low < least || high > most) continue;
    const optionAt = (value: number): string | null => {
      const at = values.findIndex((one) => Math.abs(one - value) < 1e-9 * Math.max(1, Math.abs(value)));
      return at >= 0 ? (issue.options[at]?.id ?? null) : issue.continuous ? String(value) : null;
    };
    const [from, to] = [optionAt(low), optionAt(high)];
    const alone = entries.filter((other) => other.issue.step !== null && isSameUnit(unit, other.issue)).length === 1;
    if (low === high) return from === null ? null : { option: from, range: null, text, alone };
    return from !== null && to !== null ? { option: null, range: [from, to], text, alone } : null;
  }
  return null;
}

const CURRENCIES: readonly (readonly [sign: RegExp, words: RegExp])[] = [
  [/^(?:US)?\$|USD/, /dollar|usd|\$/i],
  [/€|EUR/, /euro|eur|€/i],
  [/£|GBP/, /pound|gbp|sterling|£/i],
  [/₹|INR/, /rupee|inr/i],
];

function isSameUnit(unit: string, issue: Issue): boolean {
  const own = issue.unit ?? "";
  if (/^percent/.test(unit)) return /^(?:%|per ?cent|percent)/i.test(own.trim());
  const currency = CURRENCIES.find(([sign]) => sign.test(unit));
  if (currency) return currency[1].test(own);
  const counted = stemsIn(unit.replace(/ of .*/, ""));
  return [...stemsIn(own)].some((stem) => counted.has(stem));
}
