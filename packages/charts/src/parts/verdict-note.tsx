import type { Assessment } from "@parley/core";
import type { ReactNode } from "react";

/** How the strips under “Who would sign, and who gives too much” are to be read. */
export const VerdictNote = ({ of }: { readonly of: Pick<Assessment, "priors" | "models"> }): ReactNode => (
  <p className="note">
    {of.priors.length > 1 && "Dark: under every prior; pale: under one of the two. "}The second strip runs from 0 to
    100; its blank stretch is what Nash and Kalai–Smorodinsky give a party
    {of.models > 1 && ", the pale band where its part lies in nine models of ten"}.
  </p>
);
