// Every reporting expression of a sentence with its source; what each governs is decided elsewhere.
import { endsSoon, reportingLemma } from "./cue-verbs.js";
import { isKind, SAYING_NOUNS, STATES, TIMES } from "./lexicon.js";
import {
  endsPhrase,
  isComma,
  isDash,
  isNominal,
  isPossessive,
  phraseEndingAt,
  phraseStartingAt,
  startsPhrase,
  type WordRange,
} from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";
import { acrossComma, mainSubject, subjectBefore } from "./subjects.js";
import { groupOf, hasAuxiliary, isPassive } from "./verb-group.js";

/** Reporting expressions that are looked at in a sentence; nobody writes more. */
const MOST = 40;

/** All frames of a sentence, in order of their cues. */
export function framesOf(units: readonly Unit[]): ReportingFrame[] {
  const found: ReportingFrame[] = [];
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
function colonAt(units: readonly Unit[], found: readonly ReportingFrame[]): ReportingFrame | null {
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
function labelled(units: readonly Unit[]): ReportingFrame | null {
  const at = units.findIndex(({ text }) => text === ":");
  if (at < 1 || at > 7 || units.length < at + 4 || units[at - 1]?.pos !== "PROPN") return null;
  const phrase = phraseEndingAt(units, at - 1);
  if (phrase?.from !== 0 || units.slice(0, at).some(({ pos, quotation }) => pos === "VERB" || quotation >= 0))
    return null;
  return { cue: { from: at, to: at }, head: at, lemma: ":", source: phrase, shape: "colon", passive: false };
}

function accordingAt(units: readonly Unit[], at: number): ReportingFrame | null {
  if (units[at]?.lower !== "according" || units[at + 1]?.lower !== "to") return null;
  const source = untilComma(units, phraseStartingAt(units, at + 2) ?? looseSource(units, at + 2));
  return source
    ? { cue: { from: at, to: at + 1 }, head: at, lemma: "accord", source, shape: "according", passive: false }
    : null;
}

/** "a report published last week,": to the comma, where a participle goes on with the source. */
function untilComma(units: readonly Unit[], source: WordRange | null): WordRange | null {
  const next = source && units[source.to + 1];
  if (!source || !next || !(next.pos === "VERB" || next.pos === "ADJ") || !/(?:ed|ing|en)$/.test(next.lower))
    return source;
  const comma = units.findIndex((unit, place) => place > source.to && (isComma(unit) || unit.text === "."));
  return comma > 0 && comma - source.to < 12 ? { from: source.from, to: comma - 1 } : source;
}

/** A source whose first word the tagger takes for a verb: "according to exit polls". */
function looseSource(units: readonly Unit[], at: number): WordRange | null {
  if ((units[at]?.quotation ?? 0) >= 0 || units[at]?.pos === "PUNCT") return null;
  const rest = phraseStartingAt(units, at + 1);
  return { from: at, to: rest?.to ?? at };
}

/** "his claim that …", "Kaine’s call for …", "a statement from the office". */
function nounAt(units: readonly Unit[], at: number): ReportingFrame | null {
  const unit = units[at];
  if (unit?.pos !== "NOUN" || !SAYING_NOUNS.has(unit.lower)) return null;
  let before = at - 1;
  while (before >= 0 && ["ADJ", "NOUN", "ADV"].includes(units[before]?.pos ?? "")) before--;
  const owner = units[before];
  if (!owner) return null;
  const phrase = /^[’']s?$/.test(owner.text) ? phraseEndingAt(units, before - 1) : null;
  const own = isPossessive(owner) && owner.lower !== "whose";
  if (!own && !phrase) return null;
  const source = { from: own || !phrase ? before : phrase.from, to: before };
  return { cue: { from: at, to: at }, head: at, lemma: unit.lower, source, shape: "noun", passive: false };
}

/** "is willing to …", "were convinced that …", "remains open to …". */
function stateAt(units: readonly Unit[], at: number, found: readonly ReportingFrame[]): ReportingFrame | null {
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

function verbAt(units: readonly Unit[], at: number, found: readonly ReportingFrame[]): ReportingFrame | null {
  const lemma = units[at] ? reportingLemma(units, at) : null;
  if (lemma === null) return null;
  const group = groupOf(units, at);
  const passive = isPassive(units, group, at);
  const base = { cue: group, head: at, lemma, passive };
  if (passive) {
    const agent = agentAfter(units, at);
    return agent ? { ...base, source: agent, shape: "agent" } : null;
  }
  const apposed = apposition(units, at);
  if (apposed) return { ...base, source: apposed, shape: "before" };
  const source = speaksAfter(units, group, at, lemma) ? phraseStartingAt(units, at + 1) : null;
  if (source) return { ...base, source, shape: "after" };
  if (isNaming(units, group, at, lemma)) return null;
  if (/ing$/.test(units[at]?.lower ?? "") && !hasAuxiliary(units, group, at)) {
    const subject = participleOf(units, group, found);
    return subject && { ...base, source: subject, shape: "participle" };
  }
  const subject = subjectBefore(units, group.from, found);
  return subject ? { ...base, source: subject.range, shape: subject.shape } : null;
}

/** "Green, associate professor of history, said": an apposition that begins the sentence or follows a quotation. */
function apposition(units: readonly Unit[], at: number): WordRange | null {
  if (!isComma(units[at - 1]) || (units[at - 2]?.quotation ?? -1) >= 0) return null;
  const near = acrossComma(units, at - 1);
  if (!near) return null;
  const { from } = near.range;
  const first = units[from - 1];
  const isIntroduced = isComma(first) && !units.slice(0, from).some(({ pos }) => pos === "VERB" || pos === "AUX");
  return from <= 2 || isIntroduced || (first && first.quotation >= 0) ? near.range : null;
}

/** Of whom a participle is said: what stands before it, unless that is a message or a day; else the subject of the sentence. */
function participleOf(units: readonly Unit[], group: WordRange, found: readonly ReportingFrame[]): WordRange | null {
  const own = isNominal(units[group.from - 1]) ? phraseEndingAt(units, group.from - 1) : null;
  const isSpeaker =
    own !== null &&
    !units.slice(own.from, own.to + 1).some(({ lower }) => MESSAGES.has(lower)) &&
    !TIMES.has(units[own.to]?.lower ?? "");
  return isSpeaker ? own : mainSubject(units, group.from, found);
}

/** What somebody issues to say something: "released a statement saying". */
const MESSAGES = new Set(
  "statement statements report letter tweet tweets email e-mail memo op-ed post message brief lawsuit release column article piece ad complaint petition resolution speech".split(
    " ",
  ),
);

/** "an article titled “…”": a name, not speech. */
function isNaming(units: readonly Unit[], group: WordRange, at: number, lemma: string): boolean {
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

function agentAfter(units: readonly Unit[], at: number): WordRange | null {
  for (let place = at + 1; place < Math.min(units.length, at + 12); place++) {
    const unit = units[place];
    if (!unit || isComma(unit) || unit.pos === "VERB") return null;
    if (unit.lower === "by") return phraseStartingAt(units, place + 1);
  }
  return null;
}

/** Whether the source stands after the verb: "…,” said the minister", "…, according" apart. */
function speaksAfter(units: readonly Unit[], group: WordRange, at: number, lemma: string): boolean {
  const speech = isKind(lemma, "speech");
  const before = units[at - 1];
  if (!(speech || isKind(lemma, "clause")) || group.from !== at || !canSpeak(units[at + 1])) return false;
  if (before === undefined) return opensSentence(units, at, lemma);
  if (lemma === "tell" && before.quotation === -1) return false;
  if (!isOpening(before)) return speech && AS.has(before.lower) && !isObject(units, at);
  if (/ing$/.test(units[at]?.lower ?? "") || isSubjectAhead(units, at + 1)) return false;
  const isQuoted = before.quotation >= 0 || (units[at - 2]?.quotation ?? -1) >= 0;
  // Without a quotation just before it is a further verb of the same subject, unless the sentence ends after a name.
  return isQuoted ? speech || endsSoon(units, at + 1) : SAID_LAST.has(lemma) && endsSoon(units, at + 1);
}

/** Whether a phrase begins that has a verb of its own. */
function isSubjectAhead(units: readonly Unit[], at: number): boolean {
  const phrase = phraseStartingAt(units, at);
  const next = phrase && units[phrase.to + 1];
  return next?.pos === "VERB" || next?.pos === "AUX";
}

const AS = new Set(["as", "so"]);
const SAID_LAST = new Set(["say", "add", "report", "write", "note", "explain"]);
const SPOKEN_TO = new Set(["me", "him", "them", "us", "her", "that", "this", "which", "it"]);

/** Whether whoever speaks can begin here: what is spoken to or of does not. */
const canSpeak = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  startsPhrase(unit) &&
  unit.quotation < 0 &&
  !TIMES.has(unit.lower) &&
  !SPOKEN_TO.has(unit.lower);

/** "Said Dorothy Poynter, who grew up there: …" */
const opensSentence = (units: readonly Unit[], at: number, lemma: string): boolean =>
  isKind(lemma, "speech") &&
  /(?:said|says|ed)$/.test(units[at]?.lower ?? "") &&
  isNominal(units[at + 1]) &&
  units.some(({ quotation }) => quotation >= 0);

/** Whether what was said can end here. */
const isOpening = (unit: Unit): boolean =>
  unit.quotation >= 0 || isComma(unit) || isDash(unit) || /^[?!]$/.test(unit.text);

const isObject = (units: readonly Unit[], at: number): boolean =>
  endsPhrase(units[at - 2]) && units[at - 1]?.lower !== "as";
