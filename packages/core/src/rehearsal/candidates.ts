// The few packages among which a player looks for what suits the others too.
import type { Worth } from "../agreements/index.js";
import { TOLERANCE } from "../math/index.js";
import { packageIn } from "./pool.js";
import { valuesIn, type World } from "./world.js";

/** As many at most: a turn looks at each. */
const MOST = 512;

/**
 * Rows that a player would sign and that leave nothing on the table under some of the given worths of the others: for each
 * of these a sweep of its rows from the best down. Work grows with worths × packages × issues, once for a world.
 * @param others possible worths of the others, each a sum over all of them
 */
export function candidatesOf(world: World, seat: number, others: readonly Worth[]): Uint32Array {
  const { pool, offsets, seats } = world;
  const { rows } = seats[seat]!;
  const found = new Set<number>();
  for (const worth of others) {
    const values = valuesIn(pool, worth, offsets);
    let most = Number.NEGATIVE_INFINITY;
    for (let k = rows.length - 1; k >= 0; k--) {
      const row = rows[k]!;
      if (values[row]! <= most + TOLERANCE) continue;
      most = values[row]!;
      found.add(row);
    }
  }
  const all = Uint32Array.from(found).sort((a, b) => seats[seat]!.values[a]! - seats[seat]!.values[b]! || a - b);
  if (all.length <= MOST) return all;
  return Uint32Array.from({ length: MOST }, (_, k) => all[Math.floor((k * (all.length - 1)) / (MOST - 1))]!);
}

/** Issues on which two rows differ. */
export function differing({ pool }: World, one: number, other: number): number[] {
  const [a, b] = [packageIn(pool, one), packageIn(pool, other)];
  return Array.from(a.keys()).filter((issue) => a[issue] !== b[issue]);
}
