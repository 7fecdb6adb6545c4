import { bargainingMapChart, ChartFigure, danceOfOffers, Either, Points, useWords } from "@parley/charts";
import { percent } from "@parley/core";
import type { ReactNode } from "react";
import { type ReportProps, Section } from "./section.js";

export function Bargaining({ negotiation: { parties }, materials, names }: ReportProps): ReactNode {
  const words = useWords();
  return (
    <Section id="bargaining" title="What could be signed">
      <Either of={materials.map}>
        {(map) => (
          <>
            {map.plots.map((plot) => (
              <ChartFigure
                key={`${plot.across} ${plot.up}`}
                chart={bargainingMapChart}
                of={{ parties, map, plot }}
                id={`map-${plot.across}-${plot.up}`}
              />
            ))}
            <p className="note">
              Points are each party’s own, 0–100, and are never added. Crosses and pale bands hold nine models of ten;
              the frontier crosses no red line. White is what both prefer to walking away, by the medians.
              {map.zone < 1 &&
                ` ${percent([map.zone])} of the models have such a zone; the solutions are those of these.`}
            </p>
          </>
        )}
      </Either>
      {(materials.dance.ok || materials.map.ok) && (
        <Either of={materials.dance}>
          {(dance) =>
            dance.offers.length > 1 && Object.keys(dance.reservation).length > 0 ? (
              <>
                <ChartFigure chart={danceOfOffers} of={{ parties, dance }} id="dance" />
                <Points items={dance.steps.map((step) => words.positions.step(step, dance.offers, names))} />
              </>
            ) : null
          }
        </Either>
      )}
    </Section>
  );
}
