// What a table of results between styles says of the game between those who choose them: Wellman, "Methods for empirical
// game-theoretic analysis", AAAI 2006; the dynamics of two populations: Taylor, Journal of Applied Probability 16, 1979.

/** payoffs[mine][theirs], of one side. */
export type Payoffs = readonly (readonly number[])[];

export interface EmpiricalGame {
  /** For every style of the other side, the places of the best replies to it. */
  readonly replies: readonly [readonly (readonly number[])[], readonly (readonly number[])[]];
  /** Pairs of styles from which neither side gains by a change alone. */
  readonly equilibria: readonly (readonly [number, number])[];
  /** Shares of the styles on both sides where imitation of the successful leads from even shares, and on the way. */
  readonly path: readonly (readonly [readonly number[], readonly number[]])[];
  /** Whether it comes to rest, is still on its way when it is no longer looked, or goes round: some share both rises and falls. */
  readonly course: "rests" | "moves" | "turns";
  /** Styles of each side that are played in the last quarter of the path, the most frequent first. */
  readonly left: readonly [readonly number[], readonly number[]];
  /** Of every style: what it gets where the other side plays what is best against it. */
  readonly exploited: readonly [readonly number[], readonly number[]];
}

const STEPS = 10_000;
const SHOWN = 101;
/** A style with a smaller share is not counted as played; shares at rest move less than this. */
const [PLAYED, RESTS] = [0.05, 0.02];
const PACE = 0.1;

/** @param rows payoffs of the first side, by its style and the other's. @param columns of the second side, by its own style and the first's */
export function empiricalGame(rows: Payoffs, columns: Payoffs): EmpiricalGame {
  const replies = [repliesTo(rows, columns.length), repliesTo(columns, rows.length)] as const;
  const equilibria = rows.flatMap((_, mine) =>
    columns.flatMap((_column, theirs) =>
      replies[0][theirs]?.includes(mine) && replies[1][mine]?.includes(theirs) ? [[mine, theirs] as const] : [],
    ),
  );
  const path = imitated(rows, columns);
  const end = path.slice(Math.floor(0.75 * path.length));
  const sides = ([0, 1] as const).map((side) =>
    (path[0]?.[side] ?? []).map((_, style) => ({ style, ...movedIn(end.map((one) => one[side][style] ?? 0)) })),
  );
  const left = (side: 0 | 1) => {
    const shares = sides[side] ?? [];
    // Among very many that tie, none has much.
    const least = Math.min(PLAYED, Math.max(...shares.map(({ most }) => most)) / 2);
    return shares
      .filter(({ most }) => most >= least)
      .sort((a, b) => b.most - a.most)
      .map(({ style }) => style);
  };
  const moved = sides.flat();
  return {
    replies,
    equilibria,
    path,
    course: moved.some(({ rise, fall }) => rise >= RESTS && fall >= RESTS)
      ? "turns"
      : moved.some(({ rise, fall }) => rise >= RESTS || fall >= RESTS)
        ? "moves"
        : "rests",
    left: [left(0), left(1)],
    exploited: [worst(rows, replies[1]), worst(columns, replies[0])],
  };
}

/** The most that a share has, and the most that it rises and falls from one time to a later one. */
function movedIn(shares: readonly number[]): { most: number; rise: number; fall: number } {
  let [lowest, highest] = [shares[0] ?? 0, shares[0] ?? 0];
  let [rise, fall] = [0, 0];
  for (const share of shares) {
    lowest = Math.min(lowest, share);
    highest = Math.max(highest, share);
    rise = Math.max(rise, share - lowest);
    fall = Math.max(fall, highest - share);
  }
  return { most: highest, rise, fall };
}

/** Best replies to each style of the other side: all that tie. */
function repliesTo(payoffs: Payoffs, others: number): number[][] {
  return Array.from({ length: others }, (_, theirs) => {
    const most = Math.max(...payoffs.map((row) => row[theirs] ?? 0));
    return payoffs.flatMap((row, mine) => ((row[theirs] ?? 0) >= most - 1e-9 ? [mine] : []));
  });
}

const worst = (payoffs: Payoffs, against: readonly (readonly number[])[]): number[] =>
  payoffs.map((row, mine) => Math.min(...(against[mine] ?? []).map((theirs) => row[theirs] ?? 0)));

/** Small steps, each by the growth at its middle, so that what goes round in truth is not driven outwards by the steps. */
function imitated(rows: Payoffs, columns: Payoffs): EmpiricalGame["path"] {
  let [first, second] = [rows.map(() => 1 / rows.length), columns.map(() => 1 / columns.length)];
  const path: [number[], number[]][] = [[first, second]];
  for (let step = 1; step <= STEPS; step++) {
    const [one, other] = [grown(first, first, rows, second, PACE / 2), grown(second, second, columns, first, PACE / 2)];
    [first, second] = [grown(first, one, rows, other, PACE), grown(second, other, columns, one, PACE)];
    if (step % Math.floor(STEPS / (SHOWN - 1)) === 0) path.push([first, second]);
  }
  return path;
}

/** Shares after a step of some length, by the growth that there is where others stand: what does better than its side's mean grows. */
function grown(
  shares: readonly number[],
  standing: readonly number[],
  payoffs: Payoffs,
  others: readonly number[],
  pace: number,
): number[] {
  const fitness = payoffs.map((row) => row.reduce((sum, value, theirs) => sum + value * (others[theirs] ?? 0), 0));
  const mean = fitness.reduce((sum, value, mine) => sum + value * (standing[mine] ?? 0), 0);
  const next = shares.map((share, mine) =>
    Math.max(0, share + pace * (standing[mine] ?? 0) * ((fitness[mine] ?? 0) - mean)),
  );
  const sum = next.reduce((total, share) => total + share, 0);
  return next.map((share) => share / sum);
}
