// Adds what a file of citations names to the sources of a case, but for what is there already.
import { type Case, type Change, nameFor } from "@parley/core";
import { type Cases, digestOf, type EditOutcome } from "../store/index.js";
import type { CitedSource } from "./csl.js";

interface AddedSources {
  readonly changes: readonly Change[];
  readonly added: number;
  /** There already: with the same address, or the same title on the same day. */
  readonly there: number;
}

const keysOf = ({ title, date, url }: Pick<CitedSource, "title" | "date" | "url">): string[] => [
  ...(url ? [url] : []),
  `${title.toLowerCase()} ${date ?? ""}`,
];

/** The changes of case.yaml that add sources to a case. */
function addedSources({ sources }: Pick<Case, "sources">, cited: readonly CitedSource[]): AddedSources {
  const known = new Set(sources.flatMap(keysOf));
  const taken = new Set(sources.map(({ id }) => id));
  const changes: Change[] = [];
  for (const one of cited) {
    const keys = keysOf(one);
    if (keys.some((key) => known.has(key))) continue;
    for (const key of keys) known.add(key);
    const id = nameFor(`${one.title} ${one.date ?? ""}`, taken, "source");
    taken.add(id);
    const { title, publisher, date, url, author, language } = one;
    const value = {
      id,
      title,
      ...(author !== undefined && { author }),
      ...(publisher !== null && { publisher }),
      ...(date !== null && { date }),
      ...(language !== undefined && { language }),
      ...(url !== null && { url }),
    };
    changes.push({ path: ["sources", sources.length + changes.length], value });
  }
  return { changes, added: changes.length, there: cited.length - changes.length };
}

/** Writes what a file of citations names into case.yaml; null where there is no such case. @throws what the system says */
export async function addSources(
  cases: Cases,
  id: string,
  negotiation: Pick<Case, "sources">,
  cited: readonly CitedSource[],
  what: (count: number) => string,
): Promise<(Pick<AddedSources, "added" | "there"> & { readonly outcome: EditOutcome | null }) | null> {
  const { changes, added, there } = addedSources(negotiation, cited);
  if (added === 0) return { added, there, outcome: null };
  const text = await cases.text(id, FILE, null);
  if (typeof text !== "string") return null;
  const edit = { what: what(added), files: [{ file: FILE, base: digestOf(text), changes }] };
  return { added, there, outcome: await cases.edit(id, edit) };
}

const FILE = "case.yaml";
