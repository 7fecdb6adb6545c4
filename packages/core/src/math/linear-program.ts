import { solve } from "yalps";

/** `Σ coefficients · x  {≥ | =}  bound`, over variables x ≥ 0. */
export interface LinearConstraint {
  readonly coefficients: ReadonlyMap<number, number>;
  readonly bound: number;
  readonly equal?: boolean;
}

/** The deepest point of a polytope: its coordinates and how far it lies inside the nearest constraint. */
export interface InteriorPoint {
  readonly point: Float64Array;
  readonly depth: number;
}

const ROUNDING = 1e-12;

/**
 * The x ≥ 0 that maximises the least slack of all inequalities (capped at 1), or null when none exists.
 * @param size number of variables, at most a few hundred: the solver works on a dense tableau.
 */
export function deepestPoint(size: number, constraints: readonly LinearConstraint[]): InteriorPoint | null {
  const columns: [string, [string, number][]][] = Array.from({ length: size }, (_, i) => [`x${i}`, []]);
  const depth: [string, number][] = [["depth", 1]];
  const rows: [string, { min?: number; equal?: number; max?: number }][] = [["depth", { max: 1 }]];
  constraints.forEach(({ coefficients, bound, equal }, index) => {
    // Without variables it either holds already, at whatever depth, or nothing helps.
    if (![...coefficients.values()].some((value) => Math.abs(value) > ROUNDING) && bound <= ROUNDING) return;
    const name = `c${index}`;
    rows.push([name, equal ? { equal: bound } : { min: bound }]);
    for (const [variable, value] of coefficients) if (value !== 0) columns[variable]?.[1].push([name, value]);
    if (!equal) depth.push([name, -1]);
  });
  const solution = solve(
    { direction: "maximize", objective: "depth", constraints: rows, variables: [...columns, ["t", depth]] },
    { includeZeroVariables: true, maxPivots: 50_000, checkCycles: size < 80, precision: 1e-10 },
  );
  if (solution.status !== "optimal") return null;
  const values = new Map(solution.variables);
  return {
    point: Float64Array.from({ length: size }, (_, i) => values.get(`x${i}`) ?? 0),
    depth: solution.result,
  };
}
