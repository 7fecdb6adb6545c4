// Names as written: runs of words with a capital, the offices and courtesies before them apart; and what kind of thing
// a name is of.
import { BODIES, COURTESIES, HE, NO_NAMES, OFFICES, PLACES, SHE, STATES_OF, TITLES_IN_LOWER } from "./name-words.js";
import type { WordRange } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

/** A name as written: its words, what stands before it, and where. */
export interface Name {
  readonly words: readonly string[];
  readonly courtesy: string | null;
  readonly role: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The names of a sentence: runs of words with a capital, the offices before them apart. */
export function namesOf(units: readonly Unit[]): Name[] {
  const found: Name[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!isNameWord(units, at) && !isPeoples(units, at)) continue;
    const to = endOfName(units, at);
    found.push(parted(units, at, to));
    at = to;
  }
  return found.filter(({ words }) => words.length > 0);
}

/** "Anna de Wit", "Shanklin-Hawkins", "the Republic of Maro": the last place of a name that begins here. */
function endOfName(units: readonly Unit[], from: number): number {
  let to = from;
  for (;;) {
    const next = units[to + 1];
    if (isPeoples(units, to)) to += 2;
    else if (isNameWord(units, to + 1)) to++;
    else if (to > from && next?.text === "-" && isSyllable(units[to + 2])) to += 2;
    else if (TITLES_IN_LOWER.has(next?.lower ?? "") && isNameWord(units, to + 2)) to += 2;
    else if (next?.text === "-" && !next.spaced && isNameWord(units, to + 2)) to += 2;
    else if (next?.lower === "of" && STATES_OF.has(units[to]?.lower ?? "") && isNameWord(units, to + 2)) to += 2;
    else return to;
  }
}

/** "the Democratic People's Republic of Korea": the possessive is a part of the name. */
const isPeoples = (units: readonly Unit[], at: number): boolean =>
  units[at]?.text === "People" && /^[’']s$/.test(units[at + 1]?.text ?? "") && isNameWord(units, at + 2);

/** "Kim Hyok-chol", "Ban Ki-moon": the second syllable of a given name of Korea or China, in small letters. */
const isSyllable = (unit: Unit | undefined): boolean =>
  unit !== undefined && !unit.spaced && SYLLABLE.test(unit.text) && !TITLES_IN_LOWER.has(unit.text);

const SYLLABLE = /^(?:ch|ts|sh|hs|wh|[bcdghjklmnprstwy]|kk|pp|tt|ss|jj)?[yw]?[aeiou]{1,3}(?:ng|h|[klmnprst])?$/;

const isNameWord = (units: readonly Unit[], at: number): boolean => {
  const unit = units[at];
  return (
    unit !== undefined &&
    unit.quotation < 0 &&
    unit.pos === "PROPN" &&
    /^\p{Lu}/u.test(unit.text) &&
    !isHeadline(units, at)
  );
};

/** "Candidates Like Donald Trump": a word that is no name stands in capitals. */
const isHeadline = (units: readonly Unit[], at: number): boolean => {
  const unit = units[at];
  // "AM", "IT", "US" in capitals throughout are letters of something.
  return unit !== undefined && NO_NAMES.has(unit.lower) && !/^\p{Lu}{2,}$/u.test(unit.text);
};

/** The offices and courtesies at the head of a run of names, and the name after the last of them. */
function parted(units: readonly Unit[], from: number, to: number): Name {
  const democratic = [from, from - 1].find((at) => units[at]?.text === "Democratic" && isPeoples(units, at + 1));
  if (democratic !== undefined || isPeoples(units, from)) {
    const at = democratic ?? from;
    return { words: textOf(units, { from: at, to }).split(/\s+/), courtesy: null, role: [], from: at, to };
  }
  const titled = units.slice(from, to).findLastIndex(isTitle) + 1 + from;
  const left = before(units, from, OFFICES);
  const titles = units.slice(left, titled).filter(({ pos, lower }) => pos !== "DET" && lower !== "the");
  const at = before(units, titled, TITLES_IN_LOWER);
  const courtesy = titles.findLast(({ lower }) => lower in COURTESIES)?.lower ?? null;
  const words = units.slice(at, to + 1).map(({ text }) => text.replace(/[’']s?$/, ""));
  const office = words.length === 1 && OFFICES.has(words[0]?.toLowerCase() ?? "");
  return {
    words: office ? [] : textOf(units, { from: at, to }).split(/\s+/),
    courtesy,
    role: titles.filter(({ lower }) => !(lower in COURTESIES)).map(({ text }) => text),
    from: at,
    to,
  };
}

/** What stands at the head of a name and is none: an office, a courtesy, letters of a body. */
const isTitle = ({ lower, text }: Unit): boolean =>
  OFFICES.has(lower) || lower in COURTESIES || /^[A-Z]{2,}$/.test(text);

/** The place of the first of the words just before a place that are of a set. */
function before(units: readonly Unit[], at: number, words: ReadonlySet<string>): number {
  let place = at;
  while (words.has(units[place - 1]?.lower ?? "") && units[place - 1]?.quotation === -1) place--;
  return place;
}

export function sexOf({ words, courtesy }: Name): "he" | "she" | null {
  if (courtesy && COURTESIES[courtesy]) return COURTESIES[courtesy] ?? null;
  const first = words.length > 1 ? (words[0] ?? "").toLowerCase() : "";
  return HE.has(first) ? "he" : SHE.has(first) ? "she" : null;
}

export const kindOfName = (name: Name): "person" | "organisation" | "group" => {
  if (name.courtesy) return "person";
  // "South Norland": a part of a place, and not a surname with a given name.
  if (name.words.length > 1 && COMPASS.has(name.words[0]?.toLowerCase() ?? "")) return "organisation";
  if (
    name.words.every((word) => PLACES.has(word.toLowerCase()) || word === "New" || word === "North" || word === "South")
  )
    return name.words.length === 1 && /s$/.test(name.words[0] ?? "") ? "group" : "organisation";
  if (name.words.some((word) => BODIES.has(word.toLowerCase()))) return "organisation";
  if (name.words.length === 1 && /^[A-Z.&]{2,}$/.test(name.words[0] ?? "")) return "organisation";
  return "person";
};

const COMPASS = new Set(
  "north south east west northern southern eastern western new upper lower greater central".split(" "),
);

export const isEvident = (name: Name): boolean =>
  name.courtesy !== null || sexOf(name) !== null || name.role.some((word) => OFFICES.has(word.toLowerCase()));

export function textOf(units: readonly Unit[], { from, to }: WordRange): string {
  let text = "";
  for (let at = from; at <= to; at++) {
    const unit = units[at];
    if (!unit) continue;
    const before = units[at - 1];
    if (text !== "" && before && before.end < unit.start) text += " ";
    text += unit.text;
  }
  return text.replace(/[\s,–—-]+$/, "").replace(/[’']s?$/, "");
}
