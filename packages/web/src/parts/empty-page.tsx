// A page on which nothing can be shown yet: what it will show, in a picture, and the shortest way to it.
import { type Chart, useWords } from "@parley/charts";
import type { ReactNode } from "react";
import { useSamples } from "../samples.js";
import { Picture } from "./picture.js";

interface EmptyPageProps {
  /** What will stand here. */
  readonly chart: Chart<never>;
  readonly heading: string;
  /** Why it is empty, or what it takes. */
  readonly reasons: readonly string[];
  /** Buttons and links that lead on. */
  readonly children: ReactNode;
}

export function EmptyPage({ chart, heading, reasons, children }: EmptyPageProps): ReactNode {
  const { atHead, editing } = useWords();
  const sample = useSamples()?.[chart.name];
  return (
    <div className="empty-page">
      <div>
        <h1>{heading}</h1>
        {reasons.map((reason) => (
          <p key={reason} className="lead">
            {atHead(reason)}
          </p>
        ))}
        <div className="row">{children}</div>
      </div>
      {sample && (
        <div className="sample">
          <p className="note">{editing.forExample}</p>
          <Picture chart={chart} of={sample} id="sample" figures={false} taken={false} />
        </div>
      )}
    </div>
  );
}
