// Groups the list of cases by the folders that they are kept in.
import type { CaseList } from "@parley/node/contract";

/** By the folder that they stand in; those that stand alone first. */
export function groupsOf(cases: CaseList["cases"]): [string, CaseList["cases"]][] {
  const groups = new Map<string, CaseList["cases"]>([["", []]]);
  for (const entry of cases) {
    const group = entry.id.split(":").slice(0, -1).join(" / ");
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return [...groups].filter(([, entries]) => entries.length > 0);
}
