// The order of urgency of how obligations stand, which decides what a reader sees first and what counts as open.
import type { ObligationStanding, Standing } from "./types.js";

/** Something is wrong already, or is said to be; most urgent first. */
export const OPEN_STANDINGS: readonly Standing[] = ["breached", "was-broken", "alleged", "disputed", "overdue"];

/** What should be read first. Outstanding and at risk are warnings: nothing is wrong within a grace or a limit. */
export const URGENT_STANDINGS: readonly Standing[] = [...OPEN_STANDINGS, "outstanding", "at-risk"];

/** Whatever asks anything of a reader. */
const ASKING: readonly Standing[] = [...URGENT_STANDINGS, "unverified", "unobserved"];

/** The place of a standing among those that ask something of a reader, most urgent first; past all of them where it asks nothing. */
export function urgencyOf(standing: Standing): number {
  const at = ASKING.indexOf(standing);
  return at < 0 ? ASKING.length : at;
}

/** Those that ask most of a reader first, else as the agreement has them. */
export const byUrgency = (obligations: readonly ObligationStanding[]): ObligationStanding[] =>
  [...obligations].sort((a, b) => urgencyOf(a.standing) - urgencyOf(b.standing));
