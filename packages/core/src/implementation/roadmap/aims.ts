// What is sought on a road: each party's worst case, in shares of what it accepts where all say so, else in points.
import { at } from "../../math/index.js";
import type { Aim } from "./aim.js";
import type { ExchangeBounds } from "./exchange.js";
import type { Road } from "./road.js";

/** `accepted`: 1 is all that a party accepts to lose. `points`: each party's own, side by side. */
export type AimScale = "accepted" | "points";

/** Below this an accepted exposure is none. */
const NEXT_TO_NOTHING = 1e-3;

export const scaleOf = ({ parties }: Road): AimScale =>
  parties.length > 0 && parties.every(({ exposure }) => exposure !== null && exposure >= NEXT_TO_NOTHING)
    ? "accepted"
    : "points";

/** Whether every party says what exposure it accepts. */
export const allSay = ({ parties }: Road): boolean => parties.every(({ exposure }) => exposure !== null);

/** How heavy a point of exposure counts, by party. */
function weightsOf(road: Road): number[] {
  const scale = scaleOf(road);
  return road.parties.map(({ exposure }) => (scale === "accepted" && exposure ? 1 / exposure : 1));
}

const orNone = (bound: number | null): number => bound ?? Number.POSITIVE_INFINITY;

/** What every party says that it accepts. */
export const boundsOf = ({ parties }: Road): ExchangeBounds => ({
  exposure: parties.map(({ exposure }) => orNone(exposure)),
  temptation: parties.map(({ temptation }) => orNone(temptation)),
});

/** The most exposed as little as can be, within all bounds; or, where no order is, within those on temptation. */
export function leastExposure(road: Road, within = true): Aim {
  const { exposure, temptation } = boundsOf(road);
  const free = exposure.map(() => Number.POSITIVE_INFINITY);
  return { least: "exposure", weight: weightsOf(road), exposure: within ? exposure : free, temptation };
}

/** The same exposure for everybody, on the road's scale; where only some state a bound, no more than that. */
export function capsAt(road: Road, worst: number): ExchangeBounds {
  const { exposure, temptation } = boundsOf(road);
  const caps = weightsOf(road).map((weight) => worst / weight);
  const accepted = scaleOf(road) === "accepted";
  return { exposure: accepted ? caps : caps.map((cap, p) => Math.min(cap, at(exposure, p))), temptation };
}

/** The worst of several exposures on the road's scale. */
export const worstOn = (road: Road, exposures: readonly number[]): number =>
  Math.max(0, ...weightsOf(road).map((weight, party) => weight * at(exposures, party)));
