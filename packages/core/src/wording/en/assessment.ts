// What an offer comes to: who would sign it, what each gives and gets, what it leaves on the table.

import { type Band, bandText } from "../../math/index.js";
import { type Named, nameIn } from "../named.js";
import { capital, listed } from "./grammar.js";
import { headline } from "./headline.js";
import { percent } from "./likelihood.js";
import { offerSentences } from "./sentences/assessment.js";

/** What an offer comes to for one party, by the result's word for it. */
const glances = {
  "cannot be done": "cannot be done",
  "red line": "red line",
  "walks away": "walks away",
  "holds out": "holds out",
  "open whether it signs": "open whether it signs",
  "refused by another": "refused by another",
  "too little": "too little",
  "more than its part": "more than its part",
  even: "even",
  "open who gains": "open who gains",
};

export type GlanceId = keyof typeof glances;

/** What a change is, by the result's word for it; none where the case does not say. */
const kinds = { symbolic: "symbolic", reversible: "reversible", irreversible: "irreversible" };

export type KindId = keyof typeof kinds;

export interface OpenParty {
  readonly name: string;
  readonly acceptsSome: number;
  readonly acceptsAll: number;
  readonly least: Band | null;
  readonly most: Band | null;
}

/** What an offer that leaves issues open comes to for a party. */
function openFor({ name, acceptsSome, acceptsAll, least, most }: OpenParty): string {
  const worth = least && most ? `; it is worth ${bandText(least)} at the least and ${bandText(most)} at the most` : "";
  return `${name} would sign some completion of it (${percent([acceptsSome])}), and every one (${percent([acceptsAll])})${worth}.`;
}

export interface Further {
  readonly name: string;
  readonly band: Band;
}

export const assessment = {
  ...offerSentences,
  /** What gains and losses are measured from: `today`, `no-deal`, or an offer by its name. */
  against: (what: string) => (what === "no-deal" ? "no deal" : what),
  certain: (signs: boolean) => (signs ? "yes" : "no"),
  /** A change of one issue. */
  change: (from: string, to: string) => `${from} → ${to}`,
  changed: (issue: string, from: string, to: string, kind: KindId | null) =>
    `${issue}: ${from} → ${to}${kind === null ? "" : ` (${kinds[kind]})`}`,
  changes: (against: string) => `What it changes against ${assessment.against(against)}`,
  glances,
  headline,
  kinds,
  left: {
    heading: "Left on the table",
    more: (further: readonly Further[]) =>
      `With nobody worse off, over all issues: ${listed(further.map(({ name, band }) => `${name} up to ${bandText(band)}`))} points more.`,
    noGain: "No change of one to three of the opened issues helps one party and harms none.",
    nothing: "Over all issues nobody can gain without another losing.",
  },
  /** Who made an offer, and when. */
  offerBy: (by: readonly string[], date: string | null) => {
    const said = [listed(by), date].filter((part) => part).join(", ");
    return said === "" ? null : `(${said})`;
  },
  openFor,
  /** How the issues are taken that an offer does not name. */
  rest: {
    today: "The issues that it does not name stay as today.",
    previous: "The issues that it does not name are as in its proposer’s last offer.",
    open: "The issues that it does not name are open, so that the answers are ranges.",
  },
  squares: {
    asGood: "as good",
    caption: (title: string) => `${title}: offer against offer`,
    corner: "prefers …",
    over: (offer: string) => `… to ${offer}`,
    same: "the same offer",
  },
  turning: {
    heading: "What would change this",
    said: (text: string, becomes: string) => `${capital(text)}: then ${becomes}.`,
  },
  verdictNote: (priors: number, models: number) => {
    const dark = priors > 1 ? "Full: whichever way the models are drawn; pale: only in some of the ways. " : "";
    const pale = models > 1 ? ", the pale band where its part lies in nine models of ten" : "";
    return `${dark}The second strip runs from 0 to 100; its blank stretch is what Nash and Kalai–Smorodinsky give a party${pale}.`;
  },
  worthTo: (party: Named) => `Worth to ${nameIn(party)}`,
};
