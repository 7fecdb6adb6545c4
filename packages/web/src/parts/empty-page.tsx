// A page on which nothing can be shown yet: what it will show, in a picture, and the shortest way to it.
import { detectionByEffort, keptInTime, positionDrift, roadInTime, TermMatrix, useWords } from "@parley/charts";
import type { ReactNode } from "react";
import { type Samples, useSample } from "../samples.js";
import { Picture } from "./picture.js";

interface EmptyPageProps {
  readonly of: keyof Samples;
  readonly heading: string;
  /** Why it is empty, or what it takes. */
  readonly reasons: readonly string[];
  /** Buttons and links that lead on. */
  readonly children: ReactNode;
}

export function EmptyPage({ of, heading, reasons, children }: EmptyPageProps): ReactNode {
  const { atHead, editing } = useWords();
  const Sample = SAMPLES[of];
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
      <figure className="sample">
        <figcaption>{editing.forExample}</figcaption>
        <Sample />
      </figure>
    </div>
  );
}

const SAMPLES: Readonly<Record<keyof Samples, () => ReactNode>> = {
  positions: () => {
    const found = useSample("positions");
    const issue = found?.tracks.find(({ positions }) => positions.length > 2)?.issue ?? found?.tracks[0]?.issue;
    if (!found || !issue) return null;
    const parties = found.parties.map(({ party, name }) => ({ id: party, name }));
    return <Picture chart={positionDrift} of={{ parties, positions: found, issue }} id="sample" figures={false} />;
  },
  terms: () => {
    const found = useSample("terms");
    const [term] = found?.terms ?? [];
    return found && term ? <TermMatrix term={term} result={found} /> : null;
  },
  roadmap: () => {
    const found = useSample("roadmap");
    if (!found) return null;
    const { parties } = found;
    return (
      <Picture chart={roadInTime} of={{ parties, map: found, course: found.course }} id="sample" figures={false} />
    );
  },
  verification: () => {
    const found = useSample("verification");
    return found && <Picture chart={detectionByEffort} of={{ found }} id="sample" figures={false} />;
  },
  monitoring: () => {
    const found = useSample("monitoring");
    if (!found) return null;
    const few = { ...found, obligations: found.obligations.slice(0, 3) };
    return <Picture chart={keptInTime} of={{ parties: [], found: few }} id="sample" heading={false} figures={false} />;
  },
};
