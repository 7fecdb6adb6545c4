/** Two values closer than this are the same value: a frontier must not grow by what only rounding separates. */
export const TOLERANCE = 1e-9;

/** What a sweep by the first column found about a row: it is dominated, or the same as a kept one (−1: as none). */
export interface Found {
  readonly dominated: boolean;
  readonly same: number;
}

/** The efficient rows of a sweep so far; rows come by their first column descending, within rounding. */
export interface Kept {
  readonly find: (table: Float64Array, row: number) => Found;
  /** Takes a row in, known by its place among the kept ones. @returns places of those that it dominates */
  readonly add: (table: Float64Array, row: number, place: number) => readonly number[];
}
