// The verdict on an offer that leaves issues open: what the best and the worst ways to complete it are worth, and
// whether all could sign one.
import type { Offer } from "../../case/index.js";
import { at, type Band, pointsBand, share, TOLERANCE } from "../../math/index.js";
import { zoneExists } from "../direct/deciding.js";
import { pathsOf } from "../direct/paths.js";
import { workOfModel } from "../direct/work.js";
import { frontOf } from "../front.js";
import { drawOf, reservationIn, worthIn } from "../panel.js";
import { sampledLimit } from "../setting.js";
import {
  type Algebra,
  along,
  buildSpace,
  countPackages,
  restrict,
  ruledOut,
  type Space,
  type StandingRedLine,
} from "../space.js";
import { zoneOf } from "../zone.js";
import { type Ground, vetoes } from "./ground.js";
import type { OpenVerdict } from "./types.js";

/** An offer that leaves issues open is a range: what some feasible completion reaches, and what all do. */
export function judgeOpen(ground: Ground, offer: Offer): OpenVerdict {
  const { panel, negotiation, space } = ground;
  const fixed = new Map(
    offer.options.flatMap((option, issue) => (offer.open.includes(issue) ? [] : [[issue, option] as const])),
  );
  const without = (lines: readonly StandingRedLine[]): Space => {
    const built = buildSpace(negotiation, [...ruledOut(negotiation), ...lines.map((line) => line.crossed)]);
    return restrict(built.ok ? built.value : space, fixed, offer.ranges);
  };
  const completions = without([]);
  const acceptable = restrict(space, fixed, offer.ranges);
  const members = vetoes(panel);
  const perModel = () => members.map(() => new Float64Array(panel.count));
  const [least, most] = [perModel(), perModel()];
  const uncrossed = members.map(({ party }) => without(ground.lines.filter((line) => line.party === party)));
  const crossing = uncrossed.map((own) => countPackages(own) < countPackages(completions));
  const limit = sampledLimit(members.length, at(panel.offsets, panel.offsets.length - 1));
  const paths = ground.whole || acceptable.empty ? null : pathsOf(acceptable, panel.offsets);
  const signable: boolean[] = [];
  for (let model = 0; model < panel.count; model++) {
    const worths = members.map((member) => worthIn(panel, member, model));
    worths.forEach((worth, p) => {
      least[p]![model] = completions.empty ? Number.NaN : extreme(completions, worth, panel.offsets, Math.min);
      // What a party would sign crosses none of its own red lines.
      const own = at(uncrossed, p);
      most[p]![model] = own.empty ? Number.NaN : extreme(own, worth, panel.offsets, Math.max);
    });
    const reservation = members.map((member) => reservationIn(member, model));
    const found = paths && zoneExists(paths, worths, reservation, workOfModel(panel.count));
    // A search that was cut short says nothing; there are hardly any.
    if (found && !found.sure) continue;
    const suitsAll = () =>
      found
        ? found.exists
        : zoneOf(frontOf(acceptable, worths, panel.offsets, { ...limit, valuesOnly: true }), reservation).rows.length >
          0;
    signable.push(!acceptable.empty && suitsAll());
  }
  const reaches = (values: Float64Array, p: number) =>
    share(values, (value, model) => {
      const member = at(members, p);
      return value >= at(member.models.threshold, drawOf(member, model)) - TOLERANCE;
    });
  return {
    prior: panel.prior,
    completions: countPackages(completions),
    signable: share(signable, (yes) => yes),
    parties: members.map(({ party, name }, p) => ({
      party,
      name,
      acceptsSome: reaches(at(most, p), p),
      acceptsAll: at(crossing, p) ? 0 : reaches(at(least, p), p),
      least: inPoints(at(least, p)),
      most: inPoints(at(most, p)),
    })),
  };
}

/** Null where there is no such package. */
const inPoints = (values: Float64Array): Band | null => (Number.isNaN(values[0]) ? null : pointsBand(values));

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
