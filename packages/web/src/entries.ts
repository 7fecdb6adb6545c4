// The entries of the case around a page, read by core beside the page.
import type { Entries, Outcome } from "@parley/core/internal";
import { useQuery } from "@tanstack/react-query";
import type { CaseView } from "./case-view.js";
import { queryKeys } from "./query-keys.js";
import { work } from "./work.js";

/** @returns null while they are read */
export function useEntries({ files }: CaseView): Outcome<Entries> | null {
  const entries = useQuery({
    queryKey: queryKeys.entries(files.revision),
    queryFn: async (): Promise<Outcome<Entries>> => await work.entries([...files.files]),
    placeholderData: (before) => before,
  });
  return entries.data ?? null;
}
