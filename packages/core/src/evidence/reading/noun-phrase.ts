// Where a noun phrase begins and ends, from parts of speech alone: enough to name who speaks.
import { TIMES } from "./lexicon.js";
import type { Unit } from "./sentences.js";

/** Places in a sentence, both in it. */
export interface Range {
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
export function phraseEndingAt(units: readonly Unit[], end: number): Range | null {
  const last = units[end];
  if (!last || !endsPhrase(last)) return null;
  if (last.pos === "PRON" || (SUBJECTS.has(last.lower) && !isInside(last))) return { from: end, to: end };
  let from = end;
  for (;;) {
    const before = units[from - 1];
    if (!before) break;
    const further = units[from - 2];
    if (isInside(before)) from--;
    else if (
      before.pos === "ADP" &&
      INNER_PREPOSITIONS.has(before.lower) &&
      further &&
      (isNominal(further) ||
        SUBJECTS.has(further.lower) ||
        ["chief", "general", "familiar", "close"].includes(further.lower)) &&
      !TIMES.has(further.lower)
    )
      from -= 2;
    else if (before.pos === "CCONJ" && before.lower !== "but" && isNominal(further)) from -= 2;
    else if (
      before.pos === "VERB" &&
      /(?:ed|ing|en)$/.test(before.lower) &&
      further &&
      (further.pos === "DET" || further.pos === "ADJ" || isGenitive(further) || isPossessive(further))
    )
      from -= 2;
    else if (before.pos === "ADV" && units[from]?.pos === "ADJ" && further?.pos === "DET") from -= 2;
    else break;
  }
  // A day before the subject is not part of it.
  while (from < end && (TIMES.has(units[from]?.lower ?? "") || isGenitive(units[from]) || isHyphen(units[from])))
    from++;
  return { from, to: end };
}

const NAME_PREPOSITIONS = new Set(["of", "for", "from", "with", "at", "in", "on"]);
const EVENTS = new Set(
  "interview statement speech rally letter tweet email e-mail memo message briefing conference debate remarks call hearing appearance post press phone television televised written joint video town recent separate brief later series news telephone early prepared".split(
    " ",
  ),
);

/** The noun phrase that begins at a place, as far right as it goes, what stands in apposition to it included. */
export function phraseStartingAt(units: readonly Unit[], start: number): Range | null {
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
  for (;;) {
    const next = units[to + 1];
    if (!next) return to;
    const further = units[to + 2];
    if (next.pos === "PROPN" || next.pos === "NOUN") {
      if (TIMES.has(next.lower) && isNominal(units[to])) return to;
      to++;
    } else if (isInside(next) && !(next.pos === "DET" && isNominal(units[to]))) to++;
    else if (
      next.pos === "ADP" &&
      NAME_PREPOSITIONS.has(next.lower) &&
      further &&
      startsPhrase(further) &&
      !eventAhead(units, to + 2)
    )
      to += 2;
    else if (
      next.pos === "CCONJ" &&
      next.lower === "and" &&
      further &&
      (isNominal(further) || further.pos === "DET") &&
      !verbSoon(units, to + 2)
    )
      to += 2;
    else if (next.text === "(") {
      const close = units.findIndex((unit, at) => at > to && unit.text === ")");
      if (close < 0 || close - to > 8) return to;
      to = close;
    } else if (next.quotation >= 0 && further?.pos === "PROPN") to += 2;
    else return to;
  }
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
