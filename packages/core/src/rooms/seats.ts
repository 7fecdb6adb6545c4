// Who sits in a room, and who hears what: the room itself, a party's own side, a party with its mediator.

export type SeatRole = "party" | "mediator" | "observer";

export interface Seat {
  readonly id: string;
  readonly role: SeatRole;
  /** For whom a seat of a party speaks; null for others. */
  readonly party: string | null;
  /** Whether what it says binds its party: one seat of each. */
  readonly signs: boolean;
}

/** By whom a stream is read: all in the room; one party's seats; one party's seats and the mediator. */
export type Audience = "room" | `party:${string}` | `mediation:${string}`;

/** The streams that a seat reads. @param parties of the room */
export function audiencesOf({ role, party }: Pick<Seat, "role" | "party">, parties: readonly string[]): Audience[] {
  if (role === "party" && party !== null) return ["room", `party:${party}`, `mediation:${party}`];
  if (role === "mediator") return ["room", ...parties.map((one): Audience => `mediation:${one}`)];
  return ["room"];
}

/** Whether a seat may write to a stream: observers write nowhere. */
export const mayWriteTo = (seat: Pick<Seat, "role" | "party">, parties: readonly string[], to: Audience): boolean =>
  seat.role !== "observer" && audiencesOf(seat, parties).includes(to);
