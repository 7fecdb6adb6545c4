// How many statements on record rest on each source: those that were taken from it, and those that it gives too.
import type { Case } from "../case/index.js";

/** By the id of the source; none where no statement rests on it. */
export function statementsBySource({ statements }: Pick<Case, "statements">): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { source, witnesses = [] } of statements)
    for (const one of new Set([source, ...witnesses])) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}
