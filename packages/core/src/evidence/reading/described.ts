// Whom a mention that is no pronoun means: its name, the office before it, what stands in apposition or brackets; or, with
// no name, what kind of speaker its noun says.

import { type Known, known, type SpeakerKind } from "./known.js";
import { BODIES, COURTESIES, GROUPS, HUMANS, OFFICES, PAPERS } from "./name-words.js";
import { kindOfName, type Name, namesOf, textOf } from "./names.js";
import { isComma, isDash, isPossessive, phraseStartingAt, type WordRange } from "./noun-phrase.js";
import type { Unit } from "./sentences.js";

/** A mention that is no pronoun: its name, what stands before it and in apposition to it. */
export function describe(
  units: readonly Unit[],
  mention: WordRange,
  cast: ReadonlyMap<string, Known>,
  recent: readonly Known[],
): Known {
  const comma = units.findIndex(
    (unit, at) => at > mention.from && at <= mention.to && (isComma(unit) || unit.text === "(" || isDash(unit)),
  );
  const head: WordRange = { from: mention.from, to: comma > 0 ? comma - 1 : mention.to };
  const core = beforeMore(units, head);
  const nouns = units.slice(core.from, core.to + 1);
  const lastNoun = nouns.findLast(({ pos, text }) => (pos === "NOUN" || pos === "PROPN") && !/^[’']s?$/.test(text));
  const names = namesOf(units.slice(0, head.to + 1)).filter(({ from, to }) => to >= core.from && from >= core.from - 4);
  const name = names.at(-1);
  if (
    name &&
    !isGroupNoun(name) &&
    lastNoun &&
    name.from <= units.indexOf(lastNoun) &&
    units.indexOf(lastNoun) <= name.to
  )
    return person(units, mention, head, comma, name, cast);
  const office = officeName(units, head);
  if (office) return person(units, mention, head, comma, office, cast);
  const after = comma > 0 ? appositionName(units, comma, mention.to) : null;
  if (after)
    return { ...known(cast, after), role: textOf(units, head).replace(/^(?:its|their|his|her|our|the|an?)\s/i, "") };
  return common(units, mention, head, lastNoun?.lower ?? "", recent);
}

/** "The two Governments": a common noun in capitals. */
const isGroupNoun = ({ words }: Name): boolean => words.length === 1 && GROUPS.has(words[0]?.toLowerCase() ?? "");

/** A phrase without what only says more of its noun: "of …", "published last week". */
function beforeMore(units: readonly Unit[], { from, to }: WordRange): WordRange {
  const at = units.findIndex(({ pos }, place) => place > from && place <= to && (pos === "ADP" || pos === "VERB"));
  return { from, to: at > 0 ? at - 1 : to };
}

/** "Secretary of State Mike Pompeo": a name behind an office of more words. */
function officeName(units: readonly Unit[], head: WordRange): Name | null {
  if (!OFFICES.has(units[head.from]?.lower ?? "")) return null;
  const last = namesOf(units.slice(0, head.to + 1)).at(-1);
  return last && last.to === head.to && last.role.length > 0 && last.words.length > 1 ? last : null;
}

function person(
  units: readonly Unit[],
  mention: WordRange,
  head: WordRange,
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
function affiliationAfter(units: readonly Unit[], head: WordRange, name: Name): string | null {
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

function common(
  units: readonly Unit[],
  mention: WordRange,
  head: WordRange,
  noun: string,
  recent: readonly Known[],
): Known {
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

export function unnamed(units: readonly Unit[], mention: WordRange): Known {
  return { name: textOf(units, mention), role: null, affiliation: null, kind: "unnamed", sex: null, evident: false };
}
