import type { ReactNode } from "react";

/** How far the work is, until there is something to show. */
export function Waiting({ share, failure }: { readonly share: number; readonly failure?: string | null }): ReactNode {
  if (failure)
    return (
      <p className="alert" role="alert">
        {failure}
      </p>
    );
  return (
    <p className="waiting">
      <progress max={1} value={share} aria-label="How far the analysis is" /> Weighing everything that agrees with what
      was said …
    </p>
  );
}

/** A thin line at the head of the page while a newer answer is on its way. */
export const Working = ({ share }: { readonly share: number }): ReactNode =>
  share >= 1 ? null : <progress className="thin" max={1} value={share} aria-label="A newer answer is on its way" />;
