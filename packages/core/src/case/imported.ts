import type { Case, Interests } from "./types.js";

/** What an import left out or took to mean something: of the case, and of these interests. Sentences. */
export const importedNotes = (
  { imported, interests }: Pick<Case, "imported" | "interests">,
  views: readonly Interests[] = interests,
): readonly string[] => [...(imported?.notes ?? []), ...views.flatMap((view) => view.imported)];
