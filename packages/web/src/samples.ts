// Each chart of results of the cases that ship with Parley: what a page that is still empty will show, and the gallery.
import type { Chart } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import address from "../../charts/samples/samples.json?url";
import { queryKeys } from "./query-keys.js";

/** By the name of a chart, what it draws: of the type of that very chart, whatever it is. */
export type Samples = Readonly<Record<Chart<never>["name"], never>>;

/** @returns null while they are fetched, or where they cannot be */
export function useSamples(): Samples | null {
  const found = useQuery({
    queryKey: queryKeys.samples,
    queryFn: async (): Promise<Samples> => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return await answer.json();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return found.data ?? null;
}
