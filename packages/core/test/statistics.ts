/** Pearson's statistic for counts that should be `expected`: all the same, or each its own. */
export function chiSquared(counts: readonly number[], expected: number | readonly number[]): number {
  return counts.reduce((sum, count, k) => {
    const wanted = typeof expected === "number" ? expected : (expected[k] ?? Number.NaN);
    return sum + (count - wanted) ** 2 / wanted;
  }, 0);
}

/** The value that χ² with so many degrees of freedom exceeds once in a thousand (Wilson–Hilferty). */
export function chiSquaredCritical(degrees: number): number {
  const z = 3.0902;
  const c = 2 / (9 * degrees);
  return degrees * (1 - c + z * Math.sqrt(c)) ** 3;
}

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** Integral of a smooth function by Simpson's rule. */
export function integral(f: (x: number) => number, from: number, to: number, parts = 2000): number {
  const step = (to - from) / parts;
  let sum = f(from) + f(to);
  for (let k = 1; k < parts; k++) sum += (k % 2 === 1 ? 4 : 2) * f(from + k * step);
  return (sum * step) / 3;
}
