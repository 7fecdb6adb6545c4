// Two small building blocks of pages: a list of sentences, and a result or else the reasons why it could not be had.
import type { Outcome } from "@parley/core/internal";
import type { ReactNode } from "react";

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
