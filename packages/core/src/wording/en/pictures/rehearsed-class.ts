// English text of the picture of several rehearsals of one case beside each other, and of its table.
import { counted } from "../numbers.js";

export const rehearsedClass = {
  title: "Where everybody came out",
  description: (deals: number, rehearsals: number, best: string | null) =>
    `${counted(rehearsals, "rehearsal", "rehearsals")} of one case, ${deals} with a deal, by what each brought to the player and to the others, of 100 that could have been gained over no deal.${
      best === null ? "" : ` ${best} brought most to all together.`
    }`,
  across: "What the player got, of 100",
  up: "What the others got, of 100",
  key: "Numbers: the rows below. Lines: the best that could have been signed, one for each role of two.",
  unsuited: (numbers: string) => `a deal where nothing suited all: ${numbers}`,
  noDeal: (numbers: string) => `no deal: ${numbers}`,
  head: ["No.", "Rehearsal", "Played", "Got", "The others got"],
  none: "–",
};
