// The four questions in four answers: for who has four minutes.
import { ChartFigure, Either, VerdictNote, verdicts } from "@parley/charts";
import {
  type Assessment,
  bandText,
  capital,
  latestOf,
  listed,
  type Names,
  type ReadingWorths,
  type TermReading,
  verb,
} from "@parley/core";
import type { ReactNode } from "react";
import { type ReportProps, Section } from "./section.js";

export function AtAGlance({ negotiation, materials, names }: ReportProps): ReactNode {
  const { assessment, positions, terms, worths } = materials;
  return (
    <Section id="glance" title="At a glance">
      <Either of={assessment}>
        {(result) => (
          <>
            <Latest of={result} />
            {result.offers.some(({ verdicts: found }) => found.length > 0) && (
              <>
                <ChartFigure
                  chart={verdicts}
                  of={{ parties: negotiation.parties, offers: result.offers }}
                  id="verdicts"
                />
                <VerdictNote of={result} />
              </>
            )}
          </>
        )}
      </Either>
      <dl>
        <dt>Whose position moved?</dt>
        <dd>
          <Either of={positions}>{({ sentence }) => <p>{sentence}</p>}</Either>
        </dd>
        {terms.ok &&
          terms.value.terms.map((term) => (
            <Word key={term.id} term={term} worths={worths.ok ? worths.value : null} names={names} />
          ))}
        <Telling of={assessment.ok ? assessment.value : null} />
      </dl>
    </Section>
  );
}

/** The sentence on the latest offer. */
function Latest({ of: { offers } }: { readonly of: Assessment }): ReactNode {
  const latest = latestOf(offers);
  if (!latest) return null;
  const { name, sentence } = latest;
  return (
    <p className="lead">
      “{name}”: {sentence}
    </p>
  );
}

interface WordProps {
  readonly term: TermReading;
  readonly worths: ReadingWorths | null;
  readonly names: Names;
}

function Word({ term, worths, names }: WordProps): ReactNode {
  const priced = (worths?.readings ?? [])
    .filter((reading) => reading.term === term.id && reading.ledgers.length > 0)
    .map(({ reading, ledgers }) => {
      const sides = ledgers.map(
        ({ party, gives, gets, givesNothing, getsNothing }) =>
          `${names.party(party)} ${listed([
            ...(givesNothing ? [] : [`${verb(names.spoken(party), "loses")} ${bandText(gives)}`]),
            ...(getsNothing ? [] : [`${verb(names.spoken(party), "gains")} ${bandText(gets)}`]),
            ...(givesNothing && getsNothing
              ? [`neither ${verb(names.spoken(party), "loses")} nor ${verb(names.spoken(party), "gains")}`]
              : []),
          ])}`,
      );
      return `As ${names.party(reading)} ${verb(names.spoken(reading), "reads")} it, ${listed(sides)} points, each of its own 100.`;
    });
  return (
    <>
      <dt>What does “{term.name}” mean to whom?</dt>
      <dd>
        <p>
          {term.sentence} {priced.join(" ")}
        </p>
      </dd>
    </>
  );
}

/** A question that removes this share of the doubt settles it. */
const DECISIVE = 0.5;

function Telling({ of }: { readonly of: Assessment | null }): ReactNode {
  const asked = (of?.offers ?? [])
    .flatMap(({ name, question }) => (question ? [{ name, question }] : []))
    .sort((a, b) => b.question.settles - a.question.settles);
  if (!of?.offers.some(({ verdicts: found }) => found.length > 0)) return null;
  const decisive = (asked[0]?.question.settles ?? 0) >= DECISIVE;
  return (
    <>
      <dt>{decisive ? "Which one answer would settle the doubt?" : "Which one answer would tell most?"}</dt>
      <dd>
        {asked.length === 0 ? (
          <p>None: the verdicts leave no doubt that one answer could remove.</p>
        ) : (
          <ul>
            {asked.map(({ name, question }) => (
              <li key={name}>
                Of “{name}”: {capital(question.text)} The answer is expected to remove{" "}
                {Math.round(100 * question.settles)} % of the doubt.
              </li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
