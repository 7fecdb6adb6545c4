// What a room refuses, by one word; the words for people stand in core/wording.
import type { RoomRefusal } from "@parley/core/rooms";

/** Why something was not done: by the rules of a protocol, or of the table itself. */
export type Why =
  | RoomRefusal
  | "no-session"
  | "no-invite"
  | "no-stream"
  | "may-not"
  | "moved-on"
  | "signs-already"
  | "newer-room"
  | "bad-move"
  | "bad-case"
  | "bad-document"
  | "other-document"
  | "busy-reading"
  | "no-passkey"
  | "no-account"
  | "account-taken"
  | "account-away"
  | "too-many-pages";

/** @property details for people, where there is more to say than the word */
export class RoomRefused extends Error {
  constructor(
    readonly why: Why,
    readonly details: readonly string[] = [],
  ) {
    super(why);
  }
}
