// How many items to check so that a diversion is likely seen, and what a given number of checks is worth.
//
// Attribute sampling: of N items d were falsified, n are drawn without replacement. Checked against tables of exact
// sample sizes; Avenhaus & Canty, Compliance Quantified (Cambridge 1996), ch. 2; IAEA Safeguards Glossary.

/** How sure a check of a falsified item is to recognise it: 1 unless said. */
export interface Sampling {
  /** Items in all, a whole number, 1 or more. */
  readonly items: number;
  /** Of them falsified, 0–items. */
  readonly falsified: number;
  /** The probability that a falsified item that is checked is recognised, 0–1. */
  readonly identification?: number;
}

/**
 * ln of the probability that none of the falsified items is recognised among `checked` drawn ones; −∞ where that cannot be.
 * With imperfect identification Σ_k H(k; N, d, n)(1−p)^k, summed from its largest term outwards: of the order of √n steps.
 */
export function logNonDetection({ items, falsified, identification = 1 }: Sampling, checked: number): number {
  const [d, n] = [falsified, Math.min(items, Math.max(0, checked))];
  if (d === 0 || n === 0 || identification <= 0) return 0;
  if (identification >= 1) return logNone(items, d, n);
  const miss = Math.log(1 - identification);
  const least = Math.max(0, n - (items - d));
  const most = Math.min(d, n);
  // The terms rise to one k and fall from it: from there outwards, as far as they count.
  const ratio = (k: number) => Math.log(((d - k) * (n - k)) / ((k + 1) * (items - d - n + k + 1))) + miss;
  let [low, high] = [least, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratio(middle) > 0) low = middle + 1;
    else high = middle;
  }
  const top = logHypergeometric(low, items, d, n) + low * miss;
  let sum = 1;
  for (let [k, term] = [low, 0]; k < most; k++) {
    term += ratio(k);
    if (term < NEGLIGIBLE) break;
    sum += Math.exp(term);
  }
  for (let [k, term] = [low, 0]; k > least; k--) {
    term -= ratio(k - 1);
    if (term < NEGLIGIBLE) break;
    sum += Math.exp(term);
  }
  return Math.min(0, top + Math.log(sum));
}

/** ln of what no longer changes a sum of doubles. */
const NEGLIGIBLE = -45;

/** ln C(N−d, n)/C(N, n): a product over the smaller of the two, or by logarithms of factorials where both are large. */
function logNone(items: number, d: number, n: number): number {
  if (d + n > items) return Number.NEGATIVE_INFINITY;
  const [few, other] = d <= n ? [d, n] : [n, d];
  if (few > EXACT)
    return logFactorial(items - d) + logFactorial(items - n) - logFactorial(items - d - n) - logFactorial(items);
  let log = 0;
  for (let k = 0; k < few; k++) log += Math.log1p(-other / (items - k));
  return log;
}

/** Up to so many factors are multiplied one by one. */
const EXACT = 4096;

/** ln of the probability that exactly k of n drawn are among the d of N. */
function logHypergeometric(k: number, items: number, d: number, n: number): number {
  return logChoose(d, k) + logChoose(items - d, n - k) - logChoose(items, n);
}

function logChoose(n: number, k: number): number {
  const few = Math.min(k, n - k);
  if (few > EXACT) return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  let log = 0;
  for (let i = 0; i < few; i++) log += Math.log((n - i) / (i + 1));
  return log;
}

/** Stirling's series (Abramowitz & Stegun 6.1.41), to a double's last digits from n = 20 on. */
function logFactorial(n: number): number {
  if (n < 20) {
    let log = 0;
    for (let i = 2; i <= n; i++) log += Math.log(i);
    return log;
  }
  const x = n + 1;
  const y = 1 / (x * x);
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y / 1680))) / x
  );
}

/** The probability, 0–1, that at least one falsified item is recognised. */
export const detection = (sampling: Sampling, checked: number): number =>
  -Math.expm1(logNonDetection(sampling, checked));

/** Rounding must not ask for one item more where the probability is met to the last digit. */
const ROUNDING = 1e-12;

/**
 * The least number of items to check for a detection probability; null where not even all are enough.
 * By bisection: detection grows with the number checked.
 */
export function exactSampleSize(sampling: Sampling, probability: number): number | null {
  const enough = (n: number) => detection(sampling, n) >= probability - ROUNDING;
  if (!enough(sampling.items)) return null;
  let [low, high] = [0, sampling.items];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The IAEA's formula ⌈N (1 − β^{1/d})⌉ with β = 1 − probability: never below the exact size, at most three above. */
export const iaeaSampleSize = ({ items, falsified }: Sampling, probability: number): number =>
  ceiling(items * missShare(falsified, probability));

/** Its improvement ⌈(1 − β^{1/d}) (N − (d−1)/2)⌉: at most one above the exact size. */
export const improvedSampleSize = ({ items, falsified }: Sampling, probability: number): number =>
  ceiling((items - (falsified - 1) / 2) * missShare(falsified, probability));

const missShare = (d: number, probability: number): number => 1 - (1 - probability) ** (1 / Math.max(1, d));

/** A product that is whole but for rounding is that whole number. */
const ceiling = (value: number): number => Math.ceil(value - 1e-9 * Math.max(1, value));

/** How many items of `each` make up the goal quantity: ⌈M / x̄⌉, at least one, at most all. */
export const itemsToDivert = (items: number, each: number, goal: number): number =>
  Math.min(items, Math.max(1, ceiling(goal / each)));
