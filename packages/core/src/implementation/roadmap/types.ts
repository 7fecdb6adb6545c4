// What a roadmap says: plain data, for pages, reports and files.
import type { Provenance } from "../../agreements/index.js";
import type { Band } from "../../math/index.js";
import type { RoadSaid } from "../../wording/index.js";
import type { AimScale } from "./aims.js";
import type { Certainty } from "./certainty.js";
import type { Course } from "./course.js";
import type { Fix } from "./fixes.js";
import type { MilestoneReached } from "./milestones.js";
import type { Road, RoadReading } from "./road.js";
import type { Method } from "./safest-order.js";
import type { Slices } from "./slices.js";
import type { TradeOff } from "./trade-off.js";

export interface RoadmapStep {
  readonly id: string;
  /** Who promises it; several do it together. Empty of a release by somebody who holds others in escrow. */
  readonly by: readonly string[];
  readonly for: readonly string[];
  readonly text: string;
  readonly article: string | null;
  readonly move: { readonly issue: string; readonly from: string; readonly to: string; readonly share: number } | null;
  readonly method: string | null;
  readonly terms: readonly string[];
  readonly reversible: number;
  /** Each party's own points over the models; none for a release. */
  readonly worth: Readonly<Record<string, Band>>;
  readonly after: readonly string[];
  readonly start: string;
  readonly end: string;
  /** When the others know. */
  readonly known: string;
  readonly pinned: boolean;
  readonly due: string | null;
  readonly late: boolean;
  readonly early: boolean;
  readonly critical: boolean;
}

/** A way that people think of first. */
export interface RoadBaseline {
  /** `all-at-once`, or the party that goes first. */
  readonly id: string;
  readonly name: string;
  /** By step, in days from the road's start. */
  readonly starts: readonly number[];
  readonly end: number;
  /** Due days that it does not keep. */
  readonly late: number;
  readonly exposure: Readonly<Record<string, number>>;
  readonly worst: number;
}

export interface Roadmap extends Provenance {
  readonly sentence: string;
  /** What the sentence says, as codes and parameters. */
  readonly said: RoadSaid;
  readonly scale: AimScale;
  readonly reading: RoadReading;
  readonly road: Road;
  readonly steps: readonly RoadmapStep[];
  /** The plan: as pinned, and the rest as was found best. Days are counted from `road.start`. */
  readonly course: Course;
  readonly starts: readonly number[];
  readonly end: string;
  /** By party: the worst that the plan comes to, and on which day. */
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly exposure: number;
    readonly on: string;
    readonly accepts: number | null;
    readonly temptation: number;
    readonly forgoes: number | null;
  }[];
  /** The most exposed party's, on the scale. */
  readonly worst: number;
  /** How far the plan goes beyond what a party accepts, of exposure or temptation; 0 where it does not. */
  readonly beyond: number;
  /**
   * Where the plan keeps due days and goes beyond what is accepted, or what is safest, to keep them: the road that does not, and
   * which days it breaks that the plan keeps. Null where both can be had, or neither.
   */
  readonly safer: {
    readonly end: string;
    readonly beyond: number;
    readonly exposure: Readonly<Record<string, number>>;
    readonly late: readonly { readonly id: string; readonly due: string; readonly end: string }[];
  } | null;
  readonly order: {
    readonly method: Method;
    /** The worst exposure of the safest order, on the scale, and what no order betters. */
    readonly worst: number;
    readonly atLeast: number;
    readonly steps: readonly string[];
  } | null;
  /** The least temptation under which a road exists at all, the same for all, in points. */
  readonly leastTemptation: number | null;
  readonly fixes: readonly Fix[];
  readonly baselines: readonly RoadBaseline[];
  readonly tradeOffs: readonly TradeOff[];
  readonly milestones: readonly MilestoneReached[];
  readonly certainty: Certainty | null;
  readonly slices: Slices | null;
  /** Issues that the commitments leave short of what is on the table. */
  /** Issue and options by id, and by their names. */
  readonly undone: readonly {
    readonly issue: string;
    readonly name: string;
    readonly table: string;
    readonly tableName: string;
    readonly reached: string;
    readonly reachedName: string;
  }[];
  readonly remarks: readonly string[];
}
