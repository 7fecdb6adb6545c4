// After the settlement: with the deal signed as a floor, is there anything that all would rather have? Each party gives points
// for this alone. What is found is put to all as a mediator's proposal: each answers in secret, and unless all say yes nothing is told
// (Raiffa 1985, Negotiation Journal 1(1): 9–12).

/** Points (0–100) of packages, by name, as one party gives them for this alone. */
export type Points = Readonly<Record<string, number>>;

/**
 * Of the packages that no party likes less than the one that is signed, and at least one likes better: the one with the largest
 * product of gains (Nash's, with what is signed as the point of disagreement), then with the largest sum, then the first by name.
 * @returns null where there is none
 */
export function afterSettlement(given: readonly Points[], signed: string): string | null {
  const [first] = given;
  if (!first || given.length < 2 || given.some((points) => !Object.hasOwn(points, signed))) return null;
  let best: { readonly name: string; readonly product: number; readonly sum: number } | null = null;
  for (const name of Object.keys(first).sort()) {
    if (given.some((points) => !Object.hasOwn(points, name))) continue;
    const gains = given.map((points) => (points[name] ?? 0) - (points[signed] ?? 0));
    if (gains.some((gain) => !(gain >= 0)) || gains.every((gain) => gain === 0)) continue;
    const product = gains.reduce((so, gain) => so * gain, 1);
    const sum = gains.reduce((so, gain) => so + gain, 0);
    if (!best || product > best.product || (product === best.product && sum > best.sum)) best = { name, product, sum };
  }
  return best?.name ?? null;
}
