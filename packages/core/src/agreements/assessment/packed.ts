// A ground in a few flat arrays: thousands of small ones would cost more to hand from one worker to another than to make.
import type { FrontValues } from "../front-table.js";
import type { ZoneFacts } from "../zone.js";
import type { Ground } from "./ground.js";

export interface PackedGround extends Omit<Ground, "fronts" | "zones"> {
  readonly parties: number;
  /** Where each front begins in `values`, one more entry than fronts. */
  readonly starts: Int32Array;
  /** 1 where there is a front, 0 where the red lines leave none. */
  readonly present: Uint8Array;
  readonly values: Float64Array;
  /** For every model: exists, ambition, nearest (−1: none), error, then ideal, leastPart, mostPart and shortfall of every party. */
  readonly facts: Float64Array;
}

const HEAD = 4;
const LISTS = ["ideal", "leastPart", "mostPart", "shortfall"] as const;

export function packed({ fronts, zones, ...ground }: Ground): PackedGround {
  const parties = ground.panel.negotiating.length;
  const starts = new Int32Array(fronts.length + 1);
  fronts.forEach((front, k) => {
    starts[k + 1] = starts[k]! + (front?.values.length ?? 0);
  });
  const values = new Float64Array(starts[fronts.length]!);
  fronts.forEach((front, k) => {
    if (front) values.set(front.values, starts[k]);
  });
  const width = HEAD + LISTS.length * parties;
  const facts = new Float64Array(zones.length * width);
  zones.forEach((zone, k) => {
    facts.set([zone.exists ? 1 : 0, zone.ambition, zone.nearest ?? -1, zone.error], k * width);
    LISTS.forEach((list, place) => {
      facts.set(zone[list], k * width + HEAD + place * parties);
    });
  });
  return { ...ground, parties, starts, present: Uint8Array.from(fronts, (front) => (front ? 1 : 0)), values, facts };
}

/** The fronts and zones of a packed ground, as views of its arrays. */
export function unpacked({ parties, starts, present, values, facts }: PackedGround): Pick<Ground, "fronts" | "zones"> {
  const fronts = Array.from(present, (there, k): FrontValues | null => {
    if (there === 0) return null;
    const own = values.subarray(starts[k], starts[k + 1]);
    return { size: own.length / parties, parties, values: own };
  });
  const width = HEAD + LISTS.length * parties;
  const zones = Array.from(present, (_, k): ZoneFacts => {
    const at = k * width;
    const list = (place: number) => facts.subarray(at + HEAD + place * parties, at + HEAD + (place + 1) * parties);
    const nearest = facts[at + 2]!;
    return {
      exists: facts[at]! === 1,
      ambition: facts[at + 1]!,
      nearest: nearest < 0 ? null : nearest,
      error: facts[at + 3]!,
      ideal: list(0),
      leastPart: list(1),
      mostPart: list(2),
      shortfall: list(3),
    };
  });
  return { fronts, zones };
}
