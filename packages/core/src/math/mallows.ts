// Random orders near a given one. C. L. Mallows, "Non-null ranking models I", Biometrika 44, 1957, 114–130; drawn by repeated
// insertion (Doignon, Pekeč & Regenwetter, Psychometrika 69, 2004, 33–54).
import type { Rng } from "./rng.js";

/**
 * An order at random, of probability in proportion to φ to the power of the pairs that stand the other way round than in `order`.
 * @param phi 0 (always as given) to 1 (any order is as likely)
 */
export function nearbyOrder<T>(order: readonly T[], phi: number, rng: Rng): T[] {
  const drawn: T[] = [];
  for (const [place, item] of order.entries()) {
    // So many of those before it, it is put in front of: each one more is φ times as likely.
    let ahead = 0;
    let rest = rng() * sumOfPowers(phi, place);
    for (let weight = 1; ahead < place && rest >= weight; ahead++) {
      rest -= weight;
      weight *= phi;
    }
    drawn.splice(place - ahead, 0, item);
  }
  return drawn;
}

/** 1 + φ + … + φⁿ. */
function sumOfPowers(phi: number, n: number): number {
  let [sum, power] = [1, 1];
  for (let k = 0; k < n; k++) {
    power *= phi;
    sum += power;
  }
  return sum;
}
