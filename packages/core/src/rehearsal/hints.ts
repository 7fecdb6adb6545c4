// What a person may ask for in the middle of a rehearsal: what the others' moves tell, what would help all, how far no deal is.
import { type Band, points, TOLERANCE } from "../math/index.js";
import type { Beliefs } from "./beliefs.js";
import type { Ground } from "./ground.js";
import { idsOf } from "./ids.js";
import type { OfferedPackage } from "./moves.js";
import { packageIn } from "./pool.js";
import { weightBands } from "./weights.js";
import { isWhole, type World } from "./world.js";

export interface Hints {
  /** Of every other: how much each issue seems to matter to it, before its first move and now, in points of 100. */
  readonly learned: readonly {
    readonly party: string;
    readonly name: string;
    readonly issues: readonly { readonly issue: string; readonly before: Band; readonly now: Band }[];
  }[];
  /** A package that is as good for the person as their last offer and seems better for the others; null where none is known. */
  readonly better: { readonly package: OfferedPackage; readonly own: number; readonly others: number } | null;
  /** What lies on the table, less what no deal leaves, in points; null where nothing does. */
  readonly aboveNoDeal: number | null;
}

export interface HintSetting {
  readonly ground: Ground;
  readonly world: World;
  readonly seat: number;
  readonly beliefs: readonly (Beliefs | null)[];
  /** Packages of which one may be named, and the world in which they have these rows. */
  readonly known: { readonly world: World; readonly candidates: Uint32Array };
  /** The person's last row, and what another has put on the table; −1 where there is none. */
  readonly last: number;
  readonly standing: number;
}

export function hintsIn({ ground, world, seat, beliefs, known, last, standing }: HintSetting): Hints {
  const own = world.seats[seat]!;
  return {
    learned: world.seats.flatMap(({ party, name }, other) => {
      const belief = beliefs[other];
      const models = ground.models[other];
      if (!belief || !models) return [];
      const before = weightBands(models, world.offsets, null);
      const now = weightBands(models, world.offsets, belief.chances);
      const issues = ground.negotiation.issues.map(({ id }, issue) => ({
        issue: id,
        before: before[issue]!,
        now: now[issue]!,
      }));
      return [{ party, name, issues: issues.sort((a, b) => b.now.median - a.now.median) }];
    }),
    better:
      last < 0 || !isWhole(world.pool, last)
        ? null
        : betterFor(ground, known, seat, beliefs, packageIn(world.pool, last), own.values[last]!),
    aboveNoDeal: standing < 0 ? null : points(own.values[standing]! - own.reservation),
  };
}

/** What others gain must be worth a step, 0–1. */
const WORTH_TELLING = 0.01;

function betterFor(
  ground: Ground,
  { world, candidates }: HintSetting["known"],
  seat: number,
  beliefs: readonly (Beliefs | null)[],
  last: Int32Array,
  worth: number,
): Hints["better"] {
  const { values } = world.seats[seat]!;
  const theirs = (options: Int32Array) => {
    let sum = 0;
    for (const belief of beliefs) {
      if (belief === null) continue;
      for (let issue = 0; issue < options.length; issue++) {
        if (options[issue]! >= 0) sum += belief.worth[world.offsets[issue]! + options[issue]!]!;
      }
    }
    return sum;
  };
  let best = { row: -1, gain: WORTH_TELLING };
  const now = theirs(last);
  for (const row of candidates) {
    if (values[row]! < worth - TOLERANCE) continue;
    const gain = theirs(packageIn(world.pool, row)) - now;
    if (gain > best.gain) best = { row, gain };
  }
  if (best.row < 0) return null;
  return {
    package: idsOf(ground.negotiation, packageIn(world.pool, best.row)),
    own: points(values[best.row]! - worth),
    others: points(best.gain),
  };
}
