// What each side would promise for a package to come true: one commitment for every issue that it changes and that
// nothing on record brings there yet.

import { latestOf } from "../../agreements/index.js";
import { type Case, isBy, nameFor, type Package, seatedOn, stands } from "../../case/index.js";
import { at } from "../../math/index.js";

/** A commitment as agreement.yaml has it. */
export interface ProposedCommitment {
  readonly id: string;
  /** Who gives on the issue, as the case says. */
  readonly by: string | readonly string[];
  readonly issue: string;
  /** An option's id, or the number where its issue is of numbers. */
  readonly to: string | number;
}

export interface Proposed {
  /** What the package is called that it is proposed for. */
  readonly package: string;
  readonly commitments: readonly ProposedCommitment[];
  /** Issues that the package changes too, on which nothing can be proposed, and why: nobody is said to give, or commitments on record stop on the way to another option. */
  readonly left: readonly { readonly issue: string; readonly why: "nobody-gives" | "on-the-way-elsewhere" }[];
}

/** How far the commitments on record bring an issue, by its options' positions; a part of a way reaches no option. */
export function reachedBy({ commitments }: Pick<Case, "commitments">, { id, today }: Case["issues"][number]): number {
  const last = commitments.filter(({ move }) => move?.issue === id).at(-1)?.move;
  if (!last) return today;
  return last.begun + last.share > 1 - 1e-9 ? last.to : last.from;
}

/**
 * Commitments for what is on the table, or, where nothing is, for the latest offer that settles every issue.
 * @returns null where there is neither; nothing to do where the commitments on record bring all of it already
 */
export function proposedCommitments(written: Case, asOf: string): Proposed | null {
  const negotiation = seatedOn(written, asOf);
  const table = tableOf(negotiation, asOf);
  if (!table) return null;
  const taken = new Set(takenIds(negotiation));
  const commitments: ProposedCommitment[] = [];
  const left: Proposed["left"][number][] = [];
  negotiation.issues.forEach((issue, place) => {
    const to = at(table.options, place);
    if (!isShort(negotiation, issue, to)) return;
    const [first, ...more] = issue.gives;
    if (first === undefined || isUnderWay(negotiation, issue.id, to)) {
      left.push({ issue: issue.id, why: first === undefined ? "nobody-gives" : "on-the-way-elsewhere" });
      return;
    }
    const id = nameFor(issue.id, taken, "commitment");
    taken.add(id);
    commitments.push({
      id,
      by: more.length > 0 ? issue.gives : first,
      issue: issue.id,
      to: issue.step === null ? at(issue.options, to).id : Number(at(issue.options, to).id),
    });
  });
  return { package: table.name, commitments, left };
}

/** Whether the commitments on record do not bring an issue to this option, nor beyond it. */
function isShort(negotiation: Case, issue: Case["issues"][number], to: number): boolean {
  const reached = reachedBy(negotiation, issue);
  if (!issue.ordered) return reached === issue.today && to !== reached;
  return to > issue.today ? reached < to : to < issue.today && reached > to;
}

/** Whether the commitments on an issue go a part of the way to another option than this. */
function isUnderWay({ commitments }: Pick<Case, "commitments">, issue: string, to: number): boolean {
  const last = commitments.filter(({ move }) => move?.issue === issue).at(-1)?.move;
  return last !== null && last !== undefined && last.begun + last.share < 1 - 1e-9 && last.to !== to;
}

function tableOf(
  { onTheTable, offers }: Case,
  asOf: string,
): { readonly name: string; readonly options: Package } | null {
  // An offer that is made only later is not on the table yet.
  const table = onTheTable?.since === undefined || isBy(onTheTable.since, asOf) ? onTheTable : null;
  return table ?? latestOf(offers.filter((offer) => stands(offer, asOf) && offer.open.length === 0)) ?? null;
}

/** Names of the agreement that another thing may not have. */
const takenIds = ({ commitments, roadmap, obligations, powers, metrics }: Case): string[] =>
  [
    ...commitments,
    ...roadmap.deposits,
    ...roadmap.guarantees,
    ...roadmap.escrows,
    ...obligations,
    ...powers,
    ...metrics,
  ].map(({ id }) => id);
