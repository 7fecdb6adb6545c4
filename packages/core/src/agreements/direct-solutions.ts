// Solutions without the whole frontier: partial packages that can no longer reach the zone of agreement, or a better
// product than one at hand, are dropped as the issues are merged. What is left gives the same answers. Branch and bound:
// Land & Doig, Econometrica 28(3), 1960.
import type { Package } from "../case/index.js";
import { TOLERANCE } from "../math/index.js";
import { frontOf } from "./front.js";
import type { Front, FrontLimit, Worth } from "./front-table.js";
import { valueIn } from "./panel.js";
import { type Algebra, along, type Space } from "./space.js";
import { solve, type Zone, zoneOf } from "./zone.js";

/** The efficient packages at or above every reservation value, and the zone that they are. */
export interface ZoneFront {
  readonly front: Front;
  readonly zone: Zone;
}

/** As `frontOf` and `zoneOf`, exact where the zone's own packages fit the limit although the frontier would not. */
export function zoneFrontOf(
  space: Space,
  worths: readonly Worth[],
  offsets: Int32Array,
  reservation: readonly number[],
  limit: FrontLimit,
): ZoneFront {
  const front = frontOf(space, worths, offsets, limit, (values, at, rest) =>
    reservation.every((r, p) => values[at + p]! + rest[p]! >= r - TOLERANCE),
  );
  return { front, zone: zoneOf(front, reservation) };
}

/**
 * The packages of the Nash solution where every party can gain.
 * @returns null where no package gives every party more than its reservation value
 */
export function nashOf(
  space: Space,
  worths: readonly Worth[],
  offsets: Int32Array,
  reservation: readonly number[],
  limit: FrontLimit,
): { readonly front: Front; readonly rows: readonly number[] } | null {
  // Zero where no weighted sum leads to a package that all gain by: then only that all gain can be asked.
  const incumbent = climbed(space, worths, offsets, reservation);
  const front = frontOf(space, worths, offsets, limit, (values, at, rest) => {
    let product = 1;
    for (let p = 0; p < reservation.length; p++) {
      const most = values[at + p]! + rest[p]! - reservation[p]!;
      if (most <= 0) return false;
      product *= most;
    }
    return product >= incumbent * (1 - TOLERANCE);
  });
  const zone = zoneOf(front, reservation);
  const gained = (row: number) =>
    reservation.every((r, p) => front.values[row * reservation.length + p]! - r > TOLERANCE);
  return zone.rows.some(gained) ? { front, rows: solve(zone, "nash") } : null;
}

/** A product of surpluses that some package reaches: the best of many weighted sums, each found issue by issue. */
function climbed(space: Space, worths: readonly Worth[], offsets: Int32Array, reservation: readonly number[]): number {
  let best = 0;
  let scales = worths.map((worth) => 1 / Math.max(TOLERANCE, valueIn(worth, bestOf(space, worth, offsets), offsets)));
  for (let round = 0; round < ROUNDS; round++) {
    const joint = Float64Array.from(worths[0] ?? [], (_, flat) =>
      worths.reduce((sum, worth, p) => sum + scales[p]! * worth[flat]!, 0),
    );
    const options = bestOf(space, joint, offsets);
    const surplus = worths.map((worth, p) => valueIn(worth, options, offsets) - reservation[p]!);
    if (surplus.every((gain) => gain > 0))
      best = Math.max(
        best,
        surplus.reduce((product, gain) => product * gain, 1),
      );
    // Who gains little weighs more in the next round: at the Nash package each weight is one over its surplus.
    scales = scales.map((scale, p) => (scale + 1 / Math.max(LEAST_SURPLUS, surplus[p]!)) / 2);
  }
  return best;
}

const ROUNDS = 24;
const LEAST_SURPLUS = 0.01;

/** The package of the largest sum: every block by itself, since the sum is separable. */
export function bestOf(space: Space, worth: Worth, offsets: Int32Array): Package {
  const options: number[] = new Array<number>(space.sizes.length).fill(0);
  const algebra: Algebra<Path> = {
    leaf: (issue, choices) => {
      const flat = choices.map((option) => worth[offsets[issue]! + option]!);
      const place = flat.reduce((best, value, k) => (value > flat[best]! ? k : best), 0);
      return { value: flat[place]!, chosen: [[issue, choices[place]!]] };
    },
    join: (before, next) => ({ value: before.value + next.value, chosen: [...before.chosen, ...next.chosen] }),
    union: (several) => several.reduce((best, other) => (other.value > best.value ? other : best)),
  };
  for (const block of space.blocks)
    for (const [issue, option] of along(block, algebra)?.chosen ?? []) options[issue] = option;
  return options;
}

interface Path {
  readonly value: number;
  readonly chosen: readonly (readonly [number, number])[];
}
