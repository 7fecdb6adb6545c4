/** Eight blocks for a share 0–1: a glance, never the only place where a figure stands. */
export function bar(share: number, width = 8): string {
  const full = Math.round(width * Math.max(0, Math.min(1, share)));
  return "█".repeat(full) + "░".repeat(width - full);
}

const KIND_MARK = { symbolic: "○", reversible: "◐", irreversible: "●" } as const;

/** ○ symbolic ◐ reversible ● irreversible, · where the case does not say. */
export const kindMark = (kind: keyof typeof KIND_MARK | null): string => (kind === null ? "·" : KIND_MARK[kind]);
