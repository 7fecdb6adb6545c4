import { Either, Points, Scroll } from "@parley/charts";
import { capital, FAIR_MARGIN, type Outcome, type Provenance } from "@parley/core";
import type { ReactNode } from "react";
import { type ReportProps, Section } from "./section.js";

const DRAWING: Readonly<Record<string, string>> = {
  numbers: "numbers: one model",
  exact: "drawn exactly",
  rejection: "drawn exactly, by rejection",
  "hit-and-run": "drawn by hit-and-run",
};

export function Assumed({ materials, names }: ReportProps): ReactNode {
  return (
    <Section id="assumed" title="What was assumed">
      {materials.assessment.ok && (
        <Points items={[...materials.assessment.value.missing, ...materials.assessment.value.assumptions]} />
      )}
      <Points items={limitsOf(materials)} />
      <Either of={firstOf(materials)}>
        {(result) => (
          <>
            {result.views.length > 0 && <Views result={result} names={names} />}
            {result.views.length > 0 && <p>{howKnown(result)}</p>}
            <p className="note">
              Seed {result.seed}. Case {result.digest.slice(0, 16)}.{" "}
              {result.views.length > 0 && `${capital(result.method)}.`}
            </p>
          </>
        )}
      </Either>
    </Section>
  );
}

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
  return (
    <Scroll label="Whose view of whom">
      <table>
        <thead>
          <tr>
            <th scope="col">Needs of</th>
            <th scope="col">in the view of</th>
            <th scope="col">are</th>
            <th scope="col">walk-away value</th>
            <th scope="col">models</th>
          </tr>
        </thead>
        <tbody>
          {result.views.map(({ party, holder, basis, reservation, drawing }) => (
            <tr key={party}>
              <th scope="row">{names.party(party)}</th>
              <td>{names.party(holder)}</td>
              <td>{basis}</td>
              <td>{reservation}</td>
              <td>{DRAWING[drawing] ?? drawing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function howKnown({ views, models, priors }: Provenance): string {
  const fair = "By Nash and Kalai–Smorodinsky: two ways of dividing what there is to gain; a part within";
  const margin = `${fair} ${Math.round(100 * FAIR_MARGIN)} of 100 of what they give counts as even.`;
  if (views.every(({ drawing }) => drawing === "numbers"))
    return `Only numbers were given: one model, and no bands. ${margin}`;
  return `What is not given as a number stays open: the figures are medians and 5–95 % bands over ${models.toLocaleString("en-US")} models, drawn uniformly from all that agree with what was said, under ${priors.length === 1 ? "one prior" : `${priors.length} priors`} (${priors.join(" and ")} steps); where two priors disagree, the sentence says so. ${margin}`;
}
