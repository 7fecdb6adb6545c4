// The note that explains how to read the chart of who would sign each offer and who gives too much.
import type { Assessment } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useWords } from "../words.js";

/** How the strips under “Who would sign, and who gives too much” are to be read. */
export const VerdictNote = ({ of }: { readonly of: Pick<Assessment, "priors" | "models"> }): ReactNode => (
  <p className="note">{useWords().assessment.verdictNote(of.priors.length, of.models)}</p>
);
