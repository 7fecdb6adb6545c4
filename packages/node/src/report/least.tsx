// The section of the report on the least that each file of interests would still sign: what every verdict rests on.
import { Either, LeastPart } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Least({ negotiation, materials, names }: ReportProps): ReactNode {
  const words = useReportWords().least;
  return (
    <Section id="least" title={words.title}>
      <p className="note">{words.about}</p>
      <Either of={materials.sanity}>
        {(result) => <LeastPart of={result} negotiation={negotiation} names={names} level={3} />}
      </Either>
    </Section>
  );
}
