// In how many models what decides is found without the frontier: in all, in as many as the work allows, or in none. Tried on
// a few models before the others are solved, and counted, so that it is the same on every machine.
import { at } from "../../math/index.js";
import { pathsOf } from "../direct/paths.js";
import { allowed } from "../drawing-work.js";
import type { LayingWork } from "../laying-work.js";
import type { Panel } from "../panel.js";
import type { Space } from "../space.js";
import { isSolved, solveModel } from "./ground.js";

/** Options weighed for all models of a prior, for those that are drawn unless somebody asks for more: some seconds. */
const MOST_WEIGHED = 300_000_000;
/** Chances over fewer models than this say little. */
const FEWEST = 100;
/** Models on which it is tried, from first to last. */
const TRIED = 8;

/** How many of the panel's models can be solved. @param asked models asked for: whoever asks for more accepts that it takes longer */
export function solvingWork(panel: Panel, space: Space, asked: number): LayingWork {
  const all = { models: panel.count, limits: [], leftOut: null };
  if (space.empty) return all;
  const paths = pathsOf(space, panel.offsets);
  const tried = Math.min(TRIED, panel.count);
  let [cost, unsolved] = [0, 0];
  for (let k = 0; k < tried; k++) {
    const solved = solveModel(panel, paths, Math.floor((k * panel.count) / tried));
    cost += solved.cost;
    unsolved += isSolved(solved.facts) ? 0 : 1;
  }
  const affordable = Math.floor((allowed(MOST_WEIGHED, asked) * tried) / cost);
  const hopeless = unsolved > tried / 2;
  if (affordable >= panel.count && !hopeless) return all;
  const size = `${panel.negotiating.length} parties over ${panel.offsets.length - 1} issues with ${at(panel.offsets, panel.offsets.length - 1)} options`;
  if (affordable < FEWEST || hopeless)
    return {
      models: 0,
      limits: [],
      leftOut: `The zone of agreement was left out, and with it the split and what is left on the table: for ${size} finding them would take too long. Leave out issues that are settled, or put together parties that act as one.`,
    };
  return {
    models: affordable,
    limits: [
      `Only ${affordable} models of each party were used instead of ${asked.toLocaleString("en-US")}, so bands and chances are less steady: the zone of agreement of ${size} takes long to find in each. Leave out issues that are settled to have more.`,
    ],
    leftOut: null,
  };
}
