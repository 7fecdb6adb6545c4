// One page to hand over: everything that was found, self-contained, without scripts and without a network.
import { type Case, namesIn, type Viewing } from "@parley/core";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Materials } from "../jobs/index.js";
import { Assumed } from "./assumed.js";
import { AtAGlance } from "./at-a-glance.js";
import { Bargaining } from "./bargaining.js";
import { HandedOver } from "./handed-over.js";
import { Meant } from "./meant.js";
import { Offers } from "./offers.js";
import { comparable, Paired } from "./paired.js";
import { Roads } from "./roads.js";
import { Said } from "./said.js";
import type { ReportProps } from "./section.js";

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
  const parts = PARTS.filter(([id]) => has(id, props));
  return (
    <HandedOver viewing={viewing} heading={viewing.title} parts={parts}>
      <AtAGlance {...props} />
      {has("offers", props) && <Offers {...props} />}
      <Bargaining {...props} />
      {has("paired", props) && <Paired {...props} />}
      <Said {...props} />
      <Meant {...props} />
      <Roads {...props} />
      <Assumed {...props} />
    </HandedOver>
  );
}
