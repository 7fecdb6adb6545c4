// What a seat is told of its room besides the entries of its streams.
import type { RoomMatter } from "./matter.js";
import type { Confidence } from "./moves.js";
import type { RoomSeat } from "./room.js";
import type { SeatRole } from "./seats.js";
import type { DraftClause } from "./single-text.js";

export interface SeatAsked {
  readonly role: SeatRole;
  readonly party: string | null;
  readonly name: string;
  readonly signs: boolean;
}

/** A seat and the link to it, which is good once. */
export interface Invitation extends SeatAsked {
  readonly invite: string;
}

export interface SeatSession {
  readonly id: string;
  readonly began: number;
  readonly until: number;
  /** Whether it is the one that asks. */
  readonly own: boolean;
}

/** All that a seat sees of its room but what was said. */
export interface RoomLook {
  readonly room: string;
  readonly title: string;
  readonly me: RoomSeat;
  readonly audiences: readonly string[];
  readonly matter: RoomMatter;
  /** The framework's clauses, with which a common text can begin. */
  readonly clauses: readonly (DraftClause & { readonly heading: string })[];
  readonly seats: readonly RoomSeat[];
  /** What parties gave the mediator and have not taken back, as far as the seat may read it, by its name. */
  readonly given: readonly { readonly id: string; readonly party: string; readonly confidence: Confidence }[];
  /** Of the seat itself, by the credential's name. */
  readonly passkeys: readonly { readonly id: string; readonly made: number }[];
  /** Of the seat itself: accounts of organisations with which one signs in to it. */
  readonly accounts: readonly { readonly id: string; readonly provider: string; readonly made: number }[];
  readonly sessions: readonly SeatSession[];
}
