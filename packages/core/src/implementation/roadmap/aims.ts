// What is sought on a road: each party's worst case, in shares of what it accepts where all say so, else in points.
import { at } from "../../math/index.js";
import type { Aim } from "./aim.js";
import type { Bounds } from "./exchange.js";
import type { Road } from "./road.js";

/** `accepted`: 1 is all that a party accepts to lose. `points`: each party's own, side by side. */
export type Scale = "accepted" | "points";

export const scaleOf = ({ parties }: Road): Scale =>
  parties.length > 0 && parties.every(({ exposure }) => exposure !== null && exposure > 0) ? "accepted" : "points";

/** How heavy a point of exposure counts, by party. */
function weightsOf(road: Road): number[] {
  const scale = scaleOf(road);
  return road.parties.map(({ exposure }) => (scale === "accepted" && exposure ? 1 / exposure : 1));
}

const orNone = (bound: number | null): number => bound ?? Number.POSITIVE_INFINITY;

/** What every party says that it accepts. */
export const boundsOf = ({ parties }: Road): Bounds => ({
  exposure: parties.map(({ exposure }) => orNone(exposure)),
  temptation: parties.map(({ temptation }) => orNone(temptation)),
});

/** The most exposed as little as can be, with temptation within its bounds. */
export const leastExposure = (road: Road): Aim => ({
  least: "exposure",
  weight: weightsOf(road),
  exposure: road.parties.map(() => Number.POSITIVE_INFINITY),
  temptation: boundsOf(road).temptation,
});

/** The same exposure for everybody, on the road's scale; no more than each accepts where some say so. */
export function capsAt(road: Road, worst: number): Bounds {
  const { exposure, temptation } = boundsOf(road);
  const caps = weightsOf(road).map((weight) => worst / weight);
  return {
    exposure: scaleOf(road) === "accepted" ? caps : caps.map((cap, p) => Math.min(cap, at(exposure, p))),
    temptation,
  };
}

/** The worst of several exposures on the road's scale. */
export const worstOn = (road: Road, exposures: readonly number[]): number =>
  Math.max(0, ...weightsOf(road).map((weight, party) => weight * at(exposures, party)));
