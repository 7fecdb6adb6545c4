// Groups the list of cases: what was worked on, examples to learn from, and those that stand in folders of their own.
import type { CaseList } from "parley/contract";

type Cases = CaseList["cases"];

export interface CaseGroups {
  /** Made or changed here, the last one first. */
  readonly worked: Cases;
  readonly examples: Cases;
  /** Put away. */
  readonly archived: Cases;
  /** By the folder that they stand in. */
  readonly folders: readonly (readonly [string, Cases])[];
}

/** Those whose title, id or description has all of the words. */
export function groupsOf(cases: Cases, search = ""): CaseGroups {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const found = cases.filter(({ id, title, about }) => {
    const text = `${id} ${title} ${about ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const archived = found.filter((one) => one.archived);
  const alone = found.filter((one) => !one.archived && (one.worked || !one.id.includes(":")));
  const folders = new Map<string, Cases>();
  for (const entry of found) {
    if (entry.archived || alone.includes(entry)) continue;
    const folder = entry.id.split(":").slice(0, -1).join(" / ");
    folders.set(folder, [...(folders.get(folder) ?? []), entry]);
  }
  const last = (a: Cases[number], b: Cases[number]) => ((a.changed ?? "") < (b.changed ?? "") ? 1 : -1);
  return {
    worked: alone.filter(({ worked }) => worked).sort(last),
    archived: archived.sort(last),
    examples: alone.filter(({ worked }) => !worked),
    folders: [...folders],
  };
}
