// English text of the workbench page on positions: where each party stood over time, and the words that show it.
import { type Named, nameOf } from "../../named.js";
import { rich } from "../../rich.js";
import { capital } from "../grammar.js";

export interface PlaceOnRecord {
  readonly date: string;
  /** What it stood for; several where that is open. */
  readonly options: readonly string[];
  readonly contradicted: boolean;
}

export const positionsPage = {
  none: "No positions yet",
  noneOnIssues: "Nothing on record says where a party stands on an issue.",
  whatItTakes: "It takes statements: who said what, when, in which source.",
  findThem: "Find them in a document",
  writeThem: "Type one",
  order: rich("Where the options of an issue run from least to most, say so: ", { slot: "file" }, "."),
  takeOutOrdered: "open Set up",
  about: rich(
    "Ordered by ",
    { term: "flux", text: "flux" },
    ". From one record to the next, long silences shortened. ↺ turned back; hollow: others say so of it; a pale bar is what the record leaves open, a thick one what cannot all be so. Press a point for the words.",
  ),
  words: "The words behind the points",
  place: (party: Named, { date, options, contradicted }: PlaceOnRecord) =>
    rich(
      { strong: capital(nameOf(party)) },
      `, ${date}: ${options.join(" or ")}`,
      ...(contradicted ? [{ strong: " – on this day it was also said otherwise" }] : []),
    ),
  /** Who said it, and where that is written. @param own whether by the party itself, not by others of it */
  said: (speaker: string, offer: boolean, own: boolean, onlyIf: string | null) =>
    rich(
      `${offer ? `the offer “${speaker}”` : speaker}${onlyIf === null ? "" : `, ${onlyIf}`}${own ? "" : ", of it, not by it"} – `,
      { slot: "source" },
    ),
  noSource: "no source is given",
};
