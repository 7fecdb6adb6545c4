// The record of how a result was computed from preference models: method, day, seed, number of models and views used.
import type { Viewing } from "../case/index.js";
import type { Prior } from "../interests/index.js";
import type { Panel } from "./panel.js";
import type { Setting } from "./setting.js";

/** Where a result comes from: the same provenance gives the same result. */
export interface Provenance extends Viewing {
  readonly method: string;
  readonly seed: number;
  readonly models: number;
  readonly priors: readonly Prior[];
  /** Whose view of each party was used, and how its models were drawn. */
  readonly views: readonly {
    readonly party: string;
    readonly holder: string;
    readonly basis: string;
    readonly drawing: string;
    readonly reservation: string;
  }[];
  /** What was done less of, or left out, because the case is large: what, why and what to do. Not there where nothing was. */
  readonly limits?: readonly string[];
}

/** The fields of results (docs/results.md). Fields may be added; where one changes its meaning or goes, this is another number. */
export const RESULTS_VERSION = 1;

/** Where a frontier or an assessment comes from. */
export function provenanceOf(
  setting: Setting,
  panels: readonly Panel[],
  method: string,
  more: readonly string[] = [],
): Provenance {
  const limits = [...new Set([...panels.flatMap((panel) => panel.limits), ...more])];
  return {
    title: setting.title,
    method,
    asOf: setting.asOf,
    seed: setting.seed,
    models: Math.max(1, ...panels.map(({ count }) => count)),
    priors: panels.map(({ prior }) => prior),
    views: setting.views.map((view) => {
      const member = panels[0]?.members.find(({ party }) => party === view.party);
      return {
        party: view.party,
        holder: view.holder,
        basis: view.basis,
        drawing: member?.models.drawing ?? "none",
        reservation: member?.preferences.reservationText ?? "unknown",
      };
    }),
    sharedWith: setting.sharedWith,
    marking: setting.marking,
    digest: setting.digest,
    ...(limits.length > 0 && { limits }),
  };
}
