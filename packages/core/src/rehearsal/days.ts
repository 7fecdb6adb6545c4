// The days of a rehearsal whose rounds have days: the first is the day of the case, and the others follow so many days apart.
import { addDays, type Day, daysBetween } from "../case/index.js";

export const MOST_DAYS_APART = 366;

export const isDaysApart = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= MOST_DAYS_APART;

export const wrongDaysApart = (days: number): string =>
  `rounds cannot be ${days} days apart. Write a whole number from 1 to ${MOST_DAYS_APART}.`;

/** The day of every round. */
export const daysOfRounds = (first: Day, apart: number, rounds: number): Day[] =>
  Array.from({ length: rounds }, (_, round) => addDays(first, round * apart));

/** The day of a round, from 1; null where rounds have none. */
export const dayOfRound = ({ days }: { readonly days: readonly Day[] | null }, round: number): Day | null =>
  days?.[round - 1] ?? null;

/** How many rounds there are up to a deadline, on whose day there may be one; 0 where it is before the first. */
export const roundsUntil = (first: Day, deadline: Day, apart: number): number =>
  deadline < first ? 0 : 1 + Math.floor(daysBetween(first, deadline) / apart);
