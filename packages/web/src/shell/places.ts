// Everything in a case that has an address, and how it is found by its words.
import type { Case, Names, Wording } from "@parley/core";

export interface Destination {
  readonly kind: string;
  readonly text: string;
  readonly to: string;
}

/** As much of a view as places are made of. */
interface Around {
  readonly negotiation: Case;
  readonly names: Names;
  readonly address: { readonly on: (page: string, more?: Readonly<Record<string, string>>) => string };
}

/** @param pages the pages of a case, by their ids */
export function placesIn(
  { negotiation, names, address }: Around,
  pages: readonly { readonly id: keyof Wording["shell"]["pages"] }[],
  { find, pages: pageNames }: Wording["shell"],
): Destination[] {
  const { issues, offers, statements, terms } = negotiation;
  const { kinds } = find;
  return [
    ...pages.map(({ id }) => ({ kind: kinds.page, text: pageNames[id], to: address.on(id) })),
    ...offers.map(({ id, name }) => ({ kind: kinds.offer, text: name, to: address.on("bargaining", { offer: id }) })),
    ...issues.map(({ id, name }) => ({ kind: kinds.issue, text: name, to: address.on("positions", { issue: id }) })),
    ...terms.map(({ id, name }) => ({ kind: kinds.term, text: name, to: address.on("terms", { term: id }) })),
    ...statements.map(({ speaker, says, date, stances, about }) => ({
      kind: date,
      text: find.said(speaker, says.trim()),
      to: address.on("positions", {
        ...(stances[0] && { issue: stances[0].issue }),
        ...(stances[0] && about && { at: `${about} ${date}` }),
      }),
    })),
    ...issues.flatMap(({ id, options }) =>
      options.map((option) => ({
        kind: kinds.option,
        text: find.optionOf(names.issue(id), option.name),
        to: address.on("positions", { issue: id }),
      })),
    ),
  ];
}

/** Those that have every word, in their text or their kind; as many as a list shows. */
export function found(places: readonly Destination[], text: string, most = 12): Destination[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return places
    .filter((place) => words.every((word) => place.text.toLowerCase().includes(word) || place.kind.includes(word)))
    .slice(0, most);
}
