// How much a search may look at: counted, so that it is the same on every machine.

/** Arcs, that is options weighed, that may be looked at, and how many were. */
export interface Work {
  readonly most: number;
  done: number;
}

/** What a model may take at most: the searches that it needs look at some thousands as a rule. */
const MOST_IN_A_MODEL = 3_000_000;

export const workOfModel = (): Work => ({ most: MOST_IN_A_MODEL, done: 0 });

/** What a model takes beside the options weighed, as so many of them: measured, and about right is enough. */
const BESIDE = 4000;

export const costOf = ({ done }: Work): number => done + BESIDE;
