// A technical word as a button that opens its definition.
import { useWords } from "@parley/charts";
import type { TermId } from "@parley/core/internal";
import { type ReactNode, useId } from "react";

/** A technical word: pressed, it says what it means. */
export function Word({ of, children }: { readonly of: TermId; readonly children?: ReactNode }): ReactNode {
  const id = useId();
  const { name, means } = useWords().terms[of];
  return (
    <>
      <button type="button" className="word" popoverTarget={id}>
        {children ?? name}
      </button>
      <span popover="auto" id={id} className="meaning">
        <strong>{name}</strong> – {means}
      </span>
    </>
  );
}
