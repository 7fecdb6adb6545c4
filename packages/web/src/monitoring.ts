// Whether it was kept, as a page asks: at once from the page's worker while the rows are few, else from the server.
import { useWords } from "@parley/charts";
import { describeProblem, type Monitoring, OBSERVATIONS_FILE } from "@parley/core/internal";
import type { MonitoringFound } from "./analyses.js";
import type { CaseView } from "./case-view.js";
import { useJob } from "./jobs.js";
import { useLatest, work } from "./work.js";

export interface MonitoringNow {
  readonly found: Monitoring | null;
  readonly reasons: readonly string[];
  readonly problems: readonly string[];
  readonly malformed: number;
  readonly busy: boolean;
  /** The rows are too many to be handed to the page. */
  readonly large: boolean;
}

/** @param knownAt null: all that is on record */
export function useMonitoring(view: CaseView, knownAt: string | null): MonitoringNow {
  const { atHead } = useWords();
  const { files, options } = view;
  const here = files.files.some(({ path }) => path === OBSERVATIONS_FILE);
  const moment = { ...options, ...(knownAt !== null && { knownAt }) };
  const key = JSON.stringify([files.revision, options, knownAt]);
  const local = useLatest(
    key,
    here ? { files: [...files.files], options: moment } : null,
    (question): Promise<MonitoringFound> => work.monitoring(question),
  );
  const far = useJob(view, "monitor", {
    options: { ...(knownAt !== null && { knownAt }) },
    onRows: true,
    enabled: !here,
  });
  const served = far.result?.ok ? far.result.value : null;
  const refused = here ? local.value?.found : far.result;
  return {
    found: here ? (local.value?.found.ok ? local.value.found.value : null) : (served?.found ?? null),
    reasons: refused && !refused.ok ? refused.reasons.map(atHead) : far.reasons,
    problems: here ? (local.value?.problems ?? []) : (served?.problems.map(describeProblem) ?? []),
    malformed: here ? (local.value?.malformed ?? 0) : (served?.malformed ?? 0),
    busy: here ? local.busy : far.working,
    large: !here && (served?.found.observations.rows ?? 0) > 0,
  };
}
