// What an offer is measured against in one model, found without the frontier: the package that is best for each party in the
// zone of agreement, the Nash and the Kalai–Smorodinsky packages, or, where there is no zone, the package that is nearest.
// A front of these few packages alone has the same zone, ideals and solutions as the whole frontier.
import { TOLERANCE } from "../../math/index.js";
import type { FrontValues, Worth } from "../front-table.js";
import { valueIn } from "../panel.js";
import { search } from "./bounded-search.js";
import { type Bound, mixtureBound } from "./mixture.js";
import type { Paths } from "./paths.js";
import { productBound } from "./product-bound.js";
import { type Found, heaviest, optionsOf, type SurplusPaths, surplusPathsOf } from "./surplus-paths.js";
import type { Work } from "./work.js";

/** From so many parties on, what decides is found without the frontier, which is much larger than what is asked of it. */
export const DIRECT_FROM = 3;

/** The few packages that decide. Rows by the first party's value descending. */
export interface DecidingFront extends FrontValues {
  /** The options of every row, one entry an issue. */
  readonly packages: readonly Int32Array[];
  /** Writes a row's options into `out`, one entry an issue. */
  readonly fill: (row: number, out: Int32Array) => void;
  /** No solution in the zone is misjudged by more than this, in any party's value 0–1; 0: exact; 1: not even whether there is a zone. */
  readonly error: number;
}

/** A share of a surplus that counts as nothing beside the tolerance within which packages tie. */
const HAIR = TOLERANCE / 10;

/** What is found on the way, and what for. */
interface Task {
  readonly paths: SurplusPaths;
  readonly work: Work;
  /** Packages at or above every reservation value that were come across: where the next search begins. */
  readonly zone: Found[];
}

/**
 * The packages that decide in one model.
 * @param work arcs that all its searches together may look at; beyond, the error says so
 */
export function decidingFrontOf(
  paths: Paths,
  worths: readonly Worth[],
  offsets: Int32Array,
  reservation: ArrayLike<number>,
  work: Work,
): DecidingFront {
  const task: Task = { paths: surplusPathsOf(paths, worths, reservation), work, zone: [] };
  const { found, error } = decide(task);
  return frontOfFew(
    found.map((one) => optionsOf(task.paths, one)),
    worths,
    offsets,
    error,
  );
}

/** Whether a package suits all. Where the work ran out it may say no wrongly, and then it says so. */
export function zoneExists(
  paths: Paths,
  worths: readonly Worth[],
  reservation: ArrayLike<number>,
  work: Work,
): { readonly exists: boolean; readonly sure: boolean } {
  const task: Task = { paths: surplusPathsOf(paths, worths, reservation), work, zone: [] };
  const sure = enterZone(task);
  return { exists: task.zone.length > 0, sure: sure || task.zone.length > 0 };
}

/**
 * The most that each party gains, above values that all are to have at least, by any package; 0 where there is no such package.
 * `sure`: the work sufficed to know it.
 */
export function mostAbove(
  paths: Paths,
  worths: readonly Worth[],
  values: ArrayLike<number>,
  work: Work,
): { readonly most: Float64Array; readonly sure: boolean } {
  const task: Task = { paths: surplusPathsOf(paths, worths, values), work, zone: [] };
  const entered = enterZone(task);
  if (task.zone.length === 0) return { most: new Float64Array(worths.length), sure: entered };
  const ideals = idealsOf(task);
  return {
    most: Float64Array.from(ideals, ({ best }, p) => (best.surplus[p]! > TOLERANCE ? best.surplus[p]! : 0)),
    sure: ideals.every((one) => one.sure),
  };
}

interface Decided {
  readonly found: readonly Found[];
  readonly error: number;
}

function decide(task: Task): Decided {
  const sure = enterZone(task);
  if (task.zone.length === 0) {
    const nearest = evenest(task, new Float64Array(task.paths.parties).fill(1), []);
    return { found: nearest.found, error: sure && nearest.sure ? 0 : 1 };
  }
  const ideals = idealsOf(task);
  const ideal = Float64Array.from(ideals, ({ best }, p) => best.surplus[p]!);
  const gaining = Array.from(ideal.keys()).filter((p) => ideal[p]! > TOLERANCE);
  const best = ideals.map((one) => one.best);
  if (gaining.length === 0) return { found: best.slice(0, 1), error: errorOf(ideals, true) };
  const even = evenest(
    task,
    ideal.map((most) => (most > TOLERANCE ? most : 0)),
    task.zone,
  );
  const product = largestProduct(task, gaining, ideal);
  return {
    found: [...best, ...even.found, ...product.found],
    error: errorOf(ideals, even.sure && product.sure),
  };
}

/** Nothing in the zone gives a party more than its ideal may be, nor less than nothing. */
const errorOf = (ideals: readonly Ideal[], sure: boolean): number =>
  sure && ideals.every((one) => one.sure) ? 0 : Math.min(1, Math.max(...ideals.map(({ most }) => most)));

const inZone = ({ surplus }: Found): boolean => surplus.every((gain) => gain >= -TOLERANCE);

/** Keeps what is in the zone. */
const keepIn =
  ({ zone }: Task) =>
  (found: Found): void => {
    if (inZone(found)) zone.push(found);
  };

/** Looks for a package at or above every reservation value. @returns whether what it comes to is sure */
function enterZone(task: Task): boolean {
  const { paths, work, zone } = task;
  const { parties } = paths;
  const scales = new Float64Array(parties).fill(1);
  const first = heaviest(paths, scales);
  keepIn(task)(first);
  if (zone.length > 0) return true;
  const bound = mixtureBound(paths, { scales }, first, keepIn(task), work, {
    below: -TOLERANCE,
    found: () => zone.length > 0,
  });
  if (zone.length > 0 || bound.most < -TOLERANCE) return true;
  const low = new Float64Array(parties + 1).fill(-TOLERANCE);
  return search(paths, bound, { low }, work, (found) => {
    zone.push(found);
    low.fill(Number.POSITIVE_INFINITY);
  });
}

interface Ideal {
  readonly best: Found;
  /** No package in the zone gives the party more surplus than this. */
  readonly most: number;
  readonly sure: boolean;
}

/** For every party, the package in the zone that is best for it. */
const idealsOf = (task: Task): Ideal[] => Array.from({ length: task.paths.parties }, (_, p) => idealOf(task, p));

function idealOf(task: Task, p: number): Ideal {
  const { paths, work, zone } = task;
  const better = (one: Found, other: Found): Found => (other.surplus[p]! > one.surplus[p]! ? other : one);
  const scales = new Float64Array(paths.parties);
  scales[p] = 1;
  const from = zone.reduce(better);
  const bound = mixtureBound(paths, { scales }, from, keepIn(task), work);
  let best = zone.reduce(better);
  if (bound.most <= best.surplus[p]! + HAIR) return { best, most: best.surplus[p]!, sure: true };
  const low = new Float64Array(paths.parties + 1).fill(-TOLERANCE);
  const loss = lossOf(bound, scales);
  const raise = (): void => {
    low[p] = best.surplus[p]! + HAIR;
    low[paths.parties] = low[p]! - loss;
  };
  raise();
  const sure = search(paths, bound, { low }, work, (found) => {
    zone.push(found);
    best = better(best, found);
    raise();
  });
  return { best, most: sure ? best.surplus[p]! : bound.most, sure };
}

/** What the weighted sum may lose by those who are only to lose nothing, within the tolerance. */
const lossOf = ({ weights }: Bound, scales: Float64Array): number =>
  TOLERANCE * weights.reduce((sum, weight, p) => sum + (scales[p]! > 0 ? 0 : weight), 0);

interface Solved {
  readonly found: readonly Found[];
  readonly sure: boolean;
}

/**
 * Leximin of surplus ⁄ scale, all that tie; a party whose scale is 0 is only to lose nothing.
 * @param known packages to begin from; where there are none any package will do, and none of the scales may be 0
 */
function evenest(task: Task, scales: Float64Array, known: readonly Found[]): Solved {
  const { paths, work } = task;
  const { parties } = paths;
  const inside = ({ surplus }: Found): boolean => scales.every((scale, p) => scale > 0 || surplus[p]! >= -TOLERANCE);
  let leading: { found: Found; shares: number[] }[] = [];
  const weigh = (found: Found): void => {
    // Most packages that are come across leave somebody with less.
    if (leading[0] && leastShare(found, scales) < leading[0].shares[0]! - TOLERANCE) return;
    if (!inside(found)) return;
    const shares = sharesInOrder(found, scales);
    const order = leading[0] ? inOrder(shares, leading[0].shares) : 1;
    if (order > 0) leading = [{ found, shares }];
    else if (order === 0 && !leading.some((one) => isSame(one.found, found))) leading.push({ found, shares });
  };
  for (const found of known.length > 0 ? known : [heaviest(paths, scales)]) weigh(found);
  const bound = mixtureBound(paths, { scales }, leading[0]!.found, weigh, work);
  const low = new Float64Array(parties + 1);
  const loss = lossOf(bound, scales);
  const raise = (): void => {
    const least = leading[0]!.shares[0]! - TOLERANCE;
    for (let p = 0; p < parties; p++) low[p] = scales[p]! > 0 ? least * scales[p]! : -TOLERANCE;
    low[parties] = least - loss;
  };
  raise();
  const sure = search(paths, bound, { low }, work, (found) => {
    weigh(found);
    raise();
  });
  return { found: leading.map(({ found }) => found), sure };
}

/** Whether two packages leave everybody the same. */
const isSame = (one: Found, other: Found): boolean =>
  one.surplus.every((gain, p) => Math.abs(gain - other.surplus[p]!) <= HAIR);

function leastShare({ surplus }: Found, scales: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let p = 0; p < scales.length; p++) if (scales[p]! > 0) least = Math.min(least, surplus[p]! / scales[p]!);
  return least;
}

function sharesInOrder({ surplus }: Found, scales: Float64Array): number[] {
  const shares: number[] = [];
  for (let p = 0; p < scales.length; p++) if (scales[p]! > 0) shares.push(surplus[p]! / scales[p]!);
  return shares.sort((a, b) => a - b);
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) {
    const difference = a[k]! - b[k]!;
    if (Math.abs(difference) > TOLERANCE) return difference;
  }
  return 0;
}

/** Most parties that gain, then the largest product of their surpluses; of each set of as many parties, all that tie. */
function largestProduct(task: Task, gaining: readonly number[], ideal: Float64Array): Solved {
  for (let size = gaining.length; size > 0; size--) {
    const sets = subsets(gaining, size).map((set) => productOver(task, set, ideal));
    const found = sets.flatMap((one) => one.found);
    const sure = sets.every((one) => one.sure);
    if (found.length > 0 || !sure) return { found, sure };
  }
  return { found: [], sure: true };
}

function subsets(list: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return list.flatMap((first, k) => subsets(list.slice(k + 1), size - 1).map((rest) => [first, ...rest]));
}

/** The packages in the zone by which all of a set gain, with the largest product; none where there is no such package. */
function productOver(task: Task, set: readonly number[], ideal: Float64Array): Solved {
  const { paths, work, zone } = task;
  const { parties } = paths;
  const from = gainedBy(task, set, ideal);
  if (!from.found[0]) return from;
  const bound = productBound(paths, set, from.found[0], keepIn(task), work);
  const productOf = ({ surplus }: Found): number => set.reduce((product, p) => product * surplus[p]!, 1);
  const gained = ({ surplus }: Found): boolean => set.every((p) => surplus[p]! > TOLERANCE);
  let leading: { found: Found; product: number }[] = [];
  const weigh = (found: Found): void => {
    if (!gained(found)) return;
    const product = productOf(found);
    const best = leading.reduce((most, one) => Math.max(most, one.product), 0);
    if (product < best * (1 - TOLERANCE)) return;
    leading = leading.filter((one) => one.product >= product * (1 - TOLERANCE));
    if (!leading.some((one) => isSame(one.found, found))) leading.push({ found, product });
  };
  for (const found of zone) weigh(found);
  const low = new Float64Array(parties + 1).fill(-TOLERANCE);
  const each = set.reduce((product, p) => product * bound.weights[p]!, 1);
  const all = set.reduce((product, p) => product * ideal[p]!, 1);
  const raise = (): void => {
    const least = Math.max(...leading.map(({ product }) => product)) * (1 - 2 * TOLERANCE);
    for (const p of set) low[p] = Math.max(TOLERANCE, (least / all) * ideal[p]! * (1 - TOLERANCE));
    low[parties] = set.length * (least * each) ** (1 / set.length) * (1 - TOLERANCE);
  };
  raise();
  const sure = search(paths, bound, { low }, work, (found) => {
    weigh(found);
    raise();
  });
  return { found: leading.map(({ found }) => found), sure };
}

/** Any package in the zone by which all of a set gain. */
function gainedBy(task: Task, set: readonly number[], ideal: Float64Array): Solved {
  const { paths, work, zone } = task;
  const gained = ({ surplus }: Found): boolean => set.every((p) => surplus[p]! > TOLERANCE);
  const known = (): Found | undefined => zone.find(gained);
  const first = known();
  if (first) return { found: [first], sure: true };
  const scales = new Float64Array(paths.parties);
  for (const p of set) scales[p] = ideal[p]!;
  const bound = mixtureBound(paths, { scales }, zone[0]!, keepIn(task), work, { found: () => known() !== undefined });
  const low = new Float64Array(paths.parties + 1).fill(-TOLERANCE);
  for (const p of set) low[p] = TOLERANCE;
  const least = Math.min(...set.map((p) => TOLERANCE / ideal[p]!));
  low[paths.parties] = least - lossOf(bound, scales);
  const sure =
    known() !== undefined || bound.most < low[paths.parties]!
      ? true
      : search(paths, bound, { low }, work, (found) => {
          if (!gained(found)) return;
          zone.push(found);
          low.fill(Number.POSITIVE_INFINITY);
        });
  const found = known();
  return { found: found ? [found] : [], sure: sure || found !== undefined };
}

/** Whether another row is as good for all and better for somebody, or the same and stands before. Equal to 1e-9 is equal. */
function isBeaten(values: Float64Array, parties: number, row: number, other: number): boolean {
  let better = false;
  for (let p = 0; p < parties; p++) {
    const difference = values[other * parties + p]! - values[row * parties + p]!;
    if (difference < -TOLERANCE) return false;
    better ||= difference > TOLERANCE;
  }
  return better || other < row;
}

/** The efficient ones of a few packages, with their values summed in the order of the issues. */
function frontOfFew(
  packages: readonly Int32Array[],
  worths: readonly Worth[],
  offsets: Int32Array,
  error: number,
): DecidingFront {
  const parties = worths.length;
  const all = new Float64Array(packages.length * parties);
  packages.forEach((options, row) => {
    worths.forEach((worth, p) => {
      all[row * parties + p] = valueIn(worth, options, offsets);
    });
  });
  const order = packages
    .map((_, row) => row)
    .filter((row) => packages.every((_, other) => other === row || !isBeaten(all, parties, row, other)))
    .sort((a, b) => all[b * parties]! - all[a * parties]! || a - b);
  const values = new Float64Array(order.length * parties);
  order.forEach((row, k) => {
    values.set(all.subarray(row * parties, (row + 1) * parties), k * parties);
  });
  const kept = order.map((row) => packages[row]!);
  return { size: kept.length, parties, values, packages: kept, error, fill: (row, out) => out.set(kept[row]!) };
}
