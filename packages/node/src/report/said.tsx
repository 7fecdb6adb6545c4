// The section of the report on what was said: where each party stood on each issue, with the sources.
import { ChartFigure, Either, Points, positionDrift, Scroll, SourceLine, useWords } from "@parley/charts";
import type { Names, Positions, Source, Track } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function Said({ negotiation: { parties }, materials, names }: ReportProps): ReactNode {
  const words = useWords();
  const report = useReportWords();
  return (
    <Section id="said" title={report.said.title}>
      <Either of={materials.positions}>
        {(positions) => {
          const [moved, still] = byIssue(positions.tracks);
          return (
            <>
              <p className="lead">{positions.sentence}</p>
              <Points items={positions.parties.map((party) => words.positions.drift(party, names))} />
              {moved.map((issue) => (
                <ChartFigure
                  key={issue}
                  chart={positionDrift}
                  of={{ parties, positions, issue }}
                  id={`drift-${issue}`}
                />
              ))}
              {moved.length > 0 && <p className="note">{report.said.note}</p>}
              {still.length > 0 && <Still positions={positions} issues={still} names={names} />}
              <Points items={words.positions.unplaced(positions.unplaced.map(names.issue))} />
              <Cited sources={positions.sources} />
            </>
          );
        }}
      </Either>
    </Section>
  );
}

/** Issues on which somebody surely moved, and those on which nobody did, in the order of the tracks. */
function byIssue(tracks: readonly Track[]): [string[], string[]] {
  const all = [...new Set(tracks.map(({ issue }) => issue))];
  const moved = (issue: string) => tracks.some((track) => track.issue === issue && track.movements.length > 0);
  return [all.filter(moved), all.filter((issue) => !moved(issue))];
}

/** Where nobody surely moved: where each last stood. */
function Still({
  positions,
  issues,
  names,
}: {
  readonly positions: Positions;
  readonly issues: readonly string[];
  readonly names: Names;
}): ReactNode {
  const words = useReportWords().said;
  const tracks = issues.flatMap((issue) => positions.tracks.filter((track) => track.issue === issue));
  return (
    <>
      <h3>{words.still}</h3>
      <Scroll label={words.stillLabel}>
        <table>
          <thead>
            <tr>
              {words.stillHead.map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tracks.map(({ issue, party, positions: found }) => {
              const last = found.at(-1);
              return (
                <tr key={`${issue} ${party}`}>
                  <th scope="row">{names.issue(issue)}</th>
                  <td>{names.party(party)}</td>
                  <td>
                    {words.options((last?.options ?? []).map((option) => names.option(issue, option)))}
                    {found.some(({ contradicted }) => contradicted) && (
                      <>
                        <br />
                        {words.contradicted(found.filter(({ contradicted }) => contradicted).map(({ date }) => date))}
                      </>
                    )}
                  </td>
                  <td className="date">
                    {last?.date}
                    {last?.sightings.some(({ own }) => own) ? null : (
                      <>
                        <br />
                        {words.others}
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}

function Cited({ sources }: { readonly sources: Readonly<Record<string, Source>> }): ReactNode {
  const words = useReportWords().said;
  const all = Object.values(sources);
  if (all.length === 0) return null;
  return (
    <>
      <h3>{words.sources}</h3>
      <ul>
        {all.map((source) => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </>
  );
}
