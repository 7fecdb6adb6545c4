// Perfect play of alternating offers where everybody knows everybody's needs and delay costs: Rubinstein, "Perfect equilibrium
// in a bargaining model", Econometrica 50, 1982; with a deadline Ståhl, Bargaining Theory, 1972.
import type { World } from "./world.js";
import { signs } from "./world.js";

/**
 * The row that the first mover offers and the other accepts at once, by working back from the deadline.
 * @param kept of each of the two seats, what is left of a gain after one more offer, 0–1
 * @param offers that can be made before there is no deal, ≥ 1
 * @returns −1 where nothing suits both. Work grows with offers × packages.
 */
export function perfectOffer(world: World, kept: readonly [number, number], offers: number): number {
  const [one, other] = world.seats;
  if (world.seats.length !== 2 || !one || !other) throw new RangeError("perfect play is worked out for two");
  const rows = Array.from({ length: world.listed }, (_, row) => row).filter(
    (row) => signs(world, one, row) && signs(world, other, row),
  );
  const gains = world.seats.map(({ values, reservation }) =>
    Float64Array.from(rows, (row) => values[row]! - reservation),
  );
  // What each has in the subgame after an offer was refused: nothing at the end.
  let after: [number, number] = [0, 0];
  let offered = -1;
  for (let left = 1; left <= offers; left++) {
    const mover = (offers - left) % 2;
    const waits = kept[1 - mover]! * after[1 - mover]!;
    let best = -1;
    for (let k = 0; k < rows.length; k++) {
      if (gains[1 - mover]![k]! < waits - 1e-12) continue;
      if (best < 0 || gains[mover]![k]! > gains[mover]![best]!) best = k;
    }
    // Nothing that the other would take is worth more to the mover than waiting itself.
    const holds = best >= 0 && gains[mover]![best]! >= kept[mover]! * after[mover]! - 1e-12;
    after = holds ? [gains[0]![best]!, gains[1]![best]!] : [kept[0] * after[0], kept[1] * after[1]];
    if (holds) offered = rows[best]!;
  }
  return offered;
}
