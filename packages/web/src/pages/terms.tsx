// What each side takes a word to include, side by side.
import { Points, readings, TermPart, useWords } from "@parley/charts";
import { type ReactNode, useEffect, useRef } from "react";
import { useCase } from "../case-view.js";
import { useMaterials } from "../jobs.js";
import { AddEntry, EditEntry } from "../parts/edit-here.js";
import { EmptyPage } from "../parts/empty-page.js";
import { Sentence } from "../parts/sentence.js";
import { TakenTable } from "../parts/taken-table.js";
import { Waiting, Working } from "../parts/waiting.js";

export function TermsPage(): ReactNode {
  const words = useWords().pages.terms;
  const view = useCase();
  const { materials, share, failure } = useMaterials();
  const wanted = view.address.get("term");
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted) element.current?.scrollIntoView({ block: "nearest" });
  }, [wanted]);
  if (!materials) return <Waiting share={share} failure={failure} />;
  const { terms, worths } = materials;
  if (!terms.ok || terms.value.terms.length === 0)
    return (
      <EmptyPage
        chart={readings}
        heading={words.none}
        reasons={terms.ok ? [words.whatItTakes] : [...terms.reasons, words.whatItTakes]}
      >
        <AddEntry list="terms" text={words.add} primary />
      </EmptyPage>
    );
  return (
    <>
      <Working share={share} />
      <h1>{words.heading}</h1>
      <p className="note">
        <Sentence of={words.order} />
      </p>
      {worths.ok && <Points items={worths.value.limits ?? []} />}
      {terms.value.terms.map((term) => (
        <div key={term.id} className="column" ref={wanted === term.id ? element : undefined}>
          <div className="pencil-corner">
            <EditEntry list="terms" id={term.id} called={term.name} />
          </div>
          <TakenTable name={term.name}>
            <TermPart
              term={term}
              result={terms.value}
              parties={view.negotiation.parties}
              worths={worths.ok ? worths.value : null}
              names={view.names}
              level={2}
            />
          </TakenTable>
        </div>
      ))}
    </>
  );
}
