// Nash and Kalai–Smorodinsky where one issue may take any number of its range and both parties' scores are straight
// between points: on each straight piece the product of surpluses is a parabola and equal shares meet in one place, so
// the best of every piece and every efficient package of the other issues is found in closed form, without steps.
import type { Case } from "../case/index.js";
import { at, points, TOLERANCE } from "../math/index.js";
import { frontOf } from "./front.js";
import type { FrontLimit, Worth } from "./front-table.js";
import { optionIds } from "./setting.js";
import type { Space } from "./space.js";

/** A package with a number that lies between the steps of its continuous issue. */
export interface Between {
  readonly number: number;
  /** The other issues. */
  readonly options: Readonly<Record<string, string>>;
  /** Value to each of the two, in points, in their order. */
  readonly values: readonly [number, number];
}

export interface BetweenSteps {
  readonly issue: string;
  readonly nash: Between;
  readonly kalaiSmorodinsky: Between;
}

/** A straight piece of the issue: from one number and its worths to another. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly start: readonly [number, number];
  readonly rise: readonly [number, number];
}

/** Where on a piece, above both reservation values, and the surplus of each at its ends. */
interface Reach {
  readonly row: number;
  readonly piece: Piece;
  readonly base: readonly [number, number];
  readonly low: number;
  readonly high: number;
}

/**
 * The solutions for two parties and one continuous issue that no rule or red line ties; null elsewhere, and where
 * nothing suits both. Of several that are as good the first is given.
 */
export function betweenSteps(
  negotiation: Case,
  space: Space,
  worths: readonly Worth[],
  offsets: Int32Array,
  reservation: readonly number[],
  limit: FrontLimit,
): BetweenSteps | null {
  const free = negotiation.issues.flatMap(({ continuous }, issue) => (continuous ? [issue] : []));
  const [own, ...more] = free;
  if (own === undefined || more.length > 0 || worths.length !== 2 || space.empty) return null;
  if (space.forbidden.some((conditions) => conditions.has(own))) return null;
  const others = space.blocks.filter(({ issues }) => !issues.includes(own));
  const front = others.length > 0 ? frontOf({ ...space, blocks: others }, worths, offsets, limit) : null;
  const values = front?.values ?? Float64Array.of(0, 0);
  const pieces = piecesOf(negotiation, own, worths, offsets);
  const reaches = Array.from({ length: values.length / 2 }, (_, row) =>
    pieces.flatMap((piece) =>
      reachOf(row, piece, [values[2 * row]! - reservation[0]!, values[2 * row + 1]! - reservation[1]!]),
    ),
  ).flat();
  if (reaches.length === 0) return null;
  const ideal = [0, 1].map((p) =>
    Math.max(...reaches.flatMap((reach) => [surplus(reach, p, reach.low), surplus(reach, p, reach.high)])),
  );
  const found = (
    score: (a: number, b: number) => readonly [number, number],
    inner: (reach: Reach) => number,
  ): Between => {
    let best = {
      reach: at(reaches, 0),
      t: at(reaches, 0).low,
      score: [Number.NEGATIVE_INFINITY, 0] as readonly [number, number],
    };
    for (const reach of reaches) {
      const middle = inner(reach);
      const tried =
        middle > reach.low && middle < reach.high ? [reach.low, middle, reach.high] : [reach.low, reach.high];
      for (const t of tried) {
        const own = score(surplus(reach, 0, t), surplus(reach, 1, t));
        const better = own[0] - best.score[0];
        if (better > TOLERANCE || (Math.abs(better) <= TOLERANCE && own[1] > best.score[1] + TOLERANCE))
          best = { reach, t, score: own };
      }
    }
    const { reach, t } = best;
    const chosen = new Int32Array(negotiation.issues.length);
    front?.fill(reach.row, chosen);
    const { [at(negotiation.issues, own).id]: _, ...options } = optionIds(negotiation, chosen);
    return {
      number: reach.piece.from + t * (reach.piece.to - reach.piece.from),
      options,
      values: [points(surplus(reach, 0, t) + reservation[0]!), points(surplus(reach, 1, t) + reservation[1]!)],
    };
  };
  return {
    issue: at(negotiation.issues, own).id,
    nash: found((a, b) => [Math.max(0, a) * Math.max(0, b), Math.min(a, b)], topOfProduct),
    kalaiSmorodinsky: found(
      (a, b) => {
        const shares = [share(a, ideal[0]!), share(b, ideal[1]!)] as const;
        return [Math.min(...shares), Math.max(...shares)];
      },
      (reach) => equalShares(reach, ideal),
    ),
  };
}

/** A party with nothing to gain is left out: its share is never the least. */
const share = (gain: number, most: number): number => (most < TOLERANCE ? Number.MAX_VALUE : gain / most);

const surplus = ({ base, piece }: Reach, p: number, t: number): number =>
  base[p]! + piece.start[p]! + t * piece.rise[p]!;

/** Neighbouring steps on one straight line for both are one piece. */
function piecesOf({ issues }: Case, issue: number, worths: readonly Worth[], offsets: Int32Array): Piece[] {
  const steps = at(issues, issue).options.map(({ id }, option) => ({
    number: Number(id),
    worth: worths.map((worth) => worth[offsets[issue]! + option]!),
  }));
  const pieces: Piece[] = [];
  steps.slice(1).forEach((next, k) => {
    const before = at(steps, k);
    const last = pieces.at(-1);
    const slope = (p: number) => (next.worth[p]! - before.worth[p]!) / (next.number - before.number);
    const straight = last && [0, 1].every((p) => Math.abs(last.rise[p]! / (last.to - last.from) - slope(p)) < 1e-12);
    const from = straight ? last.from : before.number;
    const start = straight ? last.start : ([before.worth[0]!, before.worth[1]!] as const);
    if (straight) pieces.pop();
    pieces.push({ from, to: next.number, start, rise: [next.worth[0]! - start[0], next.worth[1]! - start[1]] });
  });
  return pieces;
}

/** The part of a piece on which neither party falls below its reservation value; none where there is none. */
function reachOf(row: number, piece: Piece, base: readonly [number, number]): Reach[] {
  let [low, high] = [0, 1];
  for (const p of [0, 1] as const) {
    const [gain, rise] = [base[p] + piece.start[p], piece.rise[p]];
    if (rise > 0) low = Math.max(low, (-TOLERANCE - gain) / rise);
    else if (rise < 0) high = Math.min(high, (-TOLERANCE - gain) / rise);
    else if (gain < -TOLERANCE) return [];
  }
  return low <= high ? [{ row, piece, base, low: Math.max(0, low), high: Math.min(1, high) }] : [];
}

/** Where (a + αt)(b + βt) is largest: halfway between its zeros. */
function topOfProduct(reach: Reach): number {
  const [a, b] = [surplus(reach, 0, 0), surplus(reach, 1, 0)];
  const [alpha, beta] = reach.piece.rise;
  return alpha * beta < 0 ? -(a / alpha + b / beta) / 2 : Number.NaN;
}

/** Where both have the same share of the most that each could have. */
function equalShares(reach: Reach, [first = 1, second = 1]: readonly number[]): number {
  const [a, b] = [surplus(reach, 0, 0), surplus(reach, 1, 0)];
  const [alpha, beta] = reach.piece.rise;
  const slope = alpha * second - beta * first;
  return slope === 0 ? Number.NaN : (b * first - a * second) / slope;
}
