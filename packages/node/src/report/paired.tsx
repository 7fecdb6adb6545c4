// Offer against offer: in how many models each party prefers the one to the other, the same model on both sides.

import { Either, labelOf, Square } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

/** Whether there are two offers to compare, and somebody whose preference may be seen. */
export const comparable = ({ materials: { assessment } }: ReportProps): boolean =>
  assessment.ok &&
  assessment.value.offers.some(({ paired }) => paired.some(({ prefers }) => Object.keys(prefers).length > 0));

export function Paired({ negotiation, materials }: ReportProps): ReactNode {
  const words = useReportWords().paired;
  const { assessment } = materials;
  if (!assessment.ok) return null;
  const { offers } = assessment.value;
  const parties = negotiation.parties.filter(({ id }) =>
    offers.some(({ paired }) => paired.some((one) => one.prefers[id])),
  );
  return (
    <Section id="paired" title={words.title}>
      <Either of={assessment}>
        {() => (
          <>
            <p className="note">{words.note}</p>
            {parties.map(({ id }) => (
              <Square key={id} party={id} title={labelOf(negotiation, id)} offers={offers} />
            ))}
          </>
        )}
      </Either>
    </Section>
  );
}
