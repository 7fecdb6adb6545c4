// What waiting costs: the same share of what is left of everybody's gain with every round that passes (Rubinstein, 1982).

const MOST_DELAY = 0.5;

export const isDelay = (delay: number): boolean => delay >= 0 && delay <= MOST_DELAY;

export const wrongDelay = (delay: number): string =>
  `a round cannot cost ${delay} of what is gained. Write a number from 0 to ${MOST_DELAY}.`;

/** What is left of a gain in a round, counted from 0. */
export const keptIn = (delay: number, round: number): number => (1 - delay) ** round;
