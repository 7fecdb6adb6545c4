// What every section of the report is given, and the heading and frame that they all share.
import type { Case, Names } from "@parley/core/internal";
import type { ReactNode } from "react";
import type { Materials } from "../jobs/index.js";

/** What every part of the page is made from. */
export interface ReportProps {
  readonly negotiation: Case;
  readonly materials: Materials;
  readonly names: Names;
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

export const Section = ({ id, title, children }: SectionProps): ReactNode => (
  <section aria-labelledby={`${id}-head`}>
    <h2 id={`${id}-head`}>{title}</h2>
    {children}
  </section>
);
