// What a page reads of an interests file, and the changes that it makes in it.
import type { Case, Change, Interests } from "@parley/core/internal";

/** An issue, or several among which the order is not said. */
export type RankEntry = readonly string[];

/** Largest swing first. */
export const rankOf = ({ issues }: Case, { swingRank }: Interests): RankEntry[] =>
  swingRank.map((group) => group.map((place) => issues[place]?.id ?? ""));

export const rankChange = (rank: readonly RankEntry[]): Change => ({
  path: ["swings", "rank"],
  value: rank.map((entry) => (entry.length === 1 ? entry[0] : [...entry])),
});

/** The neighbouring options between which a step lies, worse first; a level that holds several is named by its first. */
export interface StepChoice {
  readonly from: string;
  readonly to: string;
}

export function stepsOf({ issues }: Case, { scores }: Interests, issue: number): StepChoice[] {
  const levels = scores[issue]?.levels ?? [];
  const named = levels.map((level) => issues[issue]?.options[level[0] ?? 0]?.id ?? "");
  return named.slice(1).map((to, k) => ({ from: named[k] ?? "", to }));
}

export const stepChange = (issue: string, step: StepChoice | null): Change => ({
  path: ["scores", issue, "largestStep"],
  ...(step && { value: [written(step.from), written(step.to)] }),
});

/** Bounds on a weight, 0–1. */
export const intervalChange = (issue: string, interval: readonly [number, number] | null): Change => ({
  path: ["swings", "intervals", issue],
  ...(interval && { value: interval.map((end) => Math.round(1000 * end) / 1000) }),
});

/** The options of a numeric issue are written as numbers. */
export const written = (option: string): string | number => (/^-?\d+(\.\d+)?$/.test(option) ? Number(option) : option);

/** The worst and the best option of an issue, for the party: the ends of its swing; null where it does not care. */
export function swingOf(
  { issues }: Case,
  { scores }: Interests,
  issue: number,
): { worst: string; best: string } | null {
  const score = scores[issue];
  const options = issues[issue]?.options ?? [];
  if (!score || score.indifferent || options.length < 2) return null;
  if (score.levels) {
    const name = (level: readonly number[] | undefined) =>
      (level ?? []).map((option) => options[option]?.name ?? "").join(" or ");
    return { worst: name(score.levels[0]), best: name(score.levels.at(-1)) };
  }
  const numbers = score.numbers ?? [];
  const at = (value: number) => options[numbers.indexOf(value)]?.name ?? "";
  return { worst: at(Math.min(...numbers)), best: at(Math.max(...numbers)) };
}

/** The entry and the one after it, with no order among them. */
export const joined = (rank: readonly RankEntry[], place: number): RankEntry[] => [
  ...rank.slice(0, place),
  [...(rank[place] ?? []), ...(rank[place + 1] ?? [])],
  ...rank.slice(place + 2),
];

/** An entry of several, each in a place of its own. */
export const parted = (rank: readonly RankEntry[], place: number): RankEntry[] => [
  ...rank.slice(0, place),
  ...(rank[place] ?? []).map((id) => [id]),
  ...rank.slice(place + 1),
];

/** An entry taken out and laid down elsewhere; null where nothing moves. */
export function movedTo(rank: readonly RankEntry[], from: number, to: number): RankEntry[] | null {
  const entry = rank[from];
  if (!entry || to < 0 || to >= rank.length || from === to) return null;
  const others = rank.filter((_, place) => place !== from);
  return [...others.slice(0, to), entry, ...others.slice(to)];
}

/** Where an issue came to stand: at an end, or after another; null where none was moved by itself. */
export type PlaceInRank = { readonly at: "first" | "last" } | { readonly at: "after"; readonly other: string };

export function standingOf(rank: readonly RankEntry[], moved: string | null): PlaceInRank | null {
  const at = rank.findIndex((entry) => moved !== null && entry.includes(moved));
  if (at < 0) return null;
  if (at === 0) return { at: "first" };
  if (at === rank.length - 1) return { at: "last" };
  return { at: "after", other: rank[at - 1]?.[0] ?? "" };
}

/** Bounds on a weight, 0–1, as a slider has them in percent. */
export const boundsOf = (values: readonly number[]): readonly [number, number] => [
  (values[0] ?? 0) / 100,
  (values[1] ?? 100) / 100,
];
