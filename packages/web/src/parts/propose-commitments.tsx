// The button that writes down what each side would promise for the package on the table, or for the latest offer.
import { useWords } from "@parley/charts";
import { type Proposed, proposedCommitments } from "@parley/core/internal";
import type { ReactNode } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { useWrite } from "./unsaved.js";

/** What can be proposed; null where there is nothing, or for a reader who changes nothing. */
export const proposedIn = (view: CaseView): Proposed | null =>
  view.reader === null ? proposedCommitments(view.negotiation, dayOf(view)) : null;

interface ProposeProps {
  readonly view: CaseView;
  readonly primary?: boolean;
}

export function ProposeCommitments({ view, primary = false }: ProposeProps): ReactNode {
  const { pages, roadmap } = useWords();
  const words = pages.roadmap;
  const write = useWrite();
  const { written, names } = view;
  const found = proposedIn(view);
  if (!found) return null;
  const { commitments, left } = found;
  const first = written.commitments.length;
  const changes = commitments.map((value, k) => ({ path: ["commitments", first + k], value: { ...value } }));
  const what = words.proposed(commitments.length, found.package);
  return (
    <>
      {commitments.length > 0 && (
        <button
          type="button"
          className={primary ? "primary" : undefined}
          onClick={() => void write({ what, file: "agreement.yaml", changes })}
        >
          {words.propose(found.package)}
        </button>
      )}
      {roadmap.left(left, names).map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
    </>
  );
}
