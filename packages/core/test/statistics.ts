/** Pearson's statistic for counts that should all be `expected`. */
export function chiSquared(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** The value that χ² with so many degrees of freedom exceeds once in a thousand (Wilson–Hilferty). */
export function chiSquaredCritical(degrees: number): number {
  const z = 3.0902;
  const c = 2 / (9 * degrees);
  return degrees * (1 - c + z * Math.sqrt(c)) ** 3;
}

export const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
