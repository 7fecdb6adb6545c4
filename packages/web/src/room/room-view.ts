// Names of what stands in a room, as its pages show them.
import type { RoomLook, RoomMatter, RoomPackage, RoomSeat, RoomState } from "@parley/core/rooms";
import { createContext, useContext } from "react";
import type { RoomApi } from "./room-api.js";
import { words } from "./room-words.js";

export interface OpenRoom {
  readonly api: RoomApi;
  readonly look: RoomLook;
  readonly state: RoomState;
  readonly refresh: () => Promise<void>;
  /** Whether the screen is shown to others: then nothing stands on it that not everybody in the room sees. */
  readonly sharing: boolean;
  /** Does something in the room; what goes wrong is said on the page. @returns whether it was done */
  readonly act: (work: () => Promise<unknown>) => Promise<boolean>;
}

export const OpenRoomIn = createContext<OpenRoom | null>(null);

export function useOpenRoom(): OpenRoom {
  const room = useContext(OpenRoomIn);
  if (!room) throw new Error("outside-of-a-room");
  return room;
}

export const newId = (): string => crypto.randomUUID();

export const partyName = ({ parties }: RoomMatter, id: string): string =>
  parties.find((party) => party.id === id)?.name ?? id;

/** Where a party stands among the parties; for its colour. */
export const partyPlace = ({ parties }: RoomMatter, id: string | null): number =>
  parties.findIndex((party) => party.id === id);

/** `Ann (the union)`, `The mediator`. */
export function seatName({ matter, seats }: RoomState, id: string | null): string {
  const seat = id === null ? undefined : seats[id];
  if (!seat) return words.theRoom;
  const whose = seat.party === null ? words.role[seat.role] : partyName(matter, seat.party);
  // Left out only where the name is no more than that.
  return seat.name.toLowerCase() === whose.toLowerCase() ? seat.name : words.seatOf(seat.name, whose);
}

export interface NamedChoice {
  readonly issue: string;
  readonly name: string;
  readonly option: string;
  readonly today: string | null;
}

/** What a package says, in the order of the issues. */
export const choicesOf = ({ issues }: RoomMatter, named: RoomPackage): NamedChoice[] =>
  issues.flatMap(({ id, name, unit, today, options }) => {
    const nameOf = (option: string | null | undefined) => options.find((one) => one.id === option)?.name;
    const option = Object.hasOwn(named, id) ? nameOf(named[id]) : undefined;
    if (option === undefined) return [];
    const withUnit = (text: string) => (unit && /^[\d.,]+$/.test(text) ? `${text} ${unit}` : text);
    const now = nameOf(today);
    return [{ issue: id, name, option: withUnit(option), today: now === undefined ? null : withUnit(now) }];
  });

/** `The rota: known four weeks ahead; Agency nurses: none` */
export const packageText = (matter: RoomMatter, named: RoomPackage): string =>
  choicesOf(matter, named)
    .map(({ name, option }) => `${name}: ${option}`)
    .join("; ");

/** Whether a seat does what binds its side. */
export const binds = ({ role, signs }: RoomSeat): boolean => role === "party" && signs;
