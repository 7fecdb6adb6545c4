// A search for small changes to an offer that help somebody and harm nobody, and how far the offer is from the frontier.
import { meets, type Package, withOptions } from "../../case/index.js";
import { at, band, TOLERANCE } from "../../math/index.js";
import { changeIn, type Ground, vetoes } from "./ground.js";
import type { Reach } from "./reach.js";
import { stillToGain } from "./still-to-gain.js";
import type { FreeGain, LeftOnTable } from "./types.js";

/** A gain found in this share of the models is sure. */
const SURE = 0.95;
/** A gain in fewer models than this is not worth naming. */
const WORTH_NAMING = 0.8;
const MOST_NAMED = 5;
/** Sets of changes looked at; beyond, sets of three and then of two are left out, and the answer says so. */
const MOST_SETS = 150_000;
/** Models on which a set of changes is tried before all. */
const SCREEN = 100;

/** Changes of one to three opened issues, within reach, that would leave nobody worse off and somebody better, and how far the frontier is. */
export function leftOnTable(
  grounds: readonly Ground[],
  options: Package,
  opened: readonly number[],
  reach: Reach,
): LeftOnTable {
  const ground = at(grounds, 0);
  const { issues } = ground.negotiation;
  const { gains, limited } = freeGains(grounds, options, opened, reach);
  const further = stillToGain(ground, options);
  const reasons = [limited, further.limited].filter((reason) => reason !== null);
  return {
    opened: opened.map((issue) => at(issues, issue).id),
    gains,
    frontier: further.frontier,
    limited: reasons.length > 0 ? reasons.join(" Also, ") : null,
  };
}

/** Whether all that is left on the table is less than is shown: under 0.05 points for each party, in nine models of ten. */
export const leavesNothing = ({ frontier }: LeftOnTable): boolean => {
  const further = Object.values(frontier);
  return further.length > 0 && further.every(({ high }) => high < 0.05);
};

interface Single {
  readonly issue: number;
  readonly option: number;
  /** For each prior, for each party with a veto, the change in every model. */
  readonly change: readonly (readonly Float64Array[])[];
}

function freeGains(
  grounds: readonly Ground[],
  options: Package,
  opened: readonly number[],
  reach: Reach,
): { gains: FreeGain[]; limited: string | null } {
  const singles = singleChanges(grounds, options, opened, reach);
  const sizes = [1, 2, 3].filter((size) => choose(singles.length, size) <= MOST_SETS);
  const found: { set: readonly Single[]; share: number }[] = [];
  for (const size of sizes) {
    if (found.filter(({ share }) => share >= SURE).length >= MOST_NAMED) break;
    const next: { set: readonly Single[]; share: number }[] = [];
    for (const set of setsOf(singles, size)) {
      const within = found.filter((smaller) => smaller.set.every((change) => set.includes(change)));
      if (within.some(({ share }) => share >= SURE)) continue;
      const share = gainShare(grounds, set);
      // A larger set is worth naming only where it is a gain more often than what it contains.
      if (share < WORTH_NAMING || within.some((smaller) => smaller.share >= share)) continue;
      if (allowed(at(grounds, 0), options, set)) next.push({ set, share });
    }
    found.push(...next);
  }
  const named = withoutTwins(
    found.sort(
      (a, b) => Number(b.share >= SURE) - Number(a.share >= SURE) || a.set.length - b.set.length || b.share - a.share,
    ),
    options,
  ).slice(0, MOST_NAMED);
  const limited =
    sizes.length < 3
      ? `only changes of ${sizes.length === 2 ? "one or two issues" : "one issue"} at a time were tried; there are too many sets of more.`
      : null;
  return { gains: named.map(({ set, share }) => describeGain(at(grounds, 0), options, set, share)), limited };
}

/** Of sets that move the same issues the same way only the first is kept: 4 % and 5 % of a rise are one piece of advice. */
function withoutTwins<T extends { readonly set: readonly Single[] }>(sets: readonly T[], options: Package): T[] {
  const seen = new Set<string>();
  return sets.filter(({ set }) => {
    const key = set.map(({ issue, option }) => `${issue} ${Math.sign(option - at(options, issue))}`).join();
    return !seen.has(key) && seen.add(key);
  });
}

const choose = (n: number, k: number): number =>
  k === 1 ? n : k === 2 ? (n * (n - 1)) / 2 : (n * (n - 1) * (n - 2)) / 6;

function singleChanges(
  grounds: readonly Ground[],
  options: Package,
  opened: readonly number[],
  reach: Reach,
): Single[] {
  const { issues } = at(grounds, 0).negotiation;
  return opened.flatMap((issue) =>
    at(issues, issue).options.flatMap((_, option) => {
      if (option === at(options, issue) || !reach(issue, option)) return [];
      const change = grounds.map(({ panel }) => changeIn(panel, options, issue, option));
      return [{ issue, option, change }];
    }),
  );
}

/** Sets of changes to different issues. */
function* setsOf(
  singles: readonly Single[],
  size: number,
  from = 0,
  chosen: readonly Single[] = [],
): Generator<readonly Single[]> {
  if (size === 0) {
    yield chosen;
    return;
  }
  for (let k = from; k < singles.length; k++) {
    const single = at(singles, k);
    if (!chosen.some(({ issue }) => issue === single.issue))
      yield* setsOf(singles, size - 1, k + 1, [...chosen, single]);
  }
}

/** The least share, over the priors, of models in which the set is a gain; 0 as soon as it cannot be worth naming. */
function gainShare(grounds: readonly Ground[], set: readonly Single[]): number {
  let least = 1;
  for (let prior = 0; prior < grounds.length; prior++) {
    const { count } = grounds[prior]!.panel;
    let gains = 0;
    for (let model = 0; model < count; model++) {
      if (isGain(set, prior, model)) gains++;
      if (model === SCREEN && gains < WORTH_NAMING * 0.7 * SCREEN) return 0;
    }
    least = Math.min(least, gains / count);
  }
  return least;
}

function isGain(set: readonly Single[], prior: number, model: number): boolean {
  const parties = set[0]!.change[prior]!.length;
  let better = false;
  for (let p = 0; p < parties; p++) {
    let sum = 0;
    for (const { change } of set) sum += change[prior]![p]![model]!;
    if (sum < -TOLERANCE) return false;
    if (sum > TOLERANCE) better = true;
  }
  return better;
}

function allowed({ space }: Ground, options: Package, set: readonly Single[]): boolean {
  const changed = withOptions(options, new Map(set.map(({ issue, option }) => [issue, option])));
  return !space.forbidden.some((conditions) => meets(changed, conditions));
}

function describeGain(
  { negotiation, panel }: Ground,
  options: Package,
  set: readonly Single[],
  share: number,
): FreeGain {
  const sum = (p: number) =>
    band(
      Float64Array.from(
        { length: panel.count },
        (_, model) => 100 * set.reduce((total, { change }) => total + change[0]![p]![model]!, 0),
      ),
    );
  return {
    changes: set.map(({ issue, option }) => {
      const { id, name, options: list } = at(negotiation.issues, issue);
      return { issue: id, name, from: at(list, at(options, issue)).id, to: at(list, option).id };
    }),
    share,
    sure: share >= SURE,
    worth: Object.fromEntries(vetoes(panel).map(({ party }, p) => [party, sum(p)])),
  };
}
