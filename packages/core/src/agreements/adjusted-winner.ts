// Brams & Taylor, Fair Division (1996), ch. 4: two parties, points over divisible issues. Each issue goes first to
// whoever values it more; then issues move from the one who is ahead, least advantage first, until both have the
// same; at most one issue is split.
import { at } from "../math/index.js";

export interface AdjustedWinner {
  /** Share of each issue that the first party has in the end, 0–1. */
  readonly shares: readonly number[];
  /** Points of each party in the end. */
  readonly values: readonly [number, number];
  /** Points before anything moved. */
  readonly initial: readonly [number, number];
  /** Issues that moved, whole or in part, in order. */
  readonly moved: readonly number[];
}

/**
 * Divides issues between two parties.
 * @param first points of the first party, one an issue, not negative
 * @param second points of the second party
 * @param ties who begins with an issue that both value the same; the end is the same for both
 * @throws RangeError when the lists differ in length or a party has no points
 */
export function adjustedWinner(
  first: readonly number[],
  second: readonly number[],
  ties: "first" | "second" = "first",
): AdjustedWinner {
  if (first.length !== second.length) throw new RangeError(`points on ${first.length} and on ${second.length} issues`);
  const [one, other] = [normalise(first), normalise(second)];
  const shares: number[] = one.map((points, issue) =>
    points > at(other, issue) || (points === at(other, issue) && ties === "first") ? 1 : 0,
  );
  const initial = totals(shares, one, other);
  const ahead = initial[0] >= initial[1] ? 0 : 1;
  const [leading, behind] = ahead === 0 ? [one, other] : [other, one];
  const ratio = (issue: number) => (at(behind, issue) > 0 ? at(leading, issue) / at(behind, issue) : Number.MAX_VALUE);
  const owned = shares.flatMap((share, issue) => (share === 1 - ahead ? [issue] : []));
  owned.sort((a, b) => ratio(a) - ratio(b) || a - b);
  const moved: number[] = [];
  for (const issue of owned) {
    const [own, others] = totals(shares, leading, behind, ahead);
    const gap = own - others;
    if (gap <= 1e-12) break;
    // Moving a share f of the issue closes the gap by f · (own points + other's points).
    const fraction = Math.min(1, gap / (at(leading, issue) + at(behind, issue)));
    if (!(fraction > 0)) continue;
    shares[issue] = ahead === 0 ? 1 - fraction : fraction;
    moved.push(issue);
  }
  return { shares, values: totals(shares, one, other), initial, moved };
}

function normalise(points: readonly number[]): number[] {
  const sum = points.reduce((total, value) => total + value, 0);
  if (!(sum > 0)) throw new RangeError("a party has no points to divide by");
  return points.map((value) => (100 * value) / sum);
}

/** Points of the one and of the other; `ahead` 1 reads the shares as the second party's complement. */
function totals(
  shares: readonly number[],
  one: readonly number[],
  other: readonly number[],
  ahead = 0,
): [number, number] {
  const mine = (issue: number) => (ahead === 0 ? at(shares, issue) : 1 - at(shares, issue));
  return [
    one.reduce((sum, points, issue) => sum + points * mine(issue), 0),
    other.reduce((sum, points, issue) => sum + points * (1 - mine(issue)), 0),
  ];
}
