// The section of the report on the offers, each with everything that was found about it.
import { Either, Offer } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Offers({ negotiation, materials, names }: ReportProps): ReactNode {
  const words = useReportWords().offers;
  return (
    <Section id="offers" title={words.title}>
      <Either of={materials.assessment}>
        {({ offers, later }) => (
          <>
            {offers.length === 0 && <p>{words.none}</p>}
            {offers.map((offer) => (
              <Offer key={offer.id} offer={offer} parties={negotiation.parties} names={names} />
            ))}
            {later.length > 0 && <p className="note">{words.later(later)}</p>}
          </>
        )}
      </Either>
    </Section>
  );
}
