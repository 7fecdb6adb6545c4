// A line that describes a change to a package that helps one party and harms none, and what it is worth to each.
import { labelOf, RichText, useWords } from "@parley/charts";
import type { FreeGain } from "@parley/core/internal";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";

/** A change that helps one and harms none, as short as it can be said. */
export function Gain({ view, gain }: { readonly view: CaseView; readonly gain: FreeGain }): ReactNode {
  const words = useWords().packages.gain;
  const { negotiation, names } = view;
  const worths = Object.entries(gain.worth).map(([id, band]) => [labelOf(negotiation, id), band] as const);
  return (
    <>
      {gain.changes.map(({ issue, name, from, to }, place) => (
        <span key={issue}>
          {place > 0 && "; "}
          <RichText of={words.change(name, names.option(issue, from), names.option(issue, to))} />
        </span>
      ))}{" "}
      <span className="note worth">{words.worth(worths, gain.sure, gain.share)}</span>
    </>
  );
}
