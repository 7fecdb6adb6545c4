// The entry point for computing the frontier of efficient agreements, exact or as shares of many models, depending on
// how preferences are given.
import { type Case, done, type Outcome, refuse } from "../case/index.js";
import { type ExactFrontier, exactFrontier } from "./exact-frontier.js";
import { layingWork, panelToLay } from "./laying-work.js";
import { drawPanel } from "./panel.js";
import { type AnalysisOptions, missingInterests, settingOf } from "./setting.js";
import { type SharedFrontier, shareFrontier } from "./share-frontier.js";
import { buildSpace, redLinesOn, ruledOut } from "./space.js";

export type FrontierResult = ExactFrontier | SharedFrontier;

export interface FrontierOptions extends AnalysisOptions {
  /** Of many packages, list the surest of every stretch of the frontier, instead of the surest of all. */
  readonly spread?: boolean;
  /** Only packages that cross no red line, so that whatever is listed can be signed. */
  readonly signable?: boolean;
}

/**
 * Everything that could be signed without leaving something for all, and the solutions among it.
 * @returns refused where a negotiating party has no interests on file, or what was said leaves no model.
 */
export function frontier(written: Case, options: FrontierOptions = {}): Outcome<FrontierResult> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation } = setting.value;
  if (setting.value.unmodelled.length > 0) return refuse(missingInterests(setting.value));
  const panel = drawPanel(negotiation, setting.value.views, "independent", setting.value);
  if (!panel.ok) return panel;
  const feasible = buildSpace(negotiation, ruledOut(negotiation));
  if (!feasible.ok) return feasible;
  if (feasible.value.empty) return refuse("the rules leave no package at all.");
  const lines = redLinesOn(negotiation, setting.value.views, setting.value.asOf).map((line) => line.crossed);
  const acceptable = lines.length === 0 ? feasible : buildSpace(negotiation, [...ruledOut(negotiation), ...lines]);
  if (!acceptable.ok) return acceptable;
  if (options.signable && acceptable.value.empty) return refuse("the red lines leave no package at all.");
  const spaces = { feasible: options.signable ? acceptable.value : feasible.value, acceptable: acceptable.value };
  // With its packages a front takes twice as long as its values alone, and there are two where red lines are drawn.
  const work = layingWork(
    panel.value,
    spaces.feasible,
    setting.value.models,
    spaces.feasible === spaces.acceptable ? 2 : 4,
  );
  if (work.leftOut !== null) return refuse(work.leftOut);
  const laid = panelToLay(setting.value, panel.value, work);
  if (!laid.ok) return laid;
  return done(
    laid.value.numbers
      ? exactFrontier(setting.value, laid.value, spaces)
      : shareFrontier(setting.value, laid.value, spaces, options.spread),
  );
}
