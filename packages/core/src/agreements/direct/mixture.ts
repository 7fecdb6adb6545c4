// The best mixture of packages (a lottery): what no single package can pass. Its shadow prices make the bound by which the
// search leaves packages out. Dantzig & Wolfe, "Decomposition Principle for Linear Programs", Operations Research 8(1), 1960:
// each round asks for the one package that the prices of the round before think most of.
import { type Found, heaviest, type SurplusPaths } from "./surplus-paths.js";
import type { Work } from "./work.js";

/** What is to be as large as can be: the least of surplus ⁄ scale over some parties, with the surplus of the others no loss. */
export interface Aim {
  /** One a party; a party whose scale is 0 is only to lose nothing. */
  readonly scales: Float64Array;
}

export interface Bound {
  /** One a party, none negative: for every package the least share is at most Σ weight × surplus. */
  readonly weights: Float64Array;
  /** The largest that this sum is for any package. */
  readonly most: number;
}

export interface Enough {
  readonly below?: number;
  readonly found?: () => boolean;
}

const ROUNDS = 80;
const EXACT = 1e-9;

/**
 * The prices of the best mixture.
 * @param from a package by which nobody whose scale is 0 loses
 * @param seen told of every package on the way
 * @param enough when it need not be known more exactly: where the bound is below a number, or something was found
 */
export function mixtureBound(
  paths: SurplusPaths,
  { scales }: Aim,
  from: Found,
  seen: (found: Found) => void,
  work: Work,
  enough: Enough = {},
): Bound {
  const { parties } = paths;
  const rows = parties + 1;
  const counted = (p: number): boolean => scales[p]! > 0;
  const entry = (found: Found, p: number): number => (counted(p) ? found.surplus[p]! / scales[p]! : found.surplus[p]!);
  // Step 1: a first basis. One package is the whole mixture; the least share t and what the others have above it.
  // Rows: Σ α a − t e − s = 0 for every party, Σ α = 1. Kept: the inverse of the basis and the values of its variables.
  let worst = -1;
  for (let p = 0; p < parties; p++) if (counted(p) && (worst < 0 || entry(from, p) < entry(from, worst))) worst = p;
  // Basis in the order of the rows: the slack of each party, but t in the row of the worst; then the package.
  const inverse = new Float64Array(rows * rows);
  const values = new Float64Array(rows);
  const slackOf = new Int32Array(rows).fill(-1);
  const tRow = worst;
  const a = Float64Array.from({ length: parties }, (_, p) => entry(from, p));
  for (let p = 0; p < parties; p++) {
    const share = counted(p) ? 1 : 0;
    if (p === worst) {
      // t = a_worst
      inverse[p * rows + p] = -1;
      inverse[p * rows + parties] = a[p]!;
      values[p] = a[p]!;
    } else {
      // s_p = a_p − t
      inverse[p * rows + p] = -1;
      inverse[p * rows + parties] = a[p]! - share * a[worst]!;
      if (share) inverse[p * rows + worst] = 1;
      values[p] = a[p]! - share * a[worst]!;
      slackOf[p] = p;
    }
  }
  inverse[parties * rows + parties] = 1;
  values[parties] = 1;
  const price = new Float64Array(parties);
  const weights = new Float64Array(parties);
  let best: Bound = { weights: new Float64Array(parties), most: Number.POSITIVE_INFINITY };
  const column = new Float64Array(rows);
  const direction = new Float64Array(rows);
  for (let round = 0; round < ROUNDS; round++) {
    // Step 2: prices, from the row of t: what t would gain for a little more of each party's row.
    let total = 0;
    let cheapest = -1;
    for (let p = 0; p < parties; p++) {
      const own = -inverse[tRow * rows + p]!;
      price[p] = own;
      if (own < -EXACT && (cheapest < 0 || own < price[cheapest]!)) cheapest = p;
      if (counted(p)) total += Math.max(0, own);
    }
    let slack = -1;
    if (cheapest >= 0) {
      // Step 3a: a party's row binds the wrong way; its slack enters.
      slack = cheapest;
      column.fill(0);
      column[cheapest] = -1;
    } else {
      // Step 3b: the package that these prices think most of enters.
      for (let p = 0; p < parties; p++) {
        const own = Math.max(0, price[p]!) / (total > 0 ? total : 1);
        weights[p] = counted(p) ? own / scales[p]! : own;
      }
      const found = heaviest(paths, weights);
      seen(found);
      work.done += paths.to.length;
      let most = 0;
      for (let p = 0; p < parties; p++) most += weights[p]! * found.surplus[p]!;
      if (most < best.most) best = { weights: Float64Array.from(weights), most };
      if (most <= values[tRow]! + EXACT || best.most < (enough.below ?? Number.NEGATIVE_INFINITY)) break;
      if (enough.found?.()) break;
      for (let p = 0; p < parties; p++) column[p] = entry(found, p);
      column[parties] = 1;
    }
    // Step 4: the variable that falls to zero first leaves; t is free and never does.
    let leaves = -1;
    let ratio = Number.POSITIVE_INFINITY;
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let k = 0; k < rows; k++) sum += inverse[row * rows + k]! * column[k]!;
      direction[row] = sum;
      if (row === tRow || sum <= EXACT) continue;
      const own = Math.max(0, values[row]!) / sum;
      if (own < ratio) [ratio, leaves] = [own, row];
    }
    if (leaves < 0) break;
    // Step 5: the inverse and the values for the new basis.
    const pivot = direction[leaves]!;
    for (let k = 0; k < rows; k++) inverse[leaves * rows + k] = inverse[leaves * rows + k]! / pivot;
    values[leaves] = ratio;
    for (let row = 0; row < rows; row++) {
      if (row === leaves || direction[row] === 0) continue;
      const factor = direction[row]!;
      for (let k = 0; k < rows; k++)
        inverse[row * rows + k] = inverse[row * rows + k]! - factor * inverse[leaves * rows + k]!;
      values[row] = values[row]! - factor * ratio;
    }
    slackOf[leaves] = slack;
  }
  return best;
}
