// Which efficient package? Each concept over the same rows: packages at or above every reservation value.
// Nash, "The Bargaining Problem", Econometrica 18 (1950); Kalai & Smorodinsky, Econometrica 43 (1975);
// Kalai, Econometrica 45 (1977) for the egalitarian. Finite sets, without lotteries: all that tie are given.
import { TOLERANCE } from "../math/index.js";
import { sentencesIn } from "../wording/index.js";

/** Surplus v − r of every row (row-major, `parties` columns, none negative). */
export interface SurplusTable {
  readonly rows: number;
  readonly parties: number;
  readonly surplus: Float64Array;
}

/** What a concept promises. The axiom suite holds each to it. */
export type Axiom =
  | "efficiency"
  | "individual rationality"
  | "anonymity"
  | "scale invariance"
  | "independence of irrelevant alternatives";

export interface SolutionConcept {
  readonly name: string;
  /** Rows that solve, all that tie. */
  readonly solve: (table: SurplusTable) => number[];
  readonly satisfies: readonly Axiom[];
  /** Compares the scales of different parties: shown with a warning, and never part of a verdict. */
  readonly comparesScales: boolean;
}

const { solutionNames } = sentencesIn("en");

const COMMON = ["efficiency", "individual rationality", "anonymity"] as const;

/** Every concept by its key, in the order in which they are listed. To add one, add it here. */
export const solutionConcepts = {
  nash: {
    name: solutionNames.nash,
    solve: nash,
    satisfies: [...COMMON, "scale invariance", "independence of irrelevant alternatives"],
    comparesScales: false,
  },
  kalaiSmorodinsky: {
    name: solutionNames.kalaiSmorodinsky,
    solve: kalaiSmorodinsky,
    satisfies: [...COMMON, "scale invariance"],
    comparesScales: false,
  },
  egalitarian: {
    name: solutionNames.egalitarian,
    solve: egalitarian,
    satisfies: [...COMMON, "independence of irrelevant alternatives"],
    comparesScales: true,
  },
  utilitarian: {
    name: solutionNames.utilitarian,
    solve: utilitarian,
    satisfies: [...COMMON, "independence of irrelevant alternatives"],
    comparesScales: true,
  },
} as const satisfies Record<string, SolutionConcept>;

export type SolutionKey = keyof typeof solutionConcepts;

/** Those by which a verdict says what is even, and which are shown in every model. None compares scales. */
export const VERDICT_CONCEPTS = ["nash", "kalaiSmorodinsky"] as const satisfies readonly SolutionKey[];

export const SOLUTION_KEYS = Object.keys(solutionConcepts) as SolutionKey[];

/** Something for every concept, by its key. */
export const bySolution = <T>(
  of: (key: SolutionKey, concept: SolutionConcept) => T,
): Readonly<Record<SolutionKey, T>> =>
  Object.fromEntries(SOLUTION_KEYS.map((key) => [key, of(key, solutionConcepts[key])])) as Record<SolutionKey, T>;

/**
 * Most parties with a positive surplus; then the largest product of theirs. Where different sets of as many parties
 * can gain, the best of each set: the products of different parties have no common unit.
 */
function nash({ rows, parties, surplus }: SurplusTable): number[] {
  const sets = new Map<number, { size: number; best: number; rows: { row: number; product: number }[] }>();
  for (let row = 0; row < rows; row++) {
    let [key, size, product] = [0, 0, 1];
    for (let p = 0; p < parties; p++) {
      const gain = surplus[row * parties + p]!;
      const gains = gain > TOLERANCE;
      key = 2 * key + (gains ? 1 : 0);
      size += gains ? 1 : 0;
      product *= gains ? gain : 1;
    }
    const set = sets.get(key) ?? { size, best: 0, rows: [] };
    set.best = Math.max(set.best, product);
    if (product >= set.best * (1 - TOLERANCE)) set.rows.push({ row, product });
    sets.set(key, set);
  }
  const most = Math.max(0, ...[...sets.values()].map(({ size }) => size));
  const solved = [...sets.values()].filter(({ size }) => size === most);
  return solved
    .flatMap(({ best, rows: candidates }) =>
      candidates.filter(({ product }) => product >= best * (1 - TOLERANCE)).map(({ row }) => row),
    )
    .sort((a, b) => a - b);
}

/** Leximin of surplus as a share of the most that the party could have; parties with nothing to gain are left out. */
function kalaiSmorodinsky(table: SurplusTable): number[] {
  const ideal = idealOf(table);
  return leximin(table, (gain, party) => (ideal[party]! < TOLERANCE ? null : gain / ideal[party]!));
}

function egalitarian(table: SurplusTable): number[] {
  return leximin(table, (gain) => gain);
}

function utilitarian({ rows, parties, surplus }: SurplusTable): number[] {
  const sums = Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let p = 0; p < parties; p++) sum += surplus[row * parties + p]!;
    return sum;
  });
  const best = sums.reduce((top, sum) => Math.max(top, sum), Number.NEGATIVE_INFINITY);
  return Array.from({ length: rows }, (_, row) => row).filter((row) => sums[row]! >= best - TOLERANCE);
}

/** The most surplus each party has in any row. */
export function idealOf({ rows, parties, surplus }: SurplusTable): Float64Array {
  const ideal = new Float64Array(parties);
  for (let row = 0; row < rows; row++) {
    for (let p = 0; p < parties; p++) ideal[p] = Math.max(ideal[p]!, surplus[row * parties + p]!);
  }
  return ideal;
}

/** Rows whose smallest share is largest, then the second smallest, and so on. `share` null leaves a party out. */
function leximin(
  { rows, parties, surplus }: SurplusTable,
  share: (gain: number, party: number) => number | null,
): number[] {
  // Step 1: the smallest share of every row; few rows come near the largest of these.
  const least = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  let best = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rows; row++) {
    for (let p = 0; p < parties; p++) {
      const value = share(surplus[row * parties + p]!, p);
      if (value !== null && value < least[row]!) least[row] = value;
    }
    if (least[row]! > best) best = least[row]!;
  }
  // Step 2: those few in full order.
  let leading: { row: number; shares: number[] }[] = [];
  for (let row = 0; row < rows; row++) {
    if (least[row]! < best - TOLERANCE) continue;
    const shares = Array.from({ length: parties }, (_, p) => share(surplus[row * parties + p]!, p)).filter(
      (value) => value !== null,
    );
    shares.sort((a, b) => a - b);
    const order = leading[0] ? compareInOrder(shares, leading[0].shares) : 1;
    if (order > 0) leading = [{ row, shares }];
    else if (order === 0) leading.push({ row, shares });
  }
  return leading.map(({ row }) => row);
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (Math.abs(difference) > TOLERANCE) return Math.sign(difference);
  }
  return 0;
}
