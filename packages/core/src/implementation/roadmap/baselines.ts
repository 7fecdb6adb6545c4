// The ways that people think of first, to be held against a road that was worked out.
import { at } from "../../math/index.js";
import { worstOn } from "./aims.js";
import { type Course, follow, soonestStarts } from "./course.js";
import { inOrder, type Road } from "./road.js";
import type { RoadBaseline } from "./types.js";

/**
 * All at once; and each party with commitments first, the others when all of its are known.
 * @param free nothing of it is pinned
 * @param hasty all of it as soon as it may begin
 */
export function baselinesOf(free: Road, hasty: Course): RoadBaseline[] {
  const baseline = (id: string, name: string, course: Course): RoadBaseline => ({
    id,
    name,
    starts: course.bars.map(({ start }) => start),
    end: course.end,
    late: course.late.length,
    exposure: Object.fromEntries(free.parties.map((party, place) => [party.id, at(course.worst, place).exposure])),
    worst: worstOn(
      free,
      course.worst.map(({ exposure }) => exposure),
    ),
  });
  const first = free.parties.flatMap(({ id, name }, party) => {
    const own = free.steps.map(({ by }) => by === party);
    if (!own.includes(true) || !own.includes(false)) return [];
    const leading = withNeeds(free, own);
    const done = Math.max(...leading.flatMap((leads, step) => (leads ? [at(hasty.bars, step).known] : [])));
    const starts = soonestStarts(
      free,
      leading.map((leads) => (leads ? 0 : done)),
    );
    return [baseline(id, `${name} first`, follow(free, starts))];
  });
  return [baseline("all-at-once", "all at once", hasty), ...first];
}

/** The steps that are marked, and all that these wait for. */
function withNeeds({ steps }: Road, marked: readonly boolean[]): boolean[] {
  const found = [...marked];
  for (const step of inOrder(steps).reverse())
    if (found[step]) for (const first of at(steps, step).after) found[first] = true;
  return found;
}
