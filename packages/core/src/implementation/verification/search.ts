// Looking for what nobody declared: where to look next, what clean looks are worth, how much two lists miss.
//
// Index rule: Blackwell, in Matula, A periodic optimal search, American Mathematical Monthly 71 (1964); Ross, A problem in
// optimal search and stop, Operations Research 17 (1969). Two lists: Chapman (1951); Seber, The Estimation of Animal
// Abundance (1982), ch. 3.

export interface HidingPlace {
  /** The probability that it is here, 0–1; over all places at most 1. */
  readonly prior: number;
  /** That a look here misses it though it is here, 0–1. */
  readonly overlook: number;
  /** Of one look; above 0. */
  readonly cost: number;
}

export interface Look {
  /** Position among the places. */
  readonly place: number;
  /** The effort spent and the probability of having found it, after this look. */
  readonly spent: number;
  readonly found: number;
}

/** Always where p_i (1−a_i) a_i^k / c_i is largest: finds soonest for the effort, whatever the effort. */
export function searchOrder(
  places: readonly HidingPlace[],
  { looks, effort }: { looks: number; effort: number },
): Look[] {
  const gain = places.map(({ prior, overlook }) => prior * (1 - overlook));
  const order: Look[] = [];
  let [spent, found] = [0, 0];
  while (order.length < looks) {
    let next = -1;
    places.forEach(({ cost }, i) => {
      if (spent + cost > effort + 1e-9 || (gain[i] ?? 0) <= 0) return;
      if (next < 0 || (gain[i] ?? 0) / cost > (gain[next] ?? 0) / (places[next]?.cost ?? 1) + 1e-15) next = i;
    });
    const chosen = places[next];
    if (!chosen) return order;
    spent += chosen.cost;
    found += gain[next] ?? 0;
    gain[next] = (gain[next] ?? 0) * chosen.overlook;
    order.push({ place: next, spent, found });
  }
  return order;
}

/** What remains of a belief that something is there after k looks, each of which would have found it with probability q. */
export function beliefAfter(belief: number, q: number, looks: number): number {
  const missed = belief * (1 - q) ** looks;
  return missed === 0 ? 0 : missed / (missed + 1 - belief);
}

/** Clean looks until the belief is no more than `wanted`; null where no number is enough. */
export function looksUntil(belief: number, q: number, wanted: number): number | null {
  if (belief <= wanted) return 0;
  if (q <= 0 || belief >= 1 || wanted <= 0) return null;
  if (q >= 1) return 1;
  const odds = (wanted * (1 - belief)) / ((1 - wanted) * belief);
  return Math.ceil(Math.log(odds) / Math.log(1 - q) - 1e-9);
}

/**
 * How many there are, from two lists with `both` in common: (M+1)(C+1)/(R+1) − 1, and its variance.
 * Stands on the lists being independent: too low where who declares knows what the other list holds.
 */
export function chapman(first: number, second: number, both: number): { count: number; variance: number } {
  return {
    count: ((first + 1) * (second + 1)) / (both + 1) - 1,
    variance: ((first + 1) * (second + 1) * (first - both) * (second - both)) / ((both + 1) ** 2 * (both + 2)),
  };
}
