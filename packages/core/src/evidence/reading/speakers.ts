// Who a mention means: the name in full, the office and the body, found in the same document. "Mukasey" is the Michael
// Mukasey named before, "he" the last man who did something, "the official" the official last spoken of.

import type { Frame } from "./frames.js";
import {
  BODIES,
  COURTESIES,
  GROUPS,
  HE,
  HUMANS,
  OFFICES,
  PAPERS,
  PLACES,
  SHE,
  STATES_OF,
  TITLES_IN_LOWER,
} from "./name-words.js";
import { isComma, isDash, isPossessive, phraseEndingAt, phraseStartingAt, type Range } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

export type SpeakerKind = "person" | "organisation" | "group" | "document" | "unnamed";

export interface Who {
  /** In full where the document has it; of an unnamed speaker, the words used ("a senior official"). */
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly kind: SpeakerKind;
}

interface Known extends Who {
  readonly sex: "he" | "she" | null;
  /** Something shows that it is a person: a courtesy, an office, a given name, or that it speaks. */
  readonly evident: boolean;
}

/** Everyone named so far, and who was last spoken of. Sentences are told in order. */
export interface Cast {
  /** Whom a stretch of a sentence means. */
  readonly who: (units: readonly Unit[], mention: Range) => Who;
  /** To be told each sentence after its mentions were asked for, with the one who speaks in it, if any. */
  readonly heard: (units: readonly Unit[], spoken: Range | null) => void;
}

/** @param sentences all of the document: a name may be given in full only later. */
export function castOf(
  sentences: readonly { readonly units: readonly Unit[]; readonly frames: readonly Frame[] }[],
): Cast {
  const byLast = new Map<string, Known>();
  for (const { units, frames } of sentences) {
    const speaking = new Set(frames.map(({ source }) => source.to));
    for (const name of namesOf(units)) enter(byLast, name, speaking.has(name.to));
  }
  enterFamilyNames(byLast);
  /** Most recent first: those a pronoun may mean. */
  let recent: Known[] = [];

  const resolve = (units: readonly Unit[], mention: Range, depth = 0): Known => {
    const first = units[mention.from];
    const only = mention.from === mention.to ? (first?.lower ?? "") : "";
    const wanted = PRONOUNS[only];
    if (only === "who" || only === "whose") {
      const before = depth < 2 ? antecedent(units, mention.from) : null;
      return before ? resolve(units, before, depth + 1) : unnamed(units, mention);
    }
    if (wanted) {
      const own = namesBefore(units, mention.from);
      const behind = own.filter(({ from, role }) => isBehindPreposition(units, from - role.length));
      const first = own.filter((name) => !behind.includes(name)).map((name) => known(byLast, name));
      const candidates = [...first.reverse(), ...recent, ...behind.map((name) => known(byLast, name))].filter((one) =>
        fits(one, wanted),
      );
      return candidates.find(({ evident }) => evident) ?? candidates[0] ?? unnamed(units, mention);
    }
    const described = describe(units, mention, byLast, recent);
    // What an apposition says of somebody holds for the rest of the text.
    const last = lastOf(described.name.split(" "));
    const before = byLast.get(last);
    if (described.kind === "person" && described.role && before && !before.role && before.name === described.name)
      byLast.set(last, { ...before, role: described.role, affiliation: before.affiliation ?? described.affiliation });
    return described;
  };

  return {
    who: (units, mention) => {
      const { name, role, affiliation, kind } = resolve(units, mention);
      return { name, role, affiliation, kind };
    },
    heard: (units, spoken) => {
      const names = namesOf(units);
      const behind = names.filter(({ from, role }) => isBehindPreposition(units, from - role.length));
      const mentioned = [...names.filter((name) => !behind.includes(name)), ...behind].map((name) =>
        known(byLast, name),
      );
      const subject = spoken ? resolve(units, spoken) : firstActor(units, byLast, recent);
      const now = [...(subject ? [subject] : []), ...mentioned];
      recent = [...now, ...recent.filter((one) => !now.some(({ name }) => name === one.name))].slice(0, 12);
    },
  };
}

type Pronoun = "he" | "she" | "they" | "it";
const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  he: "he", him: "he", his: "he", himself: "he", she: "she", her: "she", herself: "she", they: "they", them: "they", their: "they",
  it: "it", its: "it",
}; // biome-ignore format: a table

function fits(one: Known, wanted: Pronoun): boolean {
  if (wanted === "it") return one.kind === "organisation" || one.kind === "document";
  if (wanted === "they") return one.kind === "group" || one.kind === "organisation";
  return (one.kind === "person" || (one.kind === "unnamed" && one.evident)) && (one.sex === null || one.sex === wanted);
}

/** A name as written: its words, what stands before it, and where. */
interface Name {
  readonly words: readonly string[];
  readonly courtesy: string | null;
  readonly role: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The names of a sentence: runs of words with a capital, the offices before them apart. */
function namesOf(units: readonly Unit[]): Name[] {
  const found: Name[] = [];
  for (let at = 0; at < units.length; at++) {
    if (!isNameWord(units, at)) continue;
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
    if (isNameWord(units, to + 1)) to++;
    else if (TITLES_IN_LOWER.has(next?.lower ?? "") && isNameWord(units, to + 2)) to += 2;
    else if (next?.text === "-" && !next.spaced && isNameWord(units, to + 2)) to += 2;
    else if (next?.lower === "of" && STATES_OF.has(units[to]?.lower ?? "") && isNameWord(units, to + 2)) to += 2;
    else return to;
  }
}

const isNameWord = (units: readonly Unit[], at: number): boolean => {
  const unit = units[at];
  return unit !== undefined && unit.quotation < 0 && unit.pos === "PROPN" && /^\p{Lu}/u.test(unit.text);
};

/** The offices and courtesies at the head of a run of names, and the name after the last of them. */
function parted(units: readonly Unit[], from: number, to: number): Name {
  let at = from;
  for (let place = from; place < to; place++) {
    const lower = units[place]?.lower ?? "";
    if (OFFICES.has(lower) || lower in COURTESIES || /^[A-Z]{2,}$/.test(units[place]?.text ?? "")) at = place + 1;
  }
  let left = from;
  while (OFFICES.has(units[left - 1]?.lower ?? "") && units[left - 1]?.quotation === -1) left--;
  const before = units.slice(left, at).filter(({ pos, lower }) => pos !== "DET" && lower !== "the");
  while (TITLES_IN_LOWER.has(units[at - 1]?.lower ?? "") && units[at - 1]?.quotation === -1) at--;
  const courtesy = before.findLast(({ lower }) => lower in COURTESIES)?.lower ?? null;
  const words = units.slice(at, to + 1).map(({ text }) => text.replace(/[’']s?$/, ""));
  const office = words.length === 1 && OFFICES.has(words[0]?.toLowerCase() ?? "");
  return {
    words: office ? [] : textOf(units, { from: at, to }).split(/\s+/),
    courtesy,
    role: before.filter(({ lower }) => !(lower in COURTESIES)).map(({ text }) => text),
    from: at,
    to,
  };
}

const lastOf = (words: readonly string[]): string => (words.at(-1) ?? "").toLowerCase();

function sexOf({ words, courtesy }: Name): "he" | "she" | null {
  if (courtesy && COURTESIES[courtesy]) return COURTESIES[courtesy] ?? null;
  const first = words.length > 1 ? (words[0] ?? "").toLowerCase() : "";
  return HE.has(first) ? "he" : SHE.has(first) ? "she" : null;
}

const kindOfName = (name: Name): SpeakerKind => {
  if (name.courtesy) return "person";
  if (
    name.words.every((word) => PLACES.has(word.toLowerCase()) || word === "New" || word === "North" || word === "South")
  )
    return name.words.length === 1 && /s$/.test(name.words[0] ?? "") ? "group" : "organisation";
  if (name.words.some((word) => BODIES.has(word.toLowerCase()))) return "organisation";
  if (name.words.length === 1 && /^[A-Z.&]{2,}$/.test(name.words[0] ?? "")) return "organisation";
  return "person";
};

const isEvident = (name: Name): boolean =>
  name.courtesy !== null || sexOf(name) !== null || name.role.some((word) => OFFICES.has(word.toLowerCase()));

/** Keeps the fullest form of a name under its last word; what a shorter form adds is kept too. */
function enter(cast: Map<string, Known>, name: Name, speaks: boolean): void {
  const last = lastOf(name.words);
  const before = cast.get(last);
  const sex = sexOf(name) ?? before?.sex ?? null;
  const role = name.role.join(" ") || before?.role || null;
  const longer = !before || (name.words.length > before.name.split(" ").length && name.words.length <= 4);
  cast.set(last, {
    name: longer ? name.words.join(" ") : before.name,
    role,
    affiliation: before?.affiliation ?? null,
    kind: longer ? kindOfName(name) : before.kind,
    sex,
    evident: before?.evident || speaks || isEvident(name),
  });
}

/** Where the family name comes first (Kim Jong Un, Ri Yong Ho), it stands for the whole too. */
function enterFamilyNames(cast: Map<string, Known>): void {
  for (const one of [...cast.values()]) {
    const words = one.name.split(" ");
    const first = words[0]?.toLowerCase() ?? "";
    const given = HE.has(first) || SHE.has(first);
    if (one.kind !== "person" || words.length < 3 || (given && !FAMILY.has(first))) continue;
    const short = cast.get(first);
    if (!short || short.name.split(" ").length === 1)
      cast.set(first, { ...one, role: one.role ?? short?.role ?? null });
  }
}

const FAMILY = new Set(["kim", "ri", "moon", "xi", "lee", "choe", "pak", "park"]);

function known(cast: ReadonlyMap<string, Known>, name: Name): Known {
  const one = cast.get(lastOf(name.words));
  const own: Known = {
    name: name.words.join(" "),
    role: name.role.join(" ") || null,
    affiliation: null,
    kind: kindOfName(name),
    sex: sexOf(name),
    evident: isEvident(name),
  };
  // "Hillary Clinton" is not the Bill Clinton named before.
  if (!one || (name.words.length > 1 && one.name !== own.name && !one.name.endsWith(own.name))) return own;
  return one;
}

/** "of Florida", "in Seoul": seldom who the sentence is about. */
const isBehindPreposition = (units: readonly Unit[], at: number): boolean => {
  const before = units[at - 1]?.pos === "DET" || units[at - 1]?.pos === "ADJ" ? units[at - 2] : units[at - 1];
  return before?.pos === "ADP";
};

const namesBefore = (units: readonly Unit[], at: number): Name[] => namesOf(units.slice(0, at));

/** Who "who" stands for: the phrase before it. */
function antecedent(units: readonly Unit[], at: number): Range | null {
  const end = isComma(units[at - 1]) || isDash(units[at - 1]) ? at - 2 : at - 1;
  return phraseEndingAt(units, end);
}

/** The subject of a sentence in which nobody speaks: the phrase before its first verb. */
function firstActor(units: readonly Unit[], cast: ReadonlyMap<string, Known>, recent: readonly Known[]): Known | null {
  const verb = units.findIndex(({ pos }, place) => place > 0 && (pos === "VERB" || pos === "AUX"));
  const name = namesOf(units.slice(0, Math.max(verb, 0))).at(0);
  if (name) return known(cast, name);
  const phrase = verb > 0 ? phraseEndingAt(units, verb - 1) : null;
  const someone = phrase && units[phrase.from]?.pos !== "PRON" ? describe(units, phrase, cast, recent) : null;
  return someone?.evident ? someone : null;
}

function unnamed(units: readonly Unit[], mention: Range): Known {
  return { name: textOf(units, mention), role: null, affiliation: null, kind: "unnamed", sex: null, evident: false };
}

function textOf(units: readonly Unit[], { from, to }: Range): string {
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

/** A mention that is no pronoun: its name, what stands before it and in apposition to it. */
function describe(
  units: readonly Unit[],
  mention: Range,
  cast: ReadonlyMap<string, Known>,
  recent: readonly Known[],
): Known {
  const comma = units.findIndex(
    (unit, at) => at > mention.from && at <= mention.to && (isComma(unit) || unit.text === "(" || isDash(unit)),
  );
  const head: Range = { from: mention.from, to: comma > 0 ? comma - 1 : mention.to };
  const core = beforeMore(units, head);
  const nouns = units.slice(core.from, core.to + 1);
  const lastNoun = nouns.findLast(({ pos, text }) => (pos === "NOUN" || pos === "PROPN") && !/^[’']s?$/.test(text));
  const names = namesOf(units.slice(0, head.to + 1)).filter(({ from, to }) => to >= core.from && from >= core.from - 4);
  const name = names.at(-1);
  if (name && lastNoun && name.from <= units.indexOf(lastNoun) && units.indexOf(lastNoun) <= name.to)
    return person(units, mention, head, comma, name, cast);
  const office = officeName(units, head);
  if (office) return person(units, mention, head, comma, office, cast);
  const after = comma > 0 ? appositionName(units, comma, mention.to) : null;
  if (after)
    return { ...known(cast, after), role: textOf(units, head).replace(/^(?:its|their|his|her|our|the|an?)\s/i, "") };
  return common(units, mention, head, lastNoun?.lower ?? "", recent);
}

/** A phrase without what only says more of its noun: "of …", "published last week". */
function beforeMore(units: readonly Unit[], { from, to }: Range): Range {
  const at = units.findIndex(({ pos }, place) => place > from && place <= to && (pos === "ADP" || pos === "VERB"));
  return { from, to: at > 0 ? at - 1 : to };
}

/** "Secretary of State Mike Pompeo": a name behind an office of more words. */
function officeName(units: readonly Unit[], head: Range): Name | null {
  if (!OFFICES.has(units[head.from]?.lower ?? "")) return null;
  const last = namesOf(units.slice(0, head.to + 1)).at(-1);
  return last && last.to === head.to && last.role.length > 0 && last.words.length > 1 ? last : null;
}

function person(
  units: readonly Unit[],
  mention: Range,
  head: Range,
  comma: number,
  name: Name,
  cast: ReadonlyMap<string, Known>,
): Known {
  const one = known(cast, name);
  const before = units
    .slice(head.from, name.from)
    .filter(({ pos, lower }) => pos !== "DET" && lower !== "the" && !(lower in COURTESIES));
  const office =
    before.length > 0
      ? textOf(units, {
          from: before[0] ? units.indexOf(before[0]) : head.from,
          to: name.from - 1,
        })
      : "";
  const apposition =
    comma > 0 && isComma(units[comma]) && !/^\d+$/.test(units[comma + 1]?.text ?? "")
      ? textOf(units, { from: comma + 1, to: mention.to })
      : "";
  const bracket =
    comma > 0 && units[comma]?.text === "("
      ? textOf(units, { from: comma + 1, to: mention.to }).replace(/\).*$/, "")
      : "";
  const role =
    (apposition && !/^(?:who|whose|which)\b/.test(apposition) ? apposition.replace(/^(?:a|an|the)\s+/i, "") : office) ||
    one.role;
  const of = bodyIn(role ?? "");
  return {
    ...one,
    role: role || null,
    affiliation: bracket || of || affiliationAfter(units, head, name) || one.affiliation,
  };
}

/** What an office belongs to: "head of the Atomic Energy Agency". */
const bodyIn = (role: string): string | null =>
  / (?:of|for|at|with|from) (?:the )?(?!State$|Staff$)(\p{Lu}.*)$/u.exec(role)?.[1] ?? null;

/** "Donald Hartley of Madison, Alabama": what the name belongs to. */
function affiliationAfter(units: readonly Unit[], head: Range, name: Name): string | null {
  const next = units[name.to + 1];
  return next?.pos === "ADP" && name.to + 1 < head.to ? textOf(units, { from: name.to + 2, to: head.to }) : null;
}

/** "his spokesman, Sean Spicer,": the name that follows the office. */
function appositionName(units: readonly Unit[], comma: number, to: number): Name | null {
  const phrase = phraseStartingAt(units, comma + 1);
  if (!phrase) return null;
  const name = namesOf(units.slice(0, Math.min(to, phrase.to) + 1)).find(
    ({ from }) => from > comma && from <= comma + 3,
  );
  return name && kindOfName(name) === "person" && name.words.length > 1 ? name : null;
}

const ARTICLE = /^(?:A|An|The|Some|Many|Several|Other|Another|His|Her|Their|Its|Our|One|Two|Three|Both|All|Most)\b/;

function common(units: readonly Unit[], mention: Range, head: Range, noun: string, recent: readonly Known[]): Known {
  const text = textOf(units, head);
  const definite = ["the", "that", "this"].includes(units[mention.from]?.lower ?? "");
  if (definite && head.to - head.from <= 2) {
    // "the official": the one last spoken of, by that word.
    const same = recent.find((one) =>
      `${one.role ?? ""} ${one.kind === "unnamed" ? one.name : ""}`.toLowerCase().split(/\W+/).includes(noun),
    );
    if (same) return same;
  }
  const of = bodyIn(text);
  const kind: SpeakerKind = PAPERS.has(noun)
    ? "document"
    : BODIES.has(noun)
      ? "organisation"
      : GROUPS.has(noun) || /[^s]s$/.test(noun)
        ? "group"
        : "unnamed";
  const owner = isPossessive(units[mention.from]) ? null : of;
  const human = noun in HUMANS || OFFICES.has(noun);
  return {
    name: text.replace(ARTICLE, (word) => word.toLowerCase()),
    role: null,
    affiliation: owner,
    kind,
    sex: HUMANS[noun] ?? null,
    evident: kind === "unnamed" && human,
  };
}
