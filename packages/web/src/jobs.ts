// Long work of the server's, as a page waits for it.
import { useWords } from "@parley/charts";
import { latestOf } from "@parley/core/internal";
import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JobRequest, JobResults, JobTask, Materials } from "parley/contract";
import { ApiFailure, api } from "./api.js";
import { asked, type CaseView, useCase } from "./case-view.js";
import { listen } from "./live.js";
import { queryKeys } from "./query-keys.js";
import { finished, isOpen, type JobService } from "./wait-for-job.js";

/** Where it stands; of a question that is new the answer before is shown until there is one. */
export interface JobState<N extends JobTask> {
  readonly result: JobResults[N] | null;
  /** How far the work is, 0–1; 1 once the result is that of this very question. */
  readonly share: number;
  readonly working: boolean;
  /** Why there is no result. */
  readonly reasons: readonly string[];
}

interface Asking {
  readonly options?: JobRequest["options"];
  /** Whether it goes by rows that are no part of the case's digest. */
  readonly onRows?: boolean;
  readonly enabled?: boolean;
}

/** Has the server do a task on the case around a page, as the page sees it. */
export function useJob<N extends JobTask>(
  view: CaseView,
  task: N,
  { options = {}, onRows = false, enabled = true }: Asking = {},
): JobState<N> {
  const client = useQueryClient();
  const { reader, options: seen } = asked(view);
  const request = { task, ...(reader !== undefined && { reader }), options: { ...seen, ...options } };
  const { digest } = view.negotiation;
  const key: QueryKey = onRows ? queryKeys.jobOnRows(view.id, digest, request) : queryKeys.job(digest, request);
  const shareKey = queryKeys.share(key);
  const progress = useQuery({ queryKey: shareKey, queryFn: () => 0, enabled: false, initialData: 0 });
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      finished(serviceFor<N>(view.id), request, signal, (share) => client.setQueryData(shareKey, share)),
    enabled,
    placeholderData: (before) => before,
  });
  const failed = found.error instanceof ApiFailure ? found.error.reasons : [];
  return {
    result: found.data ?? null,
    share: failed.length > 0 || (found.data && !found.isPlaceholderData) ? 1 : progress.data,
    working: found.isFetching,
    reasons: failed,
  };
}

/** Everything that can be said of the case, from the server's workers; `share` is how far they are. */
export function useMaterials(): { materials: Materials | null; share: number; failure: string | null } {
  const { result, share, reasons } = useJob(useCase(), "materials", { options: { turning: false } });
  return { materials: result, share, failure: reasons.length > 0 ? reasons.join(" ") : null };
}

/** What the latest offer of a case comes to: the same work as its Overview asks for, so that this is there at once then. */
export function useLatestSentence(id: string): { readonly sentence: string | null; readonly weighing: boolean } {
  const { headline } = useWords().assessment;
  const request = { task: "materials", options: { turning: false } } as const;
  const found = useQuery({
    queryKey: queryKeys.latestOf(id),
    queryFn: ({ signal }) => finished(serviceFor<"materials">(id), request, signal, () => {}),
    retry: false,
  });
  const { assessment } = found.data ?? {};
  const latest = assessment?.ok ? latestOf(assessment.value.offers) : null;
  return { sentence: latest ? headline(latest.said.sentence) : null, weighing: found.isFetching };
}

const ASKED_AGAIN_MS = 2000;

const serviceFor = <N extends JobTask>(id: string): JobService<N> => ({
  start: (request) => api.start<N>(id, request),
  job: (job) => api.job<N>(job),
  leave: (job) => void api.leave(job).catch(() => {}),
  moved: (job, heard) =>
    new Promise((resolve) => {
      const done = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(done, ASKED_AGAIN_MS);
      const stop = listen((event) => {
        if (event.kind !== "job" || event.id !== job) return;
        heard(event.share);
        if (!isOpen(event)) done();
      });
    }),
  onClose: (act) => {
    addEventListener("pagehide", act);
    return () => removeEventListener("pagehide", act);
  },
});
