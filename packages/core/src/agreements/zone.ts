// The zone of agreement in one model, the solutions in it, and, where there is none, the package that comes nearest to
// suiting all.
import { at, TOLERANCE } from "../math/index.js";
import type { FrontValues } from "./front-table.js";
import { type Panel, reservationIn } from "./panel.js";
import { idealOf, type SolutionKey, type SurplusTable, solutionConcepts, VERDICT_CONCEPTS } from "./solutions.js";

/** The zone of agreement in one model: efficient packages at or above every reservation value. */
export interface Zone {
  /** Rows of the front that are in the zone. */
  readonly rows: readonly number[];
  /** Of these rows, in their order. */
  readonly table: SurplusTable;
  /** The most surplus each party can have in the zone. */
  readonly ideal: Float64Array;
}

/** The zone of one front for given reservation values (one a party, 0–1). */
export function zoneOf(front: FrontValues, reservation: ArrayLike<number>): Zone {
  const { parties, values } = front;
  const rows: number[] = [];
  for (let row = 0; row < front.size; row++) {
    let inside = true;
    for (let p = 0; p < parties && inside; p++) inside = values[row * parties + p]! >= reservation[p]! - TOLERANCE;
    if (inside) rows.push(row);
  }
  const surplus = new Float64Array(rows.length * parties);
  rows.forEach((row, k) => {
    for (let p = 0; p < parties; p++)
      surplus[k * parties + p] = Math.max(0, values[row * parties + p]! - reservation[p]!);
  });
  const table = { rows: rows.length, parties, surplus };
  return { rows, table, ideal: idealOf(table) };
}

/** Rows of the front that a concept picks in the zone. */
export function solve(zone: Zone, key: SolutionKey): number[] {
  return solutionConcepts[key].solve(zone.table).map((row) => at(zone.rows, row));
}

/** What every offer is measured against in one model. Parties in the order of the panel's negotiating members. */
export interface ZoneFacts {
  readonly exists: boolean;
  /** v − r of the best package in the zone for each party; 0 where there is no zone. */
  readonly ideal: Float64Array;
  /** Least and most part of the whole that a tied Nash or Kalai–Smorodinsky package gives each party. */
  readonly leastPart: Float64Array;
  readonly mostPart: Float64Array;
  /** Mean of Σσ over the tied Nash and Kalai–Smorodinsky packages. */
  readonly ambition: number;
  /** Shortfall r − v (0 where none) at the package that makes the largest one least; where there is no zone. */
  readonly shortfall: Float64Array;
  /** Row of the front of that package. */
  readonly nearest: number | null;
  /** No solution in the zone is misjudged by more than this, in any party's value 0–1; 1: not even whether there is a zone. */
  readonly error: number;
}

/** The zone's facts in one joint model; `front` is null where no package crosses no red line. */
export function factsOf(front: FrontValues | null, panel: Panel, model: number): ZoneFacts {
  if (!front) return noZone(panel.negotiating.length);
  return factsIn(
    front,
    panel.negotiating.map((place) => reservationIn(at(panel.members, place), model)),
  );
}

/** The zone's facts for given reservation values (one a party, 0–1). */
export function factsIn(front: FrontValues, reservation: readonly number[]): ZoneFacts {
  const zone = zoneOf(front, reservation);
  return zone.rows.length === 0 ? nearestTo(front, reservation) : partsIn(zone);
}

/** What is known of a model in which no package suits all, before it is asked which comes nearest. */
export const noZone = (parties: number): ZoneFacts => ({
  exists: false,
  ideal: new Float64Array(parties),
  leastPart: new Float64Array(parties),
  mostPart: new Float64Array(parties),
  ambition: 0,
  shortfall: new Float64Array(parties),
  nearest: null,
  error: 0,
});

/** No package suits all: the one whose largest shortfall is least. */
export function nearestTo({ size, parties, values }: FrontValues, reservation: readonly number[]): ZoneFacts {
  const short = (row: number, p: number) => Math.max(0, at(reservation, p) - values[row * parties + p]!);
  let best = { row: 0, worst: Number.POSITIVE_INFINITY };
  for (let row = 0; row < size; row++) {
    let worst = 0;
    for (let p = 0; p < parties; p++) worst = Math.max(worst, short(row, p));
    if (worst < best.worst) best = { row, worst };
  }
  return {
    ...noZone(parties),
    shortfall: Float64Array.from({ length: parties }, (_, p) => short(best.row, p)),
    nearest: best.row,
  };
}

function partsIn(zone: Zone): ZoneFacts {
  const { table, ideal } = zone;
  const { parties } = table;
  const solved = new Set(VERDICT_CONCEPTS.flatMap((key) => solutionConcepts[key].solve(table)));
  const leastPart = new Float64Array(parties).fill(1);
  const mostPart = new Float64Array(parties);
  let ambition = 0;
  for (const row of solved) {
    const shares = sharesOf(table.surplus.subarray(row * parties, (row + 1) * parties), ideal);
    const parts = partsOf(shares);
    for (let p = 0; p < parties; p++) {
      leastPart[p] = Math.min(leastPart[p]!, parts[p]!);
      mostPart[p] = Math.max(mostPart[p]!, parts[p]!);
    }
    ambition += shares.reduce((sum, share) => sum + share, 0) / solved.size;
  }
  return {
    exists: true,
    ideal,
    leastPart,
    mostPart,
    ambition,
    shortfall: new Float64Array(parties),
    nearest: null,
    error: 0,
  };
}

/** σ: surplus as a share of the most that each party could have; 0 for a party with nothing to gain. */
export function sharesOf(surplus: Float64Array, ideal: Float64Array): Float64Array {
  return surplus.map((gain, p) => (ideal[p]! < TOLERANCE ? 0 : gain / ideal[p]!));
}

/** Each party's part of the whole Σσ; equal parts where nobody gains. */
export function partsOf(shares: Float64Array): Float64Array {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (sum < TOLERANCE ? 1 / shares.length : share / sum));
}
