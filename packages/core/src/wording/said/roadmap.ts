// What is said of a roadmap, as codes and parameters. Days are counted; dates are ISO; points are a party's own.
import type { Named } from "../named.js";

export interface Exposed {
  readonly party: Named;
  readonly points: number;
}

export interface LateStep {
  readonly step: string;
  readonly due: string;
}

/** What a road exposes its parties to: nobody, nobody in the median of the models, or these. */
export type ExposureSaid =
  | { readonly code: "nobody" }
  /** In the worst twentieth of the models it exposes these. */
  | { readonly code: "nobodyInTheMedian"; readonly worst: readonly Exposed[] }
  /** `accepts`: what a party said that it accepts; null where it did not say. */
  | {
      readonly code: "parties";
      readonly parties: readonly (Exposed & { readonly accepts: number | null; readonly beyond: boolean })[];
    };

export interface RoadSaid {
  readonly days: number;
  readonly end: string;
  /** Null where nothing is known of what anybody loses on the way. */
  readonly exposure: ExposureSaid | null;
  /** How far it goes beyond what is accepted, at the most exposed party; 0 where it does not. */
  readonly beyond: number;
  /** Whether exposure is measured against what was said to be accepted. */
  readonly accepted: boolean;
  /** Who would gain by stopping, at one time at least: what that would bring, and what would be forgone. */
  readonly tempted: readonly { readonly party: Named; readonly brings: number; readonly forgoes: number }[];
  /** Steps that begin before what must come first. */
  readonly early: readonly string[];
  readonly late: readonly LateStep[];
  /** The road that exposes less and keeps fewer due days, where both cannot be had. */
  readonly safer: {
    readonly end: string;
    readonly exposure: readonly Exposed[];
    readonly late: readonly (LateStep & { readonly end: string })[];
    /** Whether the plan keeps all due days. */
    readonly allKept: boolean;
  } | null;
}
