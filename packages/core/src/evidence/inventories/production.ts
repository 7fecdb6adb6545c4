// What a plant can add in a year.

/** Kilograms of plutonium a year: thermal power (MW) × 365 × capacity factor × grams a megawatt-day / 1000. */
export const plutoniumPerYear = (thermalPower: number, capacityFactor: number, gramsPerMegawattDay: number): number =>
  (thermalPower * 365 * capacityFactor * gramsPerMegawattDay) / 1000;

/** Separation potential V(x) = (2x − 1) ln(x / (1 − x)), x a share. Benedict, Pigford & Levi, Nuclear Chemical Engineering (1981), ch. 12. */
const potential = (x: number): number => (2 * x - 1) * Math.log(x / (1 - x));

/** The shares (0–1) of uranium-235 in product, feed and tails. */
export interface Cascade {
  readonly product: number;
  readonly feed: number;
  readonly tails: number;
}

/** Feed, and separative work, in kilograms a kilogram of product. */
export function separativeWork({ product, feed, tails }: Cascade): { readonly feed: number; readonly work: number } {
  const needed = (product - tails) / (feed - tails);
  return {
    feed: needed,
    work: potential(product) + (needed - 1) * potential(tails) - needed * potential(feed),
  };
}
