// The section on one disputed term: what each party takes it to include, and what each reading would cost and bring.
import type { Names, ReadingWorths, TermReading, Terms } from "@parley/core/internal";
import type { ReactNode } from "react";
import { type Cast, labelOf } from "../chart.js";
import { ChartFigure, FiguresTable, Scroll } from "../figure.js";
import { readings } from "../readings.js";
import { useWords } from "../words.js";
import { Points } from "./points.js";

interface TermProps {
  readonly term: TermReading;
  readonly result: Terms;
  readonly parties: Cast["parties"];
  readonly worths: ReadingWorths | null;
  readonly names: Names;
  /** Under a heading of the level before. */
  readonly level: 2 | 3;
}

/** A word: what each party reads into it, and what hangs on that. */
export function TermPart({ term, result, parties, worths, names, level }: TermProps): ReactNode {
  const words = useWords().meanings;
  const [Head, Under] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  const priced = (worths?.readings ?? []).filter((one) => one.term === term.id);
  return (
    <article>
      <Head>{words.title(term.name)}</Head>
      <p className="lead">{term.sentence}</p>
      <Matrix term={term} result={result} />
      <p className="note">{words.note}</p>
      {term.hanging.length > 0 && (
        <>
          <Under>{words.hanging}</Under>
          <Points items={term.hanging.map((one) => words.hangs(one, term))} />
        </>
      )}
      {priced.some(({ ledgers }) => ledgers.length > 0) && (
        <ChartFigure chart={readings} of={{ parties, term: term.name, readings: priced }} id={`readings-${term.id}`} />
      )}
      <Points items={term.obligations.map((one) => words.obliges(one, term, names))} />
      {term.uses.length > 0 && (
        <details>
          <summary>{words.uses.summary}</summary>
          <FiguresTable
            caption={words.uses.caption(term.name)}
            head={words.uses.head}
            rows={term.uses.map(({ date, speaker, says, source }) => [date, speaker, says.trim(), source])}
          />
        </details>
      )}
    </article>
  );
}

function Matrix({ term, result }: Pick<TermProps, "term" | "result">): ReactNode {
  const words = useWords().meanings;
  return (
    <Scroll label={words.matrix.caption(term.name)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.matrix.part}</th>
            {result.parties.map(({ id }) => (
              <th key={id} scope="col">
                {labelOf(result, id)}
              </th>
            ))}
            <th scope="col">{words.matrix.so}</th>
          </tr>
        </thead>
        <tbody>
          {term.components.map((component) => (
            <tr key={component.id}>
              <th scope="row" className={`class-${component.class}`}>
                {component.text}
                {component.asks === null && <span className="note"> {words.matrix.noIssue}</span>}
              </th>
              {result.parties.map(({ id }) => {
                const said = component.said[id] ?? "unsaid";
                return (
                  <td key={id} className={said}>
                    {words.said[said]}
                  </td>
                );
              })}
              <td>{words.classes[component.class]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
