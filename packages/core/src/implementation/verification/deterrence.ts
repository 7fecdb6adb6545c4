// The effort from which breaking the deal does not pay when items are checked whole. The level form answers for parts of
// checks; whole ones see less where they are rounded down, and more where few items
// are drawn without putting any back.
import { deterrenceEffort, level, type Way } from "./level.js";
import { type Stratum, wholeChecks, worstDiversion } from "./strata.js";

/** Items up to which a plan of whole checks is quick to find. */
const QUICK_ITEMS = 5000;
/** What is worth no more than this to the violator does not pay. */
const NOTHING = 1e-9;
/** Part of the effort to which the answer is found. */
const NEAR = 1e-4;

/**
 * @param ways the first is taking the goal quantity from the strata
 * @param goal in what the strata's items are counted in
 * @returns an effort at which no way pays, and just below which one does; null where no effort is enough. Where there are too
 * many items to try plans of whole checks, the effort that parts of checks would need.
 */
export function wholeDeterrence(ways: readonly Way[], strata: readonly Stratum[], goal: number): number | null {
  const parts = deterrenceEffort(ways);
  const items = strata.reduce((sum, stratum) => sum + stratum.items, 0);
  if (parts === null || items > QUICK_ITEMS) return parts;
  const pays = (effort: number): boolean => valueAt(ways, strata, goal, effort) > NOTHING;
  if (!pays(0)) return 0;
  const all = ways.reduce((sum, way) => sum + way.effort(way.most), 0);
  const smallest = Math.min(...strata.map(({ effort }) => effort));
  return firstWithout(pays, parts, Math.max(all, parts), smallest);
}

/** From a first guess on, wider and wider steps until it does not pay; then what lies between is halved. */
function firstWithout(pays: (effort: number) => boolean, guess: number, all: number, step: number): number {
  let [low, high] = [0, guess];
  for (let wide = step; high < all && pays(high); wide *= 2) [low, high] = [high, Math.min(all, guess + wide)];
  while (high - low > NEAR * high) {
    const middle = (low + high) / 2;
    if (pays(middle)) low = middle;
    else high = middle;
  }
  // Checks cost what somebody wrote: a round number, where one lies between.
  const round = Number(high.toPrecision(4));
  return round > low && round < high && !pays(round) ? round : high;
}

/** What breaking the deal is worth to the violator against a plan of whole checks at an effort. */
function valueAt(ways: readonly Way[], strata: readonly Stratum[], goal: number, effort: number): number {
  const spent = level(ways, effort);
  const seen = worstDiversion(strata, wholeChecks(strata, spent.effort[0] ?? 0, goal), goal).detection ?? 1;
  return Math.max(
    ...ways.map(
      ({ unseen, seen: caught }, i) => unseen - (i === 0 ? seen : (spent.detection[i] ?? 0)) * (unseen - caught),
    ),
  );
}
