// Names as the reader of a result says them: of one's own side, you.
import { addressedTo, type Case, type Names, namesIn, sentencesIn } from "@parley/core/internal";

/** As much of a case as names are in. */
export type Named = Pick<Case, "team" | "parties" | "issues">;

export const spokenNames = (negotiation: Named, { sharedWith }: { readonly sharedWith: string | null }): Names =>
  namesIn(addressedTo(negotiation, sharedWith, sentencesIn("en").you));
