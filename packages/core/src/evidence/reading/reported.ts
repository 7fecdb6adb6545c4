// What a frame reports in its sentence, where the words stand in no quotation marks: the clause, the infinitive or the
// object that follows the verb, or the clause before "…, the minister said".

import { isKind, TIMES } from "./lexicon.js";
import { isWithin } from "./nesting.js";
import { isComma, isDash, isNominal, phraseStartingAt, startsPhrase, type WordRange } from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

/** How what is reported is built; "none" where nothing is found. */
export type Pattern = "that" | "to" | "clause" | "object" | "preposition" | "quote" | "before" | "question";

export interface Reported {
  readonly frame: ReportingFrame;
  readonly pattern: Pattern;
  readonly content: WordRange;
}

const QUESTIONS = new Set(["whether", "if", "how", "why", "what", "when", "where", "who", "which"]);
const SUBORDINATORS = new Set([
  "when",
  "while",
  "after",
  "before",
  "because",
  "although",
  "though",
  "but",
  "until",
  "since",
  "despite",
  "during",
  "if",
  "unless",
  "whereas",
]);
const PARTICLES = new Set(
  "for on to about of at with against from into out up back off upon toward towards over in".split(" "),
);

/** What the frame reports, or null where nothing fits. */
export function reportedBy(
  units: readonly Unit[],
  frame: ReportingFrame,
  frames: readonly ReportingFrame[],
): Reported | null {
  return before(units, frame, frames) ?? after(units, frame, frames);
}

const lastWord = (units: readonly Unit[]): number => {
  let end = units.length - 1;
  while (end >= 0 && /^[.?!;:,…)]+$|^[–—-]+$/.test(units[end]?.text ?? "")) end--;
  return end;
};

/** "The plan was ready, the minister said": the clause before, and what goes on after ", the minister said,". */
function before(units: readonly Unit[], frame: ReportingFrame, frames: readonly ReportingFrame[]): Reported | null {
  const mark = closingMark(units, frame);
  if (mark === null || isAnothers(units, frame, frames, mark)) return null;
  const right = Math.max(frame.cue.to, frame.source.to);
  const from = openingOf(units, mark);
  const goesOn =
    isComma(units[right + 1]) && !frames.some((other) => other !== frame && beginOf(units, other) === right + 2);
  if (!goesOn && !isClause(units, from, mark)) return null;
  const to = goesOn ? lastWord(units) : units[mark]?.open ? mark : mark - 1;
  if (to - from < 2) return null;
  const quoted = units.slice(from, to + 1).every(({ quotation, pos }) => quotation >= 0 || pos === "PUNCT");
  return { frame, pattern: quoted ? "quote" : "before", content: { from, to } };
}

/** The mark that closes what stands before ", the minister said"; null where none does. */
function closingMark(units: readonly Unit[], frame: ReportingFrame): number | null {
  if (frame.shape !== "before" && frame.shape !== "after" && frame.shape !== "according") return null;
  const left = Math.min(frame.cue.from, frame.source.from) - 1;
  const mark = units[left]?.lower === "as" || units[left]?.lower === "so" ? left - 1 : left;
  const closing = units[mark];
  const closes = isComma(closing) || isDash(closing) || closing?.text === "(" || (closing?.open ?? false);
  return closes && mark >= 2 ? mark : null;
}

/** Whether what stands before a mark is not what this one said: it says something after it, or another said it. */
function isAnothers(
  units: readonly Unit[],
  frame: ReportingFrame,
  frames: readonly ReportingFrame[],
  mark: number,
): boolean {
  const right = Math.max(frame.cue.to, frame.source.to);
  if (frame.shape === "before" && (!isKind(frame.lemma, "speech") || !standsAlone(units, right + 1))) return true;
  if (frame.shape === "according") return false;
  const rival = frames.findLast((other) => other !== frame && other.cue.to < mark && other.shape === "before");
  return rival !== undefined && isKind(rival.lemma, "speech") && !isWithin(units, rival, frame);
}

/** Whether a whole clause stands in a stretch, and not a few words that say when or where. */
function isClause(units: readonly Unit[], from: number, mark: number): boolean {
  const clause = units
    .slice(from, mark)
    .some(({ pos, quotation }) => pos === "VERB" || pos === "AUX" || quotation >= 0);
  return clause && !(units[from]?.pos === "ADP" && mark - from < 6);
}

/** Past "But" and the like. */
function openingOf(units: readonly Unit[], mark: number): number {
  let from = 0;
  while (from < mark && (units[from]?.pos === "CCONJ" || units[from]?.pos === "PUNCT")) from++;
  return from;
}

/** Whether a cue has no object of its own: a mark follows, a day, or where it was said. */
function standsAlone(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit || unit.quotation >= 0 || unit.pos === "PUNCT" || unit.pos === "ADV" || TIMES.has(unit.lower)) return true;
  return (
    ["in", "on", "at", "during", "after", "to", "as", "last", "this"].includes(unit.lower) &&
    units[at + 1]?.pos !== "VERB" &&
    thatAhead(units, at, units.length - 1) === null
  );
}

function after(units: readonly Unit[], frame: ReportingFrame, frames: readonly ReportingFrame[]): Reported | null {
  const begin =
    frame.shape === "after"
      ? frame.source.to + 1
      : frame.shape === "according"
        ? frame.source.to + 1
        : frame.cue.to + 1;
  const end = lastWord(units);
  if (frame.shape === "according") {
    if (frame.cue.from > 2 || !isComma(units[begin])) return null;
    return finish(units, frame, frames, "clause", begin + 1, end);
  }
  if (frame.shape === "agent") {
    const subject = agentObject(units, frame);
    return subject && { frame, pattern: "object", content: subject };
  }
  const which = units[frame.source.from - 1];
  if (
    which &&
    (which.lower === "which" || which.lower === "whom") &&
    frame.shape === "before" &&
    isMarkBefore(units, frame.source.from - 1)
  )
    return finish(units, frame, frames, "clause", frame.source.from - 1, end);
  const isRuledOut = frame.lemma === "rule" && units[begin]?.lower === "out";
  const start = startOf(units, frame, isRuledOut ? begin + 1 : begin, end);
  return start && finish(units, frame, frames, start.pattern, start.at, end);
}

/** "was described by critics as …": what follows "as", else nothing. */
function agentObject(units: readonly Unit[], frame: ReportingFrame): WordRange | null {
  const at = units.findIndex((unit, place) => place > frame.source.to && unit.lower === "as");
  return at > 0 && at < frame.source.to + 3 ? { from: at, to: lastWord(units) } : null;
}

interface Start {
  readonly pattern: Pattern;
  readonly at: number;
}

/** Where what is said begins, and in which form. */
function startOf(units: readonly Unit[], frame: ReportingFrame, begin: number, end: number): Start | null {
  if (begin > end) return null;
  // Past what says when, where and to whom: "told reporters on Monday in Seoul that …".
  const that = thatAhead(units, begin, end);
  if (that !== null) return { pattern: "that", at: that };
  const next = beyondTimes(units, begin);
  if (!units[next] || next > end) return null;
  const at = units[next]?.text === ":" || units[next]?.text === "—" ? next + 1 : next;
  if (frame.shape === "colon") return { pattern: (units[at]?.quotation ?? -1) >= 0 ? "quote" : "clause", at };
  const first = units[at];
  if (!first || at > end || isElsewhere(frame, first)) return null;
  return wordStart(units, at, first) ?? innerStart(units, frame, at, end) ?? lastStart(units, frame, at, end);
}

/** Past adverbs, days and commas. */
function beyondTimes(units: readonly Unit[], begin: number): number {
  let at = begin;
  while (
    (units[at]?.pos === "ADV" && !COUNTING.has(units[at]?.lower ?? "")) ||
    TIMES.has(units[at]?.lower ?? "") ||
    isComma(units[at])
  )
    at++;
  return at;
}

/** Adverbs that belong to a number. */
const COUNTING = new Set(["half", "about", "nearly", "almost", "roughly", "around", "approximately", "over"]);

const TOPICS = new Set(["about", "against", "for", "to"]);

/** Whether speech goes on with where or with whom, and not with what is said. */
const isElsewhere = ({ lemma }: ReportingFrame, { lower }: Unit): boolean =>
  isKind(lemma, "speech") && PARTICLES.has(lower) && !TOPICS.has(lower);

/** What the first word alone tells: "on …", "“…”", "to go", "whether …". */
function wordStart(units: readonly Unit[], at: number, first: Unit): Start | null {
  const next = units[at + 1];
  if (PARTICLES.has(first.lower) && first.lower !== "to" && (next?.quotation ?? -1) < 0)
    return { pattern: "preposition", at: at + 1 };
  if (first.quotation >= 0) return { pattern: "quote", at };
  if (first.lower === "to" && next?.pos === "VERB") return { pattern: "to", at };
  return QUESTIONS.has(first.lower) ? { pattern: "question", at } : null;
}

/** Verbs that are said to somebody. */
const ADDRESSED = new Set(
  "tell ask urge remind assure warn inform advise order call encourage persuade convince want expect allow require need like let".split(
    " ",
  ),
);

const innerStart = (units: readonly Unit[], { lemma }: ReportingFrame, at: number, end: number): Start | null =>
  ADDRESSED.has(lemma) ? addressee(units, at, end) : null;

const BEFORE_CLAUSES = new Set(["despite", "under", "after", "because", "in", "if", "when", "as"]);

/** A clause, an object, or what a preposition leads to. */
function lastStart(units: readonly Unit[], { lemma }: ReportingFrame, at: number, end: number): Start | null {
  const first = units[at];
  if (!first) return null;
  if (first.pos !== "ADV" && PARTICLES.has(first.lower)) return { pattern: "preposition", at: at + 1 };
  if (clauseAhead(units, at, end, lemma)) return { pattern: "clause", at };
  if (CLAUSAL.has(lemma) && BEFORE_CLAUSES.has(first.lower) && clauseAhead(units, at + 1, end, "say"))
    return { pattern: "clause", at };
  return startsPhrase(first) || first.pos === "VERB" ? { pattern: "object", at } : null;
}

/** "told CNN (that) …", "urged him to …": past the one spoken to. */
function addressee(units: readonly Unit[], at: number, end: number): Start | null {
  const phrase = phraseStartingAt(units, at);
  if (!phrase) return null;
  let next = phrase.to + 1;
  while (TIMES.has(units[next]?.lower ?? "") || isComma(units[next])) next++;
  const unit = units[next];
  if (!unit || next > end) return null;
  if (unit.quotation >= 0) return { pattern: "quote", at: next };
  if (unit.lower === "to" && units[next + 1]?.pos === "VERB") return { pattern: "to", at: next };
  if (QUESTIONS.has(unit.lower)) return { pattern: "question", at: next };
  return clauseAhead(units, next, end) && unit.pos !== "VERB" && unit.pos !== "AUX"
    ? { pattern: "clause", at: next }
    : null;
}

/** A "that" that opens a clause, with no verb or mark but commas before it. */
function thatAhead(units: readonly Unit[], at: number, end: number): number | null {
  for (let place = at; place <= Math.min(end, at + 14); place++) {
    const unit = units[place];
    if (!unit || unit.quotation >= 0 || unit.pos === "AUX" || (unit.pos === "VERB" && place > at)) return null;
    if (unit.text === ":" || unit.text === ";") return null;
    if (unit.lower !== "that") continue;
    const next = units[place + 1];
    const clause = next !== undefined && !TIMES.has(next.lower) && (unit.pos === "SCONJ" || startsPhrase(next));
    if (!clause) return null;
    // "the plan that he signed" is no report.
    const previous = units[place - 1];
    const isThing = previous?.pos === "NOUN" && !TIMES.has(previous.lower);
    return place > at && isThing && unit.pos !== "SCONJ" ? null : place;
  }
  return null;
}

/** Verbs whose object is a clause, as a rule: a noun after them is its subject, however far its verb. */
const CLAUSAL = new Set(
  "say hope believe think argue insist add predict assert contend maintain allege suspect figure reckon guess assume concede reply respond mean state".split(
    " ",
  ),
);

/** Whether a subject and its verb come next. */
function clauseAhead(units: readonly Unit[], at: number, end: number, lemma = ""): boolean {
  const phrase = phraseStartingAt(units, at);
  if (phrase && CLAUSAL.has(lemma))
    return units.slice(phrase.from + 1, end + 1).some(({ pos }) => pos === "VERB" || pos === "AUX");
  if (!phrase) return units[at]?.lower === "there" || units[at]?.pos === "SCONJ";
  for (let place = phrase.to + 1; place <= Math.min(end, phrase.to + 4); place++) {
    const unit = units[place];
    if (!unit || isComma(unit)) return false;
    if (unit.pos === "AUX") return true;
    if (unit.pos === "VERB") return !/ing$/.test(unit.lower);
    if (unit.pos !== "ADV" && unit.pos !== "PART") return false;
  }
  return false;
}

function finish(
  units: readonly Unit[],
  frame: ReportingFrame,
  frames: readonly ReportingFrame[],
  pattern: Pattern,
  from: number,
  last: number,
): Reported | null {
  const narrow = pattern === "object" || pattern === "preposition";
  const mark = units.findIndex(
    (unit, place) => place > from && place <= last && (unit.text === ";" || (narrow && endsObject(units, place))),
  );
  const others = frames.map((other) => cutBy(units, other, frame)).filter((place) => place > from);
  let to = Math.min(last, mark < 0 ? last : mark - 1, ...others.map((place) => place - 1));
  while (to > from && (isComma(units[to]) || units[to]?.pos === "CCONJ" || isDash(units[to]))) to--;
  return to >= from ? { frame, pattern, content: { from, to } } : null;
}

/** Where another report puts an end to what a frame reports; -1 where it does not. */
function cutBy(units: readonly Unit[], other: ReportingFrame, frame: ReportingFrame): number {
  if (other === frame) return -1;
  // "Barkley, who said he votes so, said …": within the source of another report.
  if (other.source.from <= frame.cue.from && frame.cue.to <= other.source.to) return other.cue.from;
  const place = beginOf(units, other);
  if (other.cue.to <= frame.cue.to || isWithin(units, other, frame)) return -1;
  if (other.shape === "according") return place;
  if (other.shape === "shared") {
    const goesOn =
      units[other.cue.from - 1]?.lower === "to" || other.source.from > frame.cue.to || !isKind(other.lemma, "speech");
    return goesOn ? -1 : place;
  }
  if (other.shape === "participle") {
    const reports = isKind(other.lemma, "speech") || isKind(other.lemma, "clause");
    return isComma(units[place - 1]) && reports ? place : -1;
  }
  return isMarkBefore(units, place) ? place : -1;
}

/** Whether an object ends before a place: at a mark, a day, a subordinate clause. */
function endsObject(units: readonly Unit[], place: number): boolean {
  const unit = units[place];
  if (!unit) return true;
  if (isComma(unit)) return !listGoesOn(units, place);
  if (TIMES.has(unit.lower) && units[place - 1]?.pos !== "DET") return true;
  if (
    ["on", "last", "this", "in"].includes(unit.lower) &&
    (TIMES.has(units[place + 1]?.lower ?? "") || /^(?:19|20)\d\d$/.test(units[place + 1]?.text ?? ""))
  )
    return true;
  return SUBORDINATORS.has(unit.lower) || (unit.pos === "CCONJ" && units[place + 1]?.pos === "VERB") || isDash(unit);
}

const isMarkBefore = (units: readonly Unit[], at: number): boolean => {
  const unit = units[at - 1];
  return isComma(unit) || isDash(unit) || unit?.pos === "CCONJ" || unit?.pos === "SCONJ";
};

const beginOf = (units: readonly Unit[], { shape, source, cue }: ReportingFrame): number => {
  const from = shape === "before" || shape === "after" ? Math.min(source.from, cue.from) : cue.from;
  return units[from - 1]?.pos === "CCONJ" ? from - 1 : from;
};

/** "jobs, schools and roads": more of the same after the comma. */
function listGoesOn(units: readonly Unit[], comma: number): boolean {
  if (!isNominal(units[comma - 1])) return false;
  for (let place = comma + 1; place < comma + 7; place++) {
    const unit = units[place];
    if (!unit || unit.pos === "VERB" || unit.pos === "AUX" || unit.pos === "PRON" || unit.pos === "SCONJ") return false;
    if (unit.pos === "CCONJ" && unit.lower !== "but") return true;
  }
  return false;
}
