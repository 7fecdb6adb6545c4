import {
  type ComponentReading,
  listed,
  type Names,
  type ReadingWorths,
  type TermReading,
  type Terms,
  verb,
} from "@parley/core";
import type { ReactNode } from "react";
import { type Cast, labelOf } from "../chart.js";
import { ChartFigure, FiguresTable, Scroll } from "../figure.js";
import { readings } from "../readings.js";
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
  const [Head, Under] = level === 2 ? (["h2", "h3"] as const) : (["h3", "h4"] as const);
  const priced = (worths?.readings ?? []).filter((one) => one.term === term.id);
  return (
    <article>
      <Head>“{term.name}”</Head>
      <p className="lead">{term.sentence}</p>
      <Matrix term={term} result={result} />
      <p className="note">
        Contested: in for one, out for another. Claimed: in for one, unsaid by another. What hangs on these parts is
        signed by each side in its own meaning.
      </p>
      {term.hanging.length > 0 && (
        <>
          <Under>What hangs on its contested and claimed parts</Under>
          <Points items={term.hanging.map((one) => hangs(one, term))} />
        </>
      )}
      {priced.some(({ ledgers }) => ledgers.length > 0) && (
        <ChartFigure chart={readings} of={{ parties, term: term.name, readings: priced }} id={`readings-${term.id}`} />
      )}
      <Points items={term.obligations.map((one) => obliges(one, term, names))} />
      {term.uses.length > 0 && (
        <details>
          <summary>Who used the word, and when</summary>
          <FiguresTable
            caption={`Who used “${term.name}”`}
            head={["Date", "Speaker", "In short", "Source"]}
            rows={term.uses.map(({ date, speaker, says, source }) => [date, speaker, says.trim(), source])}
          />
        </details>
      )}
    </article>
  );
}

const SAID = { in: "in", out: "out", unsaid: "–" } as const;

function Matrix({ term, result }: Pick<TermProps, "term" | "result">): ReactNode {
  return (
    <Scroll label={`What “${term.name}” is taken to include`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Part of the word</th>
            {result.parties.map(({ id }) => (
              <th key={id} scope="col">
                {labelOf(result, id)}
              </th>
            ))}
            <th scope="col">So it is</th>
          </tr>
        </thead>
        <tbody>
          {term.components.map((component) => (
            <tr key={component.id}>
              <th scope="row" className={`class-${component.class}`}>
                {component.text}
                {component.asks === null && <span className="note"> (no issue covers it)</span>}
              </th>
              {result.parties.map(({ id }) => {
                const said = component.said[id] ?? "unsaid";
                return (
                  <td key={id} className={said}>
                    {SAID[said]}
                  </td>
                );
              })}
              <td>{component.class}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function hangs({ kind, name, cites, delivers, short }: TermReading["hanging"][number], term: TermReading): string {
  const text = (id: string) =>
    `“${term.components.find((component: ComponentReading) => component.id === id)?.text ?? id}”`;
  const parts = [
    ...(cites ? ["uses the word"] : []),
    ...(delivers.length > 0 ? [`delivers ${listed(delivers.map(text))}`] : []),
    ...(short.length > 0 ? [`stops short of ${listed(short.map(text))}`] : []),
  ];
  return `${kind === "offer" ? "The offer" : "The commitment"} “${name}” ${parts.join("; it ")}.`;
}

function obliges(
  { party, name, options, uncovered }: TermReading["obligations"][number],
  term: TermReading,
  names: Names,
): string {
  const text = (id: string) => `“${term.components.find((component) => component.id === id)?.text ?? id}”`;
  const asked = Object.entries(options).map(
    ([issue, option]) => `${names.issue(issue)}: ${names.option(issue, option)}`,
  );
  const rest = uncovered.length > 0 ? `; and, covered by no issue, ${listed(uncovered.map(text))}` : "";
  return `As ${name} ${verb(names.spoken(party), "reads")} it, the word obliges at least: ${asked.length === 0 ? "nothing that an issue covers" : asked.join("; ")}${rest}.`;
}
