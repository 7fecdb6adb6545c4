import type { Case, Outcome } from "@parley/core";
import type { ReactNode } from "react";
import type { Materials } from "../jobs/index.js";
import type { Names } from "./names.js";

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

/** What a result says, or why there is none. */
export function Either<T>({
  of,
  children,
}: {
  readonly of: Outcome<T>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  if (of.ok) return children(of.value);
  return of.reasons.map((reason) => (
    <p key={reason} className="note">
      {reason}
    </p>
  ));
}

/** A list of sentences; nothing where there are none. */
export const Points = ({ items }: { readonly items: readonly string[] }): ReactNode =>
  items.length === 0 ? null : (
    <ul>
      {items.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
