// How low a party's walk-away is, beside all that it could get; and the best and the worst package of a space for a sum of worths.
import { at, quantile, TOLERANCE } from "../math/index.js";
import { type Member, type Panel, reservationsOf, worthIn } from "./panel.js";
import { type Algebra, along, type Space } from "./space.js";

/** A walk-away below this part of what a party could get. */
export const LOW_WALK_AWAY = 0.1;
/** Models over which the median is taken. */
const SOUGHT_OVER = 400;

/** What a member has without a deal, as a part of the way from its worst to its best possible package; the median over models. */
export function walkAwayShare(panel: Panel, member: Member, space: Space): number {
  const reservations = reservationsOf(panel, member);
  const models = Math.min(panel.count, SOUGHT_OVER);
  const shares = Float64Array.from({ length: models }, (_, model) => {
    const worth = worthIn(panel, member, model);
    const [worst, best] = [extremeOf(space, worth, panel.offsets, -1), extremeOf(space, worth, panel.offsets, 1)];
    return best.value - worst.value < TOLERANCE ? 1 : (reservations[model]! - worst.value) / (best.value - worst.value);
  });
  return quantile(shares.sort(), 0.5);
}

export interface Extreme {
  readonly value: number;
  readonly options: readonly (readonly [issue: number, option: number])[];
}

/** The package of a space, not empty, with the most (sign 1) or the least (sign −1) of a worth that adds up over issues. */
export function extremeOf(space: Space, worth: ArrayLike<number>, offsets: Int32Array, sign: 1 | -1): Extreme {
  const better = (one: Extreme, other: Extreme) => (sign * other.value > sign * one.value ? other : one);
  const algebra: Algebra<Extreme> = {
    leaf: (issue, options) =>
      options
        .map((option): Extreme => ({ value: worth[at(offsets, issue) + option]!, options: [[issue, option]] }))
        .reduce(better),
    join: (before, next) => ({ value: before.value + next.value, options: [...before.options, ...next.options] }),
    union: (several) => several.reduce(better),
  };
  const nothing: Extreme = { value: 0, options: [] };
  return space.blocks.reduce((sum, block) => algebra.join(sum, along(block, algebra) ?? nothing), nothing);
}
