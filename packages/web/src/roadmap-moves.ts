// What the hand moves on a road: where steps then stand, what is pinned, and what keeping it writes.
import { type Case, type Change, daysBetween, type Roadmap } from "@parley/core/internal";

/** What the hand changed, by step: the day on which it is pinned; null: no longer. The rest is as the file has it. */
export type Moves = ReadonlyMap<string, string | null>;

/** A step that the hand holds over a day of the road. */
export interface HeldStep {
  readonly step: number;
  readonly day: number;
}

type Found = Pick<Roadmap, "road" | "steps" | "starts">;

/** Where every step begins, in days from the road's start, and which are pinned. */
export function placesOf(
  { road, steps, starts }: Found,
  moves: Moves,
  held: HeldStep | null,
): { readonly starts: number[]; readonly pinned: boolean[] } {
  return {
    starts: steps.map(({ id }, step) => {
      if (held?.step === step) return held.day;
      const day = moves.get(id);
      return day ? daysBetween(road.start, day) : (starts[step] ?? 0);
    }),
    pinned: steps.map(({ id, pinned }, step) =>
      held?.step === step ? true : moves.has(id) ? moves.get(id) !== null : pinned,
    ),
  };
}

/** With a step pinned on a day, or let go; nothing is planned before the road begins. */
export function withPin(moves: Moves, { road, steps }: Found, step: number, date: string | null): Moves {
  const day = date !== null && date < road.start ? road.start : date;
  return new Map([...moves, [steps[step]?.id ?? "", day]]);
}

/** What keeping it changes in agreement.yaml. */
export const planChanges = ({ commitments }: Pick<Case, "commitments">, moves: Moves): Change[] =>
  [...moves].map(([id, date]) => ({
    path: ["commitments", commitments.findIndex((one) => one.id === id), "start"],
    ...(date !== null && { value: date }),
  }));
