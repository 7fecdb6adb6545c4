// From when a draft is compared: the day before the first change that is known, when nothing of it had been made.
import type { HistoryEntry } from "parley/contract";

export function beforeFirst(entries: readonly Pick<HistoryEntry, "at">[]): string | null {
  const first = entries.map(({ at }) => at.slice(0, 10)).sort()[0];
  return first === undefined ? null : new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
}
