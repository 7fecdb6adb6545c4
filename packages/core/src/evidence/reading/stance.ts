// What somebody does with words: offers, demands, accepts, refuses, denies; how firmly; on which condition; and whether it
// is the speaker's own position or a report of somebody else's.
import { isActor } from "./forms/formal.js";
import { isKind } from "./lexicon.js";
import { phraseStartingAt, type WordRange } from "./noun-phrase.js";
import type { Reported } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";
import type { Span } from "./span.js";

/**
 * states: says what is, was or will be. offers, demands, accepts, refuses: of the matter itself. denies: says that
 * something is not so. leaves open: would not say. asks: a question.
 */
export type Act = "states" | "offers" | "demands" | "accepts" | "refuses" | "denies" | "leaves open" | "asks";
export type Modality = "will" | "would" | "may" | "should" | "must" | "shall";

export interface Stance {
  readonly act: Act;
  /** How firmly, by the modal verb; null where there is none. */
  readonly modality: Modality | null;
  /** "if …", "once …", "in return for …": what it hangs on. */
  readonly condition: Span | null;
}

/** Something is said, and no stance taken. */
export const PLAIN: Stance = { act: "states", modality: null, condition: null };

/** A stance with whom the clause is about, where that may be another than the speaker. */
export interface ReadStance extends Stance {
  readonly subject: WordRange | null;
  /** What it is where the clause is about the speaker: "he would open it" is an offer, "he did not own it" a denial. */
  readonly ofOneself: Act | null;
  /** The reporting verb says what the speaker does ("demanded that Norland withdraw"): the position is the speaker's. */
  readonly own: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const DENY = words(
  "deny denies denied denying refute refutes refuted rebut rebutted dispute disputes disputed disavow disavowed repudiate repudiated",
);
const REFUSE = words(
  "condemn condemns condemned denounce denounces denounced refuse refuses refused refusing reject rejects rejected rejecting decline declines declined declining dismiss dismissed oppose opposes opposed opposing resist resisted exclude excludes excluded forbid forbids veto vetoed balk balked object objects objected renounce refusal rejection opposition unwilling reluctant opposed unable",
);
const DEMAND = words(
  "demand demands demanded demanding insist insists insisted insisting require requires required urge urges urged want wants wanted seek seeks sought need needs call calls called request requests requested appeal appeals appealed press pressed insistence",
);
const OFFER = words(
  "offer offers offered offering propose proposes proposed proposing promise promises promised pledge pledges pledged vow vows vowed undertake undertakes undertook threaten threatens threatened threatening commit commits committed volunteer volunteered suggest suggests suggested willing willingness readiness proposal commitment plan plans planned intend intends intended intention",
);
const ACCEPT = words(
  "accept accepts accepted accepting agree agrees agreed agreeing consent consents consented welcome welcomes welcomed approve approves approved endorse endorses endorsed acquiesce acceptance endorsement",
);
const SILENT = words("comment say confirm elaborate discuss answer respond speculate disclose reveal");
const MODALS: ReadonlyMap<string, Modality> = new Map(Object.entries({
  will: "will", "'ll": "will", "’ll": "will", wo: "will", would: "would", "'d": "would", "’d": "would", may: "may", might: "may", can: "may",
  could: "may", should: "should", ought: "should", must: "must", shall: "shall", sha: "shall", ca: "may",
} as const)); // biome-ignore format: a table
const NEGATIONS = words("not n't n’t never no neither nor cannot");
const CONDITIONS = words("if unless provided once until");

/** What a report does: by its reporting verb, and by the clause that it reports. */
export function stanceOf(units: readonly Unit[], frame: ReportingFrame, reported: Reported | null): ReadStance {
  const content = reported?.content ?? null;
  const inner = content ? ownStance(units, content) : null;
  const isQuestion = reported?.pattern === "question";
  const outer = outerAct(units, frame, content);
  const act = outer === "states" ? (inner?.act ?? "states") : outer;
  const holds =
    reported && (reported.pattern === "that" || reported.pattern === "clause" || reported.pattern === "before");
  return {
    act,
    modality: inner?.modality ?? null,
    // "asked if they would come": no condition.
    condition: isQuestion ? null : (inner?.condition ?? null),
    subject: holds ? (inner?.subject ?? null) : null,
    ofOneself: outer === "states" ? (inner?.ofOneself ?? null) : null,
    own: outer !== "states" && outer !== "denies",
  };
}

function outerAct(units: readonly Unit[], frame: ReportingFrame, content: WordRange | null): Act {
  const head = units[frame.head]?.lower ?? "";
  const negated =
    units.slice(frame.cue.from, frame.head).some(({ lower }) => NEGATIONS.has(lower)) ||
    units[frame.cue.from - 1]?.lower === "no";
  const first = content
    ? units.slice(content.from, content.to + 1).find(({ pos }) => pos === "VERB" || pos === "NOUN")
    : undefined;
  if (/^rul(?:e|es|ed|ing)$/.test(head) && units[frame.head + 1]?.lower === "out")
    return negated ? "leaves open" : "refuses";
  if (DENY.has(head)) return negated ? "states" : "denies";
  if (REFUSE.has(head)) {
    if (negated) return "leaves open";
    if (isAllegation(units.slice(frame.head + 1, frame.head + 6))) return "denies";
    return first && SILENT.has(first.lower) ? "leaves open" : "refuses";
  }
  if (ACCEPT.has(head)) return negated ? "refuses" : "accepts";
  if (OFFER.has(head) || READY.has(head)) return negated ? "leaves open" : "offers";
  if (DEMAND.has(head)) {
    const isCall = /^call/.test(head) && !["for", "on", "upon"].includes(units[frame.head + 1]?.lower ?? "");
    return isCall || negated ? "states" : "demands";
  }
  if (/^(?:ask|wonder|question|inquire|enquire|quer)(?:s|ed|d|ing|y|ied|ies)?$/.test(head)) {
    const next = units.slice(frame.head + 1, frame.head + 9).map(({ lower }) => lower);
    if (next.some((lower) => ASKING.has(lower))) return "asks";
    return /^ask/.test(head) && next.some((lower) => lower === "for" || lower === "to" || lower === "that")
      ? "demands"
      : "states";
  }
  if (negated && isKind(frame.lemma, "speech")) return "leaves open";
  return "states";
}

/** "rejected the accusation that …" */
const isAllegation = (after: readonly Unit[]): boolean =>
  after.some(({ lower }) =>
    /^(?:accusation|allegation|claim|charge|suggestion|insinuation|notion|report|rumou?r)s?$/.test(lower),
  );

const ASKING = words("if whether about why how what when who where");

/** What a sentence or clause does by itself, and whom it is about. */
export function ownStance(units: readonly Unit[], { from, to }: WordRange): ReadStance {
  // "Senator, we will not": who is spoken to is not who speaks.
  const isSpokenTo = units[from + 1]?.text === "," && /^(?:i|we|you)$/.test(units[from + 2]?.lower ?? "");
  const start = isSpokenTo ? from + 2 : units[from]?.lower === "that" ? from + 1 : from;
  const own = units.slice(start, to + 1);
  const last = units[to]?.text === "?" || units[to + 1]?.text === "?";
  const first = firstVerb(own);
  const verb = first < 0 ? first : leftOf(own, first);
  const group = first < 0 ? [] : groupFrom(own, verb);
  const heads = group.map(({ lower }) => lower);
  const ahead = own.slice(verb + group.length - 1, verb + group.length + 2).map(({ lower }) => lower);
  const isAboutTo = heads.some((lower) => BE.has(lower)) && /^(?:going|about) to$/.test(ahead.slice(0, 2).join(" "));
  const mustDo = /^(?:has|have|had|need|needs) to$/.test(ahead.slice(0, 2).join(" "));
  const modality =
    heads.map((lower) => MODALS.get(lower)).find((one) => one !== undefined) ??
    (isAboutTo ? "will" : mustDo ? "must" : null);
  const following = own[first + 1]?.lower ?? "";
  // "We offered nothing", "Nobody offered it"
  const negated =
    heads.some((lower) => NEGATIONS.has(lower)) ||
    (first >= 0 && own[first]?.pos === "VERB" && /^(?:no|nothing|none)$/.test(following)) ||
    /^(?:nobody|no-one|none|neither)$/.test(own[0]?.lower ?? "") ||
    /^under no circumstances$/.test(
      own
        .slice(0, 3)
        .map(({ lower }) => lower)
        .join(" "),
    );
  const told = heads.findLast((lower) => !NEGATIONS.has(lower)) ?? "";
  const condition = conditionIn(units, { from: start, to });
  const passive =
    group.some(({ pos }) => pos === "AUX") &&
    /(?:ed|en|wn|ft|ld|nt|pt)$/.test(told) &&
    heads.some((lower) => BE.has(lower));
  const subject = verb > 0 && !passive ? subjectAt(units, start, start + verb) : null;
  const act = last
    ? "asks"
    : isImperative(own, first)
      ? "demands"
      : actOf(told, heads, negated, modality, own.slice(Math.max(verb, 0)));
  const isNone = /^there (?:is|are|was|were) (?:no|not|never)$/.test(
    own
      .slice(0, 3)
      .map(({ lower }) => lower)
      .join(" "),
  );
  const isDeed = act === "states" && subject !== null && !BE.has(told) && told !== "have";
  const ofOneself = !isDeed
    ? null
    : modality !== null && PROMISING.has(modality)
      ? "offers"
      : negated && modality === null && heads.some((lower) => DID.has(lower))
        ? "denies"
        : null;
  return { act: isNone && act === "states" ? "denies" : act, modality, condition, subject, ofOneself, own: true };
}

const PROMISING = words("will would may shall");
const DID = words("did does do was were had has have is are");

const BE = words("be is are was were been being 's ’s 're ’re");

/** "Open the crossing to the sick.": a bare verb at the head of a sentence. */
function isImperative(own: readonly Unit[], verb: number): boolean {
  const word = own[verb];
  const start = own.findIndex(({ pos, lower }) => pos !== "PUNCT" && lower !== "please" && lower !== "and");
  if (!word || verb !== start || word.pos !== "VERB" || /(?:ed|ing|s)$/.test(word.lower)) return false;
  return (
    !/^(?:let|thank|see|said|made|given|told|born|note|look|say|suppose|regret|welcome)$/.test(word.lower) &&
    /^\p{Lu}/u.test(own[0]?.text ?? "")
  );
}

function actOf(
  told: string,
  heads: readonly string[],
  negated: boolean,
  modality: Modality | null,
  rest: readonly Unit[],
): Act {
  const all = [told, ...heads];
  const next = rest.slice(heads.length, heads.length + 3).map(({ lower }) => lower);
  if (all.some((one) => DENY.has(one))) return negated ? "states" : "denies";
  if (/^rul/.test(told) && next[0] === "out") return negated ? "leaves open" : "refuses";
  if (all.some((one) => REFUSE.has(one)) || next.some((one) => ["unwilling", "reluctant", "opposed"].includes(one)))
    return negated ? "leaves open" : isAllegation(rest.slice(heads.length, heads.length + 5)) ? "denies" : "refuses";
  if (all.some((one) => ACCEPT.has(one))) return negated ? "refuses" : "accepts";
  if (all.some((one) => OFFER.has(one)) || isReady(rest)) {
    if (!negated) return "offers";
    return modality === null && !isReady(rest) ? "denies" : "refuses";
  }
  if (/^ask(?:s|ed)?$/.test(told) && rest.slice(0, 9).some(({ lower }) => lower === "to" || lower === "for"))
    return negated ? "states" : "demands";
  if (
    all.some((one) => DEMAND.has(one)) &&
    !(told.startsWith("call") && !["for", "on", "upon"].includes(next[0] ?? ""))
  )
    return negated ? "refuses" : "demands";
  if (negated && (modality === "will" || modality === "would" || modality === "may" || modality === "shall"))
    return "refuses";
  return modality === "must" || modality === "should" ? "demands" : "states";
}

/** "are prepared to", "is ready to", "remain open to" */
const isReady = (rest: readonly Unit[]): boolean =>
  rest.slice(0, 8).some(({ lower }, at) => READY.has(lower) && rest[at + 1]?.lower === "to");

const READY = words("willing ready prepared open");

const firstVerb = (own: readonly Unit[]): number =>
  own.findIndex(
    ({ pos, quotation }, at) =>
      quotation < 0 &&
      (pos === "AUX" || pos === "VERB") &&
      !(pos === "VERB" && /ing$/.test(own[at]?.lower ?? "") && at === 0),
  );

/** Past adverbs before a verb: "never threatened". */
function leftOf(own: readonly Unit[], verb: number): number {
  let at = verb;
  while (at > 0 && (NEGATIONS.has(own[at - 1]?.lower ?? "") || own[at - 1]?.pos === "ADV")) at--;
  return at;
}

function groupFrom(own: readonly Unit[], verb: number): Unit[] {
  const group: Unit[] = [];
  for (let at = verb; at < Math.min(own.length, verb + 7); at++) {
    const unit = own[at];
    if (!unit) break;
    if (unit.pos === "AUX" || unit.pos === "PART" || unit.pos === "ADV" || NEGATIONS.has(unit.lower)) {
      group.push(unit);
      continue;
    }
    // "cannot, however, agree"
    if (unit.text === "," && group.length > 0 && (own[at + 1]?.pos === "ADV" || own[at - 1]?.pos === "ADV")) continue;
    if (unit.pos === "VERB" || unit.pos === "ADJ") group.push(unit);
    break;
  }
  return group;
}

/** What a verb does by itself, as it stands above a list: "demands", "is prepared to". */
export function actOfVerb(phrase: string): Act {
  const found = phrase.toLowerCase().split(/\s+/);
  if (found.some((word) => DEMAND.has(word) || word.startsWith("ask"))) return "demands";
  if (found.some((word) => REFUSE.has(word))) return "refuses";
  if (found.some((word) => ACCEPT.has(word))) return "accepts";
  return found.some((word) => OFFER.has(word) || READY.has(word) || PROMISING.has(word)) ? "offers" : "states";
}

/** What a body does by the verb at the head of a paragraph: "Calls upon …", "Welcomes …". */
export function operativeAct(verb: string): Act {
  const first = verb.toLowerCase().split(/\s+/)[0] ?? "";
  if (
    /^(?:calls?|requests?|urges?|demands?|appeals?|invites?|encourages?|directs?|instructs?|recommends?)$/.test(first)
  )
    return "demands";
  if (/^rejects?$/.test(first)) return "refuses";
  if (/^(?:welcomes?|endorses?|approves?|supports?|commends?|adopts?|agrees?)$/.test(first)) return "accepts";
  return /^(?:undertakes?|intends?)$/.test(first) ? "offers" : "states";
}

/** Whom the clause is about, where that can hold a position: the phrase before its first verb. */
function subjectAt(units: readonly Unit[], from: number, verb: number): WordRange | null {
  const phrase = phraseStartingAt(units, from);
  if (!phrase) return null;
  const range = { from: phrase.from, to: Math.min(phrase.to, verb - 1) };
  const only = range.from === range.to ? (units[range.from]?.lower ?? "") : "";
  if (PRONOUNS.has(only)) return range;
  return isActor(units, range) ? range : null;
}

const PRONOUNS = words("i we you he she they it");

/** "if …", "unless …", "provided that …", "in return for …", to the end of its clause. */
function conditionIn(units: readonly Unit[], { from, to }: WordRange): Span | null {
  for (let at = from; at <= to; at++) {
    const word = units[at];
    if (!word || word.quotation >= 0) continue;
    const next = units[at + 1]?.lower ?? "";
    const third = units[at + 2]?.lower ?? "";
    const begins =
      (CONDITIONS.has(word.lower) &&
        !(word.lower === "provided" && !["that", ","].includes(next) && units[at - 1]?.pos === "AUX") &&
        !(word.lower === "until" && !clauseFollows(units, at + 1, to)) &&
        !(word.lower === "once" && !clauseFollows(units, at + 1, to)) &&
        !(word.lower === "if" && ["asked", "know", "knows", "wonder", "see"].includes(units[at - 1]?.lower ?? ""))) ||
      (word.lower === "only" && ["if", "after", "when", "once"].includes(next)) ||
      (word.lower === "as" && next === "long" && third === "as") ||
      (word.lower === "on" && (next === "condition" || (next === "the" && third === "condition"))) ||
      (word.lower === "in" && ["return", "exchange"].includes(next) && third === "for") ||
      (word.lower === "subject" && next === "to");
    if (!begins) continue;
    let end = at;
    while (end < to && !(units[end + 1]?.text === ";" || (at === from && units[end + 1]?.text === ","))) end++;
    while (end > at && /^[.,;:?!]$/.test(units[end]?.text ?? "")) end--;
    return { start: word.start, end: units[end]?.end ?? word.end };
  }
  return null;
}

const clauseFollows = (units: readonly Unit[], from: number, to: number): boolean =>
  units.slice(from, to + 1).some(({ pos }) => pos === "VERB" || pos === "AUX");
