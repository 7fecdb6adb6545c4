// One page to hand over: everything that was found, self-contained, without scripts and without a network.

import { SpokenIn } from "@parley/charts";
import {
  addressedTo,
  type Case,
  namesIn,
  type ReportWording,
  sentencesIn,
  type Viewing,
  type Wording,
} from "@parley/core/internal";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Materials } from "../jobs/index.js";
import { Assumed } from "./assumed.js";
import { AtAGlance } from "./at-a-glance.js";
import { Bargaining } from "./bargaining.js";
import { HandedOver } from "./handed-over.js";
import { Least } from "./least.js";
import { Meant } from "./meant.js";
import { Offers } from "./offers.js";
import { comparable, Paired } from "./paired.js";
import { useReportWords } from "./report-words.js";
import { Roads } from "./roads.js";
import { Said } from "./said.js";
import type { ReportProps } from "./section.js";

/**
 * The report as one HTML document. The same materials give the same bytes.
 * @param viewing from which day and for whom it was made
 * @param words the language in which it is written
 */
export function renderReport(written: Case, materials: Materials, viewing: Viewing, words: Wording): string {
  const negotiation = addressedTo(written, viewing.sharedWith, sentencesIn("en").you);
  const page = renderToStaticMarkup(
    <SpokenIn value={words}>
      <Page negotiation={negotiation} materials={materials} names={namesIn(negotiation)} viewing={viewing} />
    </SpokenIn>,
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

const PARTS = ["glance", "least", "offers", "bargaining", "paired", "said", "meant", "road", "assumed"] as const;

/** What the parts are called where one jumps to them. */
const namesOf = (report: ReportWording): Readonly<Record<(typeof PARTS)[number], string>> => ({
  glance: report.glance.title,
  least: report.least.title,
  offers: report.offers.title,
  bargaining: report.bargaining.title,
  paired: report.paired.title,
  said: report.said.short,
  meant: report.meant.short,
  road: report.road,
  assumed: report.assumed.title,
});

/** Where there is nothing to say the glance has said why, and the part is left out. */
function has(part: (typeof PARTS)[number], props: ReportProps): boolean {
  if (part === "least") return props.materials.sanity.ok;
  if (part === "offers") return props.materials.assessment.ok;
  if (part === "road") return props.materials.roadmap.ok;
  return part !== "paired" || comparable(props);
}

function Page({ viewing, ...props }: ReportProps & { readonly viewing: Viewing }): ReactNode {
  const names = namesOf(useReportWords());
  const parts = PARTS.filter((id) => has(id, props)).map((id) => [id, names[id]] as const);
  return (
    <HandedOver viewing={viewing} heading={viewing.title} parts={parts}>
      <AtAGlance {...props} />
      {has("least", props) && <Least {...props} />}
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
