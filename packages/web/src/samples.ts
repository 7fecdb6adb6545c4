// Results of the cases that ship with Parley, to show on a page that is still empty what will stand there.
import type { Monitoring, Positions, Roadmap, Terms, Verification } from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import verification from "../../../cases/hanoi-2019/expected/verify.json?url";
import positions from "../../../cases/hospital-contract/expected/positions.json?url";
import roadmap from "../../../cases/hospital-contract/expected/roadmap.json?url";
import terms from "../../../cases/hospital-contract/expected/terms.json?url";
import monitoring from "../../../cases/jcpoa-2015/expected/monitor.json?url";
import { queryKeys } from "./query-keys.js";

export interface Samples {
  readonly positions: Positions;
  readonly terms: Terms;
  readonly roadmap: Roadmap;
  readonly verification: Verification;
  readonly monitoring: Monitoring;
}

const FILES: Readonly<Record<keyof Samples, string>> = { positions, terms, roadmap, verification, monitoring };

/** @returns null while it is fetched, or where it cannot be */
export function useSample<N extends keyof Samples>(name: N): Samples[N] | null {
  const found = useQuery({
    queryKey: queryKeys.sample(name),
    queryFn: async (): Promise<Samples[N]> => {
      const answer = await fetch(FILES[name]);
      if (!answer.ok) throw new Error(`${FILES[name]}: ${answer.status}`);
      return await answer.json();
    },
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return found.data ?? null;
}
