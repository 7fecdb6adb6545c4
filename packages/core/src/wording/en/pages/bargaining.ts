// English text of the workbench page on bargaining: a map of possible agreements, free gains, and offers compared in
// pairs.
import { rich } from "../../rich.js";
import { capital } from "../grammar.js";

export interface PackageOnPage {
  readonly name: string;
  /** Whether it was made on the page, and is on no record. */
  readonly own: boolean;
  /** From how many models its figures are, where these are fewer than for what is on record; else null. */
  readonly quick: number | null;
}

export const bargaining = {
  kicker: ({ name, own, quick }: PackageOnPage) =>
    rich(
      { strong: capital(name) },
      `${own ? " – made here, not on record" : ""}${quick === null ? "" : `; quick figures, from ${quick} models`}`,
    ),
  weighing: "Weighing this package …",
  nothingToDraw: "There is one negotiating party only: nothing to draw against another.",
  draw: "Draw",
  axes: (across: string, up: string) => `${across} across, ${up} up`,
  mapNote: rich(
    "The unshaded ground lies above both ",
    { term: "walkAwayValue", text: "walk-away values" },
    ", by the medians. The line is the ",
    { term: "frontier", text: "frontier" },
    ": the most that any package leaves the one when the other has so much; dots are packages, each by its own median, and so under it; crosses and pale ",
    { term: "band", text: "bands" },
    " hold nine models in ten. ",
    { term: "nash", text: "Nash" },
    " and ",
    { term: "kalaiSmorodinsky", text: "Kalai–Smorodinsky" },
    " are two ways to divide. ",
    { term: "points", text: "Points" },
    " are each party’s own.",
  ),
  gains: "Free gains",
  noGains: "No change of one to three of the opened issues helps one and harms none.",
  givesAndGets: "Gives and gets",
  pairs: "Offer against offer",
  pairsNote:
    "The chance that a party prefers the offer of the row to the offer of the column, measured in the same model: known more sharply than either value.",
};
