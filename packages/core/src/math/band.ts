/** A median with the band that holds nine values in ten. */
export interface Band {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which the share `q` of the sorted `values` lies, interpolated linearly (Hyndman & Fan, type 7). */
export function quantile(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) throw new RangeError("a quantile of no values");
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (place - below);
}

/** Median and 5–95 % band. @throws RangeError when `values` is empty. */
export function band(values: Iterable<number>): Band {
  const sorted = Float64Array.from(values).sort();
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
}

/** A value of 0–1 in points, 0–100: the unit of every result. */
export const points = (value: number): number => 100 * value;

/** As `band`, in points (0–100) of values 0–1. @throws RangeError when `values` is empty. */
export const pointsBand = (values: ArrayLike<number>): Band => band(Array.from(values, points));

/** The share of `values` for which `test` holds; 0 when there are none. */
export function share<T>(values: ArrayLike<T>, test: (value: T, index: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (test(values[i] as T, i)) count++;
  return values.length === 0 ? 0 : count / values.length;
}

/** To a tenth, with a true minus: `−2.5`. */
export function tenthText(value: number): string {
  const rounded = Math.round(10 * value) / 10;
  return `${rounded === 0 ? 0 : rounded}`.replace("-", "−");
}

/** `33 (24–41)`, rounded to what the band carries; one number where there is no band. `signed` puts + before a gain. */
export function bandText({ median, low, high }: Band, signed = false): string {
  const digits = high - low < 2 ? 1 : 0;
  const text = (value: number) => {
    const rounded = Number(value.toFixed(digits));
    return (rounded === 0 ? 0 : rounded).toFixed(digits).replace(/[.]0$/, "").replace("-", "−");
  };
  const middle = `${signed && Number(median.toFixed(digits)) > 0 ? "+" : ""}${text(median)}`;
  if (text(low) === text(high)) return middle;
  const ends = low < 0 && high <= 0 ? [text(high), text(low)] : [text(low), text(high)];
  return `${middle} (${ends.join(low < 0 ? " to " : "–")})`;
}
