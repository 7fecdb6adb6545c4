import type { Outcome, Positions } from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import type { CaseView } from "./case-view.js";
import { work } from "./work.js";

/** What moved after a day. */
export function useSince({ files, options }: CaseView, since: string): Outcome<Positions> | null {
  const { asOf, sharedWith } = options;
  const found = useQuery({
    queryKey: ["since", files.revision, asOf ?? null, since],
    queryFn: async () =>
      await work.since([...files.files], {
        since,
        sharedWith: sharedWith ?? null,
        ...(asOf !== undefined && { asOf }),
      }),
    placeholderData: (before) => before,
  });
  return found.data ?? null;
}
