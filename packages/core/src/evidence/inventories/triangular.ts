// Sums of what is known by its least, likeliest and most: exactly, without drawing.

/** Least, likeliest and most; a number where all three are the same. */
export interface Triangle {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** The share of a triangular quantity below x. */
function below({ low, likely, high }: Triangle, x: number): number {
  if (x <= low) return x < low || high > low ? 0 : 1;
  if (x >= high) return 1;
  if (x < likely) return (x - low) ** 2 / ((high - low) * (likely - low));
  return 1 - (high - x) ** 2 / ((high - low) * (high - likely));
}

const density = ({ low, likely, high }: Triangle, x: number): number => {
  if (x < low || x > high || high === low) return 0;
  const top = 2 / (high - low);
  if (x === likely) return top;
  return x < likely ? (top * (x - low)) / (likely - low) : (top * (high - x)) / (high - likely);
};

/** Three points of Gauss and Legendre on [−1, 1]: exact to the fifth degree; the pieces here are cubic. */
const POINTS = [
  [-Math.sqrt(0.6), 5 / 9],
  [0, 8 / 9],
  [Math.sqrt(0.6), 5 / 9],
] as const;

/** The share of a sum of two independent ones below x: ∫ f(y) G(x−y) dy, piece by piece, each piece a polynomial. */
function sumBelow(a: Triangle, b: Triangle, x: number): number {
  if (a.low === a.high) return below(b, x - a.low);
  if (b.low === b.high) return below(a, x - b.low);
  const cuts = [a.low, a.likely, a.high, x - b.low, x - b.likely, x - b.high]
    .filter((cut) => cut >= a.low && cut <= a.high)
    .sort((p, q) => p - q);
  let share = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [from, to] = [cuts[i - 1] ?? 0, cuts[i] ?? 0];
    const half = (to - from) / 2;
    for (const [at, weight] of POINTS) {
      const y = from + half + half * at;
      share += half * weight * density(a, y) * below(b, x - y);
    }
  }
  return share;
}

/** The value below which the share `q` of the sum lies, to 1e-9 of its width. */
export function sumQuantile(a: Triangle, b: Triangle, q: number): number {
  let [low, high] = [a.low + b.low, a.high + b.high];
  const close = 1e-9 * (high - low);
  // As far as numbers of this size can be told apart.
  while (high - low > close) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (sumBelow(a, b, middle) < q) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

export const meanOf = ({ low, likely, high }: Triangle): number => (low + likely + high) / 3;

export const varianceOf = ({ low: a, likely: c, high: b }: Triangle): number =>
  (a * a + b * b + c * c - a * b - a * c - b * c) / 18;

/** Times a number; below 0 the ends change places. */
export function times({ low, likely, high }: Triangle, factor: number): Triangle {
  const [a, b] = [low * factor, high * factor];
  return { low: Math.min(a, b), likely: likely * factor, high: Math.max(a, b) };
}
