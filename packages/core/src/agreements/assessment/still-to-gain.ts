// How far an offer is from the frontier: for each party, the most it could still gain with nobody worse off.
import type { Package } from "../../case/index.js";
import { at, band, TOLERANCE } from "../../math/index.js";
import { mostAbove } from "../direct/deciding.js";
import { type Paths, pathsOf } from "../direct/paths.js";
import { costOf, workOfModel } from "../direct/work.js";
import { valuesOf, worthIn } from "../panel.js";
import { type Ground, vetoes } from "./ground.js";
import type { LeftOnTable } from "./types.js";

/** Options weighed for one offer in all models together: a second or two. */
const MOST_WEIGHED = 40_000_000;
/** Models on which it is tried how long it takes, from first to last. */
const TRIED = 8;
/** A band over fewer models than this says little. */
const FEWEST = 50;

export interface StillToGain {
  /** Points of each party; empty where too few models could be looked at. */
  readonly frontier: LeftOnTable["frontier"];
  /** Set where not all models were looked at. */
  readonly limited: string | null;
}

export function stillToGain(ground: Ground, options: Package): StillToGain {
  return ground.whole
    ? { frontier: bandsOf(ground, gainsOnFronts(ground, options)), limited: null }
    : searched(ground, options);
}

const bandsOf = (ground: Ground, gains: readonly ArrayLike<number>[]): LeftOnTable["frontier"] =>
  Object.fromEntries(vetoes(ground.panel).map(({ party }, p) => [party, band(Array.from(at(gains, p)))]));

/** Points of every party in every model, where the frontiers are at hand. */
function gainsOnFronts({ panel, fronts }: Ground, options: Package): Float64Array[] {
  const members = vetoes(panel);
  const values = members.map((member) => valuesOf(panel, member, options));
  const gains = members.map(() => new Float64Array(panel.count));
  fronts.forEach((front, model) => {
    for (let row = 0; front && row < front.size; row++) {
      const at0 = row * members.length;
      if (members.some((_, p) => front.values[at0 + p]! < values[p]![model]! - TOLERANCE)) continue;
      members.forEach((_, p) => {
        gains[p]![model] = Math.max(gains[p]![model]!, 100 * (front.values[at0 + p]! - values[p]![model]!));
      });
    }
  });
  return gains;
}

/** The same without frontiers, in all models or in as many as the work allows, from the first to the last. */
function searched(ground: Ground, options: Package): StillToGain {
  const { panel, space } = ground;
  const members = vetoes(panel);
  const gains = members.map((): number[] => []);
  const values = members.map((member) => valuesOf(panel, member, options));
  const paths = space.empty ? null : pathsOf(space, panel.offsets);
  const one = (model: number) => gainsIn(ground, paths, values, model);
  const tried = Math.min(TRIED, panel.count);
  let cost = 0;
  for (let k = 0; k < tried; k++) cost += one(Math.floor((k * panel.count) / tried)).cost;
  const models = Math.min(panel.count, Math.floor((MOST_WEIGHED * tried) / cost));
  let unsure = 0;
  for (let k = 0; k < models; k++) {
    const found = one(Math.floor((k * panel.count) / models));
    if (!found.sure) unsure++;
    else for (let p = 0; p < members.length; p++) gains[p]!.push(100 * found.most[p]!);
  }
  const used = models - unsure;
  if (used < Math.min(FEWEST, panel.count))
    return { frontier: {}, limited: "how far it is from the frontier was not looked at; that would take too long." };
  const limited =
    used === panel.count
      ? null
      : `how far it is from the frontier was looked at in ${used.toLocaleString("en-US")} of ${panel.count.toLocaleString("en-US")} models; it takes long in each.`;
  return { frontier: bandsOf(ground, gains), limited };
}

function gainsIn({ panel }: Ground, paths: Paths | null, values: readonly Float64Array[], model: number) {
  const work = workOfModel(panel.count);
  const members = vetoes(panel);
  const worths = members.map((member) => worthIn(panel, member, model));
  const own = values.map((list) => list[model]!);
  const { most, sure } = paths
    ? mostAbove(paths, worths, own, work)
    : { most: new Float64Array(members.length), sure: true };
  return { most, sure, cost: costOf(work) };
}
