// Keeps text that was typed but not yet saved, so that it survives a reload of the page.
import { useKept } from "./kept.js";

/** What was typed and is not written yet, and the text that it was made from. */
export interface Draft {
  readonly text: string;
  readonly base: string | null;
}

/** A draft outlives a reload: it is kept for this tab until it is written or dropped. */
export const useDraft = (id: string, path: string): [Draft | null, (draft: Draft | null) => void] =>
  useKept<Draft>(`draft ${id} ${path}`);

/** The files of a case of which this tab holds something that is not written. */
export const draftsOf = (id: string): string[] =>
  Object.keys(sessionStorage).flatMap((key) =>
    key.startsWith(`draft ${id} `) ? [key.slice(`draft ${id} `.length)] : [],
  );
