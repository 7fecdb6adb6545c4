// Offers beside each other: what they would come to, and where they differ.
import { labelOf, Scroll, useWords } from "@parley/charts";
import { atAGlance, type OfferAssessment } from "@parley/core/internal";
import type { Materials } from "parley/contract";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";
import { type ChosenPackage, isAmong } from "../chosen-package.js";
import type { Pin } from "./pins.js";
import { TakenTable } from "./taken-table.js";

interface SideBySideProps {
  readonly view: CaseView;
  readonly materials: Materials;
  readonly chosen: ChosenPackage;
  readonly assessed: OfferAssessment | null;
  readonly pins: readonly Pin[];
}

export function SideBySide({ view, materials, chosen, assessed, pins }: SideBySideProps): ReactNode {
  const { atHead, packages } = useWords();
  const words = packages.beside;
  const offers = materials.assessment.ok
    ? materials.assessment.value.offers.filter(({ open }) => open.length === 0)
    : [];
  const pinned = pins.flatMap((pin) => pin.assessed ?? []);
  const isOwn = chosen.offer === null && !isAmong(pins, chosen.options);
  const own = assessed && isOwn ? [{ ...assessed, name: chosen.name }] : [];
  const columns = [...own, ...pinned, ...offers];
  if (columns.length < 2) return null;
  const { negotiation, names } = view;
  const parties = negotiation.parties.filter(({ id }) => columns.some(({ verdicts }) => verdictOf(verdicts, id)));
  const issues = negotiation.issues.filter(({ id }) => new Set(columns.map(({ options }) => options[id])).size > 1);
  return (
    <>
      <h2>{words.heading}</h2>
      <TakenTable name={words.heading}>
        <Scroll label={words.label}>
          <table className="beside">
            <thead>
              <tr>
                <td />
                {columns.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {atHead(name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parties.map(({ id }) => (
                <tr key={id}>
                  <th scope="row">{labelOf(negotiation, id)}</th>
                  {columns.map((offer) => (
                    <td key={offer.id}>
                      <PartyCell offer={offer} party={id} />
                    </td>
                  ))}
                </tr>
              ))}
              {issues.map(({ id, name, options, today }) => (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  {columns.map((offer) => (
                    <td key={offer.id} className={offer.options[id] === options[today]?.id ? "unsaid" : ""}>
                      {names.option(id, offer.options[id] ?? "")}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </TakenTable>
      <p className="note">{words.note}</p>
    </>
  );
}

const verdictOf = (verdicts: OfferAssessment["verdicts"], party: string) =>
  verdicts[0]?.parties.find((one) => one.party === party) ?? null;

function PartyCell({ offer, party }: { readonly offer: OfferAssessment; readonly party: string }): ReactNode {
  const words = useWords().packages.beside;
  const own = verdictOf(offer.verdicts, party);
  if (!own) return "–";
  const signs = offer.verdicts.flatMap(({ parties }) =>
    parties.filter((one) => one.party === party).map(({ accepts }) => accepts),
  );
  const certain = offer.verdicts.every((verdict) => verdict.certain);
  return (
    <>
      <strong>{atAGlance(offer, party)}</strong>
      <br />
      {words.signs(signs, certain)}
      <br />
      {words.values(own.value, own.reservation)}
    </>
  );
}
