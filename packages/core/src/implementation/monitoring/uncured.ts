// A breach that was proved, and after which nothing proves that the obligation was kept.

import { firstDay, lastDay } from "../../case/index.js";
import type { ObservationRow } from "./book.js";
import type { Episode, ObligationStanding, Standing } from "./types.js";

/** The obligation is over: nobody can keep it again. */
const ENDED: readonly Standing[] = ["expired", "terminated", "discharged"];

type Told = Pick<ObligationStanding, "episodes" | "lastProof">;

/**
 * The latest proved breach, where nothing proves that it was kept after it: it is open, or it was over by itself, or the
 * obligation ended with it; null where there is none.
 */
export function uncuredOf({ episodes, lastProof }: Told): Episode | null {
  const last = episodes.findLast(({ kind }) => kind === "breach" || kind === "missing");
  if (!last) return null;
  return last.end === null || last.lapsed || isOverUnseen(last, lastProof) ? last : null;
}

/** What is said or disputed, was over by itself, and was followed by no proof; null where there is none. */
export function unansweredOf({ episodes, lastProof }: Told): "alleged" | "disputed" | null {
  const last = episodes.at(-1);
  if (!last || (last.kind !== "alleged" && last.kind !== "disputed")) return null;
  return isOverUnseen(last, lastProof) ? last.kind : null;
}

/** Whether an episode was over by itself, and nothing is proved of a later time: one in which it also was shows nothing. */
const isOverUnseen = ({ over, end }: Episode, proof: ObservationRow | null): boolean =>
  over && end !== null && (proof === null || firstDay(proof.asOf) <= lastDay(end));

export const hasEnded = ({ standing }: Pick<ObligationStanding, "standing">): boolean => ENDED.includes(standing);

/** Whether it is broken, or was and can still be kept again, which nothing proves. */
export const isBroken = (one: Told & Pick<ObligationStanding, "standing">): boolean =>
  uncuredOf(one) !== null && !hasEnded(one);
