// What each side takes a word to include, side by side.
import { Points, TermPart } from "@parley/charts";
import { capital } from "@parley/core";
import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "wouter";
import { useCase } from "../case-view.js";
import { useMaterials } from "../jobs.js";
import { Waiting, Working } from "../parts/waiting.js";
import { Word } from "../parts/word.js";

export function TermsPage(): ReactNode {
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
      <>
        <h1>No word is defined whose meaning is disputed</h1>
        {!terms.ok && terms.reasons.map((reason) => <p key={reason}>{capital(reason)}</p>)}
        <p>
          A term has parts, and each party’s reading puts them in or out.{" "}
          <Link href={view.address.on("files", { file: "case.yaml" })}>Add terms to case.yaml</Link>
        </p>
      </>
    );
  return (
    <>
      <Working share={share} />
      <h1>What they mean by the words</h1>
      <p className="note">
        <Word of="contested">Contested</Word> parts stand on top, then <Word of="claimed">claimed</Word> ones: whatever
        hangs on them is signed by each side in its own meaning.
      </p>
      {worths.ok && <Points items={worths.value.limits ?? []} />}
      {terms.value.terms.map((term) => (
        <div key={term.id} className="column" ref={wanted === term.id ? element : undefined}>
          <TermPart
            term={term}
            result={terms.value}
            parties={view.negotiation.parties}
            worths={worths.ok ? worths.value : null}
            names={view.names}
            level={2}
          />
        </div>
      ))}
    </>
  );
}
