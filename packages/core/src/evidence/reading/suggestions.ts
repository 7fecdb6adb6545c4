// Which issue and option of a case a statement speaks to, by the case's own words: the names of its issues and options,
// and the components of its terms. A word that few issues share weighs more, one of an issue's name by how few are named
// with it. The words that spoke for it are given.
import type { Case } from "../../case/index.js";

export interface Suggestion {
  readonly issue: string;
  /** The option that the words point to; null where they tell only the issue. */
  readonly option: string | null;
  /** The words of the statement that suggested it. */
  readonly words: readonly string[];
  /** 0–1: the share of the issue's telling words that were found, weighed by how few issues have them. */
  readonly score: number;
}

interface Entry {
  readonly issue: string;
  readonly own: ReadonlySet<string>;
  /** Of the issue's name: they tell it from the others, and none of its options from another. */
  readonly named: ReadonlySet<string>;
  readonly options: readonly { readonly id: string; readonly own: ReadonlySet<string> }[];
}

export interface Vocabulary {
  readonly entries: readonly Entry[];
  /** In how many issues a stem occurs. */
  readonly spread: ReadonlyMap<string, number>;
  /** In how many issues' names. */
  readonly spreadOfNames: ReadonlyMap<string, number>;
}

const EMPTY = new Set(
  "the a an of to in on at for and or no not all some any by with from as is are be its it that this than more less under only other new first today stay stays remain remains none yes who which what when their they will would can may has have had been was were do does did".split(
    " ",
  ),
);

/** What words are told apart by: lower case, without the endings of number and tense. */
const stemOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/wn$/, "w")
    .replace(/(?:ations?|ings?|ements?|ments?|ies|ed|es|e|s|y)$/, (end) => (word.length - end.length >= 4 ? "" : end));

const stemsIn = (text: string): Set<string> =>
  new Set(
    (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [])
      .flatMap((word) => [word, ...word.split("-")])
      .filter((word) => word.length > 2 && !EMPTY.has(word.toLowerCase()))
      .map(stemOf),
  );

/** The words of a case's issues, options and terms. */
export function vocabularyOf(negotiation: Case): Vocabulary {
  // The names of the parties are in whatever is said, so they tell no issue: "North" is North Korea.
  const parties = stemsIn(negotiation.parties.map(({ name }) => name).join(" "));
  const ownIn = (text: string): Set<string> => new Set([...stemsIn(text)].filter((stem) => !parties.has(stem)));
  const entries = negotiation.issues.map((issue): Entry => {
    const components = negotiation.terms.flatMap((term) =>
      term.components.filter((component) => component.issue === issue.id).map(({ text }) => text),
    );
    return {
      issue: issue.id,
      named: ownIn(`${issue.id} ${issue.name}`),
      own: ownIn([issue.id, issue.name, ...components, ...issue.options.map(({ name }) => name)].join(" ")),
      options: issue.options.map((option) => ({ id: option.id, own: ownIn(`${option.id} ${option.name}`) })),
    };
  });
  return {
    entries,
    spread: spreadOf(entries.map(({ own }) => own)),
    spreadOfNames: spreadOf(entries.map(({ named }) => named)),
  };
}

function spreadOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const set of sets) for (const stem of set) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return spread;
}

/** The issues that words speak to, best first, at most three. */
export function suggestionsFor(text: string, vocabulary: Vocabulary): Suggestion[] {
  const said = new Map<string, string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu))
    for (const part of [word, ...word.split("-")]) if (!EMPTY.has(part.toLowerCase())) said.set(stemOf(part), part);
  const telling = (spread: ReadonlyMap<string, number>, stem: string): number =>
    Math.log(1 + vocabulary.entries.length / (spread.get(stem) ?? 1));
  const weight = (stem: string): number => telling(vocabulary.spread, stem);
  const scored = vocabulary.entries.map((entry) => {
    const shared = [...entry.own].filter((stem) => said.has(stem));
    const weights = shared.reduce(
      (sum, stem) => sum + (entry.named.has(stem) ? telling(vocabulary.spreadOfNames, stem) : weight(stem)),
      0,
    );
    return { entry, shared, weights };
  });
  return scored
    .filter(({ weights }) => weights >= ENOUGH)
    .sort((a, b) => b.weights - a.weights)
    .slice(0, 3)
    .map(({ entry, shared, weights }) => ({
      issue: entry.issue,
      // One word that is not the issue's name may tell where to look, not what was promised.
      option: shared.length > 1 || shared.some((stem) => entry.named.has(stem)) ? optionFor(entry, said, weight) : null,
      words: shared.map((stem) => said.get(stem) ?? stem),
      score: Math.round((1 - Math.exp(-weights / 4)) * 100) / 100,
    }));
}

/** Less than one telling word is chance. */
const ENOUGH = 1.6;

/** The one option whose own words (not its siblings') the statement has most of; null on a tie. */
function optionFor(entry: Entry, said: ReadonlyMap<string, string>, weight: (stem: string) => number): string | null {
  const scores = entry.options.map(({ id, own }) => {
    const telling = [...own].filter(
      (stem) =>
        !entry.named.has(stem) && entry.options.filter((other) => other.own.has(stem)).length === 1 && said.has(stem),
    );
    return { id, score: telling.reduce((sum, stem) => sum + weight(stem), 0) };
  });
  const best = [...scores].sort((a, b) => b.score - a.score);
  const [first, second] = best;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.id : null;
}
