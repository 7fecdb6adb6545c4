// The tables as a seat reads them. It writes none: functions do.
export interface RoomTables {
  "rooms.rooms": { id: string; title: string; parties: string[]; material: string; opened: Date };
  "rooms.seats": {
    id: string;
    room: string;
    role: "party" | "mediator" | "observer";
    party: string | null;
    name: string;
    signs: boolean;
    came: Date | null;
    gone: Date | null;
  };
  "rooms.sessions": { id: string; seat: string; began: Date; until: Date; ended: Date | null };
  "rooms.passkeys": { id: string; seat: string; made: Date };
  "rooms.accounts": { id: string; seat: string; provider: string; made: Date };
  "rooms.streams": { room: string; audience: string; seq: number; at: string; hash: Buffer };
  "rooms.events": EventRow;
  "rooms.sealed": { room: string; id: string; rule: unknown; round: number; settled: boolean };
  "rooms.proposals": { room: string; id: string; closed: boolean };
}

/** An entry of a stream. */
export interface EventRow {
  room: string;
  audience: string;
  /** From 1, without a gap in its stream. */
  seq: number;
  /** Microseconds since 1970, UTC. */
  at: string;
  /** Null where the room itself wrote it. */
  seat: string | null;
  kind: string;
  /** JSON. */
  body: string;
  /** The hash of the entry before it; empty for the first. */
  prev: Buffer;
  hash: Buffer;
}

/** What a party gave its mediator. */
export interface GivenRow {
  room: string;
  party: string;
  id: string;
  /** JSON. */
  body: string;
}
