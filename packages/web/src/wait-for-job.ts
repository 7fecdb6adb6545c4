// The recipe of waiting for a job: begun once, left once whatever ends the wait, and nothing of it outlives it.
import type { Job, JobRequest, JobResults, JobTask } from "parley/contract";
import { ApiFailure } from "./api.js";
import { spoken } from "./spoken.js";

/** What a wait needs of the server and of the page. */
export interface JobService<N extends JobTask> {
  readonly start: (request: JobRequest<N>) => Promise<Job<N>>;
  readonly job: (id: string) => Promise<Job<N>>;
  /** One waits less. */
  readonly leave: (id: string) => void;
  /** Resolves when the job may have come to its end. */
  readonly moved: (id: string, heard: (share: number) => void) => Promise<void>;
  /** Hears that the tab is closed. @returns how to stop */
  readonly onClose: (act: () => void) => () => void;
}

/** Whether a job has not come to its end. */
export const isOpen = ({ state }: Pick<Job, "state">): boolean => state === "waiting" || state === "running";

/**
 * The result of a job, once it has one. When nobody waits any more it is left, also where it was begun meanwhile.
 * @throws `ApiFailure` with the reasons; `AbortError` where nobody waits
 */
export async function finished<N extends JobTask>(
  service: JobService<N>,
  request: JobRequest<N>,
  signal: AbortSignal,
  heard: (share: number) => void,
): Promise<JobResults[N]> {
  let job = await service.start(request);
  const { id } = job;
  let isLeft = false;
  const leave = () => {
    if (!isLeft) service.leave(id);
    isLeft = true;
  };
  const stop = service.onClose(leave);
  signal.addEventListener("abort", leave);
  try {
    while (isOpen(job)) {
      if (signal.aborted) leave();
      signal.throwIfAborted();
      await service.moved(id, heard);
      signal.throwIfAborted();
      job = await service.job(id);
    }
  } finally {
    signal.removeEventListener("abort", leave);
    stop();
  }
  if (job.state === "done" && job.result !== undefined) return job.result;
  throw new ApiFailure(500, { reasons: job.reasons ?? [spoken.shell.jobStopped] });
}
