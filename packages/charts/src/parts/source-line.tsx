// One source as a line of text: its title, linked where it has a web address, with publisher and date.
import type { Source } from "@parley/core";
import type { ReactNode } from "react";

/** A source as a reader finds it again. */
export function SourceLine({ source: { title, publisher, date, url } }: { readonly source: Source }): ReactNode {
  const rest = [publisher, date].filter((part) => part).join(", ");
  const link = url !== null && /^https?:\/\//.test(url);
  return (
    <>
      {link ? (
        <a href={url} rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {rest && ` (${rest})`}
    </>
  );
}
