// What a case lacks, each with the page on which it is given; and which question to an offer tells most.
import type { Case, OfferAssessment, Wording } from "@parley/core/internal";

export interface Lacking {
  readonly text: string;
  readonly to: string;
}

/** As much of a view as tells what is lacking. */
interface Around {
  readonly negotiation: Case;
  readonly reader: string | null;
  readonly address: { readonly on: (page: string, more?: Readonly<Record<string, string>>) => string };
}

/** What is not there yet, in the order in which it is asked for. */
export function lackingIn({ negotiation, address, reader }: Around, { overview, terms }: Wording["pages"]): Lacking[] {
  const words = overview.lacking;
  const known = new Set(negotiation.interests.map(({ party }) => party));
  return [
    ...negotiation.parties
      .filter(({ id, role }) => role === "negotiating" && !known.has(id))
      .map((party) => ({
        text: reader === null ? words.interests(party) : words.notForReader(party),
        to: address.on("interests", { party: party.id }),
      })),
    ...(negotiation.offers.length === 0 ? [{ text: words.offers, to: address.on("set-up") }] : []),
    ...(negotiation.statements.length === 0 ? [{ text: words.statements, to: address.on("documents") }] : []),
    ...(negotiation.terms.length === 0 ? [{ text: terms.none, to: address.on("terms") }] : []),
    ...(negotiation.noDeal === null ? [{ text: words.noDeal, to: address.on("set-up") }] : []),
  ];
}

export interface Asked {
  /** The offer that the question is about. */
  readonly id: string;
  readonly question: NonNullable<OfferAssessment["question"]>;
}

/** The question to each offer, the most telling first. */
export const askedOf = ({
  offers,
}: {
  readonly offers: readonly Pick<OfferAssessment, "id" | "question">[];
}): Asked[] =>
  offers
    .flatMap(({ id, question }) => (question ? [{ id, question }] : []))
    .sort((a, b) => b.question.settles - a.question.settles);
