// A line that says in a few words what an offer means for each party.
import { labelOf, Mark, partyClass } from "@parley/charts";
import { atAGlance, type OfferAssessment } from "@parley/core/internal";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";

/** What an offer comes to for each party, in as few words as can be. */
export function Glances({ view, offer }: { readonly view: CaseView; readonly offer: OfferAssessment }): ReactNode {
  const { negotiation } = view;
  const found = negotiation.parties.flatMap(({ id }, place) => {
    const words = atAGlance(offer, id);
    return words === null ? [] : [{ id, place, words }];
  });
  if (found.length === 0) return null;
  return (
    <p className="glances">
      {found.map(({ id, place, words }) => (
        <span key={id}>
          <svg className={`chart ${partyClass(place)}`} width="18" height="18" aria-hidden="true">
            <Mark party={place} x={9} y={9} />
          </svg>{" "}
          {labelOf(negotiation, id)}: <strong>{words}</strong>
        </span>
      ))}
    </p>
  );
}
