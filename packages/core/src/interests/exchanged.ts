// What models would be if two issues were ranked the other way round, without drawing anew: in every model the weights of the two
// change places. Weights are distributed alike under every order, so where ranks are all that bears on them this is a sample of the
// models under the other ranking. Where answers or bounds bear on them too it is nearly one: models that they rule out after the
// exchange are left out, and those that they ruled out before it are not found.
import { at } from "../math/index.js";
import type { Models } from "./models.js";
import type { Preferences } from "./preferences.js";
import { agrees, type ModelState, reservationOf, thresholdOf } from "./state.js";

/** Fewer models than this say little. */
const FEWEST = 50;

/** As much of models as it takes to say who would sign. */
export type ExchangedModels = Pick<Models, "count" | "worth" | "reservation" | "threshold" | "offsets">;

/** @param most models that are looked at. @returns null where hardly any model agrees with what else was said */
export function exchangedModels(
  preferences: Preferences,
  models: Models,
  [one, other]: readonly [number, number],
  most: number,
): ExchangedModels | null {
  const { offsets } = models;
  const issues = offsets.length - 1;
  const size = at(offsets, issues);
  const tried = Math.min(most, models.count);
  const worth = new Float64Array(tried * size);
  const [reservation, threshold] = [new Float64Array(tried), new Float64Array(tried)];
  const rank = preferences.interests.swingRank.map((group) =>
    group.map((issue) => (issue === one ? other : issue === other ? one : issue)),
  );
  const exchanged = { ...preferences, interests: { ...preferences.interests, swingRank: rank } };
  const coordinates = preferences.coordinates.length;
  let count = 0;
  for (let model = 0; model < tried; model++) {
    const state: ModelState = {
      w: models.weights.slice(model * issues, (model + 1) * issues),
      s: models.scores.subarray(model * size, (model + 1) * size),
      a: models.points.subarray(model * coordinates, (model + 1) * coordinates),
    };
    [state.w[one], state.w[other]] = [at(state.w, other), at(state.w, one)];
    if (!agrees(exchanged, state)) continue;
    for (let issue = 0; issue < issues; issue++)
      for (let flat = offsets[issue]!; flat < offsets[issue + 1]!; flat++)
        worth[count * size + flat] = state.w[issue]! * state.s[flat]!;
    reservation[count] = reservationOf(exchanged, state);
    threshold[count] = thresholdOf(exchanged, state);
    count++;
  }
  return count < FEWEST ? null : { count, worth, reservation, threshold, offsets };
}
