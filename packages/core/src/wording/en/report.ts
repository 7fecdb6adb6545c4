// The report: one page to hand over.
import { type Band, bandText } from "../../math/index.js";
import { type Named, nameIn } from "../named.js";
import { capital, listed, verb } from "./grammar.js";
import { percent } from "./likelihood.js";
import { meanings } from "./meanings.js";
import { grouped } from "./numbers.js";
import { bargaining as bargainingPage } from "./pages/bargaining.js";
import { overview } from "./pages/overview.js";
import { termsPage } from "./pages/terms.js";
import { sanity } from "./sanity.js";

export interface PricedSide {
  readonly party: Named;
  readonly gives: Band;
  readonly gets: Band;
  readonly givesNothing: boolean;
  readonly getsNothing: boolean;
}

function side({ party, gives, gets, givesNothing, getsNothing }: PricedSide): string {
  const moves = [
    ...(givesNothing ? [] : [`${verb(party, "loses")} ${bandText(gives)}`]),
    ...(getsNothing ? [] : [`${verb(party, "gains")} ${bandText(gets)}`]),
    ...(givesNothing && getsNothing ? [`neither ${verb(party, "loses")} nor ${verb(party, "gains")}`] : []),
  ];
  return `${nameIn(party)} ${listed(moves)}`;
}

/** What a word costs and brings as one of the parties reads it. */
const priced = (reader: Named, sides: readonly PricedSide[]): string =>
  `${meanings.readBy(reader)}, ${listed(sides.map(side))} points, each of its own 100.`;

/** How the models of a party were drawn, by the result's word for it. */
const drawings: Readonly<Record<string, string>> = {
  numbers: "numbers: one model",
  exact: "drawn exactly",
  rejection: "drawn exactly, by rejection",
  "hit-and-run": "drawn by hit-and-run",
};

export interface Drawn {
  readonly models: number;
  readonly priors: readonly string[];
  /** Only numbers were given. */
  readonly numbersOnly: boolean;
  /** Share within which a part counts as even. */
  readonly margin: number;
}

function howKnown({ models, priors, numbersOnly, margin }: Drawn): string {
  const fair = `By Nash and Kalai–Smorodinsky: two ways of dividing what there is to gain; a part within ${Math.round(100 * margin)} of 100 of what they give counts as even.`;
  if (numbersOnly) return `Only numbers were given: one model, and no bands. ${fair}`;
  return `What is not given as a number stays open: the figures are medians and 5–95 % bands over ${grouped(models)} models, drawn from all that agree with what was said, under ${priors.length === 1 ? "one prior" : `${priors.length} priors`} (${priors.join(" and ")} steps); where priors disagree, the sentence says so. ${fair}`;
}

const provenance = (seed: number, digest: string, method: string | null): string =>
  `Seed ${seed}. Case ${digest.slice(0, 16)}. ${method === null ? "" : `${capital(method)}.`}`;

const bargaining = {
  title: "What could be signed",
  note: (zone: number) => {
    const some =
      zone < 1 ? ` ${percent([zone])} of the models have such a zone; the solutions are those of these.` : "";
    return `Points are each party’s own, 0–100, and are never added. Crosses and pale bands hold nine models of ten; the frontier crosses no red line. White is what both prefer to walking away, by the medians.${some}`;
  },
};

const said = {
  title: "What they said, and how it moved",
  short: "What they said",
  note: "From one record to the next, long silences shortened. ↺ turned back; hollow: others say so of it; a pale bar is what the record leaves open. Movement is counted on the path that moves least.",
  still: "Nobody surely moved: where each last stood",
  stillLabel: "Where each last stood",
  stillHead: ["Issue", "Party", "Stands for", "Said"],
  options: (names: readonly string[]) => names.join(" or "),
  contradicted: (days: readonly string[]) => `≠ contradicted on ${days.join(", ")}`,
  others: "(others say)",
  sources: "Sources of these positions",
};

export const report = {
  assumed: {
    title: "What was assumed",
    label: "Whose view of whom",
    head: ["Needs of", "in the view of", "are", "walk-away value", "models"],
    drawn: (drawing: string) => drawings[drawing] ?? drawing,
    howKnown,
    provenance,
  },
  bargaining,
  glance: {
    title: "At a glance",
    latest: (offer: string, sentence: string) => `“${offer}”: ${sentence}`,
    moved: "Whose position moved?",
    priced,
    telling: {
      settles: "Which one answer would settle the doubt?",
      tells: "Which one answer would tell most?",
      none: "None: the verdicts leave no doubt that one answer could remove.",
      answer: (offer: string, question: string, settles: number) =>
        `Of “${offer}”: ${capital(question)} The answer is expected to remove ${Math.round(100 * settles)} % of the doubt.`,
    },
    word: (word: string) => `What does “${word}” mean to whom?`,
  },
  least: { title: sanity.heading, about: sanity.about },
  meant: {
    title: termsPage.heading,
    short: "What they mean",
    none: "The case defines no term whose meaning is disputed.",
  },
  offers: {
    title: overview.offers,
    none: "No offer is on record by this day.",
    later: (offers: readonly { readonly name: string; readonly date: string }[]) =>
      `Dated later, and so no part of this: ${listed(offers.map(({ name, date }) => `“${name}” (${date})`))}.`,
  },
  paired: {
    title: bargainingPage.pairs,
    note: "The chance that a party prefers the offer of the row to the offer of the column. Both are measured in the same model, so this is known more sharply than either value.",
  },
  road: "Who does what when",
  said,
  /** Around any page to hand over. */
  page: {
    asOf: (kind: string | null, asOf: string) => `${kind === null ? "As of" : `${kind}, as of`} ${asOf}`,
    confidential: (heading: string) => `${heading} – CONFIDENTIAL`,
    made: (title: string, asOf: string, marking: string) =>
      `Made with Parley from the case “${title}”, as of ${asOf}. ${capital(marking)}.`,
    marking: capital,
    parts: "Parts",
    remark: capital,
  },
};
