// What the monitoring page shows of rows and days.
import type { ObligationStanding, ObservationRow } from "@parley/core/internal";

/** The place of a day among the days of which something is known: the last that is not after it. */
export function placeOf(days: readonly string[], day: string): number {
  const after = days.findIndex((one) => one > day);
  return after < 0 ? days.length - 1 : Math.max(0, after - 1);
}

/** The last row and the last proof of an obligation, where no episode shows them already; each once. */
export function latestRows({
  last,
  lastProof,
  episodes,
}: Pick<ObligationStanding, "last" | "lastProof" | "episodes">): {
  readonly shown: readonly ObservationRow[];
  readonly rest: readonly ObservationRow[];
} {
  const shown = episodes.flatMap(({ evidence }) => evidence);
  const lines = new Set(shown.map(({ line }) => line));
  const loose = [last, lastProof].filter((row) => row !== null).filter(({ line }) => !lines.has(line));
  return { shown, rest: [...new Map(loose.map((row) => [row.line, row])).values()] };
}
