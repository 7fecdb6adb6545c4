// What is open, and so belongs on an agenda: words, promises that nobody could see kept, days, clauses that are blank.

import { latestOf } from "../../agreements/index.js";
import { type Case, type Day, stands } from "../../case/index.js";
import { classOf, type Said } from "../../evidence/index.js";
import { listed, partyName, partyNamed, verb } from "../../wording/index.js";
import { field, type Origin } from "../document.js";
import { isSeated, promisesOf } from "../promises.js";

export interface AgendaPoint {
  readonly text: string;
  readonly from: readonly Origin[];
  /** The promise that falls due, as drafts call its clause; null for what is open. */
  readonly due: string | null;
}

/** What is open in a case on a day. */
export function openPoints(negotiation: Case, asOf: Day): AgendaPoint[] {
  return [
    ...openWords(negotiation),
    ...contestedDuties(negotiation),
    ...unseen(negotiation),
    ...undated(negotiation),
    ...differing(negotiation, asOf),
  ].map((point) => ({ ...point, due: null }));
}

type OpenPoint = Omit<AgendaPoint, "due">;

const openWords = ({ terms, parties }: Case): OpenPoint[] =>
  terms.flatMap((term, place) => {
    const sides = parties.filter(({ role }) => role === "negotiating");
    const said = (component: string): Said[] =>
      sides.map(({ id }) => {
        const reading = term.readings.find(({ party }) => party === id);
        return reading?.in.includes(component) ? "in" : reading?.out.includes(component) ? "out" : "unsaid";
      });
    const open = term.components.filter(({ id }) => !["agreed", "rejected"].includes(classOf(said(id))));
    if (open.length === 0 || sides.length === 0) return [];
    return [
      {
        text: `What “${term.name}” means: ${open.length} of its ${term.components.length} parts are open`,
        from: [field("case.yaml", ["terms", place], `terms › ${term.id}`)],
      },
    ];
  });

const contestedDuties = (negotiation: Case): OpenPoint[] =>
  promisesOf(negotiation).obligations.flatMap(({ one: { id, text, contested }, place }) =>
    contested.flatMap((one, which) => {
      if (!isSeated(negotiation, one.by)) return [];
      const said = `${text}: ${partyName(negotiation, one.by)} ${verb(partyNamed(negotiation, one.by), "says")}: ${one.text.replace(/[.]$/, "")}`;
      const path = ["obligations", place, "contested", which];
      return [{ text: said, from: [field("agreement.yaml", path, `obligations › ${id} › contested`)] }];
    }),
  );

/** Promises that move an issue to where nobody could see it, and say no way of their own. */
export function isUnseen({ issues }: Case, { move, verification }: Case["commitments"][number]): boolean {
  if (verification.method !== null) return false;
  const target = issues.find(({ id }) => id === move?.issue)?.options[move?.to ?? -1];
  return !target?.verify;
}

/** Whether the case itself says when: by a day to begin or a day to be complete. */
const isDated = ({ start, due }: Case["commitments"][number]): boolean => start !== null || due !== null;

function unseen(negotiation: Case): OpenPoint[] {
  const found = promisesOf(negotiation).commitments.filter(({ one }) => isUnseen(negotiation, one));
  if (found.length === 0) return [];
  return [
    {
      text: `How the others would know: ${listed(found.map(({ one }) => `“${one.text}”`))}`,
      from: found.map(({ one, place }) =>
        field("agreement.yaml", ["commitments", place, "verification"], `commitments › ${one.id} › verification`),
      ),
    },
  ];
}

function undated(negotiation: Case): OpenPoint[] {
  const { commitments } = promisesOf(negotiation);
  const found = commitments.filter(({ one }) => !isDated(one));
  if (found.length === 0) return [];
  return [
    {
      text:
        commitments.length === 1
          ? "Days: the one commitment has none that is agreed"
          : `Days: ${found.length === commitments.length ? "none" : `${commitments.length - found.length}`} of the ${commitments.length} commitments ${commitments.length - found.length < 2 ? "has" : "have"} one that is agreed`,
      from: found.map(({ one, place }) =>
        field("agreement.yaml", ["commitments", place, "start"], `commitments › ${one.id} › start`),
      ),
    },
  ];
}

/** Issues on which the parties' latest offers differ. */
function differing({ offers, parties, issues }: Case, asOf: Day): OpenPoint[] {
  const latest = parties.flatMap(({ id }) => {
    const last = latestOf(
      offers.filter((offer) => offer.by.includes(id) && stands(offer, asOf) && offer.open.length === 0),
    );
    return last ? [last] : [];
  });
  if (latest.length < 2) return [];
  const apart = issues.filter((_, place) => new Set(latest.map(({ options }) => options[place])).size > 1);
  if (apart.length === 0) return [];
  return [
    {
      text: `Where the latest offers differ: ${listed(apart.map(({ name }) => name))}`,
      from: latest.map(({ id }) => field("record.yaml", ["offers", id], `offers › ${id}`)),
    },
  ];
}
