// Events that befall any obligation: they move its life on, or are not accepted, and that is said.
import { type Obligation, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, type EventKind, sameDay } from "./book.js";
import { type Life, type LifeEvent, lifeAfter } from "./life.js";
import type { RowReader } from "./watch.js";

const EVENT_OF: Readonly<Partial<Record<EventKind, LifeEvent>>> = {
  activated: "activated",
  fulfilled: "fulfilled",
  suspended: "suspended",
  resumed: "resumed",
  discharged: "discharged",
  terminated: "terminated",
  expired: "expired",
};

/** What rows of powers do to an obligation, by the row: what exerts them, and what takes a suspension back. */
export type Reach = ReadonlyMap<number, "suspended" | "terminated" | "resumed">;

/** A suspension: the row with which it began, its last day where that was said, and the row that disputes it (−1: none). */
export interface Suspension {
  readonly row: number;
  readonly until: number | null;
  readonly disputed: number;
}

/** How an obligation lives, and rests. */
export interface Living {
  readonly life: Life;
  readonly rest: Suspension | null;
}

/** What events are read with. */
export interface Fate {
  readonly book: Book;
  readonly obligation: Obligation;
  readonly reach: Reach;
}

/** The life as of a day: a suspension that said how long it lasts is over by itself. */
export const livingOn = <S extends Living>(state: S, day: number): S =>
  state.life === "Suspension" && state.rest?.until != null && day > state.rest.until
    ? { ...state, life: "InEffect", rest: null }
    : state;

/** Whether a row is of a day after the last one of its obligation. */
const isAfterEnd = ({ book, obligation: { until } }: Fate, row: number): boolean =>
  until !== null && book.first(row) > dayNumber(until);

/** What a row does to a life: it lives on otherwise, stays as it is, or the event is not accepted. */
export type Lived = ({ readonly kind: "lives" } & Living) | { readonly kind: "same" } | Refused;
interface Refused {
  readonly kind: "refused";
  readonly why: string;
}

/** @returns how it lives after a row; null where the row is no such event */
export function livedOn(fate: Fate, row: number, kind: EventKind, { life, rest }: Living): Lived | null {
  const byPower = fate.reach.get(row);
  const event = byPower ?? EVENT_OF[kind];
  const inDispute = byPower === undefined && life === "Suspension" ? disputedRest(row, kind, { life, rest }) : null;
  if (inDispute) return { kind: "lives", ...inDispute };
  if (event === undefined) return null;
  if (isAfterEnd(fate, row))
    return byPower === undefined
      ? refused(`is ${event} after its last day, ${fate.obligation.until}`)
      : { kind: "same" };
  // A power that takes its suspension back reaches what still rests by it, and nothing else.
  if (byPower === "resumed" && (!rest || fate.book.name(rest.row) !== fate.book.name(row))) return { kind: "same" };
  const days = event === "suspended" && byPower === undefined ? fate.book.value(row) : Number.NaN;
  if (days <= 0) return refused("is suspended for no number of days; write it as the value, or leave it out");
  const until = Number.isNaN(days) ? null : fate.book.last(row) + days;
  if (event === "suspended" && rest && rest.until !== null) return { kind: "lives", life, rest: { ...rest, until } };
  const next = lifeAfter(life, event);
  if (next === null) return refused(`cannot be ${event} as it stands`);
  return { kind: "lives", life: next, rest: next === "Suspension" ? { row, until, disputed: -1 } : null };
}

const refused = (why: string): Refused => ({ kind: "refused", why });

/** While it rests, what is disputed is the suspension: upheld it stands, dismissed it is over. */
function disputedRest(row: number, kind: EventKind, { life, rest }: Living): Living | null {
  if (!rest) return null;
  if (kind === "disputed") return { life, rest: { ...rest, disputed: row } };
  if (rest.disputed < 0) return null;
  if (kind === "upheld") return { life, rest: { ...rest, disputed: -1 } };
  return kind === "dismissed" ? { life: "InEffect", rest: null } : null;
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
): Pick<RowReader<S>, "step" | "together"> => ({
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
