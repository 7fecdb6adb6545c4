// The section of the report on what its figures rest on: assumptions, limits, and whose interests were used.
import { Either, Points, Scroll } from "@parley/charts";
import { FAIR_MARGIN, type Outcome, type Provenance } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Assumed({ materials, names }: ReportProps): ReactNode {
  const words = useReportWords().assumed;
  return (
    <Section id="assumed" title={words.title}>
      {materials.assessment.ok && (
        <Points items={[...materials.assessment.value.missing, ...materials.assessment.value.assumptions]} />
      )}
      <Points items={limitsOf(materials)} />
      <Either of={firstOf(materials)}>
        {(result) => (
          <>
            {result.views.length > 0 && <Views result={result} names={names} />}
            {result.views.length > 0 && <p>{words.howKnown(drawn(result))}</p>}
            <p className="note">
              {words.provenance(result.seed, result.digest, result.views.length > 0 ? result.method : null)}
            </p>
          </>
        )}
      </Either>
    </Section>
  );
}

const drawn = ({ views, models, priors }: Provenance) => ({
  models,
  priors,
  numbersOnly: views.every(({ drawing }) => drawing === "numbers"),
  margin: FAIR_MARGIN,
});

/** Where results were cut short, each sentence once; those of the roadmap stand beside it. */
function limitsOf({ assessment, map, dance, worths }: ReportProps["materials"]): string[] {
  return [
    ...new Set([assessment, map, dance, worths].flatMap((found) => (found.ok ? (found.value.limits ?? []) : []))),
  ];
}

/** What the figures rest on is the same for all of them: said by the first that could be made. */
function firstOf({ assessment, map, dance }: ReportProps["materials"]): Outcome<Provenance> {
  return [assessment, map, dance].find(({ ok }) => ok) ?? assessment;
}

function Views({ result, names }: { readonly result: Provenance; readonly names: ReportProps["names"] }): ReactNode {
  const words = useReportWords().assumed;
  return (
    <Scroll label={words.label}>
      <table>
        <thead>
          <tr>
            {words.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.views.map(({ party, holder, basis, reservation, drawing }) => (
            <tr key={party}>
              <th scope="row">{names.party(party)}</th>
              <td>{names.party(holder)}</td>
              <td>{basis}</td>
              <td>{reservation}</td>
              <td>{words.drawn(drawing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
