// Who a mention means: "Mukasey" is the Michael Mukasey named before, "he" the last man who did something, "the official"
// the official last spoken of.
import { describe, unnamed } from "./described.js";
import { enter, enterFamilyNames, type Known, known, lastOf, mentioned, type Who } from "./known.js";
import { type Name, namesOf } from "./names.js";
import { isComma, isDash, phraseEndingAt, type WordRange } from "./noun-phrase.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";

/** Everyone named so far, and who was last spoken of. Sentences are told in order. */
export interface Cast {
  /** Whom a stretch of a sentence means. */
  readonly who: (units: readonly Unit[], mention: WordRange) => Who;
  /** To be told each sentence after its mentions were asked for, with the one who speaks in it, if any. */
  readonly heard: (units: readonly Unit[], spoken: WordRange | null) => void;
}

/** @param sentences all of the document: a name may be given in full only later. */
export function castOf(
  sentences: readonly { readonly units: readonly Unit[]; readonly frames: readonly ReportingFrame[] }[],
): Cast {
  const byLast = new Map<string, Known>();
  for (const { units, frames } of sentences) {
    const speaking = new Set(frames.map(({ source }) => source.to));
    for (const name of namesOf(units)) enter(byLast, name, speaking.has(name.to));
  }
  enterFamilyNames(byLast);
  /** Most recent first: those a pronoun may mean. */
  let recent: Known[] = [];

  const resolve = (units: readonly Unit[], mention: WordRange, depth = 0): Known => {
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
      const present = [...names.filter((name) => !behind.includes(name)), ...behind].map((name) => known(byLast, name));
      for (const name of names) if (name.words.length > 1) mentioned(byLast, known(byLast, name));
      const subject = spoken ? resolve(units, spoken) : firstActor(units, byLast, recent);
      const now = [...(subject ? [subject] : []), ...present];
      recent = [...now, ...recent.filter((one) => !now.some(({ name }) => name === one.name))].slice(0, 12);
    },
  };
}

type Pronoun = "he" | "she" | "they" | "it";

const PRONOUNS: Readonly<Record<string, Pronoun>> = Object.assign(Object.create(null) as object, {
  he: "he", him: "he", his: "he", himself: "he", she: "she", her: "she", herself: "she", they: "they", them: "they", their: "they",
  it: "it", its: "it",
} as const); // biome-ignore format: a table

function fits(one: Known, wanted: Pronoun): boolean {
  if (wanted === "it") return one.kind === "organisation" || one.kind === "document";
  if (wanted === "they") return one.kind === "group" || one.kind === "organisation";
  return (one.kind === "person" || (one.kind === "unnamed" && one.evident)) && (one.sex === null || one.sex === wanted);
}

/** "of Florida", "in Seoul": seldom who the sentence is about. */
const isBehindPreposition = (units: readonly Unit[], at: number): boolean => {
  const before = units[at - 1]?.pos === "DET" || units[at - 1]?.pos === "ADJ" ? units[at - 2] : units[at - 1];
  return before?.pos === "ADP";
};

const namesBefore = (units: readonly Unit[], at: number): Name[] => namesOf(units.slice(0, at));

/** Who "who" stands for: the phrase before it. */
function antecedent(units: readonly Unit[], at: number): WordRange | null {
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
