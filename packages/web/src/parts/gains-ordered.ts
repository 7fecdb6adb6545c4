// Changes that help one and harm none: which of them to make first.
import type { FreeGain } from "@parley/core/internal";

/** More than this in its own points, by the median, is a help worth speaking of. */
const FELT = 0.5;

export const helpsAll = ({ worth }: Pick<FreeGain, "worth">): boolean =>
  Object.values(worth).every(({ median }) => median > FELT);

/** The changes in the order to make them: single ones that help all, others that do, then the rest, each as found. */
export const inOrder = <G extends Pick<FreeGain, "worth" | "changes">>(gains: readonly G[]): G[] => {
  const rank = (gain: G) => (helpsAll(gain) ? (gain.changes.length === 1 ? 0 : 1) : 2);
  return [...gains].sort((one, other) => rank(one) - rank(other));
};
