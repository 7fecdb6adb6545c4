// Who a verb is said of: the phrase before it, past days, appositions and brackets; the subject that it shares with the
// verb before; the subject of the clause that it hangs on.

import { TIMES } from "./lexicon.js";
import { OFFICES } from "./name-words.js";
import { outermost } from "./nesting.js";
import {
  isComma,
  isDash,
  isNominal,
  isPossessive,
  phraseEndingAt,
  phraseStartingAt,
  type WordRange,
} from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";
import { groupOf } from "./verb-group.js";

interface Subject {
  readonly range: WordRange;
  readonly shape: "before" | "shared" | "relative" | "state";
}

/** The subject of a verb group that begins at `from`. */
export function subjectBefore(
  units: readonly Unit[],
  from: number,
  found: readonly ReportingFrame[],
  depth = 0,
): Subject | null {
  const at = beforeTimes(units, from - 1);
  const unit = units[at];
  if (!unit || depth > 6) return null;
  const relative: Subject = { range: { from: at, to: at }, shape: "relative" };
  if (unit.lower === "who") return relative;
  if (isRelativeTo(unit, units[at - 1])) return sharedSubject(units, at, found) ?? relative;
  if (unit.lower === "to") return controller(units, at, found, depth);
  if (unit.pos === "CCONJ" || unit.lower === "then") return sharedSubject(units, at, found);
  if (unit.text === ")" || unit.text === "]") return acrossBrackets(units, at, found);
  if (isComma(unit) || isDash(unit)) return acrossComma(units, at) ?? sharedSubject(units, at, found);
  if (unit.quotation >= 0) return unit.open ? acrossComma(units, at + 1) : null;
  return phraseBefore(units, at);
}

/** "the plan that", "the plan, which" */
const isRelativeTo = ({ lower }: Unit, before: Unit | undefined): boolean =>
  (lower === "which" || lower === "that") && (isNominal(before) || isComma(before));

/** The phrase that ends at a place: "those surveyed said", "a report published Wednesday said" too. */
function phraseBefore(units: readonly Unit[], at: number): Subject | null {
  const phrase = phraseEndingAt(units, at);
  if (phrase) return { range: phrase, shape: "before" };
  const unit = units[at];
  const noun = unit?.pos === "VERB" && /ed$|n$/.test(unit.lower) ? phraseEndingAt(units, at - 1) : null;
  return noun && { range: { from: noun.from, to: at }, shape: "before" };
}

/** Past adverbs and days: "Priebus later Thursday told", "Mr. Kim on Tuesday said". */
function beforeTimes(units: readonly Unit[], end: number): number {
  let at = end;
  for (;;) {
    const unit = units[at];
    if (!unit) return at;
    if (unit.pos === "ADV" && !["when", "where", "most", "many", "more"].includes(unit.lower)) at--;
    else if (TIMES.has(unit.lower) && at > 0) {
      at--;
      while (["on", "in", "late", "early", "last", "this", "next", "that"].includes(units[at]?.lower ?? "")) at--;
    } else return at;
  }
}

/** "sought to convince": the subject of the verb before. */
function controller(
  units: readonly Unit[],
  to: number,
  found: readonly ReportingFrame[],
  depth: number,
): Subject | null {
  for (let place = to - 1; place >= Math.max(0, to - 8); place--) {
    const unit = units[place];
    if (!unit || unit.quotation >= 0 || unit.text === ".") return null;
    if (unit.pos !== "VERB") continue;
    const known = found.find(({ head }) => head === place);
    if (known) return { range: known.source, shape: "shared" };
    return subjectBefore(units, groupOf(units, place).from, found, depth + 1);
  }
  return null;
}

/** "… and said": the subject of the last verb that has one of its own. */
function sharedSubject(units: readonly Unit[], before: number, found: readonly ReportingFrame[]): Subject | null {
  let nested: WordRange | null = null;
  for (let place = before - 1; place >= 0; place--) {
    const unit = units[place];
    if (!unit || (unit.pos !== "VERB" && unit.pos !== "AUX")) continue;
    const known = found.find(({ cue }) => cue.from <= place && place <= cue.to);
    if (known)
      return known.shape === "agent" ? null : { range: outermost(units, known, found).source, shape: "shared" };
    const group = groupOf(units, place);
    const phrase = ownSubject(units, group.from - 1);
    if (!phrase) continue;
    if (!opensClause(units[phrase.from - 1])) return { range: phrase, shape: "shared" };
    nested ??= phrase;
  }
  return nested && { range: nested, shape: "shared" };
}

/** What a verb has as a subject of its own, which ends at a place; null where it shares another's. */
function ownSubject(units: readonly Unit[], at: number): WordRange | null {
  const left = units[at];
  if (!left || left.lower === "to" || left.lower === "who" || left.pos === "CCONJ") return null;
  const phrase = isComma(left) ? acrossComma(units, at)?.range : phraseEndingAt(units, at);
  return phrase && !isRelative(units, phrase) ? phrase : null;
}

const OPENERS = new Set(["that", "when", "as", "after", "while", "which", "what"]);

/** Whether what follows is a clause within another. */
const opensClause = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.pos === "SCONJ" || unit.pos === "VERB" || OPENERS.has(unit.lower));

const isRelative = (units: readonly Unit[], { from, to }: WordRange): boolean =>
  from === to && ["that", "which", "who", "it", "this", "there"].includes(units[from]?.lower ?? "");

function acrossBrackets(units: readonly Unit[], close: number, found: readonly ReportingFrame[]): Subject | null {
  const opener = units[close]?.text === "]" ? "[" : "(";
  for (let place = close - 1; place >= Math.max(0, close - 30); place--) {
    if (units[place]?.text !== opener) continue;
    const phrase = phraseEndingAt(units, place - 1);
    if (phrase) return { range: { from: phrase.from, to: close }, shape: "before" };
    return subjectBefore(units, place, found, 1);
  }
  return null;
}

/** "Mukasey, the attorney general under Bush, said": the phrase before the apposition or relative clause. */
export function acrossComma(units: readonly Unit[], close: number): Subject | null {
  const dash = isDash(units[close]);
  let commas = 0;
  for (let place = close - 1; place >= Math.max(0, close - 40); place--) {
    const unit = units[place];
    if (!unit || unit.text === ";" || unit.text === ":") return null;
    if (dash ? !isDash(unit) : !isComma(unit)) continue;
    commas++;
    const phrase = bracketed(units, place - 1);
    const inside = units.slice(place + 1, close);
    if (!phrase) return null;
    if (!apposes(inside)) {
      if (commas > 4) return null;
      continue;
    }
    const outer = furtherLeft(units, phrase);
    return { range: { from: outer.from, to: close }, shape: "before" };
  }
  return null;
}

/** A phrase that may end in brackets: "Tim Kaine (D-Va.)". */
function bracketed(units: readonly Unit[], end: number): WordRange | null {
  if (units[end]?.text !== ")") return phraseEndingAt(units, end);
  for (let place = end - 1; place >= Math.max(0, end - 10); place--) {
    if (units[place]?.text !== "(") continue;
    const phrase = phraseEndingAt(units, place - 1);
    return phrase && { from: phrase.from, to: end };
  }
  return null;
}

/** Whether what stands between two commas says more of the phrase before it: no verb of its own but in a relative clause. */
function apposes(inside: readonly Unit[]): boolean {
  const first = inside[0];
  if (!first) return false;
  if (
    ["who", "whose", "which", "where", "whom"].includes(first.lower) ||
    (first.pos === "ADP" && ["whom", "which"].includes(inside[1]?.lower ?? ""))
  )
    return true;
  if (first.pos === "PRON" && !isPossessive(first) && !/sel(?:f|ves)$/.test(first.lower)) return false;
  if (first.pos === "SCONJ" || first.pos === "CCONJ") return false;
  return !inside.some(
    (unit, at) =>
      (unit.pos === "AUX" ||
        (unit.pos === "VERB" &&
          at > 0 &&
          !/(?:ed|ing|en|wn|ld|pt)$/.test(unit.lower) &&
          inside[at - 1]?.lower !== "to")) &&
      !inside.slice(0, at).some(({ lower }) => ["who", "that", "which", "whose"].includes(lower)),
  );
}

/** "Ryan, 46, of Wisconsin,": while the phrase only adds to a name before it, that name. */
function furtherLeft(units: readonly Unit[], phrase: WordRange): WordRange {
  let from = phrase.from;
  for (let rounds = 0; rounds < 3; rounds++) {
    if (!isComma(units[from - 1])) break;
    // "Its chairman, Pieter Vos,": the office before the name.
    const office = OFFICES.has(units[from - 2]?.lower ?? "") && units[from - 2]?.pos === "NOUN";
    const before = office || addsToName(units[from]) ? phraseEndingAt(units, from - 2) : null;
    if (!before || (!office && units[before.to]?.pos !== "PROPN" && units[before.to]?.text !== ")")) break;
    from = before.from;
  }
  return { from, to: phrase.to };
}

const ADDING = new Set<Unit["pos"]>(["NUM", "DET", "ADP", "ADJ"]);

/** Whether a phrase that begins here only adds to a name before it. */
const addsToName = (first: Unit | undefined): boolean =>
  first !== undefined && (ADDING.has(first.pos) || (first.pos === "NOUN" && first.lower === first.text));

/** The subject of the clause that a participle belongs to. */
export function mainSubject(units: readonly Unit[], from: number, found: readonly ReportingFrame[]): WordRange | null {
  // "Citing the report, Trump said": the subject follows the comma.
  if (from <= 2) {
    const comma = units.findIndex((unit, at) => at > from && isComma(unit));
    if (comma > 0) {
      const phrase = phraseStartingAt(units, comma + 1);
      if (phrase) return phrase;
    }
  }
  const known = found.findLast(({ shape, cue }) => cue.to < from && shape !== "noun" && shape !== "according");
  if (known) return outermost(units, known, found).source;
  return sharedSubject(units, from, found)?.range ?? null;
}
