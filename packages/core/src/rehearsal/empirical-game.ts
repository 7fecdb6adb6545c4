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
  /** Of every style: what it gets where the other side plays what is best against it. */
  readonly exploited: readonly [readonly number[], readonly number[]];
}

const STEPS = 4000;
const SHOWN = 41;
const PACE = 0.25;

/** @param rows payoffs of the first side, by its style and the other's. @param columns of the second side, by its own style and the first's */
export function empiricalGame(rows: Payoffs, columns: Payoffs): EmpiricalGame {
  const replies = [repliesTo(rows, columns.length), repliesTo(columns, rows.length)] as const;
  const equilibria = rows.flatMap((_, mine) =>
    columns.flatMap((_column, theirs) =>
      replies[0][theirs]?.includes(mine) && replies[1][mine]?.includes(theirs) ? [[mine, theirs] as const] : [],
    ),
  );
  return {
    replies,
    equilibria,
    path: imitated(rows, columns),
    exploited: [worst(rows, replies[1]), worst(columns, replies[0])],
  };
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

function imitated(rows: Payoffs, columns: Payoffs): EmpiricalGame["path"] {
  let [first, second] = [rows.map(() => 1 / rows.length), columns.map(() => 1 / columns.length)];
  const path: [number[], number[]][] = [[first, second]];
  for (let step = 1; step <= STEPS; step++) {
    const [one, other] = [grown(first, rows, second), grown(second, columns, first)];
    [first, second] = [one, other];
    if (step % Math.floor(STEPS / (SHOWN - 1)) === 0) path.push([first, second]);
  }
  return path;
}

/** Shares after one step: those that do better than the mean of their side grow. */
function grown(shares: readonly number[], payoffs: Payoffs, others: readonly number[]): number[] {
  const fitness = payoffs.map((row) => row.reduce((sum, value, theirs) => sum + value * (others[theirs] ?? 0), 0));
  const mean = fitness.reduce((sum, value, mine) => sum + value * (shares[mine] ?? 0), 0);
  const next = shares.map((share, mine) => Math.max(0, share * (1 + PACE * ((fitness[mine] ?? 0) - mean))));
  const sum = next.reduce((total, share) => total + share, 0);
  return next.map((share) => share / sum);
}
