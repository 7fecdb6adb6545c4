// How far a bar of the plan moves with the hand or with a key.

const WEEK = 7;
const MONTH = 30;

/** A bar as it was taken hold of. */
export interface Grip {
  readonly x: number;
  /** Where it began, in days from the road's start. */
  readonly day: number;
  /** Days that a hundred pixels stand for. While it is held these stay, whatever becomes of the end. */
  readonly perHundred: number;
}

/** The day that the hand is over; null where a press alone moved nothing. @param now the day on which it stands */
export function heldOver({ x, day, perHundred }: Grip, toX: number, now: number): number | null {
  const moved = Math.round(((toX - x) * perHundred) / 100);
  return moved !== 0 || now !== day ? day + moved : null;
}

/** By how many days a key moves it: days, weeks (Shift), months (Page); 0: by none. */
export function daysOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): number {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: shiftKey ? WEEK : 1,
    ArrowLeft: shiftKey ? -WEEK : -1,
    PageUp: MONTH,
    PageDown: -MONTH,
  };
  return steps[key] ?? 0;
}
