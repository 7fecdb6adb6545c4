// What Parley itself states of the future, as it can be put on record.
import type { Assessment } from "../agreements/index.js";

/**
 * How likely an offer is to be signed as it stands: the middle of what the priors give, and their range.
 * @returns null where there is no such offer, or nothing tells
 */
export function signedBy(
  { offers }: Pick<Assessment, "offers">,
  id: string,
): { readonly probability: number; readonly low: number; readonly high: number } | null {
  const verdicts = offers.find((one) => one.id === id)?.verdicts ?? [];
  if (verdicts.length === 0) return null;
  const shares = verdicts.map(({ signed }) => signed);
  const probability = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { probability, low: Math.min(...shares), high: Math.max(...shares) };
}
