// The four questions in four answers: for who has four minutes.

import { ChartFigure, Either, VerdictNote, verdicts } from "@parley/charts";
import { type Assessment, latestOf, type Names, type ReadingWorths, type TermReading } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { type ReportProps, Section } from "./section.js";

export function AtAGlance({ negotiation, materials, names }: ReportProps): ReactNode {
  const words = useReportWords().glance;
  const { assessment, positions, terms, worths } = materials;
  return (
    <Section id="glance" title={words.title}>
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
        <dt>{words.moved}</dt>
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
  const words = useReportWords().glance;
  const latest = latestOf(offers);
  return latest ? <p className="lead">{words.latest(latest.name, latest.sentence)}</p> : null;
}

interface WordProps {
  readonly term: TermReading;
  readonly worths: ReadingWorths | null;
  readonly names: Names;
}

function Word({ term, worths, names }: WordProps): ReactNode {
  const words = useReportWords().glance;
  const priced = (worths?.readings ?? [])
    .filter((reading) => reading.term === term.id && reading.ledgers.length > 0)
    .map(({ reading, ledgers }) =>
      words.priced(
        names.spoken(reading),
        ledgers.map((ledger) => ({ ...ledger, party: names.spoken(ledger.party) })),
      ),
    );
  return (
    <>
      <dt>{words.word(term.name)}</dt>
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
  const words = useReportWords().glance.telling;
  const asked = (of?.offers ?? [])
    .flatMap(({ name, question }) => (question ? [{ name, question }] : []))
    .sort((a, b) => b.question.settles - a.question.settles);
  if (!of?.offers.some(({ verdicts: found }) => found.length > 0)) return null;
  const decisive = (asked[0]?.question.settles ?? 0) >= DECISIVE;
  return (
    <>
      <dt>{decisive ? words.settles : words.tells}</dt>
      <dd>
        {asked.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul>
            {asked.map(({ name, question }) => (
              <li key={name}>{words.answer(name, question.text, question.settles)}</li>
            ))}
          </ul>
        )}
      </dd>
    </>
  );
}
