// One page to hand over: everything that was found, self-contained, without scripts and without a network.
import { createHash } from "node:crypto";
import { capital, namesIn } from "@parley/charts";
import type { Case, Viewing } from "@parley/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Materials } from "../jobs/index.js";
import { Assumed } from "./assumed.js";
import { AtAGlance } from "./at-a-glance.js";
import { Bargaining } from "./bargaining.js";
import { Meant } from "./meant.js";
import { Offers } from "./offers.js";
import { comparable, Paired } from "./paired.js";
import { Roads } from "./roads.js";
import { Said } from "./said.js";
import type { ReportProps } from "./section.js";
import { pageStyle } from "./style.js";

/** In the head of every report; a file without it is not written over. */
export const GENERATOR = '<meta name="generator" content="Parley"/>';

/**
 * The report as one HTML document. The same materials give the same bytes.
 * @param viewing from which day and for whom it was made
 */
export function renderReport(negotiation: Case, materials: Materials, viewing: Viewing): string {
  const page = renderToStaticMarkup(
    <Page negotiation={negotiation} materials={materials} names={namesIn(negotiation)} viewing={viewing} />,
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

/** Nothing may be loaded, run or sent; the one style sheet is known by its digest. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(pageStyle).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const PARTS = [
  ["glance", "At a glance"],
  ["offers", "Each offer"],
  ["bargaining", "What could be signed"],
  ["paired", "Offer against offer"],
  ["said", "What they said"],
  ["meant", "What they mean"],
  ["road", "Who does what when"],
  ["assumed", "What was assumed"],
] as const;

/** Where there is nothing to say the glance has said why, and the part is left out. */
function has(part: (typeof PARTS)[number][0], props: ReportProps): boolean {
  if (part === "offers") return props.materials.assessment.ok;
  if (part === "road") return props.materials.roadmap.ok;
  return part !== "paired" || comparable(props);
}

function Page({ viewing, ...props }: ReportProps & { readonly viewing: Viewing }): ReactNode {
  const { title, asOf, marking, sharedWith } = viewing;
  const confidential = sharedWith === null;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Parley" />
        <meta name="referrer" content="no-referrer" />
        <title>{`${title}${confidential ? " – CONFIDENTIAL" : ""}`}</title>
        <style
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, whose digest the policy names
          dangerouslySetInnerHTML={{ __html: pageStyle }}
        />
      </head>
      <body data-marking={confidential ? marking : undefined}>
        <header>
          <p className="marking">{confidential ? marking : capital(marking)}</p>
          <h1>{title}</h1>
          <p className="note">As of {asOf}</p>
          <nav aria-label="Parts">
            <ul>
              {PARTS.filter(([id]) => has(id, props)).map(([id, name]) => (
                <li key={id}>
                  <a href={`#${id}-head`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main>
          <AtAGlance {...props} />
          {has("offers", props) && <Offers {...props} />}
          <Bargaining {...props} />
          {has("paired", props) && <Paired {...props} />}
          <Said {...props} />
          <Meant {...props} />
          <Roads {...props} />
          <Assumed {...props} />
        </main>
        <footer>
          <p>
            Made with Parley from the case “{title}”, as of {asOf}. {capital(marking)}.
          </p>
        </footer>
      </body>
    </html>
  );
}
