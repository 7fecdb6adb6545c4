// A comparison of a package with other offers: how likely each party is to prefer one to the other, computed within
// each model.
import type { Offer, Package } from "../../case/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { type Panel, valuesOf } from "../panel.js";
import type { Comparison } from "./types.js";

/** Compares a package with other offers. */
export type ComparePaired = (options: Package, others: readonly Offer[]) => Comparison[];

/**
 * How each party ranks a package against other offers: the same model on both sides, which is much sharper than two bands.
 * What an offer is worth is worked out once, for all that it is compared with.
 */
export function pairing(panels: readonly Panel[]): ComparePaired {
  const known = new Map<Package, readonly (readonly Float64Array[])[]>();
  const worthOf = (options: Package) => {
    const found =
      known.get(options) ?? panels.map((panel) => panel.members.map((member) => valuesOf(panel, member, options)));
    known.set(options, found);
    return found;
  };
  return (options, others) => {
    const own = worthOf(options);
    return others.map((other) => {
      const theirs = worthOf(other.options);
      const shares = panels.map((_, prior) =>
        at(own, prior).map((values, place) => compared(values, at(at(theirs, prior), place))),
      );
      const range = (what: keyof Shares) =>
        Object.fromEntries(
          (panels[0]?.members ?? []).map(({ party }, place) => {
            const each = shares.map((of) => at(of, place)[what]);
            return [party, [Math.min(...each), Math.max(...each)] as const];
          }),
        );
      return { offer: other.id, name: other.name, prefers: range("prefers"), indifferent: range("indifferent") };
    });
  };
}

interface Shares {
  readonly prefers: number;
  readonly indifferent: number;
}

/** In what share of the models the first values are above the second, and the same. */
function compared(one: Float64Array, other: Float64Array): Shares {
  let [above, same] = [0, 0];
  for (let model = 0; model < one.length; model++) {
    const difference = one[model]! - other[model]!;
    if (difference > TOLERANCE) above++;
    else if (Math.abs(difference) <= TOLERANCE) same++;
  }
  return { prefers: above / one.length, indifferent: same / one.length };
}
