// What must be reached by a day, and whether the plan reaches it: commitments that are complete, and what may be left.
import { addPeriod, type Case, daysBetween, type Milestone } from "../../case/index.js";
import { at } from "../../math/index.js";
import type { Course } from "./course.js";
import type { Road } from "./road.js";

export interface MilestoneReached {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly met: boolean;
  /** Commitments that it asks for and that are not complete by then. */
  readonly missing: readonly string[];
  readonly atMost: {
    readonly total: number;
    readonly unit: string | null;
    /** What is left by then under the plan. */
    readonly left: number;
    /** Of each issue: what stands, and the most that could if nothing else were left. */
    readonly of: readonly {
      readonly issue: string;
      readonly counts: number;
      readonly stands: number;
      readonly most: number;
    }[];
  } | null;
}

export function milestonesOf(negotiation: Case, road: Road, course: Course): MilestoneReached[] {
  return negotiation.roadmap.milestones
    .map((milestone) => reached(negotiation, road, course, milestone))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function reached(negotiation: Case, road: Road, course: Course, milestone: Milestone): MilestoneReached {
  const day = typeof milestone.at === "string" ? milestone.at : addPeriod(road.start, milestone.at);
  const by = daysBetween(road.start, day);
  const missing = milestone.complete.filter((id) => {
    const place = road.steps.findIndex((step) => step.id === id);
    return place >= 0 && at(course.bars, place).end > by;
  });
  const { atMost } = milestone;
  const of = Object.entries(atMost?.of ?? {}).map(([issue, counts]) => ({
    issue,
    counts,
    stands: standing(negotiation, road, course, issue, by),
    most: counts > 0 ? Math.floor((atMost?.total ?? 0) / counts + 1e-9) : Number.MAX_SAFE_INTEGER,
  }));
  const left = of.reduce((sum, { counts, stands }) => sum + counts * stands, 0);
  return {
    id: milestone.id,
    name: milestone.name,
    day,
    met: missing.length === 0 && (atMost === null || left <= atMost.total + 1e-9),
    missing,
    atMost: atMost && { total: atMost.total, unit: atMost.unit, left, of },
  };
}

/** The number at which an issue stands on a day: today's, moved by all that is complete. */
function standing({ issues, commitments }: Case, road: Road, course: Course, id: string, by: number): number {
  const issue = issues.find((one) => one.id === id);
  if (!issue) return 0;
  const number = (option: number): number => Number(at(issue.options, option).id);
  let value = number(issue.today);
  for (const { id: step, move } of commitments) {
    if (move?.issue !== id) continue;
    const place = road.steps.findIndex((one) => one.id === step);
    if (place >= 0 && at(course.bars, place).end <= by) value += move.share * (number(move.to) - number(move.from));
  }
  return value;
}
