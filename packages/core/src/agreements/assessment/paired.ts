import type { Offer, Package } from "../../case/index.js";
import { share, TOLERANCE } from "../../math/index.js";
import { type Panel, valuesOf } from "../panel.js";
import type { Comparison } from "./types.js";

/** How each party ranks the package against other offers: the same model on both sides, which is much sharper than two bands. */
export function comparePaired(panels: readonly Panel[], options: Package, others: readonly Offer[]): Comparison[] {
  return others.map((other) => {
    const each = panels.map((panel) => differences(panel, options, other.options));
    const range = (test: (difference: number) => boolean) =>
      Object.fromEntries(
        [...(each[0]?.keys() ?? [])].map((party) => {
          const shares = each.map((of) => share(of.get(party) ?? [], test));
          return [party, [Math.min(...shares), Math.max(...shares)] as const];
        }),
      );
    return {
      offer: other.id,
      name: other.name,
      prefers: range((difference) => difference > TOLERANCE),
      indifferent: range((difference) => Math.abs(difference) <= TOLERANCE),
    };
  });
}

function differences(panel: Panel, one: Package, other: Package): Map<string, Float64Array> {
  return new Map(
    panel.members.map((member) => {
      const against = valuesOf(panel, member, other);
      return [member.party, valuesOf(panel, member, one).map((value, model) => value - against[model]!)];
    }),
  );
}
