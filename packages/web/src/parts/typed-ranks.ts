// Ranks as they are typed beside the issues: numbers, 1 for what matters most, and the order that they come to.

/** Issues by id, the largest swing first; a list within: no order among them. */
export type Rank = readonly (readonly string[])[];

/** The number of each issue that is ranked. */
export const numbersOf = (rank: Rank): Map<string, number> =>
  new Map(rank.flatMap((group, place) => group.map((issue): [string, number] => [issue, place + 1])));

/** The order that numbers come to: equal numbers stand together. */
export function rankOfNumbers(numbers: ReadonlyMap<string, number>): Rank {
  const places = [...new Set(numbers.values())].sort((a, b) => a - b);
  return places.map((place) => [...numbers].flatMap(([issue, number]) => (number === place ? [issue] : [])));
}

/** What is shown while it is typed: the numbers as typed as long as they come to the rank that is kept, else those of the rank. */
export function numbersShown(typed: ReadonlyMap<string, number>, rank: Rank): ReadonlyMap<string, number> {
  const same = JSON.stringify(sorted(rankOfNumbers(typed))) === JSON.stringify(sorted(rank));
  return same ? typed : numbersOf(rank);
}

const sorted = (rank: Rank): string[][] => rank.map((group) => [...group].sort());
