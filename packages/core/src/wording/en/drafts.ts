// What stands around the text of a draft, in whatever form it goes out.
import { capital } from "./grammar.js";

/** Why a clause is flagged, by the result's word for it. */
const flags = {
  contested: "contested",
  claimed: "claimed",
  unsaid: "unsaid",
  unverifiable: "unverifiable",
  undated: "undated",
  missing: "missing",
  limits: "limits",
};

export type FlagId = keyof typeof flags;

/** What is drafted, as its head calls it. */
const kinds = { framework: "draft", brief: "brief" };

export interface DraftSaid {
  readonly kind: keyof typeof kinds;
  readonly title: string;
  readonly asOf: string;
}

export const drafts = {
  /** Beside the marking, at the head. */
  about: ({ kind, title, asOf }: DraftSaid) => `${kinds[kind]} · ${title} · as of ${asOf}`,
  /** Numbered articles: the word before the number. */
  article: "Article",
  draft: "Draft",
  /** @param about the row of a table that it is of */
  flag: (kind: FlagId, about: string | null = null) => `${capital(flags[kind])}${about === null ? "" : ` (${about})`}:`,
  flags,
  madeFrom: "Made from",
  moreOrigins: (count: number) => `and ${count} more`,
  /** The author of what nobody has said yet. */
  proposed: "Proposed",
  traces: {
    heading: "Where each clause comes from",
    note: "A note to the drafters, and no part of the text.",
    head: ["Clause", "Fields of the case"],
    begins: (title: string, text: string) => `${title}: ${text} …`,
    numbered: (title: string, number: string) => `${title}, ${number}`,
  },
};
