// English text of the picture of how the parties' positions on an issue moved over time, and of its table.
import { type Named, nameIn } from "../../named.js";
import { verb } from "../grammar.js";

export interface Drifted {
  readonly party: Named;
  /** On how many days it is on record. */
  readonly records: number;
  /** Of 100, at the least. */
  readonly moved: number;
  readonly reversals: number;
}

function said({ party, records, moved, reversals }: Drifted): string {
  if (records < 2) return `${nameIn(party)} ${verb(party, "is")} on record once`;
  if (moved === 0) return `${nameIn(party)} did not surely move`;
  const turned = reversals > 0 ? ` and turned back ${reversals === 1 ? "once" : `${reversals} times`}` : "";
  return `${nameIn(party)} moved at least ${Math.round(moved)} of 100${turned}`;
}

export interface SightingRow {
  readonly party: string;
  readonly date: string;
  readonly low: number;
  readonly high: number;
  readonly options: readonly string[];
  readonly speaker: string;
  readonly kind: string;
  readonly own: boolean;
  readonly says: string | null;
  readonly contradicted: boolean;
  readonly source: string;
}

const span = (low: number, high: number): string =>
  Math.round(low) === Math.round(high) ? `${Math.round(low)}` : `${Math.round(low)}–${Math.round(high)}`;

const row = (of: SightingRow): string[] => [
  of.party,
  of.date,
  span(of.low, of.high),
  of.options.join(" or "),
  `${of.kind === "offer" ? `offer “${of.speaker}”` : of.speaker}${of.own ? "" : " (of it, not by it)"}`,
  `${of.says?.trim() ?? ""}${of.contradicted ? " (on this day it was also said otherwise)" : ""}`,
  of.source,
];

export const positionDrift = {
  description: (parties: readonly Drifted[]) => `${parties.map(said).join("; ")}.`,
  figures: { head: ["Party", "Date", "Place, 0–100", "Stood for", "Who says so", "In short", "Source"], row },
};
