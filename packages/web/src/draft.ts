// Keeps text that was typed but not yet saved, so that it survives a reload of the page.
import { useCallback, useState } from "react";

/** What was typed and is not written yet, and the text that it was made from. */
export interface Draft {
  readonly text: string;
  readonly base: string | null;
}

/** A draft outlives a reload: it is kept for this tab until it is written or dropped. */
export function useDraft(id: string, path: string): [Draft | null, (draft: Draft | null) => void] {
  const key = `draft ${id} ${path}`;
  const [draft, setDraft] = useState<Draft | null>(() => read(key));
  const keep = useCallback(
    (next: Draft | null) => {
      setDraft(next);
      if (next === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [draft, keep];
}

/** The files of a case of which this tab holds something that is not written. */
export const draftsOf = (id: string): string[] =>
  Object.keys(sessionStorage).flatMap((key) =>
    key.startsWith(`draft ${id} `) ? [key.slice(`draft ${id} `.length)] : [],
  );

function read(key: string): Draft | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Draft);
}
