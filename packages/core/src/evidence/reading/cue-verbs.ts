// Whether a word reports here, and as which verb; the tagger takes some for nouns, and some verbs report only beside a
// quotation or with a particle.
import { ALWAYS, cueLemma, isKind, TIMES } from "./lexicon.js";
import { endsPhrase, isComma, isNominal, isPossessive, phraseEndingAt, phraseStartingAt } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

/** The verb as which a word reports, by its dictionary form; null where it does not. */
export function reportingLemma(units: readonly Unit[], at: number): string | null {
  const known = cueLemma(units[at]?.lower ?? "");
  const sure = known !== undefined && isVerb(units, at, known) ? known : null;
  const beside = sure !== null && isKind(sure, "speech") ? null : besideQuotation(units, at);
  return particleCue(units, at) ?? beside ?? sure ?? reportsClause(units, at);
}

const BACK = new Set(
  "shot shoots shoot fired fires hit hits snapped pushed fought threw tossed chimed cut broke put".split(" "),
);

/** "shot back", "chimed in", "made clear", "pointed out": what is no cue without its particle. */
function particleCue(units: readonly Unit[], at: number): string | null {
  const next = units[at + 1]?.lower;
  const word = units[at]?.lower ?? "";
  if ((next === "back" || next === "in") && BACK.has(word)) return "say";
  if (/^ma(?:de|kes?|king)$/.test(word) && (next === "clear" || (next === "it" && units[at + 2]?.lower === "clear")))
    return "say";
  return null;
}

/** A past form of any verb with a clause in "that": "sniped that", "fretted that". */
function reportsClause(units: readonly Unit[], at: number): string | null {
  const unit = units[at];
  if (
    unit?.pos !== "VERB" ||
    !unit.lower.endsWith("ed") ||
    units[at + 1]?.lower !== "that" ||
    units[at + 1]?.pos !== "SCONJ"
  )
    return null;
  return /^(?:ensur|requir|caus|happen|mandat|assur|turn|provid|resolv)/.test(unit.lower) ? null : "state";
}

/** A verb of any kind counts where it stands between a quotation that goes on (,” ?” !”) and the sentence's end. */
function besideQuotation(units: readonly Unit[], at: number): string | null {
  const unit = units[at];
  if (unit?.pos !== "VERB" || !/(?:ed|s|went|began|sang|spat|shot|swore)$/.test(unit.lower)) return null;
  const before = units[at - 1];
  const mark = units[at + 1];
  if ((isComma(mark) || mark?.text === ":") && (units[at + 2]?.quotation ?? -1) >= 0 && endsPhrase(before))
    return "say";
  if (before && before.quotation >= 0 && before.open === true)
    return phraseStartingAt(units, at + 1) && endsSoon(units, at + 1) ? "say" : null;
  const phrase = before && phraseEndingAt(units, at - 1);
  const quoted = phrase && units[phrase.from - 1];
  if (!quoted || quoted.quotation < 0 || quoted.open !== true) return null;
  const after = units[at + 1];
  return !after || after.pos === "PUNCT" || after.pos === "ADP" || after.pos === "ADV" ? "say" : null;
}

/** Whether a word that can be a reporting verb is one here; the tagger takes some for nouns. */
function isVerb(units: readonly Unit[], at: number, lemma: string): boolean {
  const unit = units[at];
  if (!unit) return false;
  if (unit.pos === "VERB")
    return (
      units[at - 1]?.pos !== "DET" ||
      ALWAYS.has(unit.lower) ||
      ["another", "some", "many", "one", "both", "all"].includes(units[at - 1]?.lower ?? "")
    );
  if (ALWAYS.has(unit.lower)) return true;
  if (unit.pos === "PROPN" && /^\p{Lu}/u.test(unit.text))
    return isKind(lemma, "speech") && /(?:s|ed)$/.test(unit.lower) && units[at + 1]?.lower === "that";
  if (unit.pos !== "NOUN" && unit.pos !== "ADJ" && unit.pos !== "ADV" && unit.pos !== "PROPN") return false;
  if (unit.pos === "NOUN" && isPluralVerb(units, at)) return true;
  if (!/(?:s|ed|d)$/.test(unit.lower) || !(isKind(lemma, "speech") || isKind(lemma, "clause"))) return false;
  const before = units[at - 1];
  const after = units[at + 1];
  const clause =
    after !== undefined &&
    (after.quotation >= 0 || after.lower === "that" || /^(?:he|she|they|it|we)$/.test(after.lower));
  const subject =
    before !== undefined &&
    ((before.pos === "NOUN" && clause) ||
      before.pos === "PROPN" ||
      before.pos === "PRON" ||
      before.quotation >= 0 ||
      isComma(before) ||
      before.pos === "ADV" ||
      (before.pos === "CCONJ" && clause));
  const object =
    after === undefined ||
    after.pos === "PRON" ||
    after.pos === "DET" ||
    after.pos === "PROPN" ||
    after.lower === "that" ||
    after.quotation >= 0 ||
    isComma(after) ||
    after.text === ":" ||
    after.text === "." ||
    after.pos === "ADP" ||
    after.pos === "ADV" ||
    TIMES.has(after.lower);
  return subject && object && (unit.pos !== "NOUN" || before.pos !== "PRON" || !isPossessive(before));
}

/** "polls show …", "critics fear that …", "Trump plans to …": taken for nouns by the tagger. */
function isPluralVerb(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  const after = units[at + 1];
  const word = units[at]?.lower ?? "";
  if (!before) return false;
  if (!after || after.text === "." || isComma(after))
    return (
      /^(?:show|say|suggest|indicate|believe|think)$/.test(word) && isNominal(before) && /[^s]s$/.test(before.lower)
    );
  const plural =
    (isNominal(before) && /[^s]s$|people|men$/.test(before.lower)) ||
    before.text === "%" ||
    before.pos === "NUM" ||
    /^(?:they|we|i|you|many|some|most|others|who)$/.test(before.lower);
  const singular =
    before.pos === "PROPN" ||
    /^(?:he|she|it|who)$/.test(before.lower) ||
    (before.pos === "NOUN" && !/s$/.test(before.lower));
  const goesOn =
    after.lower === "that" ||
    after.pos === "PRON" ||
    after.pos === "DET" ||
    after.quotation >= 0 ||
    after.pos === "PROPN" ||
    (after.lower === "to" && units[at + 2]?.pos === "VERB");
  return (
    goesOn && (/s$/.test(word) ? singular && (after.lower !== "to" || word === "plans" || word === "hopes") : plural)
  );
}

export function endsSoon(units: readonly Unit[], at: number): boolean {
  const phrase = phraseStartingAt(units, at);
  if (!phrase) return false;
  const after = units[phrase.to + 1];
  return (
    after === undefined ||
    after.pos === "PUNCT" ||
    after.pos === "ADP" ||
    after.quotation >= 0 ||
    TIMES.has(after.lower)
  );
}
