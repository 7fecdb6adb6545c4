// Which entries of a case a page shows, and so lets be changed where they are looked at.
import type { EntryList, FileKind, WholeFile, Wording } from "@parley/core/internal";

/** What is opened: everything that a page shows, an entry of a list by its id, or a new one. */
export type Opened =
  | { readonly kind: "page" }
  | { readonly kind: "entry"; readonly list: string; readonly id: string }
  | { readonly kind: "new"; readonly list: string };

interface Shown {
  /** Lists by the kind of their file and their name; `*`: all of the kind. */
  readonly lists: readonly `${FileKind}.${string}`[];
  /** Kinds of files of which what stands beside the lists is shown. */
  readonly wholes?: readonly FileKind[];
}

const SHOWN: Partial<Record<keyof Wording["shell"]["pages"], Shown>> = {
  overview: { lists: ["record.offers", "case.goals"], wholes: ["case"] },
  "set-up": {
    lists: ["case.parties", "case.goals", "case.issues", "case.rules", "case.groups", "case.deadlines"],
    wholes: ["case"],
  },
  documents: { lists: ["record.statements", "case.sources", "case.speakers"] },
  positions: { lists: ["record.statements", "record.offers", "case.sources"] },
  terms: { lists: ["case.terms"] },
  interests: { lists: ["interests.*"], wholes: ["interests"] },
  bargaining: { lists: ["record.offers", "case.issues", "case.rules"] },
  roadmap: {
    lists: [
      "agreement.commitments",
      "agreement.milestones",
      "agreement.deposits",
      "agreement.guarantees",
      "agreement.escrows",
    ],
    wholes: ["agreement"],
  },
  verification: { lists: ["verification.*", "case.inventories", "case.estimates"], wholes: ["verification"] },
  monitoring: { lists: ["agreement.obligations", "agreement.metrics", "agreement.powers", "agreement.commitments"] },
  draft: {
    lists: ["agreement.meetings", "case.terms", "agreement.commitments", "agreement.sideLetters"],
    wholes: ["agreement"],
  },
};

/** Whether a page shows a list, or what stands beside the lists of a file. */
export function isShownOn(page: string, one: Pick<EntryList, "kind" | "path"> | Pick<WholeFile, "kind">): boolean {
  const shown = Object.entries(SHOWN).find(([id]) => id === page)?.[1];
  if (!("path" in one)) return shown?.wholes?.includes(one.kind) ?? false;
  const name = String(one.path.at(-1));
  return shown?.lists.some((list) => list === `${one.kind}.*` || list === `${one.kind}.${name}`) ?? false;
}

/** Whether there is anything on a page that can be changed there. */
export const hasEntries = (page: string): boolean => Object.hasOwn(SHOWN, page);
