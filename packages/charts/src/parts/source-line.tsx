// One source as a line of text: its title, linked where it has a web address, with publisher and date.
import type { Source } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useWords } from "../words.js";

/** A source as a reader finds it again. */
export function SourceLine({ source: { title, publisher, date, url, grade } }: { readonly source: Source }): ReactNode {
  const words = useWords().statements;
  const rest = [publisher, date, grade && words.graded(grade)].filter((part) => part).join(", ");
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
