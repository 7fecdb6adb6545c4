import { type Band, percent } from "@parley/core";

/** `33 (24–41)`, rounded to what the band carries; one number where there is no band. `signed` puts + before a gain. */
export function points({ median, low, high }: Band, signed = false): string {
  const digits = high - low < 2 ? 1 : 0;
  const text = (value: number) => {
    const rounded = Number(value.toFixed(digits));
    return (rounded === 0 ? 0 : rounded).toFixed(digits).replace(/[.]0$/, "").replace("-", "−");
  };
  const middle = `${signed && Number(median.toFixed(digits)) > 0 ? "+" : ""}${text(median)}`;
  if (text(low) === text(high)) return middle;
  const ends = low < 0 && high <= 0 ? [text(high), text(low)] : [text(low), text(high)];
  return `${middle} (${ends.join(low < 0 ? " to " : "–")})`;
}

/** A share of models: `62 %`. */
export const chance = (...probabilities: readonly number[]): string => percent(probabilities);

/** Eight blocks for a share 0–1: a glance, never the only place where a figure stands. */
export function bar(share: number, width = 8): string {
  const full = Math.round(width * Math.max(0, Math.min(1, share)));
  return "█".repeat(full) + "░".repeat(width - full);
}

export const KIND_MARK = { symbolic: "○", reversible: "◐", irreversible: "●" } as const;

/** ○ symbolic ◐ reversible ● irreversible, · where the case does not say. */
export const kindMark = (kind: keyof typeof KIND_MARK | null): string => (kind === null ? "·" : KIND_MARK[kind]);
