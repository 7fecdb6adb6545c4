// The seats of a new room, as its parties and its mediator take them.
import type { Case, RoomWording } from "@parley/core/internal";
import type { SeatAsked } from "@parley/core/rooms";

/** One that signs for each party that negotiates, one for the mediator, and observers. Null where fewer than two negotiate. */
export function seatsOf({ parties }: Pick<Case, "parties">, observers: number, words: RoomWording): SeatAsked[] | null {
  const negotiating = parties.filter(({ role }) => role === "negotiating");
  if (negotiating.length < 2) return null;
  const other = (role: "mediator" | "observer", name: string): SeatAsked => ({ role, party: null, name, signs: false });
  return [
    ...negotiating.map(
      ({ id, name }): SeatAsked => ({ role: "party", party: id, name: words.atHead(name), signs: true }),
    ),
    other("mediator", words.atHead(words.theMediator)),
    ...Array.from({ length: observers }, (_, k) => other("observer", words.atHead(words.observer(k + 1)))),
  ];
}
