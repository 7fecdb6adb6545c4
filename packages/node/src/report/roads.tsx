// The section of the report on the roadmap: who does what when, and how exposed that leaves each side.
import { ChartFigure, exposureAgainstTime, RoadFacts, roadInTime } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

/** Who does what when; left out where nothing is promised. */
export function Roads({ negotiation: { parties }, materials: { roadmap } }: ReportProps): ReactNode {
  const words = useReportWords();
  if (!roadmap.ok) return null;
  const map = roadmap.value;
  const of = { parties, map, course: map.course };
  return (
    <Section id="road" title={words.road}>
      <p className="lead">{map.sentence}</p>
      <ChartFigure chart={roadInTime} of={of} id="road-in-time" />
      {map.parties.length > 0 && (
        <ChartFigure chart={exposureAgainstTime} of={{ parties, map, plan: map }} id="exposure-against-time" />
      )}
      <RoadFacts map={map} level={3} />
    </Section>
  );
}
