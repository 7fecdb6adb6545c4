// Adds what a file of citations names to the sources of a case, but for what is there already.
import { type Case, type Change, nameFor } from "@parley/core/internal";
import { type Cases, digestOf, type EditOutcome } from "../store/index.js";
import type { CitedSource } from "./csl.js";

interface AddedSources {
  readonly changes: readonly Change[];
  readonly added: number;
  /** There already: see openKnown. */
  readonly there: number;
}

type Told = Pick<CitedSource, "title" | "date" | "url" | "publisher">;

/** The sources that are known: by their address; where one of two has none, by title, day and publisher, as far as both say them. */
function openKnown(): { readonly has: (one: Told) => boolean; readonly add: (one: Told) => void } {
  const addresses = new Set<string>();
  const titles = new Map<string, Told[]>();
  const keyOf = ({ title, date }: Told): string => `${date ?? ""} ${title.toLowerCase()}`;
  const agree = (a: string | null, b: string | null): boolean =>
    a === null || b === null || a.toLowerCase() === b.toLowerCase();
  return {
    has: (one) =>
      (one.url !== null && addresses.has(one.url)) ||
      (titles.get(keyOf(one)) ?? []).some(
        (other) => (one.url === null || other.url === null) && agree(one.publisher, other.publisher),
      ),
    add: (one) => {
      if (one.url !== null) addresses.add(one.url);
      titles.set(keyOf(one), [...(titles.get(keyOf(one)) ?? []), one]);
    },
  };
}

/** The changes of case.yaml that add sources to a case. */
function addedSources({ sources }: Pick<Case, "sources">, cited: readonly CitedSource[]): AddedSources {
  const known = openKnown();
  for (const source of sources) known.add(source);
  const taken = new Set(sources.map(({ id }) => id));
  const changes: Change[] = [];
  for (const one of cited) {
    if (known.has(one)) continue;
    known.add(one);
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
