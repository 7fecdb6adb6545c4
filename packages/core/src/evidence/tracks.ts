// A party's positions on one issue as a path: the one that moves least, in the order that moves least.
import { type Case, type Day, type Issue, lastDay } from "../case/index.js";
import { longestPath, pathLength, steadiestPath } from "./drift.js";
import { ordersOf, surelyPlaced } from "./orders.js";
import { type Position, positionsFrom, type Sightings } from "./sightings.js";

/** One party on one issue, in the order in which it moves least. */
export interface RawTrack {
  readonly issue: Issue;
  readonly party: string;
  readonly positions: readonly Position[];
  readonly path: readonly number[];
  /** Of the whole path, in every order that the dates allow. */
  readonly most: number;
  /** Which way it last moved before the first of these positions; 0: not at all. */
  readonly moving: number;
}

/** The tracks of every party that the record shows on an issue. */
export function tracksOn({ parties }: Case, issue: Issue, sightings: Sightings): RawTrack[] {
  return parties.flatMap(({ id }): RawTrack[] => {
    const found = positionsFrom(issue, sightings.of(issue.id, id));
    return found.length === 0 ? [] : [{ issue, party: id, ...pathThrough(found), moving: 0 }];
  });
}

/** The positions in the order, of those that their dates allow, in which they move least; the most over all orders. */
function pathThrough(found: readonly Position[]): Pick<RawTrack, "positions" | "path" | "most"> {
  const orders = ordersOf(found);
  if (!orders) return boundedPath(found);
  const paths = orders.map((order) => ({ positions: order, path: steadiestPath(order) }));
  const best = paths.reduce((least, other) => (pathLength(other.path) < pathLength(least.path) ? other : least));
  return { ...best, most: Math.max(...orders.map(longestPath)) };
}

/** Too many orders: what is sure without those whose place is open, and no less than all can have moved. */
function boundedPath(found: readonly Position[]): Pick<RawTrack, "positions" | "path" | "most"> {
  const sure = surelyPlaced(found);
  const along = steadiestPath(sure);
  const placeOf = new Map(sure.map((position, index) => [position, along[index]]));
  let place = along[0] ?? found[0]?.low ?? 0;
  const path = found.map((position) => {
    place = placeOf.get(position) ?? place;
    return place;
  });
  return { positions: found, path, most: longestPath(sure) + 200 * (found.length - sure.length) };
}

/** The track from its last position by a day, or from its first where that is later. */
export function after(track: RawTrack, since: Day): RawTrack {
  const kept = track.positions.slice(
    Math.max(
      0,
      track.positions.findLastIndex(({ date }) => lastDay(date) <= since),
    ),
  );
  const before = track.path.slice(0, track.positions.length - kept.length + 1);
  const steps = before.map((place, index) => Math.sign(place - (before[index - 1] ?? place)));
  const measured = { ...track, ...pathThrough(kept), moving: steps.findLast((step) => step !== 0) ?? 0 };
  // What was said by then is where it starts from, and no news.
  const [first, ...rest] = measured.positions;
  const known = first && lastDay(first.date) <= since ? [{ ...first, contradicted: false }] : first ? [first] : [];
  return { ...measured, positions: [...known, ...rest] };
}
