// Linear programming for one purpose: finding a point as far inside a set of linear constraints as possible, or that
// none exists.
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
 *
 * A variable that an inequality says is itself not negative is taken as what it has above the depth: the inequality then
 * needs no row. The tableau is dense, so that rows are what a programme costs.
 * @param size number of variables, at most a thousand.
 */
export function deepestPoint(size: number, constraints: readonly LinearConstraint[]): InteriorPoint | null {
  const above = new Set<number>();
  for (const constraint of constraints) {
    const variable = itself(constraint);
    if (variable !== null) above.add(variable);
  }
  const columns: [string, [string, number][]][] = Array.from({ length: size }, (_, i) => [`x${i}`, []]);
  const depth: [string, number][] = [["depth", 1]];
  const rows: [string, { min?: number; equal?: number; max?: number }][] = [["depth", { max: 1 }]];
  constraints.forEach((constraint, index) => {
    const { coefficients, bound, equal } = constraint;
    if (itself(constraint) !== null) return;
    // Without variables it either holds already, at whatever depth, or nothing helps.
    if (![...coefficients.values()].some((value) => Math.abs(value) > ROUNDING) && bound <= ROUNDING) return;
    const name = `c${index}`;
    rows.push([name, equal ? { equal: bound } : { min: bound }]);
    let slope = equal ? 0 : -1;
    for (const [variable, value] of coefficients) {
      if (value !== 0) columns[variable]?.[1].push([name, value]);
      if (above.has(variable)) slope += value;
    }
    if (slope !== 0) depth.push([name, slope]);
  });
  const solution = solve(
    { direction: "maximize", objective: "depth", constraints: rows, variables: [...columns, ["t", depth]] },
    { includeZeroVariables: true, maxPivots: 50_000, checkCycles: size < 80, precision: 1e-10 },
  );
  if (solution.status !== "optimal") return null;
  const values = new Map(solution.variables);
  return {
    point: Float64Array.from(
      { length: size },
      (_, i) => (values.get(`x${i}`) ?? 0) + (above.has(i) ? solution.result : 0),
    ),
    depth: solution.result,
  };
}

/** The variable that an inequality says is not negative; null where it says more, or of more. */
function itself({ coefficients, bound, equal }: LinearConstraint): number | null {
  if (equal || bound !== 0 || coefficients.size !== 1) return null;
  const [[variable, value] = [0, 0]] = coefficients;
  return value === 1 ? variable : null;
}
