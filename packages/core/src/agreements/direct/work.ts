// How much a search may look at: counted, so that it is the same on every machine.

/** Arcs, that is options weighed, that may be looked at, and how many were. */
export interface Work {
  readonly most: number;
  done: number;
}

/** What one of many models may take at most, and one alone: the searches that it needs look at some thousands as a rule. */
const MOST_OF_MANY = 3_000_000;
const MOST_ALONE = 60_000_000;

/** @param models how many there are to solve */
export const workOfModel = (models: number): Work => ({ most: models === 1 ? MOST_ALONE : MOST_OF_MANY, done: 0 });

/** What a model takes beside the options weighed, as so many of them: measured, and about right is enough. */
const BESIDE = 4000;

export const costOf = ({ done }: Work): number => done + BESIDE;
