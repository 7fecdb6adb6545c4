// Everything in a case that has an address, and how it is found by its words.
import type { Case, Names, Wording } from "@parley/core/internal";
import type { SearchFound } from "parley/contract";

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
    ...statements.map((one) => ({
      kind: one.date,
      text: find.said(one.speaker, one.says.trim()),
      to: placeOfStatement(one, address),
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

const placeOfStatement = ({ stances, about, date }: Case["statements"][number], address: Around["address"]): string =>
  address.on("positions", {
    ...(stances[0] && { issue: stances[0].issue }),
    ...(stances[0] && about && { at: `${about} ${date}` }),
  });

/** Where search found words: statements on record where they count, all else in its document. */
export function placesOfHits(
  hits: SearchFound["hits"],
  { negotiation, address }: Pick<Around, "negotiation" | "address">,
  { find }: Wording["shell"],
): Destination[] {
  return hits.flatMap(({ kind, id, document, title, date, speaker, excerpt, place }): Destination[] => {
    if (kind === "record") {
      const statement = negotiation.statements.find((one) => one.id === id);
      if (!statement) return [];
      // Without a position it is shown in its document, where there is one.
      const source = negotiation.sources.find((one) => one.id === statement.source);
      const inText = statement.stances.length === 0 && source?.document ? { doc: source.document } : null;
      const to = inText ? address.on("documents", inText) : placeOfStatement(statement, address);
      return [{ kind: statement.date, text: find.said(statement.speaker, statement.says.trim()), to }];
    }
    if (kind === "source")
      return [
        { kind: find.kinds.source, text: find.dated(excerpt, date), to: address.on("documents", { source: id }) },
      ];
    if (document === null) return [];
    const opened = /^[0-9a-f]{64}$/.test(document) ? { waits: document } : { doc: document };
    const at = kind === "waiting" ? { at: id } : place ? { passage: `${place.start}-${place.end}` } : {};
    return [
      {
        kind: kind === "waiting" ? find.kinds.waiting : (date ?? find.kinds.document),
        text:
          kind === "waiting" && speaker ? find.waiting(speaker, excerpt, title, date) : find.passage(title, excerpt),
        to: address.on("documents", { ...opened, ...at }),
      },
    ];
  });
}

/** Those that have every word, in their text or their kind; as many as a list shows. */
export function found(places: readonly Destination[], text: string, most = 12): Destination[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return places
    .filter((place) => words.every((word) => place.text.toLowerCase().includes(word) || place.kind.includes(word)))
    .slice(0, most);
}
