// Offer against offer: in how many models each party prefers the one to the other, the same model on both sides.
import { Either, labelOf, Square } from "@parley/charts";
import type { ReactNode } from "react";
import { type ReportProps, Section } from "./section.js";

/** Whether there are two offers to compare, and somebody whose preference may be seen. */
export const comparable = ({ materials: { assessment } }: ReportProps): boolean =>
  assessment.ok &&
  assessment.value.offers.some(({ paired }) => paired.some(({ prefers }) => Object.keys(prefers).length > 0));

export function Paired({ negotiation, materials }: ReportProps): ReactNode {
  const { assessment } = materials;
  if (!assessment.ok) return null;
  const { offers } = assessment.value;
  const parties = negotiation.parties.filter(({ id }) =>
    offers.some(({ paired }) => paired.some((one) => one.prefers[id])),
  );
  return (
    <Section id="paired" title="Offer against offer">
      <Either of={assessment}>
        {() => (
          <>
            <p className="note">
              The chance that a party prefers the offer of the row to the offer of the column. Both are measured in the
              same model, so this is known more sharply than either value.
            </p>
            {parties.map(({ id }) => (
              <Square key={id} party={id} title={labelOf(negotiation, id)} offers={offers} />
            ))}
          </>
        )}
      </Either>
    </Section>
  );
}
