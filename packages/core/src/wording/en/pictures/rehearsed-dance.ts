// English text of the picture of a rehearsal that is over: every offer by what it was really worth to both, and of its table.
import { type Named, nameIn } from "../../named.js";
import { labelName, possessive } from "../grammar.js";
import { counted } from "../numbers.js";

/** A point of the picture. */
export interface RehearsedPoint {
  /** Of a single text: a form that it had, or a draft that was not taken. */
  readonly kind: "offer" | "text" | "refused" | "deal" | "noDeal" | "nash" | "kalaiSmorodinsky";
  readonly by: string | null;
  readonly round: number | null;
  /** Across and up, in points. */
  readonly values: readonly [number, number];
}

const KINDS = { deal: "Deal", noDeal: "No deal", nash: "Nash", kalaiSmorodinsky: "Kalai–Smorodinsky" };

function name({ kind, by, round }: RehearsedPoint): string {
  switch (kind) {
    case "offer":
      return `${labelName(by ?? "")}, round ${round}`;
    case "text":
      return round === 0 ? "The first text" : `The text after round ${round}`;
    case "refused":
      return `Draft of round ${round}, not taken`;
    default:
      return KINDS[kind];
  }
}

export const rehearsedDance = {
  title: "The dance, by what was really so",
  /** @param mediated whether a mediator drafted */
  description: (count: number, mediated: boolean, own: string, other: string, deal: readonly [number, number] | null) =>
    `${mediated ? counted(count, "text and draft of a mediator", "texts and drafts of a mediator") : counted(count, "offer")} by what each was worth to ${own} and to ${other}, in points of their own, before the line of packages that leave nothing on the table. ${
      deal ? `The deal is worth ${Math.round(deal[0])} and ${Math.round(deal[1])}.` : "There was no deal."
    }`,
  axis: (party: Named) => `Worth to ${nameIn(party)}, in ${possessive(party)} own points`,
  name,
  short: { deal: "deal", nash: "N", kalaiSmorodinsky: "KS" },
  key: (several: boolean, mediated: boolean) =>
    `${several ? "Dots" : "The line"}: the best that all would sign, within their red lines. N: Nash. KS: Kalai–Smorodinsky. ${
      mediated
        ? "Filled: the text after each round, from the first at 0. Rings: drafts that were not taken, by their rounds."
        : "Numbers: rounds."
    } Dashes: no deal.`,
  head: (own: string, other: string) => ["What", `Worth to ${own}`, `Worth to ${other}`],
};
