// English text of the rounds of a rehearsal, which may have days.

/** @param day null where rounds have no days */
export const roundHead = (round: number, rounds: number, day: string | null): string =>
  `Round ${round} of ${rounds}${day === null ? "" : `, ${day}`}`;

/** A round in a sentence. */
export const roundNamed = (round: number, day: string | null): string =>
  `round ${round}${day === null ? "" : ` (${day})`}`;
