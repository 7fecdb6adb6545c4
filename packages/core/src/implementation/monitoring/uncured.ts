// A breach that was proved, and after which nothing proves that the obligation was kept.
import { firstDay, lastDay, listed } from "../../case/index.js";
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
  if (last.end === null || last.lapsed) return last;
  // A proof of a time in which it was also broken shows nothing about the days after.
  const seenSince = lastProof !== null && firstDay(lastProof.asOf) > lastDay(last.end);
  return last.over && !seenSince ? last : null;
}

export const hasEnded = ({ standing }: Pick<ObligationStanding, "standing">): boolean => ENDED.includes(standing);

/** Whether it is broken, or was and can still be kept again, which nothing proves. */
export const isBroken = (one: Told & Pick<ObligationStanding, "standing">): boolean =>
  uncuredOf(one) !== null && !hasEnded(one);

/** `, by Ann and Bob`; `, by whom is not known`; empty where it goes without saying. */
export function doersText(by: Episode["by"]): string {
  if (by === null) return "";
  return by.length === 0 ? ", by whom is not known" : `, by ${listed(by)}`;
}

/** `on 2025-03-03`, `from 2025-08-01 to 2026-01-31`: when a breach was that is over. */
export const spanText = ({ start, end }: Pick<Episode, "start" | "end">): string =>
  end === null || start === end ? `on ${start}` : `from ${start} to ${end}`;
