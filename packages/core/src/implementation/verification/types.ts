// What an answer about verification says: plain data, for pages, reports and files.

import type { Chance, Viewing } from "../../case/index.js";
import type { InventoryProjection } from "../../evidence/index.js";
import type { InspectionSaid } from "../../wording/index.js";
import type { DetectionGoal } from "./goals.js";

/** Declared items of one kind. */
export interface StratumPlan {
  readonly id: string;
  readonly name: string;
  readonly items: number;
  readonly each: number;
  /** Of one check. */
  readonly effort: number;
  readonly identification: number;
  /** Items to check in a round. */
  readonly checks: number;
  /** What the diverter does best against all checks together: items that it takes here. */
  readonly diverted: number;
  /** How likely the goal quantity is seen if all of it is taken here; of all there is, where that is less. */
  readonly detection: number;
  /** Items that could be false with 1 chance in 20 that as many rounds were clean: none, 1, 2, … */
  readonly possible: readonly number[];
  /** For each probability: items to check for the goal quantity. Null: not even all are enough. */
  readonly samples: readonly {
    readonly probability: number;
    readonly exact: number | null;
    readonly iaea: number;
    readonly improved: number;
  }[];
  /** Items that make up the goal quantity. */
  readonly falsified: number;
}

/** A place that is looked at whole. */
export interface PlacePlan {
  readonly id: string;
  readonly name: string;
  /** Of one visit. */
  readonly effort: number;
  /** Visits in a round; below 1: the probability of one. */
  readonly visits: number;
  /** How likely a violation here is seen in a round: by the least sure look, and by the surest. */
  readonly detection: number;
  readonly detectionHigh: number;
  readonly most: number;
  /** That something is here: before any look, and after 1, 2, … clean ones. Null where nothing is suspected. */
  readonly belief: readonly Chance[] | null;
  /** Clean looks until the belief is at most 5 %; null ends: no number is enough. */
  readonly looks: { readonly least: number | null; readonly most: number | null } | null;
}

export interface Verification extends Viewing {
  readonly sentence: string;
  /** What the sentence says, as codes and parameters. */
  readonly said: InspectionSaid;
  /** Whose plan of inspection it is; null where none may be seen. */
  readonly holder: string | null;
  readonly goal: DetectionGoal | null;
  readonly effort: {
    readonly total: number;
    /** As the plan has it; `total` may be another that was asked for. */
    readonly planned: number;
    readonly unit: string;
    readonly every: string | null;
  } | null;
  readonly declared: {
    readonly effort: number;
    readonly strata: readonly StratumPlan[];
    /** The least probability with which taking the goal quantity is seen in a round; null where there is not so much. */
    readonly detection: number | null;
    readonly bound: boolean;
    /** The saddle point before rounding: checks, what is taken, 1 − exp(−C M / S). */
    readonly saddle: {
      readonly checks: readonly number[];
      readonly diverted: readonly number[];
      readonly detection: number;
    };
  } | null;
  readonly places: readonly PlacePlan[];
  readonly overall: {
    /** How likely a violation is seen that takes the way that is best for the violator. */
    readonly detection: number;
    /** Looks at its best way overlook a range: `detection` is by the least sure one. */
    readonly atLeast: boolean;
    /** What it brings the violator, in the unit of the stakes. */
    readonly value: number;
    /** Names of the ways that are best for it. */
    readonly by: readonly string[];
    /** The effort at which no way pays; null where no effort is enough. */
    readonly deterrence: number | null;
  } | null;
  /** Effort → how likely each way is seen, in the order of `ways`. */
  readonly curve: readonly { readonly effort: number; readonly detection: readonly number[] }[];
  readonly ways: readonly { readonly id: string; readonly name: string }[];
  readonly occasions: {
    readonly periods: number;
    readonly inspections: number;
    readonly sanction: number;
    /** What violating brings against inspections drawn as said; null where a sanction is no loss. */
    readonly value: number | null;
    /** If none was used so far: the probability to inspect on the first, second, … occasion. */
    readonly chances: readonly number[];
    /** The delay until detection as a part of the year's time between sure inspections, by the kind of interim ones. */
    readonly announced: number;
    readonly unannounced: number | null;
  } | null;
  readonly search: {
    readonly looks: readonly {
      readonly id: string;
      readonly name: string;
      readonly spent: number;
      readonly found: number;
    }[];
    /** That something undeclared is at any of the places: before, and after each was looked at as planned and found clean. */
    readonly before: Chance;
    readonly after: Chance;
  } | null;
  readonly lists: {
    readonly count: number;
    readonly low: number;
    readonly high: number;
    readonly missing: number;
  } | null;
  /** What there is, today and in 1, 3 and 5 years. */
  readonly days: readonly string[];
  readonly inventories: readonly InventoryProjection[];
  /** What a year's growth changes in what a party has away from the table, in its points. */
  readonly delays: readonly {
    readonly party: string;
    readonly holder: string;
    readonly what: string;
    readonly inventory: string;
    readonly low: number;
    readonly high: number;
  }[];
  readonly remarks: readonly string[];
}
