// The notes that an import from another program left in a case, gathered from the case file and its interests files.
import type { Case, Interests } from "./types.js";

/** What an import left out or took to mean something: of the case, and of these interests. Sentences. */
export const importedNotes = (
  { imported, interests }: Pick<Case, "imported" | "interests">,
  views: readonly Interests[] = interests,
): readonly string[] => [...(imported?.notes ?? []), ...views.flatMap((view) => view.imported)];
