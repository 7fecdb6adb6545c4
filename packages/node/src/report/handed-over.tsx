// A page to hand over: one file that loads, runs and sends nothing, and says for whom it is.

import { createHash } from "node:crypto";
import { useWords } from "@parley/charts";
import type { Viewing } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useReportWords } from "./report-words.js";
import { pageStyle } from "./style.js";

/** In the head of every page; a file without it is not written over. */
export const GENERATOR = '<meta name="generator" content="Parley"/>';

/** Nothing may be loaded, run or sent; the one style sheet is known by its digest. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

interface HandedOverProps {
  readonly viewing: Viewing;
  readonly heading: string;
  /** What it is, before the day from which the case is seen. */
  readonly kind?: string;
  /** Parts to jump to: the id before `-head`, and the name. */
  readonly parts?: readonly (readonly [string, string])[];
  readonly children: ReactNode;
}

export function HandedOver({ viewing, heading, kind, parts = [], children }: HandedOverProps): ReactNode {
  const { language, direction } = useWords();
  const words = useReportWords().page;
  const { title, asOf, marking, sharedWith } = viewing;
  const confidential = sharedWith === null;
  return (
    <html lang={language} dir={direction === "rtl" ? direction : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Parley" />
        <meta name="referrer" content="no-referrer" />
        <title>{confidential ? words.confidential(heading) : heading}</title>
        <style
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, whose digest the policy names
          dangerouslySetInnerHTML={{ __html: pageStyle }}
        />
      </head>
      <body data-marking={confidential ? marking : undefined}>
        <header>
          <p className="marking">{confidential ? marking : words.marking(marking)}</p>
          <h1>{heading}</h1>
          <p className="note">{words.asOf(kind ?? null, asOf)}</p>
          {parts.length > 0 && (
            <nav aria-label={words.parts}>
              <ul>
                {parts.map(([id, name]) => (
                  <li key={id}>
                    <a href={`#${id}-head`}>{name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main>{children}</main>
        <footer>
          <p>{words.made(title, asOf, marking)}</p>
        </footer>
      </body>
    </html>
  );
}
