// A protocol of a room: a pure state machine. Moves come in the order in which they were written; the time is a part of each.

/** Milliseconds since 1970, UTC. */
export type Instant = number;

/** Why a move is not made. The words for it stand in wording/en/rooms.ts. */
export type RoomRefusal =
  | "no-party"
  | "name-taken"
  | "empty-package"
  | "condition-in-package"
  | "past-expiry"
  | "unknown"
  | "own"
  | "answered"
  | "closed"
  | "expired"
  | "bad-bid"
  | "bid-already"
  | "unknown-clause"
  | "empty-text"
  | "too-long"
  | "settled"
  | "unknown-option"
  | "not-agreed"
  | "signed";

export type Played<State> =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly why: RoomRefusal };

export const played = <State>(state: State): Played<State> => ({ ok: true, state });
export const notPlayed = (why: RoomRefusal): Played<never> => ({ ok: false, why });

/** The time of a move: a clock that was set back does not bring back what has passed. */
export const timeOf = (last: Instant, at: Instant): Instant => Math.max(last, at);

/** An object of what was written under names that people chose; no name means anything else. */
export const withKey = <T>(record: Readonly<Record<string, T>>, key: string, value: T): Readonly<Record<string, T>> =>
  Object.freeze(Object.assign(Object.create(null), record, { [key]: value }));

export const noRecord = <T>(): Readonly<Record<string, T>> => Object.freeze(Object.create(null) as Record<string, T>);
