import { Either, Offer } from "@parley/charts";
import { listed } from "@parley/core";
import type { ReactNode } from "react";
import { type ReportProps, Section } from "./section.js";

export function Offers({ negotiation, materials, names }: ReportProps): ReactNode {
  return (
    <Section id="offers" title="Each offer">
      <Either of={materials.assessment}>
        {({ offers, later }) => (
          <>
            {offers.length === 0 && <p>No offer is on record by this day.</p>}
            {offers.map((offer) => (
              <Offer key={offer.id} offer={offer} parties={negotiation.parties} names={names} />
            ))}
            {later.length > 0 && (
              <p className="note">
                Dated later, and so no part of this: {listed(later.map(({ name, date }) => `“${name}” (${date})`))}.
              </p>
            )}
          </>
        )}
      </Either>
    </Section>
  );
}
