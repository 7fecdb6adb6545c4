// English text of the workbench page on bargaining: a map of possible agreements, free gains, and offers compared in
// pairs.
import { rich } from "../../rich.js";

export interface PackageOnPage {
  /** Whether it was made on the page, and is on no record. */
  readonly own: boolean;
  /** From how many models its figures are, where these are fewer than for what is on record; else null. */
  readonly quick: number | null;
}

export const bargaining = {
  kicker: ({ own, quick }: PackageOnPage) =>
    [
      ...(own ? ["made here, not on record"] : []),
      ...(quick === null ? [] : [`quick figures, from ${quick} models`]),
    ].join("; "),
  which: "The package that is shown",
  asToday: "Everything as today",
  why: "Why?",
  restsOn: "What this rests on",
  parts: { label: "What is shown", package: "Package", map: "Map", compare: "Compare" },
  weighing: "Weighing this package …",
  nothingToDraw: "There is one negotiating party only: nothing to draw against another.",
  draw: "Draw",
  axes: (across: string, up: string) => `${across} across, ${up} up`,
  key: {
    label: "What the marks mean",
    zone: rich("above both ", { term: "walkAwayValue", text: "walk-away values" }),
    frontier: rich("the ", { term: "frontier", text: "frontier" }, ", in the middle of the models"),
    dot: rich("a package of the frontier, at the middle of its own values"),
    cross: rich("its ", { term: "band", text: "band" }, ": nine models of ten"),
    solutions: rich("two ways to divide: ", { term: "nash", text: "Nash" }, ", ", {
      term: "kalaiSmorodinsky",
      text: "Kalai–Smorodinsky",
    }),
  },
  gains: "Free gains",
  /** How far advice goes, and what goes further or less far. */
  reach: {
    proposed: "Looked for among what somebody has proposed.",
    any: "Looked for among all options, also those that nobody has proposed.",
    widen: "Look further",
    narrow: "Only what somebody has proposed",
  },
  noGains: "No change of one to three of the opened issues helps one and harms none.",
  givesAndGets: "What it costs and brings",
  pairs: "Offer against offer",
  pairsNote:
    "The chance that a party prefers the offer of the row to the offer of the column, measured in the same model: known more sharply than either value.",
};
