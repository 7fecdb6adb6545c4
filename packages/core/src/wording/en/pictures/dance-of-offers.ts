// English text of the picture that shows offers in order of date and what each is worth to each party, and of its
// table.
import { type Band, bandText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { labelName, possessive, pronoun, verb } from "../grammar.js";
import { positions, type StepKind } from "../positions.js";

export interface Danced {
  readonly offers: number;
  readonly parties: readonly string[];
  readonly steps: readonly { readonly name: string; readonly class: StepKind | null }[];
}

function description({ offers, parties, steps }: Danced): string {
  const made = steps.flatMap(({ name, class: kind }) =>
    kind === null ? [] : [`${name} made a ${positions.kinds[kind]}.`],
  );
  return `${offers} offers in order of date, and what each is worth to ${parties.join(" and to ")} in points of their own. ${made.join(" ")}`.trim();
}

export interface DanceRow {
  readonly name: string;
  readonly date: string;
  readonly proposer: string;
  /** One a party; none where the offer leaves issues open. */
  readonly worth: readonly (Band | null)[];
}

export const danceOfOffers = {
  title: "The dance of offers",
  description,
  offer: (number: number, name: string, by: string | null, date: string) =>
    `${number}  ${name} (${[by, date].filter(Boolean).join(", ")})`,
  panel: (party: Named) =>
    `Worth to ${labelName(nameIn(party))}, in ${possessive(party)} own points; below the dashes ${pronoun(party)} ${verb(party, "walks")} away`,
  figures: {
    head: (parties: readonly string[]) => [
      "Offer",
      "Date",
      "Proposed by",
      ...parties.map((name) => `Worth to ${name}`),
    ],
    row: ({ name, date, proposer, worth }: DanceRow) => [
      name,
      date,
      proposer,
      ...worth.map((band) => (band ? bandText(band) : "leaves issues open")),
    ],
    walkAway: (limits: readonly (Band | null)[]) => [
      "Walk-away value",
      "",
      "",
      ...limits.map((band) => (band ? bandText(band) : "–")),
    ],
  },
};
