// What can be reached in a world, and what an outcome is worth against it.
import { solutionConcepts } from "../agreements/index.js";
import { at, skyline, TOLERANCE } from "../math/index.js";
import { signs, type World } from "./world.js";

/** Whether enough parties would sign a row for an agreement to stand. */
export const suits = (world: World, row: number): boolean =>
  world.enough((place) => signs(world, at(world.seats, place), row));

/** What could be signed in one truth: by all, or by as many as the acceptance of the case asks for. */
export interface Reachable {
  /** Rows that enough would sign and that leave nothing on the table, by the first seat's value descending. */
  readonly rows: readonly number[];
  /** Of each seat: the most that it can gain over no deal in what enough would sign; 0 where nothing is. */
  readonly ideal: Float64Array;
  /** A row of each solution, −1 where nothing suits all. */
  readonly nash: number;
  readonly kalaiSmorodinsky: number;
}

/** Work grows with packages × log packages; once for a world. */
export function reachableIn(world: World): Reachable {
  const { seats, listed } = world;
  const signed: number[] = [];
  for (let row = 0; row < listed; row++) {
    if (suits(world, row)) signed.push(row);
  }
  const parties = seats.length;
  if (signed.length === 0) return { rows: [], ideal: new Float64Array(parties), nash: -1, kalaiSmorodinsky: -1 };
  const values = Float64Array.from({ length: signed.length * parties }, (_, k) => {
    return seats[k % parties]!.values[signed[Math.floor(k / parties)]!]!;
  });
  const found = skyline(values, parties, signed.length, new Float64Array(signed.length).fill(1), (a, b) => a < b);
  const rows = found.rows.map((row) => at(signed, row));
  const surplus = Float64Array.from({ length: rows.length * parties }, (_, k) => {
    const seat = seats[k % parties]!;
    return Math.max(0, seat.values[at(rows, Math.floor(k / parties))]! - seat.reservation);
  });
  const table = { rows: rows.length, parties, surplus };
  const ideal = Float64Array.from({ length: parties }, (_, p) => {
    let most = 0;
    for (let row = 0; row < rows.length; row++) most = Math.max(most, surplus[row * parties + p]!);
    return most;
  });
  const first = (solved: readonly number[]) => at(rows, at(solved, 0));
  return {
    rows,
    ideal,
    nash: first(solutionConcepts.nash.solve(table)),
    kalaiSmorodinsky: first(solutionConcepts.kalaiSmorodinsky.solve(table)),
  };
}

/** How an outcome does in a world. */
export interface Measured {
  /**
   * Of each seat: what it gained over no deal, as a share of the most that it could have had, 0 without a deal. Below 0 or above 1
   * where somebody signed what is worse for it than no deal, or was outvoted.
   */
  readonly shares: Float64Array;
  /** Mean of these shares. */
  readonly joint: number;
  /** How far the shares lie from those of the Nash solution, 0 at it; null where nothing suits all. */
  readonly fromNash: number | null;
}

/** @param deal its row; −1 without one. @param kept what is left of a gain by the time of the deal, 0–1 */
export function measured(world: World, { ideal, nash }: Reachable, deal: number, kept = 1): Measured {
  const shareAt = (row: number) => (seat: number) => {
    const { values, reservation } = world.seats[seat]!;
    return row < 0 || ideal[seat]! <= TOLERANCE ? 0 : (values[row]! - reservation) / ideal[seat]!;
  };
  const parties = world.seats.length;
  const shares = Float64Array.from({ length: parties }, (_, seat) => kept * shareAt(deal)(seat));
  let [sum, square] = [0, 0];
  for (let seat = 0; seat < parties; seat++) {
    sum += shares[seat]!;
    square += (shares[seat]! - shareAt(nash)(seat)) ** 2;
  }
  return { shares, joint: sum / parties, fromNash: nash < 0 ? null : Math.sqrt(square) };
}
