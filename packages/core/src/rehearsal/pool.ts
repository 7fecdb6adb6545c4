// The packages that are played with: all of them where they can be listed, else the frontier and a fine ladder of each
// party's own values, neither of which lists the rest.
import { along, type Block, countPackages, frontOf, type Space, type Worth } from "../agreements/index.js";
import { at } from "../math/index.js";

/** Packages as rows of a flat table. */
export interface Pool {
  readonly size: number;
  readonly issues: number;
  /** size × issues: the option of every issue. */
  readonly options: Int32Array;
  /** Whether every package that the rules allow is among them. */
  readonly complete: boolean;
}

/** Of at most so many packages all are listed. */
const MOST_LISTED = 50_000;
/** Of more: so many rows of the frontier, and so many of each party's ladder of values. */
const FRONT_ROWS = 4000;
const LADDER_ROWS = 2000;

/** Every package of a space that holds at most `MOST_LISTED`. Work and memory grow with packages × issues. */
export function listedPool(space: Space): Pool {
  const issues = space.sizes.length;
  if (space.empty) return { size: 0, issues, options: new Int32Array(0), complete: true };
  const parts = space.blocks.map(rowsOf);
  const size = parts.reduce((product, rows) => product * rows.length, 1);
  const options = new Int32Array(size * issues);
  for (let row = 0; row < size; row++) {
    let left = row;
    space.blocks.forEach((block, k) => {
      const rows = at(parts, k);
      const part = at(rows, left % rows.length);
      left = Math.floor(left / rows.length);
      block.issues.forEach((issue, place) => {
        options[row * issues + issue] = at(part, place);
      });
    });
  }
  return { size, issues, options, complete: true };
}

/** The ways through one block: an option for each of its issues. */
const rowsOf = (block: Block): readonly (readonly number[])[] =>
  along<readonly (readonly number[])[]>(block, {
    leaf: (_, options) => options.map((option) => [option]),
    join: (before, next) => before.flatMap((one) => next.map((more) => [...one, ...more])),
    union: (several) => several.flat(),
  }) ?? [];

/** What the rules allow; of it, what crosses no red line of each party; and what crosses none of anybody's. */
export interface PlayedSpaces {
  readonly allowed: Space;
  readonly own: readonly Space[];
  readonly all: Space;
}

/** The packages to play with in one truth. @param worths of all parties */
export const poolOf = (spaces: PlayedSpaces, worths: readonly Worth[], offsets: Int32Array): Pool =>
  countPackages(spaces.allowed) <= MOST_LISTED ? listedPool(spaces.allowed) : searchedPool(spaces, worths, offsets);

/**
 * The frontier of all parties within everybody's red lines and within each one's own, and for each a ladder of packages by
 * its own value: the frontier of a value against its own negative, on which no package beats another, thinned. The space is
 * not enumerated, however large.
 */
function searchedPool({ allowed, own, all }: PlayedSpaces, worths: readonly Worth[], offsets: Int32Array): Pool {
  const issues = allowed.sizes.length;
  const front = (space: Space, values: readonly Worth[], rows: number) =>
    space.empty ? [] : [frontOf(space, values, offsets, { rows })];
  const fronts = [
    ...front(all, worths, FRONT_ROWS),
    ...[...new Set(own)].filter((space) => space !== all).flatMap((space) => front(space, worths, FRONT_ROWS)),
    ...worths.flatMap((worth, party) => front(own[party] ?? all, [worth, worth.map((value) => -value)], LADDER_ROWS)),
  ];
  const found = new Map<string, Int32Array>();
  const out = new Int32Array(issues);
  for (const front of fronts)
    for (let row = 0; row < front.size; row++) {
      front.fill(row, out);
      const key = out.join();
      if (!found.has(key)) found.set(key, out.slice());
    }
  const options = new Int32Array(found.size * issues);
  [...found.values()].forEach((package_, row) => options.set(package_, row * issues));
  return { size: found.size, issues, options, complete: false };
}

/** Packages as rows, some of which may leave issues open (−1). */
export function poolOfRows(issues: number, rows: readonly (readonly number[])[]): Pool {
  const options = new Int32Array(rows.length * issues);
  rows.forEach((row, k) => options.set(row, k * issues));
  return { size: rows.length, issues, options, complete: false };
}

/** One pool after the other. */
export function joined(one: Pool, other: Pool): Pool {
  const options = new Int32Array(one.options.length + other.options.length);
  options.set(one.options);
  options.set(other.options, one.options.length);
  return { ...one, size: one.size + other.size, options };
}

/** The options of one row (a view, not a copy). */
export const packageIn = ({ options, issues }: Pool, row: number): Int32Array =>
  options.subarray(row * issues, (row + 1) * issues);
