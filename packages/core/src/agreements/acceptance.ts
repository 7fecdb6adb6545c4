// Whether those who sign are enough for an agreement to stand.
import type { Case } from "../case/index.js";

/** Whether the parties that sign, told by their place in a list, are enough. */
export type Enough = (signs: (place: number) => boolean) => boolean;

/** @param parties the negotiating parties, in the order in which they are asked about */
export function enoughOf(
  { acceptance }: Pick<Case, "acceptance">,
  parties: readonly { readonly party: string }[],
): Enough {
  const places = parties.map((_, place) => place);
  if (!acceptance) return (signs) => places.every(signs);
  const placesOf = (ids: readonly string[]) => places.filter((place) => ids.includes(parties[place]?.party ?? ""));
  const vetoes = placesOf(acceptance.all);
  const groups = acceptance.groups.map(({ of, atLeast }) => ({ places: placesOf(of), atLeast }));
  const count = (list: readonly number[], signs: (place: number) => boolean) => list.filter(signs).length;
  return (signs) =>
    vetoes.every(signs) &&
    count(places, signs) >= acceptance.atLeast &&
    groups.every(({ places: own, atLeast }) => count(own, signs) >= atLeast);
}

/** The chance that enough sign, where each signs by itself with the chance given. */
export function chanceOfEnough(enough: Enough, signs: readonly number[]): number {
  let chance = 0;
  for (let set = 0; set < 1 << signs.length; set++) {
    const in_ = (place: number) => ((set >> place) & 1) === 1;
    if (enough(in_)) chance += signs.reduce((product, one, place) => product * (in_(place) ? one : 1 - one), 1);
  }
  return chance;
}
