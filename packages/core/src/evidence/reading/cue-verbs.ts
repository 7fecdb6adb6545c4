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
  return beforeQuotation(units, at) || afterQuotation(units, at) ? "say" : null;
}

/** "…, he sighed, “…”": the verb ends what stands before a quotation. */
function beforeQuotation(units: readonly Unit[], at: number): boolean {
  const mark = units[at + 1];
  return (isComma(mark) || mark?.text === ":") && (units[at + 2]?.quotation ?? -1) >= 0 && endsPhrase(units[at - 1]);
}

/** "“…,” sighed the minister.", "“…,” the minister sighed." */
function afterQuotation(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (isOpenQuotation(before)) return phraseStartingAt(units, at + 1) !== null && endsSoon(units, at + 1);
  const phrase = before && phraseEndingAt(units, at - 1);
  return phrase ? isOpenQuotation(units[phrase.from - 1]) && isAtEnd(units[at + 1]) : false;
}

/** A quotation after which the sentence may go on. */
const isOpenQuotation = (unit: Unit | undefined): boolean =>
  unit !== undefined && unit.quotation >= 0 && unit.open === true;

/** Whether the clause is over before a unit, or says only where or how. */
const isAtEnd = (unit: Unit | undefined): boolean =>
  unit === undefined || unit.pos === "PUNCT" || unit.pos === "ADP" || unit.pos === "ADV";

/** Words after which the tagger is believed although a determiner stands before a verb. */
const ALONE = new Set(["another", "some", "many", "one", "both", "all"]);

/** Whether a word that can be a reporting verb is one here; the tagger takes some for nouns. */
function isVerb(units: readonly Unit[], at: number, lemma: string): boolean {
  const unit = units[at];
  if (!unit) return false;
  if (ALWAYS.has(unit.lower)) return true;
  const before = units[at - 1];
  if (unit.pos === "VERB") return before?.pos !== "DET" || ALONE.has(before.lower);
  if (unit.pos === "PROPN" && /^\p{Lu}/u.test(unit.text))
    return isKind(lemma, "speech") && /(?:s|ed)$/.test(unit.lower) && units[at + 1]?.lower === "that";
  if (!MISTAKEN.has(unit.pos)) return false;
  return (unit.pos === "NOUN" && isPluralVerb(units, at)) || isMistaken(units, at, lemma);
}

/** What the tagger takes verbs for. */
const MISTAKEN = new Set<Unit["pos"]>(["NOUN", "ADJ", "ADV", "PROPN"]);

/** Whether a word that the tagger takes for no verb stands as one: between a subject and what it says. */
function isMistaken(units: readonly Unit[], at: number, lemma: string): boolean {
  const unit = units[at];
  const before = units[at - 1];
  const after = units[at + 1];
  if (!/(?:s|ed|d)$/.test(unit?.lower ?? "") || !(isKind(lemma, "speech") || isKind(lemma, "clause"))) return false;
  if (unit?.pos === "NOUN" && before?.pos === "PRON" && isPossessive(before)) return false;
  return canBeSubject(before, beginsClause(after)) && canFollow(after);
}

const beginsClause = (after: Unit | undefined): boolean =>
  after !== undefined &&
  (after.quotation >= 0 || after.lower === "that" || /^(?:he|she|they|it|we)$/.test(after.lower));

const SUBJECTS = new Set<Unit["pos"]>(["PROPN", "PRON", "ADV"]);
const SUBJECTS_OF_CLAUSES = new Set<Unit["pos"]>(["NOUN", "CCONJ"]);

/** Whether a subject, or what may stand between it and its verb, ends here. @param clause a clause follows the verb */
const canBeSubject = (before: Unit | undefined, clause: boolean): boolean =>
  before !== undefined &&
  (SUBJECTS.has(before.pos) ||
    before.quotation >= 0 ||
    isComma(before) ||
    (clause && SUBJECTS_OF_CLAUSES.has(before.pos)));

const AFTER_VERBS = new Set<Unit["pos"]>(["PRON", "DET", "PROPN", "ADP", "ADV"]);

/** Whether this can follow a reporting verb. */
const canFollow = (after: Unit | undefined): boolean =>
  after === undefined ||
  AFTER_VERBS.has(after.pos) ||
  after.lower === "that" ||
  after.quotation >= 0 ||
  isComma(after) ||
  after.text === ":" ||
  after.text === "." ||
  TIMES.has(after.lower);

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
  if (!goesOn(after, units[at + 2])) return false;
  if (!/s$/.test(word)) return isPlural(before);
  return isSingular(before) && (after.lower !== "to" || word === "plans" || word === "hopes");
}

const isPlural = (unit: Unit): boolean =>
  (isNominal(unit) && /[^s]s$|people|men$/.test(unit.lower)) ||
  unit.text === "%" ||
  unit.pos === "NUM" ||
  /^(?:they|we|i|you|many|some|most|others|who)$/.test(unit.lower);

const isSingular = (unit: Unit): boolean =>
  unit.pos === "PROPN" || /^(?:he|she|it|who)$/.test(unit.lower) || (unit.pos === "NOUN" && !/s$/.test(unit.lower));

const OBJECTS = new Set<Unit["pos"]>(["PRON", "DET", "PROPN"]);

/** Whether a verb's clause or object begins here. */
const goesOn = (after: Unit, next: Unit | undefined): boolean =>
  after.lower === "that" ||
  OBJECTS.has(after.pos) ||
  after.quotation >= 0 ||
  (after.lower === "to" && next?.pos === "VERB");

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
