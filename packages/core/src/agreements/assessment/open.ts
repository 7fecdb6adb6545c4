import type { Offer } from "../../case/index.js";
import { at, band, share, TOLERANCE } from "../../math/index.js";
import { frontOf } from "../front.js";
import { reservationIn, worthIn } from "../panel.js";
import { sampledLimit } from "../setting.js";
import { type Algebra, along, buildSpace, restrict, ruledOut, type Space } from "../space.js";
import { zoneOf } from "../zone.js";
import { type Ground, vetoes } from "./ground.js";
import type { OpenVerdict } from "./types.js";

/** An offer that leaves issues open is a range: what some feasible completion reaches, and what all do. */
export function judgeOpen(ground: Ground, offer: Offer): OpenVerdict {
  const { panel, negotiation, space } = ground;
  const fixed = new Map(
    offer.options.flatMap((option, issue) => (offer.open.includes(issue) ? [] : [[issue, option] as const])),
  );
  const feasible = buildSpace(negotiation, ruledOut(negotiation));
  const completions = feasible.ok ? restrict(feasible.value, fixed) : space;
  const acceptable = restrict(space, fixed);
  const members = vetoes(panel);
  const perModel = () => members.map(() => new Float64Array(panel.count));
  const [least, most] = [perModel(), perModel()];
  const signable: boolean[] = [];
  for (let model = 0; model < panel.count; model++) {
    const worths = members.map((member) => worthIn(panel, member, model));
    worths.forEach((worth, p) => {
      least[p]![model] = completions.empty ? 0 : extreme(completions, worth, panel.offsets, Math.min);
      most[p]![model] = completions.empty ? 0 : extreme(completions, worth, panel.offsets, Math.max);
    });
    const reservation = members.map((member) => reservationIn(member, model));
    signable.push(
      !acceptable.empty &&
        zoneOf(frontOf(acceptable, worths, panel.offsets, sampledLimit(worths.length)), reservation).rows.length > 0,
    );
  }
  const reaches = (values: Float64Array, p: number) =>
    share(values, (value, model) => value >= reservationIn(at(members, p), model) - TOLERANCE);
  return {
    prior: panel.prior,
    signable: share(signable, (yes) => yes),
    parties: members.map(({ party, name }, p) => ({
      party,
      name,
      acceptsSome: reaches(at(most, p), p),
      acceptsAll: reaches(at(least, p), p),
      least: band(at(least, p).map((value) => 100 * value)),
      most: band(at(most, p).map((value) => 100 * value)),
    })),
  };
}

/** The least or most worth of any package in a space that is not empty. */
function extreme(
  { blocks }: Space,
  worth: Float64Array,
  offsets: Int32Array,
  pick: (...values: number[]) => number,
): number {
  const algebra: Algebra<number> = {
    leaf: (issue, options) => pick(...options.map((option) => at(worth, at(offsets, issue) + option))),
    join: (before, next) => before + next,
    union: (several) => pick(...several),
  };
  return blocks.reduce((sum, block) => sum + (along(block, algebra) ?? 0), 0);
}
