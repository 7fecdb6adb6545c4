// R. L. Smith, "Efficient Monte Carlo procedures for generating points uniformly distributed over
// bounded regions", Operations Research 32(6), 1984, 1296–1308.
import type { Rng } from "./rng.js";

/** A half-space {x : offset + Σ row·x ≥ 0} over the coordinates of one block. */
export interface HalfSpace {
  readonly row: Float64Array;
  readonly offset: number;
}

/**
 * One hit-and-run step, in place: `point` moves along `direction` to a place uniform on the chord inside
 * all `halfSpaces`. The directions must be drawn symmetrically and without regard to the point; the
 * uniform distribution on the body then stays as it is.
 *
 * A point on the boundary, or outside by rounding, stays where it is unless the chord has length.
 * @returns whether it moved.
 */
export function hitAndRunStep(
  point: Float64Array,
  direction: Float64Array,
  halfSpaces: readonly HalfSpace[],
  rng: Rng,
): boolean {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { row, offset } of halfSpaces) {
    let slack = offset;
    let slope = 0;
    for (let i = 0; i < row.length; i++) {
      slack += row[i]! * point[i]!;
      slope += row[i]! * direction[i]!;
    }
    if (slope > 1e-14) low = Math.max(low, -slack / slope);
    else if (slope < -1e-14) high = Math.min(high, -slack / slope);
  }
  if (!(low < high) || !Number.isFinite(low) || !Number.isFinite(high)) return false;
  const step = low + (high - low) * rng();
  for (let i = 0; i < point.length; i++) point[i] = point[i]! + step * direction[i]!;
  return true;
}
