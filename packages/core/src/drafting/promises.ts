// What is promised by those who are parties on the day, each with its place in agreement.yaml. Who has left owes nothing by this
// text and is owed nothing by it; what it owed together with others is theirs.
import type { Case, Commitment, Obligation } from "../case/index.js";

export interface Placed<T> {
  readonly one: T;
  /** Its place in the list of agreement.yaml. */
  readonly place: number;
}

export interface Promises {
  readonly commitments: readonly Placed<Commitment>[];
  readonly obligations: readonly Placed<Obligation>[];
}

/** Whether a party is one on the day that the case is seen from. */
export const isSeated = ({ parties }: Pick<Case, "parties">, party: string): boolean =>
  parties.find(({ id }) => id === party)?.role !== "absent";

export function promisesOf(negotiation: Case): Promises {
  const seated = (ids: readonly string[]) => ids.filter((id) => isSeated(negotiation, id));
  const { commitments, obligations } = negotiation;
  const standing = new Set(commitments.filter(({ by }) => seated(by).length > 0).map(({ id }) => id));
  return {
    commitments: placed(commitments)
      .filter(({ one }) => standing.has(one.id))
      .map(({ one, place }) => ({
        one: { ...one, by: seated(one.by), for: seated(one.for), after: one.after.filter((id) => standing.has(id)) },
        place,
      })),
    obligations: placed(obligations)
      .map(({ one, place }) => ({ one: { ...one, by: seated(one.by), to: seated(one.to) }, place }))
      .filter(({ one }) => one.by.length > 0),
  };
}

const placed = <T>(list: readonly T[]): Placed<T>[] => list.map((one, place) => ({ one, place }));
