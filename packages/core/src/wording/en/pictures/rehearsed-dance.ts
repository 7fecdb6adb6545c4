// English text of the picture of a rehearsal that is over: every offer by what it was really worth to both, and of its table.
import { type Named, nameIn } from "../../named.js";
import { labelName, possessive } from "../grammar.js";

/** A point of the picture. */
export interface RehearsedPoint {
  readonly kind: "offer" | "deal" | "noDeal" | "nash" | "kalaiSmorodinsky";
  readonly by: string | null;
  readonly round: number | null;
  /** Across and up, in points. */
  readonly values: readonly [number, number];
}

const KINDS = { deal: "Deal", noDeal: "No deal", nash: "Nash", kalaiSmorodinsky: "Kalai–Smorodinsky" };

const name = ({ kind, by, round }: RehearsedPoint): string =>
  kind === "offer" ? `${labelName(by ?? "")}, round ${round}` : KINDS[kind];

export const rehearsedDance = {
  title: "The dance, by what was really so",
  description: (offers: number, own: string, other: string, deal: readonly [number, number] | null) =>
    `${offers} offers by what each was worth to ${own} and to ${other}, in points of their own, before the line of packages that leave nothing on the table. ${
      deal ? `The deal is worth ${Math.round(deal[0])} and ${Math.round(deal[1])}.` : "There was no deal."
    }`,
  axis: (party: Named) => `Worth to ${nameIn(party)}, in ${possessive(party)} own points`,
  name,
  short: { deal: "deal", nash: "N", kalaiSmorodinsky: "KS" },
  key: (several: boolean) =>
    `${several ? "Dots" : "The line"}: the best that all would sign, within their red lines. N: Nash. KS: Kalai–Smorodinsky. Numbers: rounds. Dashes: no deal.`,
  head: (own: string, other: string) => ["What", `Worth to ${own}`, `Worth to ${other}`],
};
