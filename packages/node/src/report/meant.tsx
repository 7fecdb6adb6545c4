// The section of the report on disputed terms: what each party takes them to mean.
import { Either, TermPart } from "@parley/charts";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Meant({ negotiation: { parties }, materials, names }: ReportProps): ReactNode {
  const words = useReportWords().meant;
  return (
    <Section id="meant" title={words.title}>
      <Either of={materials.terms}>
        {(result) => (
          <>
            {result.terms.length === 0 && <p>{words.none}</p>}
            {result.terms.map((term) => (
              <TermPart
                key={term.id}
                term={term}
                result={result}
                parties={parties}
                worths={materials.worths.ok ? materials.worths.value : null}
                names={names}
                level={3}
              />
            ))}
          </>
        )}
      </Either>
    </Section>
  );
}
