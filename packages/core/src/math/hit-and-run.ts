// R. L. Smith, "Efficient Monte Carlo procedures for generating points uniformly distributed over
// bounded regions", Operations Research 32(6), 1984, 1296–1308.
import type { Rng } from "./rng.js";

/**
 * A half-space {x : offset + Σ coefficients·x[columns] ≥ 0} over the coordinates of one block, by its coefficients that
 * can be other than 0: most statements are about two coordinates of a thousand. Columns ascend, each once.
 */
export interface HalfSpace {
  readonly columns: Int32Array;
  readonly coefficients: Float64Array;
  readonly offset: number;
}

/** A half-space from pairs of a column and its coefficient; what is said twice of a column is added. */
export function halfSpace(entries: Iterable<readonly [number, number]>, offset: number): HalfSpace {
  const row = new Map<number, number>();
  for (const [column, coefficient] of entries) row.set(column, (row.get(column) ?? 0) + coefficient);
  const columns = Int32Array.from(row.keys()).sort();
  return { columns, coefficients: Float64Array.from(columns, (column) => row.get(column) ?? 0), offset };
}

/** Work that does not depend on the machine. */
export interface StepCounts {
  /** Coefficients that were looked at. */
  coefficients: number;
}

/**
 * One hit-and-run step, in place: `point` moves along `direction` to a place uniform on the chord inside
 * all `halfSpaces`. The directions must be drawn symmetrically and without regard to the point; the
 * uniform distribution on the body then stays as it is.
 *
 * A point on the boundary, or outside by rounding, stays where it is unless the chord has length.
 * @param density what the points are to follow instead of the uniform distribution
 * @param halfSpaces all that the direction can cross; those whose columns it leaves alone may be left out
 * @returns whether it moved.
 */
export function hitAndRunStep(
  point: Float64Array,
  direction: Float64Array,
  halfSpaces: Iterable<HalfSpace>,
  rng: Rng,
  counts: StepCounts | null = null,
  density: Density | null = null,
): boolean {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { columns, coefficients, offset } of halfSpaces) {
    let slack = offset;
    let slope = 0;
    for (let k = 0; k < columns.length; k++) {
      slack += coefficients[k]! * point[columns[k]!]!;
      slope += coefficients[k]! * direction[columns[k]!]!;
    }
    if (counts) counts.coefficients += columns.length;
    if (slope > 1e-14) low = Math.max(low, -slack / slope);
    else if (slope < -1e-14) high = Math.min(high, -slack / slope);
  }
  if (!(low < high) || !Number.isFinite(low) || !Number.isFinite(high)) return false;
  const start = point.slice();
  const moveBy = (step: number) => {
    for (let i = 0; i < point.length; i++) point[i] = start[i]! + step * direction[i]!;
  };
  if (density) return sliceStep(low, high, moveBy, rng, density);
  moveBy(low + (high - low) * rng());
  return true;
}

/** How dense the distribution is at the present point, against the point that `mark` was last called at. */
export interface Density {
  readonly mark: () => void;
  readonly ratio: () => number;
}

/** The slice shrinks by half in the mean; after so many a point stays where it is. */
const MOST_SHRINKS = 100;

/**
 * A step along one line, from 0, to a place between `low` and `high` that follows a density (R. M. Neal, "Slice sampling", Annals
 * of Statistics 31(3), 2003, 705–767: the slice is the whole chord, and shrinks toward 0 where it misses).
 * @returns whether it moved
 */
export function sliceStep(
  low: number,
  high: number,
  moveBy: (step: number) => void,
  rng: Rng,
  { mark, ratio }: Density,
): boolean {
  mark();
  const level = rng();
  for (let k = 0; k < MOST_SHRINKS; k++) {
    const step = low + (high - low) * rng();
    moveBy(step);
    if (ratio() >= level) return true;
    if (step < 0) low = step;
    else high = step;
  }
  moveBy(0);
  return false;
}
