// Who is said to say something in a sentence: every reporting expression with its source. A frame is one reading of
// one cue; what it governs is decided elsewhere.
import { ALWAYS, cueLemma, isKind, SAYING_NOUNS, STATES, TIMES } from "./lexicon.js";
import { OFFICES } from "./name-words.js";
import {
  endsPhrase,
  isComma,
  isDash,
  isNominal,
  isPossessive,
  phraseEndingAt,
  phraseStartingAt,
  type Range,
  startsPhrase,
} from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

export interface Frame {
  /** Where the cue stands: the verb with its auxiliaries, "according to", a noun of saying, a colon. */
  readonly cue: Range;
  /** The word that decides, as a place. */
  readonly head: number;
  readonly lemma: string;
  readonly source: Range;
  /**
   * before: the source, then the verb. after: the verb, then the source. shared: a further verb of the same subject.
   * participle: "…, adding …". according: "according to …". noun: "his claim that …". agent: "called … by …".
   * state: "is willing to …". colon: "…: “…”". label: a sign, a chapter or the like that is said to read so.
   */
  readonly shape:
    | "before"
    | "after"
    | "shared"
    | "participle"
    | "according"
    | "noun"
    | "agent"
    | "colon"
    | "relative"
    | "state";
  readonly passive: boolean;
}

/** Reporting expressions that are looked at in a sentence; nobody writes more. */
const MOST = 40;

/** All frames of a sentence, in order of their cues. */
export function framesOf(units: readonly Unit[]): Frame[] {
  const found: Frame[] = [];
  for (const [at, unit] of units.entries()) {
    const frame =
      unit.quotation >= 0
        ? null
        : (accordingAt(units, at) ?? nounAt(units, at) ?? stateAt(units, at, found) ?? verbAt(units, at, found));
    if (frame) found.push(frame);
    if (found.length === MOST) break;
  }
  const colon = colonAt(units, found);
  if (colon) found.push(colon);
  return found;
}

/** "Wasserman: “…”", "From Bush’s post: “…”", "He played up his strength: “…”": a colon before a quotation, with no cue. */
function colonAt(units: readonly Unit[], found: readonly Frame[]): Frame | null {
  const at = units.findIndex((unit, place) => unit.text === ":" && (units[place + 1]?.quotation ?? -1) >= 0);
  if (at < 1) return labelled(units);
  if (
    found.some(
      ({ cue, source, lemma }) => at > cue.to && at - Math.max(cue.to, source.to) <= 12 && isKind(lemma, "speech"),
    )
  )
    return null;
  const base = { cue: { from: at, to: at }, head: at, lemma: ":", shape: "colon", passive: false } as const;
  const named = phraseEndingAt(units, at - 1);
  const opener = named && units[named.from - 1];
  if (
    named &&
    units[named.to]?.pos === "PROPN" &&
    opener &&
    (isDash(opener) || ["-", "from", "by", "pollster"].includes(opener.lower))
  )
    return { ...base, source: named };
  const verb = units.findIndex(({ pos }, place) => place < at && (pos === "VERB" || pos === "AUX"));
  if (verb > 0) {
    const subject = subjectBefore(units, groupOf(units, verb).from, found);
    return subject ? { ...base, source: subject.range } : null;
  }
  const phrase = phraseEndingAt(units, at - 1);
  if (!phrase) return null;
  const owner = units.findIndex(
    (unit, place) => place >= phrase.from && place <= phrase.to && /^[’']s?$/.test(unit.text),
  );
  return { ...base, source: owner > 0 ? { from: phrase.from, to: owner } : phrase };
}

/** "Pompeo: We will not ease the pressure": a name that begins a sentence, and a colon. */
function labelled(units: readonly Unit[]): Frame | null {
  const at = units.findIndex(({ text }) => text === ":");
  if (at < 1 || at > 7 || units.length < at + 4 || units[at - 1]?.pos !== "PROPN") return null;
  const phrase = phraseEndingAt(units, at - 1);
  if (phrase?.from !== 0 || units.slice(0, at).some(({ pos, quotation }) => pos === "VERB" || quotation >= 0))
    return null;
  return { cue: { from: at, to: at }, head: at, lemma: ":", source: phrase, shape: "colon", passive: false };
}

function accordingAt(units: readonly Unit[], at: number): Frame | null {
  if (units[at]?.lower !== "according" || units[at + 1]?.lower !== "to") return null;
  const source = untilComma(units, phraseStartingAt(units, at + 2) ?? looseSource(units, at + 2));
  return source
    ? { cue: { from: at, to: at + 1 }, head: at, lemma: "accord", source, shape: "according", passive: false }
    : null;
}

/** "a report published last week,": to the comma, where a participle goes on with the source. */
function untilComma(units: readonly Unit[], source: Range | null): Range | null {
  const next = source && units[source.to + 1];
  if (!source || !next || !(next.pos === "VERB" || next.pos === "ADJ") || !/(?:ed|ing|en)$/.test(next.lower))
    return source;
  const comma = units.findIndex((unit, place) => place > source.to && (isComma(unit) || unit.text === "."));
  return comma > 0 && comma - source.to < 12 ? { from: source.from, to: comma - 1 } : source;
}

/** A source whose first word the tagger takes for a verb: "according to exit polls". */
function looseSource(units: readonly Unit[], at: number): Range | null {
  if ((units[at]?.quotation ?? 0) >= 0 || units[at]?.pos === "PUNCT") return null;
  const rest = phraseStartingAt(units, at + 1);
  return { from: at, to: rest?.to ?? at };
}

/** "his claim that …", "Kaine’s call for …", "a statement from the office". */
function nounAt(units: readonly Unit[], at: number): Frame | null {
  const unit = units[at];
  if (unit?.pos !== "NOUN" || !SAYING_NOUNS.has(unit.lower)) return null;
  let before = at - 1;
  while (before >= 0 && ["ADJ", "NOUN", "ADV"].includes(units[before]?.pos ?? "")) before--;
  const owner = units[before];
  if (!owner) return null;
  if (isPossessive(owner) && owner.lower !== "whose")
    return {
      cue: { from: at, to: at },
      head: at,
      lemma: unit.lower,
      source: { from: before, to: before },
      shape: "noun",
      passive: false,
    };
  if (/^[’']s?$/.test(owner.text)) {
    const phrase = phraseEndingAt(units, before - 1);
    if (phrase)
      return {
        cue: { from: at, to: at },
        head: at,
        lemma: unit.lower,
        source: { from: phrase.from, to: before },
        shape: "noun",
        passive: false,
      };
  }
  return null;
}

/** "is willing to …", "were convinced that …", "remains open to …". */
function stateAt(units: readonly Unit[], at: number, found: readonly Frame[]): Frame | null {
  const unit = units[at];
  if (!unit || !STATES.has(unit.lower)) return null;
  const group = groupOf(units, at);
  const verb = units[group.from - 1];
  const linked = hasAuxiliary(units, group, at);
  const from = linked
    ? group.from
    : verb && /^(?:remain|feel|felt|seem|appear|becom|became|sound)/.test(verb.lower)
      ? group.from - 1
      : -1;
  const next = units[at + 1];
  if (from < 0 || !next || !/^(?:to|that|of|about|with|for|in|at|by|on|over|he|she|they|the|it)$/.test(next.lower))
    return null;
  const subject = subjectBefore(units, from, found);
  return (
    subject && {
      cue: { from, to: at },
      head: at,
      lemma: unit.lower,
      source: subject.range,
      shape: "state",
      passive: false,
    }
  );
}

function verbAt(units: readonly Unit[], at: number, found: readonly Frame[]): Frame | null {
  const unit = units[at];
  if (!unit) return null;
  const known = cueLemma(unit.lower);
  const sure = known !== undefined && isVerb(units, at, known) ? known : null;
  const beside = sure !== null && isKind(sure, "speech") ? null : besideQuotation(units, at);
  const lemma = particleCue(units, at) ?? beside ?? sure ?? reportsClause(units, at);
  if (lemma === null) return null;
  const group = groupOf(units, at);
  const passive = isPassive(units, group, at);
  const base = { cue: group, head: at, lemma, passive };
  if (passive) {
    const agent = agentAfter(units, at);
    return agent ? { ...base, source: agent, shape: "agent" } : null;
  }
  if (isComma(units[at - 1]) && (units[at - 2]?.quotation ?? -1) < 0) {
    // "Green, associate professor of history, said": an apposition that begins the sentence or follows a quotation.
    const near = acrossComma(units, at - 1, found);
    const first = near && units[near.range.from - 1];
    const introduced =
      isComma(first ?? undefined) &&
      !units.slice(0, near?.range.from).some(({ pos }) => pos === "VERB" || pos === "AUX");
    if (near && (near.range.from <= 2 || introduced || (first && first.quotation >= 0)))
      return { ...base, source: near.range, shape: "before" };
  }
  if (speaksAfter(units, group, at, lemma)) {
    const source = phraseStartingAt(units, at + 1);
    if (source) return { ...base, source, shape: "after" };
  }
  if (isNaming(units, group, at, lemma)) return null;
  if (/ing$/.test(unit.lower) && !hasAuxiliary(units, group, at)) {
    const own = isNominal(units[group.from - 1]) ? phraseEndingAt(units, group.from - 1) : null;
    if (
      own &&
      !units.slice(own.from, own.to + 1).some(({ lower }) => MESSAGES.has(lower)) &&
      !TIMES.has(units[own.to]?.lower ?? "")
    )
      return { ...base, source: own, shape: "participle" };
    const subject = mainSubject(units, group.from, found);
    return subject ? { ...base, source: subject, shape: "participle" } : null;
  }
  const subject = subjectBefore(units, group.from, found);
  return subject ? { ...base, source: subject.range, shape: subject.shape } : null;
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

/** What somebody issues to say something: "released a statement saying". */
const MESSAGES = new Set(
  "statement statements report letter tweet tweets email e-mail memo op-ed post message brief lawsuit release column article piece ad complaint petition resolution speech".split(
    " ",
  ),
);

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

const NEGATIONS = new Set(["not", "n't", "n’t", "never"]);

/** The verb with its auxiliaries and adverbs. */
function groupOf(units: readonly Unit[], at: number): Range {
  let from = at;
  for (let place = at - 1; place >= 0; place--) {
    const unit = units[place];
    if (!unit || unit.quotation >= 0) break;
    if (unit.pos === "AUX" || NEGATIONS.has(unit.lower)) from = place;
    else if (unit.pos !== "ADV" || ["when", "where", "how", "why"].includes(unit.lower)) break;
    else from = place;
  }
  return { from, to: at };
}

const BE = new Set("is are was were be been being ’s 's ’re 're am".split(" "));
const hasAuxiliary = (units: readonly Unit[], group: Range, at: number): boolean =>
  units.slice(group.from, at).some((unit) => unit.pos === "AUX");

function isPassive(units: readonly Unit[], group: Range, at: number): boolean {
  const unit = units[at];
  if (!unit || /ing$/.test(unit.lower) || !/(?:ed|n|d|t)$/.test(unit.lower)) return false;
  const auxiliaries = units.slice(group.from, at).filter(({ pos }) => pos === "AUX");
  const last = auxiliaries.at(-1);
  return last !== undefined && BE.has(last.lower);
}

/** "an article titled “…”": a name, not speech. */
function isNaming(units: readonly Unit[], group: Range, at: number, lemma: string): boolean {
  if (!["title", "label", "dub", "name", "know", "call", "term"].includes(lemma)) return false;
  if (!/(?:ed|wn)$/.test(units[at]?.lower ?? "") || hasAuxiliary(units, group, at)) return false;
  if (lemma === "know") return true;
  const next = units[at + 1];
  if (!next || (next.quotation < 0 && next.lower !== "as")) return false;
  for (let place = group.from - 1; place >= 0; place--) {
    const unit = units[place];
    if (!unit || isComma(unit)) return false;
    if (unit.pos === "VERB" || unit.pos === "AUX") return true;
  }
  return false;
}

function agentAfter(units: readonly Unit[], at: number): Range | null {
  for (let place = at + 1; place < Math.min(units.length, at + 12); place++) {
    const unit = units[place];
    if (!unit || isComma(unit) || unit.pos === "VERB") return null;
    if (unit.lower === "by") return phraseStartingAt(units, place + 1);
  }
  return null;
}

/** Whether the source stands after the verb: "…,” said the minister", "…, according" apart. */
function speaksAfter(units: readonly Unit[], group: Range, at: number, lemma: string): boolean {
  if (!isKind(lemma, "speech") && !isKind(lemma, "clause")) return false;
  if (group.from !== at) return false;
  const before = units[at - 1];
  const after = units[at + 1];
  if (!after || !startsPhrase(after) || after.quotation >= 0 || TIMES.has(after.lower)) return false;
  if (["me", "him", "them", "us", "her", "that", "this", "which", "it"].includes(after.lower)) return false;
  if (lemma === "tell" && before?.quotation === -1) return false;
  // "Said Dorothy Poynter, who grew up there: …"
  if (before === undefined)
    return (
      isKind(lemma, "speech") &&
      /(?:said|says|ed)$/.test(units[at]?.lower ?? "") &&
      isNominal(after) &&
      units.some(({ quotation }) => quotation >= 0)
    );
  const opens =
    before !== undefined && (before.quotation >= 0 || isComma(before) || isDash(before) || /^[?!]$/.test(before.text));
  if (!opens)
    return before?.lower === "as" || before?.lower === "so" ? isKind(lemma, "speech") && !isObject(units, at) : false;
  const quoted =
    before.quotation >= 0 || (units[at - 2]?.quotation !== undefined && (units[at - 2]?.quotation ?? -1) >= 0);
  if (/ing$/.test(units[at]?.lower ?? "")) return false;
  const phrase = phraseStartingAt(units, at + 1);
  const next = phrase && units[phrase.to + 1];
  if (next && (next.pos === "VERB" || next.pos === "AUX")) return false;
  if (quoted) return isKind(lemma, "speech") || endsSoon(units, at + 1);
  // Without a quotation just before it is a further verb of the same subject, unless the sentence ends after a name.
  return (
    !/ing$/.test(units[at]?.lower ?? "") &&
    ["say", "add", "report", "write", "note", "explain"].includes(lemma) &&
    endsSoon(units, at + 1)
  );
}

const isObject = (units: readonly Unit[], at: number): boolean =>
  endsPhrase(units[at - 2]) && units[at - 1]?.lower !== "as";

function endsSoon(units: readonly Unit[], at: number): boolean {
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

interface Subject {
  readonly range: Range;
  readonly shape: "before" | "shared" | "relative" | "state";
}

/** The subject of a verb group that begins at `from`. */
function subjectBefore(units: readonly Unit[], from: number, found: readonly Frame[], depth = 0): Subject | null {
  const at = beforeTimes(units, from - 1);
  const unit = units[at];
  if (!unit || depth > 6) return null;
  if (unit.lower === "who") return { range: { from: at, to: at }, shape: "relative" };
  if ((unit.lower === "which" || unit.lower === "that") && (isNominal(units[at - 1]) || isComma(units[at - 1])))
    return sharedSubject(units, at, found) ?? { range: { from: at, to: at }, shape: "relative" };
  if (unit.lower === "to") return controller(units, at, found, depth);
  if (unit.pos === "CCONJ" || unit.lower === "then") return sharedSubject(units, at, found);
  if (unit.text === ")" || unit.text === "]") return acrossBrackets(units, at, found);
  if (isComma(unit) || isDash(unit)) return acrossComma(units, at, found) ?? sharedSubject(units, at, found);
  if (unit.quotation >= 0) return unit.open ? acrossComma(units, at + 1, found) : null;
  const phrase = phraseEndingAt(units, at);
  if (phrase) return { range: phrase, shape: "before" };
  // "those surveyed said", "a report published Wednesday said".
  const noun = unit.pos === "VERB" && /ed$|n$/.test(unit.lower) ? phraseEndingAt(units, at - 1) : null;
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
function controller(units: readonly Unit[], to: number, found: readonly Frame[], depth: number): Subject | null {
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
function sharedSubject(units: readonly Unit[], before: number, found: readonly Frame[]): Subject | null {
  let nested: Range | null = null;
  for (let place = before - 1; place >= 0; place--) {
    const unit = units[place];
    if (!unit || (unit.pos !== "VERB" && unit.pos !== "AUX")) continue;
    const known = found.find(({ cue }) => cue.from <= place && place <= cue.to);
    if (known)
      return known.shape === "agent" ? null : { range: outermost(units, known, found).source, shape: "shared" };
    const group = groupOf(units, place);
    const left = units[group.from - 1];
    if (!left || left.lower === "to" || left.pos === "CCONJ") continue;
    if (left.lower === "who") continue;
    const phrase = isComma(left)
      ? acrossComma(units, group.from - 1, found)?.range
      : phraseEndingAt(units, group.from - 1);
    if (!phrase || isRelative(units, phrase)) continue;
    const opener = units[phrase.from - 1];
    if (
      opener &&
      (opener.pos === "SCONJ" ||
        opener.pos === "VERB" ||
        ["that", "when", "as", "after", "while", "which", "what"].includes(opener.lower))
    ) {
      nested ??= phrase;
      continue;
    }
    return { range: phrase, shape: "shared" };
  }
  return nested && { range: nested, shape: "shared" };
}

const isRelative = (units: readonly Unit[], { from, to }: Range): boolean =>
  from === to && ["that", "which", "who", "it", "this", "there"].includes(units[from]?.lower ?? "");

function acrossBrackets(units: readonly Unit[], close: number, found: readonly Frame[]): Subject | null {
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
function acrossComma(units: readonly Unit[], close: number, _found: readonly Frame[]): Subject | null {
  const dash = isDash(units[close]);
  let commas = 0;
  for (let place = close - 1; place >= Math.max(0, close - 40); place--) {
    const unit = units[place];
    if (!unit || unit.text === ";" || unit.text === ":") return null;
    if (dash ? !isDash(unit) : !isComma(unit)) {
      continue;
    }
    commas++;
    const phrase = bracketed(units, place - 1);
    const inside = units.slice(place + 1, close);
    if (!phrase) return null;
    if (!apposes(inside)) {
      if (commas > 4) return null;
      continue;
    }
    const outer = furtherLeft(units, phrase);
    return { range: { from: outer.from, to: close - (dash ? 0 : 0) }, shape: "before" };
  }
  return null;
}

/** A phrase that may end in brackets: "Tim Kaine (D-Va.)". */
function bracketed(units: readonly Unit[], end: number): Range | null {
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
function furtherLeft(units: readonly Unit[], phrase: Range): Range {
  let from = phrase.from;
  for (let rounds = 0; rounds < 3; rounds++) {
    if (!isComma(units[from - 1])) break;
    const first = units[from];
    const adds =
      first &&
      (first.pos === "NUM" ||
        first.pos === "DET" ||
        first.pos === "ADP" ||
        (first.pos === "NOUN" && first.lower === first.text) ||
        first.pos === "ADJ");
    // "Its chairman, Pieter Vos,": the office before the name.
    const office = OFFICES.has(units[from - 2]?.lower ?? "") && units[from - 2]?.pos === "NOUN";
    const before = adds || office ? phraseEndingAt(units, from - 2) : null;
    if (!before || (!office && units[before.to]?.pos !== "PROPN" && units[before.to]?.text !== ")")) break;
    from = before.from;
  }
  return { from, to: phrase.to };
}

/** Whether one frame stands in the clause that another reports: "said that he wanted …". */
export function isWithin(units: readonly Unit[], inner: Frame, outer: Frame): boolean {
  if (inner === outer || outer.cue.to >= Math.min(inner.cue.from, inner.source.from) || outer.shape === "noun")
    return false;
  if (!isKind(outer.lemma, "speech") && !isKind(outer.lemma, "thought") && !isKind(outer.lemma, "clause")) return false;
  if (outer.shape === "after" || outer.shape === "agent") return false;
  if (inner.source.from === outer.source.from) return false;
  const begin = inner.source.from > outer.cue.to ? inner.source.from : inner.cue.from;
  const before = units[begin - 1];
  if (before && (before.text === ";" || isComma(before) || isDash(before))) return false;
  if (
    before &&
    (before.pos === "CCONJ" || ["while", "as", "although", "though", "because"].includes(before.lower)) &&
    isComma(units[begin - 2])
  )
    return false;
  if (before && ["when", "while", "after", "before", "since", "until", "which", "what", "whom"].includes(before.lower))
    return false;
  return !units
    .slice(outer.cue.to + 1, begin)
    .some((unit) => unit.text === ";" || (unit.quotation >= 0 && units[begin - 1]?.quotation !== -1));
}

/** The frame that a frame stands in, the frame that that one stands in, and so on to the last. */
export function outermost(units: readonly Unit[], frame: Frame, all: readonly Frame[]): Frame {
  let at = frame;
  for (let rounds = 0; rounds < 5; rounds++) {
    const outer = all.findLast((other) => isWithin(units, at, other));
    if (!outer) return at;
    at = outer;
  }
  return at;
}

/** The subject of the clause that a participle belongs to. */
function mainSubject(units: readonly Unit[], from: number, found: readonly Frame[]): Range | null {
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
