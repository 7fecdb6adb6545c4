// The section of the report on what could be signed: maps of possible packages, and how the offers moved.
import { bargainingMapChart, ChartFigure, danceOfOffers, Either, Points, useWords } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Bargaining({ negotiation: { parties }, materials, names }: ReportProps): ReactNode {
  const words = useWords();
  const report = useReportWords();
  return (
    <Section id="bargaining" title={report.bargaining.title}>
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
            <p className="note">{report.bargaining.note(map.zone)}</p>
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
