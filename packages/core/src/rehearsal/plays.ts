/**
 * Which results this program gives: whatever changes how a game goes, or what is counted of it, makes this another number, so that
 * results of different programs are never put together.
 */
export const PLAYS = 4;
