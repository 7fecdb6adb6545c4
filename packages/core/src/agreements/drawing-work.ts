// How many models are drawn: as many as were asked for, or as the work allows. Counted before anything is drawn, so that
// the same case and options give the same models on every machine.
import { type DrawingCost, drawnFor } from "../interests/index.js";
import { DEFAULT_MODELS } from "./setting.js";

/** Scores drawn for a panel at most, for the models that are drawn unless somebody asks for more: some seconds. */
const MOST_DRAWN = 50_000_000;
/** A band over fewer models than this says little; so many are drawn even where that takes longer. */
const FEWEST = 50;
/** How much longer that may be. */
const LONGEST = 4;

/** Whoever asks for more models than usual accepts that it takes longer. */
export const allowed = (most: number, asked: number): number => most * Math.max(1, asked / DEFAULT_MODELS);

/** Models to draw, of those asked for; 0 where not even the fewest can be had. */
export function modelsWithin(plans: readonly DrawingCost[], asked: number): number {
  const most = allowed(MOST_DRAWN, asked);
  const cost = (count: number) => plans.reduce((sum, plan) => sum + drawnFor(plan, count), 0);
  if (cost(asked) <= most) return asked;
  const least = Math.min(FEWEST, asked);
  if (cost(least) > most) return cost(least) > LONGEST * most ? 0 : least;
  let [fits, over] = [least, asked];
  while (over - fits > 1) {
    const middle = Math.floor((fits + over) / 2);
    if (cost(middle) <= most) fits = middle;
    else over = middle;
  }
  return fits;
}

/** Whether even a plain draw of so many scores a model is beyond what is drawn at all. */
export const beyondDrawing = (scores: number, asked: number): boolean =>
  modelsWithin([{ drawing: "exact", chain: 0, each: scores }], asked) === 0;

const whole = (value: number): string => value.toLocaleString("en-US");

/** Said where fewer models were drawn than were asked for. */
export const fewerModels = (count: number, asked: number, scores: number): string =>
  `Only ${whole(count)} of ${whole(asked)} models of each party were drawn, so bands and chances are less steady: with ${whole(scores)} options of all issues and parties together, more would take too long. To have more, leave out issues that are settled, or give points in place of ranks.`;

/** Said where none can be drawn. */
export const tooLargeToDraw = (scores: number): string =>
  `The case is too large to draw models of: ${whole(scores)} options of all issues and parties together, and even ${FEWEST} models of each party would take more than ${whole(LONGEST * MOST_DRAWN)} scores drawn. Leave out issues that are settled, give numeric issues fewer steps, or give points in place of ranks.`;
