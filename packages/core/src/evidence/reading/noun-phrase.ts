// Where a noun phrase begins and ends, from parts of speech alone: enough to name who speaks.
import { TIMES } from "./lexicon.js";
import type { Unit } from "./sentences.js";

/** Places in a sentence, both in it. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const POSSESSIVES = new Set(["his", "her", "their", "its", "my", "our", "your", "whose"]);
const SUBJECTS = new Set(
  "he she they it we i you who one everyone everybody nobody someone somebody anyone others another those these this many some most few several both all none which that".split(
    " ",
  ),
);
const INNER_PREPOSITIONS = new Set(
  "of for from at in with on to by about against behind under near inside outside like over between among".split(" "),
);

export const isNominal = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.pos === "NOUN" || unit.pos === "PROPN" || unit.pos === "NUM");

const isMark = (unit: Unit | undefined, marks: string): boolean => unit?.pos === "PUNCT" && marks.includes(unit.text);
export const isComma = (unit: Unit | undefined): boolean => isMark(unit, ",");
export const isDash = (unit: Unit | undefined): boolean =>
  isMark(unit, "—–") || unit?.text === "--" || (isMark(unit, "-") && unit?.spaced === true);
const isHyphen = (unit: Unit | undefined): boolean => isMark(unit, "-/&–") && unit?.spaced === false;
export const isPossessive = (unit: Unit | undefined): boolean => unit !== undefined && POSSESSIVES.has(unit.lower);
const isGenitive = (unit: Unit | undefined): boolean => unit !== undefined && /^[’']s?$/.test(unit.text);

const isInside = (unit: Unit): boolean =>
  isNominal(unit) ||
  unit.pos === "DET" ||
  unit.pos === "ADJ" ||
  unit.pos === "SYM" ||
  isPossessive(unit) ||
  isGenitive(unit) ||
  isHyphen(unit);

/** Whether a noun phrase can end here. */
export const endsPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  !/^[’']/.test(unit.text) &&
  (isNominal(unit) ||
    SUBJECTS.has(unit.lower) ||
    unit.lower === "most" ||
    unit.text === "%" ||
    unit.pos === "ADJ" ||
    (unit.pos === "PRON" && !isPossessive(unit)) ||
    (unit.text.endsWith(".") && unit.text.length > 1 && unit.pos !== "PUNCT"));

/** Whether a noun phrase can begin here. */
export const startsPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (isNominal(unit) || unit.pos === "DET" || unit.pos === "ADJ" || isPossessive(unit) || SUBJECTS.has(unit.lower));

/** The noun phrase that ends at a place, as far left as it goes; null where none does. */
export function phraseEndingAt(units: readonly Unit[], end: number): WordRange | null {
  const last = units[end];
  if (!last || !endsPhrase(last)) return null;
  if (last.pos === "PRON" || (SUBJECTS.has(last.lower) && !isInside(last))) return { from: end, to: end };
  let from = end;
  for (let more = goesBack(units, from); more > 0; more = goesBack(units, from)) from -= more;
  // A day before the subject is not part of it.
  while (from < end && (TIMES.has(units[from]?.lower ?? "") || isGenitive(units[from]) || isHyphen(units[from])))
    from++;
  return { from, to: end };
}

/** How many words before a place belong to the phrase that goes on there; 0 where none does. */
function goesBack(units: readonly Unit[], from: number): 0 | 1 | 2 {
  const before = units[from - 1];
  if (!before) return 0;
  if (isInside(before)) return 1;
  const further = units[from - 2];
  switch (before.pos) {
    case "ADP":
      return INNER_PREPOSITIONS.has(before.lower) && hasPhrase(further) ? 2 : 0;
    case "CCONJ":
      return before.lower !== "but" && isNominal(further) ? 2 : 0;
    case "VERB":
      return /(?:ed|ing|en)$/.test(before.lower) && beginsPhrase(further) ? 2 : 0;
    case "ADV":
      return units[from]?.pos === "ADJ" && further?.pos === "DET" ? 2 : 0;
    default:
      return 0;
  }
}

const HEADS = new Set(["chief", "general", "familiar", "close"]);

/** Whether a preposition after this goes on with its phrase: "chief of …", "those in …"; not "Tuesday in …". */
const hasPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (isNominal(unit) || SUBJECTS.has(unit.lower) || HEADS.has(unit.lower)) &&
  !TIMES.has(unit.lower);

/** "the elected …", "its growing …" */
const beginsPhrase = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.pos === "DET" || unit.pos === "ADJ" || isGenitive(unit) || isPossessive(unit));

const NAME_PREPOSITIONS = new Set(["of", "for", "from", "with", "at", "in", "on"]);
const EVENTS = new Set(
  "interview statement speech rally letter tweet email e-mail memo message briefing conference debate remarks call hearing appearance post press phone television televised written joint video town recent separate brief later series news telephone early prepared".split(
    " ",
  ),
);

/** The noun phrase that begins at a place, as far right as it goes, what stands in apposition to it included. */
export function phraseStartingAt(units: readonly Unit[], start: number): WordRange | null {
  const first = units[start];
  if (!first || !startsPhrase(first)) return null;
  if (
    first.pos === "PRON" &&
    !isPossessive(first) &&
    !["one", "some", "many", "most", "those", "both", "all"].includes(first.lower)
  )
    return { from: start, to: start };
  const to = withAppositions(units, coreEnd(units, start));
  return { from: start, to };
}

function coreEnd(units: readonly Unit[], start: number): number {
  let to = start;
  for (let more = goesAhead(units, to); more > 0; more = goesAhead(units, to)) to += more;
  return to;
}

/** How many words after a place belong to the phrase that comes from there; 0 where none does. */
function goesAhead(units: readonly Unit[], to: number): number {
  const next = units[to + 1];
  if (!next) return 0;
  const here = units[to];
  if (next.pos === "PROPN" || next.pos === "NOUN") return TIMES.has(next.lower) && isNominal(here) ? 0 : 1;
  if (isInside(next) && !(next.pos === "DET" && isNominal(here))) return 1;
  const further = units[to + 2];
  if (next.pos === "ADP" && NAME_PREPOSITIONS.has(next.lower) && startsPhrase(further) && !eventAhead(units, to + 2))
    return 2;
  if (next.lower === "and" && next.pos === "CCONJ" && joins(units, to + 2)) return 2;
  if (next.text === "(") return bracketLength(units, to);
  return next.quotation >= 0 && further?.pos === "PROPN" ? 2 : 0;
}

/** Whether "and" leads to one more of the same, and not to a clause. */
function joins(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  return (isNominal(unit) || unit?.pos === "DET") && !verbSoon(units, at);
}

/** To the end of a short bracket; 0 where it is long, or never ends. */
function bracketLength(units: readonly Unit[], from: number): number {
  const close = units.findIndex((unit, at) => at > from && unit.text === ")");
  return close < 0 || close - from > 8 ? 0 : close - from;
}

/** Whether a preposition leads to an occasion (in an interview, on Tuesday) and not to more of the name. */
function eventAhead(units: readonly Unit[], at: number): boolean {
  for (let place = at; place < at + 4; place++) {
    const unit = units[place];
    if (!unit || unit.pos === "PUNCT") return false;
    if (EVENTS.has(unit.lower) || TIMES.has(unit.lower)) return true;
    if (unit.pos === "PROPN") return false;
  }
  return false;
}

const isFiniteVerb = (unit: Unit): boolean =>
  unit.pos === "AUX" || (unit.pos === "VERB" && !/(?:ing|ed|en)$/.test(unit.lower));

function verbSoon(units: readonly Unit[], at: number): boolean {
  for (let place = at; place < at + 5; place++) {
    const unit = units[place];
    if (!unit || unit.pos === "PUNCT") return false;
    if (unit.pos === "VERB" || unit.pos === "AUX") return true;
  }
  return false;
}

function withAppositions(units: readonly Unit[], core: number): number {
  let to = core;
  for (let rounds = 0; rounds < 3; rounds++) {
    if (!isComma(units[to + 1])) return to;
    const begin = units[to + 2];
    if (!begin || !(startsPhrase(begin) || begin.lower === "of") || (begin.pos === "PRON" && !isPossessive(begin)))
      return to;
    let end = to + 2;
    while (
      units[end + 1] &&
      !isComma(units[end + 1]) &&
      !isDash(units[end + 1]) &&
      !isMark(units[end + 1], ".;:?!") &&
      (units[end + 1]?.quotation ?? -1) < 0
    ) {
      const unit = units[end + 1];
      if (!unit || isFiniteVerb(unit) || unit.pos === "SCONJ" || end - to > 25) return to;
      end++;
    }
    to = end;
  }
  return to;
}
