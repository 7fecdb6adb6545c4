// How far a package would advance each goal of a case, from where its issues stand today to their far end.
import type { Case, Package } from "../case/index.js";
import { at } from "../math/index.js";

/** How far a package moves the issues of a goal from today to their far end. 1: there; negative: regress. */
export interface GoalProgress {
  readonly goal: string;
  readonly name: string;
  readonly least: number;
  readonly mean: number;
  readonly most: number;
  /** Issues that moved forward, of how many. */
  readonly moved: number;
  readonly of: number;
}

/** Progress on each goal in the agreed order; goals without an ordered issue that can still advance are left out. */
export function progressOf(negotiation: Case, options: Package): GoalProgress[] {
  return negotiation.goals.flatMap(({ id, name }) => {
    const shares = negotiation.issues.flatMap((issue, index) => {
      const today = at(issue.options, issue.today).at;
      if (issue.goal !== id || !issue.ordered || issue.options.length < 2 || today >= 100) return [];
      return [(at(issue.options, at(options, index)).at - today) / (100 - today)];
    });
    if (shares.length === 0) return [];
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    return [
      {
        goal: id,
        name,
        least: Math.min(...shares),
        mean,
        most: Math.max(...shares),
        moved: shares.filter((share) => share > 0).length,
        of: shares.length,
      },
    ];
  });
}
