// Events that befall any obligation: they move its life on, or are not accepted, and that is said.
import { PROOFS } from "../../case/index.js";
import { type Book, type EventKind, sameDay } from "./book.js";
import { type Life, type LifeEvent, lifeAfter } from "./life.js";
import type { Reader } from "./watch.js";

const EVENT_OF: Readonly<Partial<Record<EventKind, LifeEvent>>> = {
  activated: "activated",
  fulfilled: "fulfilled",
  suspended: "suspended",
  resumed: "resumed",
  discharged: "discharged",
  terminated: "terminated",
  expired: "expired",
};

/** What exertions of powers do to an obligation: by the row of each that counts. */
export type Reach = ReadonlyMap<number, "suspended" | "terminated">;

/**
 * @returns the life after a row; null where the row is no such event
 * @throws never; an event that is not accepted leaves life as it is and is `refused`
 */
export function livedOn(
  row: number,
  kind: EventKind,
  life: Life,
  reach: Reach,
): { readonly life: Life; readonly refused: boolean } | null {
  const event = kind === "exerted" ? reach.get(row) : EVENT_OF[kind];
  if (event === undefined) return null;
  const next = lifeAfter(life, event);
  return { life: next ?? life, refused: next === null };
}

/** Whether an obligation is over: nothing is broken any more. */
export const isOver = (life: Life): boolean => life === "UnsuccessfulTermination" || life === "Discharge";

/** Of a life that is over or rests: the word for it; null while the obligation binds. */
export const lifeWord = (life: Life): "suspended" | "terminated" | "discharged" | "fulfilled" | "pending" | null => {
  const words: Readonly<Partial<Record<Life, ReturnType<typeof lifeWord>>>> = {
    Create: "pending",
    Suspension: "suspended",
    UnsuccessfulTermination: "terminated",
    Discharge: "discharged",
    Fulfillment: "fulfilled",
  };
  return words[life] ?? null;
};

/** Rows of a day read one after the other: figures, and what happened. */
export const rowByRow = <S>(
  book: Book,
  figure: (state: S, row: number) => S,
  happened: (state: S, row: number) => S,
): Pick<Reader<S>, "step" | "together"> => ({
  step: (state, rows, from, to) => {
    let next = state;
    for (let i = from; i < to; i++) {
      const row = rows[i] ?? 0;
      next = book.qualifier(row) < PROOFS.length ? figure(next, row) : happened(next, row);
    }
    return next;
  },
  together: (a, b) => sameDay(book, a, b),
});
