// The progress bars shown while an analysis is running, and the message shown where it failed.
import { useWords } from "@parley/charts";
import type { ReactNode } from "react";

/** How far the work is, until there is something to show. */
export function Waiting({ share, failure }: { readonly share: number; readonly failure?: string | null }): ReactNode {
  const words = useWords().shell;
  if (failure)
    return (
      <p className="alert" role="alert">
        {failure}
      </p>
    );
  return (
    <p className="waiting">
      <progress max={1} value={share} aria-label={words.progress} /> {words.weighing}
    </p>
  );
}

/** A thin line at the head of the page while a newer answer is on its way. */
export function Working({ share }: { readonly share: number }): ReactNode {
  const words = useWords().shell;
  return share >= 1 ? null : <progress className="thin" max={1} value={share} aria-label={words.newer} />;
}
