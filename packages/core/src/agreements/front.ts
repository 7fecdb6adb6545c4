// Additive value makes the frontier of issues 1…k the non-dominated part of (frontier of 1…k−1) + (options of k):
// merge issue by issue and prune; the space is never enumerated. Two parties: the sum of a staircase and a few
// shifts is a merge of sorted lists. More: all sums, then a skyline.
import { at } from "../math/index.js";
import { type Front, type FrontLimit, pick, prune, spent, type Worth } from "./front-table.js";
import { merge } from "./merge.js";
import { along, type Block, type Space } from "./space.js";
import { thin } from "./thin.js";

/** The exact front of a space for these parties, or thinned where it outgrows the limit. The space must not be empty. */
export function frontOf(
  space: Space,
  worths: readonly Worth[],
  offsets: Int32Array,
  limit: FrontLimit,
  within: Within | null = null,
): Front {
  const blocks = space.blocks.map((block) => blockFront(block, worths, offsets, limit));
  // Small fronts first keep the intermediate ones small.
  blocks.sort((a, b) => a.size - b.size);
  const rests = within ? restsOf(blocks) : [];
  return blocks
    .slice(1)
    .reduce(
      (front, block, k) => merge(front, block, limit, within && ((whole) => kept(whole, at(rests, k + 1), within))),
      within ? kept(at(blocks, 0), at(rests, 0), within) : at(blocks, 0),
    );
}

/** What a front costs, and how rough it is. */
export interface FrontWork {
  /** In sums of two parties: those of more take longer each. */
  readonly sums: number;
  readonly error: number;
}

/** How many sums of two parties one sum of so many parties is worth, and from how many at once each takes longer still. */
const SUM_OF = (parties: number): { readonly each: number; readonly few: number } =>
  parties <= 2
    ? { each: 1, few: Number.POSITIVE_INFINITY }
    : parties === 3
      ? { each: 9, few: 50_000 }
      : { each: 45, few: 3000 };

/** What a merge of so many sums costs, in sums of two parties: measured, and about right is enough. */
function sumsOfTwo(parties: number, sums: number): number {
  const { each, few } = SUM_OF(parties);
  return each * sums * Math.max(1, sums / few);
}

/** What `frontOf` costs, by laying the front once; null as soon as it is over `most`, before that is spent. */
export function frontWork(
  space: Space,
  worths: readonly Worth[],
  offsets: Int32Array,
  limit: FrontLimit,
  most: number,
): FrontWork | null {
  const counts = { sums: 0, kept: 0 };
  const counted = { ...limit, counts, valuesOnly: true, most: most / SUM_OF(worths.length).each };
  const [first, ...blocks] = space.blocks
    .map((block) => blockFront(block, worths, offsets, counted))
    .sort((a, b) => a.size - b.size);
  let sums = SUM_OF(worths.length).each * counts.sums;
  let front = first;
  for (const block of blocks) {
    if (!front) break;
    sums += sumsOfTwo(worths.length, front.size * block.size);
    if (sums > most || spent(counted)) return null;
    front = merge(front, block, counted);
  }
  return spent(counted) ? null : { sums, error: front?.error ?? 0 };
}

/**
 * Whether a partial package can still become one that is wanted.
 * @param at where its values begin; @param rest the most that each party can still get from the issues not merged yet
 */
export type Within = (values: Float64Array, at: number, rest: Float64Array) => boolean;

/** For every block, the most that each party can get from the blocks after it. */
function restsOf(blocks: readonly Front[]): Float64Array[] {
  const parties = at(blocks, 0).parties;
  const rests = blocks.map(() => new Float64Array(parties));
  for (let k = blocks.length - 2; k >= 0; k--) {
    const { values, size } = at(blocks, k + 1);
    for (let p = 0; p < parties; p++) {
      let most = Number.NEGATIVE_INFINITY;
      for (let row = 0; row < size; row++) most = Math.max(most, values[row * parties + p]!);
      rests[k]![p] = rests[k + 1]![p]! + most;
    }
  }
  return rests;
}

function kept(front: Front, rest: Float64Array, within: Within): Front {
  const rows: number[] = [];
  for (let row = 0; row < front.size; row++) if (within(front.values, row * front.parties, rest)) rows.push(row);
  if (rows.length === front.size) return front;
  return pick(
    front,
    rows,
    rows.map((row) => front.ties[row] ?? 0),
  );
}

function blockFront(block: Block, worths: readonly Worth[], offsets: Int32Array, limit: FrontLimit): Front {
  const front = along(block, {
    leaf: (issue, options) => leaf(issue, options, worths, at(offsets, issue), limit.valuesOnly !== true),
    join: (before, next) => merge(before, next, limit),
    union: (fronts) => {
      if (limit.counts) limit.counts.sums += fronts.reduce((sum, { size }) => sum + size, 0);
      return spent(limit) ? at(fronts, 0) : thin(union(fronts), limit);
    },
  });
  if (!front) throw new RangeError("the front of an empty space");
  return front;
}

/** One issue's efficient options. */
function leaf(
  issue: number,
  options: readonly number[],
  worths: readonly Worth[],
  offset: number,
  tracked: boolean,
): Front {
  const parties = worths.length;
  const values = new Float64Array(options.length * parties);
  options.forEach((option, row) => {
    for (let p = 0; p < parties; p++) values[row * parties + p] = worths[p]![offset + option]!;
  });
  const fill = (row: number, out: Int32Array) => {
    out[issue] = options[row]!;
  };
  const ties = new Float64Array(options.length).fill(1);
  return prune({ size: options.length, parties, values, ties, error: 0, issues: [issue], tracked, fill });
}

/** All rows of several fronts over the same issues, pruned. */
function union(fronts: readonly Front[]): Front {
  const first = at(fronts, 0);
  const size = fronts.reduce((sum, front) => sum + front.size, 0);
  const values = new Float64Array(size * first.parties);
  const ties = new Float64Array(size);
  const starts: number[] = [];
  let row = 0;
  for (const front of fronts) {
    starts.push(row);
    values.set(front.values, row * first.parties);
    ties.set(front.ties, row);
    row += front.size;
  }
  const fill = (place: number, out: Int32Array) => {
    let source = starts.length - 1;
    while (starts[source]! > place) source--;
    fronts[source]!.fill(place - starts[source]!, out);
  };
  const error = Math.max(...fronts.map((front) => front.error));
  return prune({
    size,
    parties: first.parties,
    values,
    ties,
    error,
    issues: first.issues,
    tracked: first.tracked,
    fill,
  });
}
